/** Say: its icon, card and form. */
import { MessageCircle } from 'lucide-react';
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Switch } from '../../ui/switch.tsx';
import { type CardDocument, defineKindView, type KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import { SentenceText } from '../sentence-text.tsx';
import type { SayData } from './kind.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);

function Body({ data, document }: { readonly data: SayData; readonly document: CardDocument }) {
  return <SentenceText sentence={data.text} information={document.information} />;
}

function Inspector({ data, form }: { readonly data: SayData; readonly form: KindForm }) {
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

export const view = defineKindView<SayData>({
  icon: MessageCircle,
  messages,
  Body,
  Inspector,
  onCard: { path: 'text' },
});
