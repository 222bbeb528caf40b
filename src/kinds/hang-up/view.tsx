/** Hang up: its icon, card and form. */
import { PhoneOff } from 'lucide-react';
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/text-field.tsx';
import { type CardDocument, defineKindView, type KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import { SentenceText } from '../sentence-text.tsx';
import type { HangUpData } from './kind.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);

function Body({ data, document }: { readonly data: HangUpData; readonly document: CardDocument }) {
  return <SentenceText sentence={data.closing} information={document.information} />;
}

function Inspector({ data, form }: { readonly data: HangUpData; readonly form: KindForm }) {
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

export const view = defineKindView<HangUpData>({
  icon: PhoneOff,
  messages,
  Body,
  Inspector,
  onCard: { path: 'closing' },
});
