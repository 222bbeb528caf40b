/** Find out what they want: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { hasFaultAt, type KindForm } from '../kind-view.ts';
import { ListOfRows } from '../list-of-rows.tsx';
import { RetriesField } from '../retries-field.tsx';
import { RowTextField } from '../row-text-field.tsx';
import { SentenceField } from '../sentence-field.tsx';
import {
  FEWEST_CHOICES,
  MOST_CHOICES,
  MOST_EXAMPLES,
  MOST_RETRIES,
  type UnderstandData,
  USUAL_RETRIES,
} from './kind.ts';
import { messages } from './messages.ts';

type Choice = UnderstandData['choices'][number];

interface InspectorProps {
  readonly data: UnderstandData;
  readonly form: KindForm;
}

export function Form({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="question"
        value={data.question}
        label={t['field.question']}
        hint={t['field.question.hint']}
        placeholder={t['field.question.placeholder']}
      />
      <Choices data={data} form={form} />
      <Disclosure
        title={t.more}
        defaultExpanded={data.retries !== undefined}
        hasFault={hasFaultAt(form, 'retries')}
      >
        <RetriesField
          form={form}
          value={data.retries ?? USUAL_RETRIES}
          most={MOST_RETRIES}
          hint={t['field.retries.hint']}
        />
      </Disclosure>
    </>
  );
}

function Choices({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <ListOfRows
      form={form}
      path="choices"
      rows={data.choices}
      legend={t.choices}
      hint={t.choicesHint}
      add={t.addChoice}
      most={MOST_CHOICES}
      fewest={FEWEST_CHOICES}
      isOrdered
      create={(): Choice => ({ id: form.newId(), label: '', examples: [] })}
      first={(choice, { index, path }) => (
        <RowTextField
          form={form}
          path={`${path}.label`}
          value={choice.label}
          label={t['field.choices.label'](index + 1)}
          placeholder={t['field.choices.label.placeholder']}
          maxLength={120}
        />
      )}
      rest={(choice, { index, path }) => (
        <>
          <PhrasesField
            form={form}
            path={`${path}.examples`}
            phrases={choice.examples}
            label={t['field.choices.examples']}
            {...(index === 0 ? { hint: t['field.choices.examples.hint'] } : {})}
            placeholder={t['field.choices.examples.placeholder']}
          />
          <Disclosure
            title={t['field.choices.counterExamples']}
            defaultExpanded={(choice.counterExamples ?? []).length > 0}
            hasFault={hasFaultAt(form, `${path}.counterExamples`)}
          >
            <PhrasesField
              form={form}
              path={`${path}.counterExamples`}
              phrases={choice.counterExamples ?? []}
              label={t['field.choices.counterExamples']}
              labelHidden
              hint={t['field.choices.counterExamples.hint']}
              placeholder={t['field.choices.counterExamples.placeholder']}
            />
          </Disclosure>
        </>
      )}
    />
  );
}

interface PhrasesFieldProps {
  readonly form: KindForm;
  readonly path: string;
  readonly phrases: readonly string[];
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly placeholder: string;
}

/** One phrase a line. */
function PhrasesField({ form, path, phrases, ...words }: PhrasesFieldProps) {
  return (
    <TextArea
      {...words}
      rows={1}
      value={phrases.join('\n')}
      isReadOnly={form.isReadOnly}
      error={form.error(path)}
      onChange={(text) =>
        form.edit({
          changes: [{ path, value: text === '' ? [] : text.split('\n').slice(0, MOST_EXAMPLES) }],
          typing: path,
        })
      }
    />
  );
}
