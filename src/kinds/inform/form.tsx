/** Answer questions: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import type { KindForm } from '../kind-view.ts';
import { ListOfRows } from '../list-of-rows.tsx';
import { RowTextField } from '../row-text-field.tsx';
import { SentenceField } from '../sentence-field.tsx';
import { DocumentsField } from './documents-field.tsx';
import { type InformData, MOST_FACTS } from './kind.ts';
import { messages } from './messages.ts';

interface InspectorProps {
  readonly data: InformData;
  readonly form: KindForm;
}

export function Form({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="invitation"
        value={data.invitation}
        label={t['field.invitation']}
        hint={t['field.invitation.hint']}
        placeholder={t['field.invitation.placeholder']}
      />
      <Facts data={data} form={form} />
      <DocumentsField data={data} form={form} />
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

function Facts({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <ListOfRows
      form={form}
      path="facts"
      rows={data.facts}
      legend={t.facts}
      hint={t['facts.hint']}
      add={t.addFact}
      most={MOST_FACTS}
      isOrdered
      create={() => ({ id: form.newId(), question: '', answer: '' })}
      first={(fact, { index, path }) => (
        <RowTextField
          form={form}
          path={`${path}.question`}
          value={fact.question}
          label={t['field.facts.question'](index + 1)}
          placeholder={t['field.facts.question.placeholder']}
          maxLength={300}
        />
      )}
      rest={(fact, { path }) => (
        <SentenceField
          form={form}
          path={`${path}.answer`}
          value={fact.answer}
          label={t['field.facts.answer']}
          placeholder={t['field.facts.answer.placeholder']}
        />
      )}
    />
  );
}
