/** Pass to a person: its form. */
import type { HoursId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { HoursField } from '../hours-field.tsx';
import { hasFaultAt, type KindForm } from '../kind-view.ts';
import { ListOfRows } from '../list-of-rows.tsx';
import { SentenceField } from '../sentence-field.tsx';
import { type TransferData, waits } from './kind.ts';
import { messages } from './messages.ts';
import { MOST_PEOPLE, type Person, RING_SECONDS } from './people.ts';

interface InspectorProps {
  readonly data: TransferData;
  readonly form: KindForm;
}

export function Form({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <>
      <SentenceField
        form={form}
        path="message"
        value={data.message}
        label={t['field.message']}
        hint={t['field.message.hint']}
        placeholder={t['field.message.placeholder']}
      />
      <People data={data} form={form} />
      <Switch
        label={t['field.waitForAnswer']}
        hint={t['field.waitForAnswer.hint']}
        error={form.error('waitForAnswer')}
        isSelected={waits(data)}
        // Whoever is told why has to be waited for.
        isDisabled={form.isReadOnly || data.tellWhy}
        onChange={(waitForAnswer) => form.set('waitForAnswer', waitForAnswer)}
      />
      <Switch
        label={t['field.tellWhy']}
        hint={t['field.tellWhy.hint']}
        error={form.error('tellWhy')}
        isSelected={data.tellWhy}
        isDisabled={form.isReadOnly}
        onChange={(tellWhy) => form.set('tellWhy', tellWhy)}
      />
      {!waits(data) && <p className="text-xs text-muted">{t.leavesAtOnce}</p>}
    </>
  );
}

function People({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <ListOfRows
      form={form}
      path="people"
      rows={data.people}
      legend={t.people}
      hint={data.people.length > 1 ? t['people.hint'] : t['people.hintOne']}
      add={t.addPerson}
      most={MOST_PEOPLE}
      fewest={1}
      isOrdered
      create={(): Person => ({ name: '', number: '' })}
      first={(person, { path }) => (
        <TextField
          className="flex-1"
          label={t['field.people.name']}
          placeholder={t['field.people.name.placeholder']}
          value={person.name}
          maxLength={80}
          isReadOnly={form.isReadOnly}
          onChange={(name) => form.type(`${path}.name`, name)}
        />
      )}
      rest={(person, { path }) => (
        <>
          <TextField
            type="tel"
            label={t['field.people.number']}
            hint={t['field.people.number.hint']}
            placeholder="01 42 68 53 00"
            value={person.number}
            maxLength={40}
            isReadOnly={form.isReadOnly}
            error={form.error(`${path}.number`)}
            onChange={(number) => form.type(`${path}.number`, number)}
          />
          <WhenAndHowLong person={person} path={path} form={form} />
        </>
      )}
    />
  );
}

interface PersonProps {
  readonly person: Person;
  readonly path: string;
  readonly form: KindForm;
}

function WhenAndHowLong({ person, path, form }: PersonProps) {
  const t = useMessages(messages);
  const hours = person.hours ? form.document.hours[person.hours as HoursId] : undefined;
  return (
    <Disclosure
      title={hours ? t.personMoreSet(hours.name) : t.personMore}
      defaultExpanded={hasFaultAt(form, `${path}.hours`)}
      hasFault={hasFaultAt(form, `${path}.hours`)}
    >
      <div className="flex flex-col gap-4">
        <HoursField
          form={form}
          path={`${path}.hours`}
          value={person.hours ?? ''}
          label={t['field.people.hours']}
          hint={t['field.people.hours.hint']}
          none={t.always}
        />
        <NumberField
          label={t['field.people.ringSeconds']}
          hint={t['field.people.ringSeconds.hint']}
          value={person.ringSeconds ?? RING_SECONDS.usual}
          minValue={RING_SECONDS.least}
          maxValue={RING_SECONDS.most}
          step={5}
          isReadOnly={form.isReadOnly}
          onChange={(seconds) => {
            if (!Number.isNaN(seconds)) form.set(`${path}.ringSeconds`, seconds);
          }}
        />
      </div>
    </Disclosure>
  );
}
