/** A note: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { TextArea } from '../../ui/text-area.tsx';
import type { KindForm } from '../kind-view.ts';
import { PaperField } from '../paper-field.tsx';
import { LONGEST_NOTE, type NoteData } from './kind.ts';
import { messages } from './messages.ts';

export function Form({ data, form }: { readonly data: NoteData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <TextArea
        label={t['field.text']}
        hint={t['field.text.hint']}
        placeholder={t['field.text.placeholder']}
        rows={5}
        value={data.text}
        maxLength={LONGEST_NOTE}
        isReadOnly={form.isReadOnly}
        onChange={(text) => form.type('text', text)}
      />
      <PaperField value={data.color} form={form} />
    </>
  );
}
