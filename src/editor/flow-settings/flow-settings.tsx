/** The settings of the whole flow, where the form of a step would stand: name, language, voice, recording; the rest is folded. */
import { Settings2, X } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { useStore } from 'zustand';
import { CALL_LANGUAGES, type FlowNode } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { TIME_ZONES } from '../../kinds/hours-form.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { editSettings } from '../commands/edit-settings.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { OtherProblems } from '../inspector/other-problems.tsx';
import { useWantedField } from '../inspector/use-wanted-field.ts';
import { problemPlace } from '../problems-panel/problem-place.ts';
import { FlowHours } from './flow-hours.tsx';
import { FlowInformation } from './flow-information.tsx';
import { settingsMessages } from './messages.ts';
import { NameField } from './name-field.tsx';
import { RecordingForm } from './recording-form.tsx';
import { useSettingsFault } from './use-settings-fault.ts';
import { VoiceField } from './voice-field.tsx';

export function FlowSettings() {
  const { panels, store } = useEditor();
  const t = useMessages(settingsMessages);
  const fields = useRef<HTMLDivElement>(null);
  useWantedField(fields);
  const entry = useDocumentState(({ document }) =>
    (Object.values(document.nodes) as FlowNode[]).find(({ kind }) => store.kinds.get(kind)?.entry),
  );
  return (
    <section
      aria-label={t.title}
      className="animate-rise-in flex max-h-[64%] min-h-0 w-full flex-col sm:max-h-full overflow-hidden rounded-panel border border-line bg-card shadow-overlay"
    >
      <header className="flex items-center gap-2.5 border-b border-line py-2.5 pr-2 pl-4">
        <Settings2 aria-hidden className="size-4 text-muted" />
        <h2 className="flex-1 text-base font-semibold">{t.title}</h2>
        <IconButton
          label={t.close}
          icon={<X />}
          size="small"
          autoFocus
          onPress={() => panels.setState({ settings: false })}
        />
      </header>
      <div
        ref={fields}
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 pt-4 pb-5 [&>*]:shrink-0"
      >
        <NameField />
        <LanguageField />
        <VoiceField />
        {entry && <RecordingForm step={entry} />}
        <LengthAndZone />
        <FlowInformation />
        <FlowHours />
        <SettingsProblems form={fields} />
      </div>
    </section>
  );
}

function LanguageField() {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(settingsMessages);
  const language = useDocumentState(({ document }) => document.language);
  return (
    <Select
      label={t.language}
      hint={t.languageHint}
      options={CALL_LANGUAGES.map((id) => ({ id, label: t.languages[id] }))}
      value={language}
      isDisabled={isReadOnly}
      onChange={(next) => store.run(editSettings, { language: next })}
    />
  );
}

const MINUTE = 60;
/** In minutes; what the document allows is a little more than the last whole one. */
const LENGTHS = { least: 1, most: 14 };

function LengthAndZone() {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(settingsMessages);
  const fault = useSettingsFault();
  const { maximumSeconds, timeZone } = useDocumentState(({ document }) => document.settings);
  const lengthFault = fault(({ code }) => code === 'call-too-long');
  const zoneFault = fault(({ code, params }) => code === 'unknown-time-zone' && params.name === undefined);
  return (
    <Disclosure
      title={t.more}
      hasFault={lengthFault !== undefined || zoneFault !== undefined}
      className="border-t border-line pt-3"
    >
      <div className="flex flex-col gap-4">
        <NumberField
          label={t.longest}
          hint={t.longestHint}
          error={lengthFault}
          formatOptions={{ style: 'unit', unit: 'minute', unitDisplay: 'long' }}
          minValue={LENGTHS.least}
          maxValue={LENGTHS.most}
          value={Math.min(LENGTHS.most, Math.max(LENGTHS.least, Math.round(maximumSeconds / MINUTE)))}
          isReadOnly={isReadOnly}
          onChange={(minutes) => {
            if (Number.isInteger(minutes))
              store.run(editSettings, { settings: { maximumSeconds: minutes * MINUTE } });
          }}
        />
        <ComboBox
          label={t.timeZone}
          hint={t.timeZoneHint}
          error={zoneFault}
          options={TIME_ZONES}
          value={timeZone}
          isDisabled={isReadOnly}
          onChange={(zone) => store.run(editSettings, { settings: { timeZone: zone } })}
        />
      </div>
    </Disclosure>
  );
}

/** Those of the whole flow that no field shows. */
function SettingsProblems({ form }: { readonly form: RefObject<HTMLElement | null> }) {
  const { problems } = useEditor();
  const found = useStore(problems.state);
  const document = useDocumentState((state) => state.document);
  const mine = (problem: Problem) => problemPlace(problem, document)?.type === 'settings';
  return <OtherProblems problems={found.filter(mine)} form={form} />;
}
