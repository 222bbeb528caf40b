/** Answer the call: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import type { AnswerData } from './kind.ts';
import { messages } from './messages.ts';

export function Form({ data, form }: { readonly data: AnswerData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="greeting"
        value={data.greeting}
        label={t['field.greeting']}
        hint={t['field.greeting.hint']}
        placeholder={t['field.greeting.placeholder']}
      />
      <SentenceField
        form={form}
        path="disclosure"
        value={data.disclosure}
        label={t['field.disclosure']}
        hint={t['field.disclosure.hint']}
      />
      <TextField
        label={t['field.assistantName']}
        hint={t['field.assistantName.hint']}
        value={data.assistantName}
        maxLength={40}
        isReadOnly={form.isReadOnly}
        error={form.error('assistantName')}
        onChange={(name) => form.type('assistantName', name)}
      />
    </>
  );
}
