/** Pass to a person: its icon, card and form. */
import { PhoneForwarded, Plus } from 'lucide-react';
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { defineKindView, type KindForm } from '../kind-view.ts';
import { moved, RowButtons } from '../row-buttons.tsx';
import { SentenceField } from '../sentence-field.tsx';
import type { TransferData } from './kind.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);
const MOST_PEOPLE = 5;

function Body({ data }: { readonly data: TransferData }) {
  const t = useMessages(messages);
  const first = data.people.find(({ name, number }) => name.trim() !== '' || number.trim() !== '');
  if (!first) return <span className="opacity-75">{t.nobody}</span>;
  return (
    <>
      {first.name.trim() === '' ? null : <span className="block truncate">{first.name}</span>}
      <span className="block truncate tabular-nums">{first.number}</span>
    </>
  );
}

function Inspector({ data, form }: { readonly data: TransferData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="message"
        value={data.message}
        label={t['field.message']}
        placeholder={t['field.message.placeholder']}
      />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t.people}</legend>
        {data.people.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people have no identity but their place
          <Person key={index} index={index} data={data} form={form} />
        ))}
        {data.people.length > 1 && <p className="text-xs text-muted">{t['people.hint']}</p>}
        {data.people.length < MOST_PEOPLE && (
          <Button
            size="small"
            variant="ghost"
            icon={<Plus />}
            className="-ml-2 self-start"
            isDisabled={form.isReadOnly}
            onPress={() => form.set('people', [...data.people, { name: '', number: '' }])}
          >
            {t.addPerson}
          </Button>
        )}
      </fieldset>
      <Switch
        label={t['field.tellWhy']}
        hint={t['field.tellWhy.hint']}
        isSelected={data.tellWhy}
        isDisabled={form.isReadOnly}
        onChange={(tellWhy) => form.set('tellWhy', tellWhy)}
      />
    </>
  );
}

interface PersonProps {
  readonly index: number;
  readonly data: TransferData;
  readonly form: KindForm;
}

function Person({ index, data, form }: PersonProps) {
  const t = useMessages(messages);
  const person = data.people[index];
  if (!person) return null;
  const path = `people.${index}`;
  return (
    <div className="rounded-lg border border-line p-3">
      <div className="flex items-start gap-2">
        <TextField
          className="flex-1"
          label={t['field.people.name']}
          placeholder={t['field.people.name.placeholder']}
          value={person.name}
          maxLength={80}
          isReadOnly={form.isReadOnly}
          onChange={(name) => form.type(`${path}.name`, name)}
        />
        {data.people.length > 1 && (
          <RowButtons
            index={index}
            count={data.people.length}
            isDisabled={form.isReadOnly}
            onMove={(to) => form.set('people', moved(data.people, index, to))}
            onRemove={() => form.set('people', data.people.toSpliced(index, 1))}
          />
        )}
      </div>
      <TextField
        className="mt-2"
        type="tel"
        label={t['field.people.number']}
        placeholder="01 42 68 53 00"
        value={person.number}
        maxLength={40}
        isReadOnly={form.isReadOnly}
        error={form.error(`${path}.number`)}
        onChange={(number) => form.type(`${path}.number`, number)}
      />
    </div>
  );
}

export const view = defineKindView<TransferData>({ icon: PhoneForwarded, messages, Body, Inspector });
