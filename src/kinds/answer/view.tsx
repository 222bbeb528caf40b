/** Answer the call: its icon, card and form. */
import { Phone } from 'lucide-react';
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/text-field.tsx';
import { type CardDocument, defineKindView, type KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import { SentenceText } from '../sentence-text.tsx';
import type { AnswerData } from './kind.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);

function Body({ data, document }: { readonly data: AnswerData; readonly document: CardDocument }) {
  return <SentenceText sentence={`${data.greeting} ${data.disclosure}`} information={document.information} />;
}

function Inspector({ data, form }: { readonly data: AnswerData; readonly form: KindForm }) {
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

export const view = defineKindView<AnswerData>({
  icon: Phone,
  messages,
  Body,
  Inspector,
  onCard: { path: 'greeting' },
});
