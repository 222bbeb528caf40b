/** Whether calls are recorded, and whose yes decides: shown with the step that answers, as it holds for the whole call. */
import type { FlowNode, Information } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf } from '../../kinds/kind-words.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { editSettings } from '../commands/edit-settings.ts';
import { insertBlock } from '../commands/insert-block.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { useSettingsFault } from './use-settings-fault.ts';

const ABOUT: ReadonlySet<string> = new Set(['recording-without-consent', 'consent-never-asked']);

export function RecordingForm({ step }: { readonly step: Pick<FlowNode, 'id' | 'kind' | 'data'> }) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(editorMessages).recording;
  const { recording, consent } = useDocumentState(({ document }) => document.settings);
  const information = useDocumentState(({ document }) => document.information);
  const fault = useSettingsFault()(({ code }) => ABOUT.has(code));
  const questions = (Object.values(information) as Information[])
    .filter(({ type }) => type === 'yes-no')
    .sort((a, b) => a.name.localeCompare(b.name));
  const change = (isOn: boolean) => {
    const [exit] = exitsOf(step);
    // Without a question nobody could agree: the block brings one, and switches recording on.
    if (isOn && questions.length === 0 && exit)
      store.run(insertBlock, { block: 'recording-consent', from: { node: step.id, exit: exit.id } });
    else store.run(editSettings, { settings: { recording: isOn } });
  };
  return (
    <Disclosure title={t.title} hasFault={fault !== undefined} className="border-t border-line pt-3">
      <div className="flex flex-col gap-3">
        <Switch
          label={t.switch}
          hint={t.switchHint}
          isSelected={recording}
          error={fault}
          isDisabled={isReadOnly}
          onChange={change}
        />
        {recording && (
          <Select
            label={t.question}
            hint={t.questionHint}
            placeholder={t.noQuestion}
            options={questions.map(({ id, name }) => ({ id, label: name }))}
            value={questions.some(({ id }) => id === consent) ? consent : null}
            isDisabled={isReadOnly}
            onChange={(id) => store.run(editSettings, { settings: { consent: id } })}
          />
        )}
      </div>
    </Disclosure>
  );
}
