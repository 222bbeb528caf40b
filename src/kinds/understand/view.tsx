/** Find out what they want: its icon, card and form. */
import { Plus, Split } from 'lucide-react';
import type { ExitId } from '../../flow/document.ts';
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type CardDocument, defineKindView, type KindForm } from '../kind-view.ts';
import { moved, RowButtons } from '../row-buttons.tsx';
import { SentenceField } from '../sentence-field.tsx';
import { SentenceText } from '../sentence-text.tsx';
import type { UnderstandData } from './kind.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);
const MOST_CHOICES = 6;
const FEWEST_CHOICES = 2;

function Body({ data, document }: { readonly data: UnderstandData; readonly document: CardDocument }) {
  return <SentenceText sentence={data.question} information={document.information} />;
}

function Inspector({ data, form }: { readonly data: UnderstandData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="question"
        value={data.question}
        label={t['field.question']}
        placeholder={t['field.question.placeholder']}
      />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t.choices}</legend>
        {data.choices.map((choice, index) => (
          <ChoiceRow key={choice.id} index={index} data={data} form={form} />
        ))}
        {data.choices.length < MOST_CHOICES && (
          <Button
            size="small"
            variant="ghost"
            icon={<Plus />}
            className="-ml-2 self-start"
            isDisabled={form.isReadOnly}
            onPress={() =>
              form.set('choices', [...data.choices, { id: form.newId(), label: '', examples: [] }])
            }
          >
            {t.addChoice}
          </Button>
        )}
      </fieldset>
    </>
  );
}

interface ChoiceRowProps {
  readonly index: number;
  readonly data: UnderstandData;
  readonly form: KindForm;
}

function ChoiceRow({ index, data, form }: ChoiceRowProps) {
  const t = useMessages(messages);
  const choice = data.choices[index];
  if (!choice) return null;
  const path = `choices.${index}`;
  const count = data.choices.length;
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <div className="flex items-start gap-1">
        <TextField
          className="flex-1"
          label={t['field.choices.label'](index + 1)}
          labelHidden
          placeholder={t['field.choices.label.placeholder']}
          value={choice.label}
          maxLength={120}
          isReadOnly={form.isReadOnly}
          error={form.error(`${path}.label`)}
          onChange={(label) => form.type(`${path}.label`, label)}
        />
        <span className="flex h-9 items-center">
          <RowButtons
            index={index}
            count={count}
            isDisabled={form.isReadOnly}
            onMove={(to) => form.set('choices', moved(data.choices, index, to))}
            onRemove={
              count > FEWEST_CHOICES ? () => form.set('choices', data.choices.toSpliced(index, 1)) : undefined
            }
          />
        </span>
      </div>
      <TextArea
        label={t['field.choices.examples']}
        {...(index === 0 ? { hint: t['field.choices.examples.hint'] } : {})}
        placeholder={t['field.choices.examples.placeholder']}
        rows={1}
        value={choice.examples.join('\n')}
        isReadOnly={form.isReadOnly}
        onChange={(text) =>
          form.edit({
            changes: [{ path: `${path}.examples`, value: text === '' ? [] : text.split('\n').slice(0, 12) }],
            typing: `${path}.examples`,
          })
        }
      />
    </div>
  );
}

function exitKey(data: UnderstandData, exit: ExitId): string | undefined {
  return data.choices.find(({ id }) => id === exit)?.label.trim() === '' ? 'exit.unnamed' : undefined;
}

export const view = defineKindView<UnderstandData>({ icon: Split, messages, Body, Inspector, exitKey });
