/** Say: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Switch } from '../../ui/switch.tsx';
import type { KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import type { SayData } from './kind.ts';
import { messages } from './messages.ts';

export function Form({ data, form }: { readonly data: SayData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="text"
        value={data.text}
        label={t['field.text']}
        hint={t['field.text.hint']}
        placeholder={t['field.text.placeholder']}
      />
      <Switch
        label={t['field.exactly']}
        hint={t['field.exactly.hint']}
        error={form.error('exactly')}
        isSelected={data.exactly}
        isDisabled={form.isReadOnly}
        onChange={(exactly) => form.set('exactly', exactly)}
      />
    </>
  );
}
