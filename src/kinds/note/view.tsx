/** A note: its icon, paper card and form. */
import { StickyNote } from 'lucide-react';
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { defineKindView, type KindForm } from '../kind-view.ts';
import { PAPER_TINTS, PaperField } from '../paper-field.tsx';
import { LONGEST_NOTE, type NoteData } from './kind.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);

function Body({ data }: { readonly data: NoteData }) {
  const t = useMessages(messages);
  return data.text.trim() === '' ? t.empty : data.text;
}

function Card({ data }: { readonly data: NoteData }) {
  return (
    <div className={`size-full overflow-hidden rounded-[inherit] p-3.5 ${PAPER_TINTS[data.color]}`}>
      <p
        className={`paper-text line-clamp-6 text-sm break-words whitespace-pre-wrap ${data.text.trim() === '' ? 'text-muted' : ''}`}
      >
        <Body data={data} />
      </p>
    </div>
  );
}

function Inspector({ data, form }: { readonly data: NoteData; readonly form: KindForm }) {
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

export const view = defineKindView<NoteData>({
  icon: StickyNote,
  messages,
  Body,
  Card,
  Inspector,
  onCard: { path: 'text', plain: true },
});
