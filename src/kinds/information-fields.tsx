/** What sort of thing an information is, and what may be answered when that is a list. Knows no kind. */
import { INFORMATION_TYPES, type Information } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

export interface InformationFieldsProps {
  readonly information: Information;
  readonly form: Pick<KindForm, 'isReadOnly' | 'setInformation'>;
}

export function InformationFields({ information, form }: InformationFieldsProps) {
  const t = useMessages(formMessages);
  return (
    <>
      <Select
        label={t.informationType}
        labelHidden
        options={INFORMATION_TYPES.map((id) => ({ id, label: t.information[id] }))}
        value={information.type}
        isDisabled={form.isReadOnly}
        onChange={(type) => {
          const { choices, ...rest } = information;
          form.setInformation({ ...rest, type, ...(type === 'choice' ? { choices: choices ?? [] } : {}) });
        }}
      />
      {information.type === 'choice' && (
        <TextArea
          label={t.informationChoices}
          hint={t.informationChoicesHint}
          rows={2}
          value={(information.choices ?? []).join('\n')}
          isReadOnly={form.isReadOnly}
          onChange={(text) =>
            form.setInformation({ ...information, choices: text === '' ? [] : text.split('\n') }, true)
          }
        />
      )}
    </>
  );
}
