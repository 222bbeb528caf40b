/** Ask: its icon, card and form. */
import { MessageCircleQuestionMark } from 'lucide-react';
import type { InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Switch } from '../../ui/switch.tsx';
import { type CardDocument, defineKindView, hasFaultAt, type KindForm } from '../kind-view.ts';
import { RetriesField } from '../retries-field.tsx';
import { SentenceField } from '../sentence-field.tsx';
import { SentenceText } from '../sentence-text.tsx';
import { AskedItems } from './asked-items.tsx';
import type { AskData } from './kind.ts';
import { MOST_RETRIES, USUAL_RETRIES } from './limits.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: AskData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const names = data.items.flatMap(
    (item) => document.information[item.information as InformationId]?.name ?? [],
  );
  if (names.length === 0) return <SentenceText sentence={data.question} information={document.information} />;
  return (
    <>
      <span className="block truncate">
        <SentenceText sentence={data.question} information={document.information} />
      </span>
      <span className="block truncate">{t.obtains(names.join(', '))}</span>
    </>
  );
}

function Inspector({ data, form }: { readonly data: AskData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="question"
        value={data.question}
        label={t['field.question']}
        placeholder={t['field.question.placeholder']}
        hint={data.items.length > 1 ? t['field.question.hint'] : t['field.question.only']}
      />
      <AskedItems data={data} form={form} />
      <Switch
        label={t['field.readBack']}
        hint={t['field.readBack.hint']}
        error={form.error('readBack')}
        isSelected={data.readBack}
        isDisabled={form.isReadOnly}
        onChange={(readBack) => form.set('readBack', readBack)}
      />
      <Disclosure
        title={t.more}
        defaultExpanded={data.retries !== undefined || data.skipKnown === true}
        hasFault={hasFaultAt(form, 'retries', 'skipKnown')}
      >
        <div className="flex flex-col gap-4">
          <RetriesField
            form={form}
            value={data.retries ?? USUAL_RETRIES}
            most={MOST_RETRIES}
            hint={t['field.retries.hint']}
          />
          <Switch
            label={t['field.skipKnown']}
            hint={t['field.skipKnown.hint']}
            error={form.error('skipKnown')}
            isSelected={data.skipKnown === true}
            isDisabled={form.isReadOnly}
            onChange={(skipKnown) => form.set('skipKnown', skipKnown)}
          />
        </div>
      </Disclosure>
    </>
  );
}

export const view = defineKindView<AskData>({
  icon: MessageCircleQuestionMark,
  messages,
  Body,
  Inspector,
  onCard: { path: 'question' },
});
