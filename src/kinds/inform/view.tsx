/** Answer questions: its icon, card and form. */
import { BookOpenText, Plus } from 'lucide-react';
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type CardDocument, defineKindView, type KindForm } from '../kind-view.ts';
import { moved, RowButtons } from '../row-buttons.tsx';
import { SentenceField } from '../sentence-field.tsx';
import { SentenceText } from '../sentence-text.tsx';
import { type InformData, MOST_FACTS } from './kind.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);

function Body({ data, document }: { readonly data: InformData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const questions = data.facts.map(({ question }) => question.trim()).filter((question) => question !== '');
  return (
    <>
      <span className="block truncate">
        <SentenceText sentence={data.invitation} information={document.information} />
      </span>
      <span className="block truncate">{questions.join(' · ') || t.known(0)}</span>
    </>
  );
}

function Inspector({ data, form }: { readonly data: InformData; readonly form: KindForm }) {
  const t = useMessages(messages);
  const error = form.error('facts');
  return (
    <>
      <SentenceField
        form={form}
        path="invitation"
        value={data.invitation}
        label={t['field.invitation']}
        placeholder={t['field.invitation.placeholder']}
      />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t.facts}</legend>
        <p className="-mt-1 mb-1 text-xs text-muted">{t['facts.hint']}</p>
        {data.facts.map((fact, index) => (
          <FactRow key={fact.id} index={index} data={data} form={form} />
        ))}
        {error !== undefined && <p className="text-xs text-danger">{error}</p>}
        {data.facts.length < MOST_FACTS && (
          <Button
            size="small"
            variant="ghost"
            icon={<Plus />}
            className="-ml-2 self-start"
            isDisabled={form.isReadOnly}
            onPress={() => form.set('facts', [...data.facts, { id: form.newId(), question: '', answer: '' }])}
          >
            {t.addFact}
          </Button>
        )}
      </fieldset>
      <RadioGroup
        label={t['field.strictness']}
        options={[
          { id: 'only-these', label: t.onlyThese, hint: t['onlyThese.hint'] },
          { id: 'may-add-general', label: t.mayAddGeneral, hint: t['mayAddGeneral.hint'] },
        ]}
        value={data.strictness}
        isDisabled={form.isReadOnly}
        onChange={(strictness) => form.set('strictness', strictness)}
      />
    </>
  );
}

interface FactRowProps {
  readonly index: number;
  readonly data: InformData;
  readonly form: KindForm;
}

function FactRow({ index, data, form }: FactRowProps) {
  const t = useMessages(messages);
  const fact = data.facts[index];
  if (!fact) return null;
  const path = `facts.${index}`;
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <div className="flex items-start gap-1">
        <TextField
          className="flex-1"
          label={t['field.facts.question'](index + 1)}
          labelHidden
          placeholder={t['field.facts.question.placeholder']}
          value={fact.question}
          maxLength={300}
          isReadOnly={form.isReadOnly}
          error={form.error(`${path}.question`)}
          onChange={(question) => form.type(`${path}.question`, question)}
        />
        <span className="flex h-9 items-center">
          <RowButtons
            index={index}
            count={data.facts.length}
            isDisabled={form.isReadOnly}
            onMove={(to) => form.set('facts', moved(data.facts, index, to))}
            onRemove={() => form.set('facts', data.facts.toSpliced(index, 1))}
          />
        </span>
      </div>
      <SentenceField
        form={form}
        path={`${path}.answer`}
        value={fact.answer}
        label={t['field.facts.answer']}
        placeholder={t['field.facts.answer.placeholder']}
      />
    </div>
  );
}

export const view = defineKindView<InformData>({ icon: BookOpenText, messages, Body, Inspector });
