/** Hang up: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import type { HangUpData } from './kind.ts';
import { messages } from './messages.ts';

export function Form({ data, form }: { readonly data: HangUpData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="closing"
        value={data.closing}
        label={t['field.closing']}
        hint={t['field.closing.hint']}
        placeholder={t['field.closing.placeholder']}
      />
      <TextField
        label={t['field.outcome']}
        hint={t['field.outcome.hint']}
        value={data.outcome}
        maxLength={80}
        isReadOnly={form.isReadOnly}
        error={form.error('outcome')}
        onChange={(outcome) => form.type('outcome', outcome)}
      />
    </>
  );
}
