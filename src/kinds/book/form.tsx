/** Book: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { HoursField } from '../hours-field.tsx';
import { InformationSelect } from '../information-select.tsx';
import { hasFaultAt, type KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import { CalendarField } from './calendar-field.tsx';
import type { BookData } from './kind.ts';
import { messages } from './messages.ts';

interface InspectorProps {
  readonly data: BookData;
  readonly form: KindForm;
}

export function Form({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <>
      <TextField
        label={t['field.service']}
        hint={t['field.service.hint']}
        placeholder={t['field.service.placeholder']}
        value={data.service}
        maxLength={120}
        isReadOnly={form.isReadOnly}
        error={form.error('service')}
        onChange={(service) => form.type('service', service)}
      />
      <AmountField
        form={form}
        path="minutes"
        unit="minute"
        value={data.minutes}
        label={t['field.minutes']}
        hint={t['field.minutes.hint']}
        range={{ minValue: 5, maxValue: 480, step: 5 }}
      />
      <HoursField
        form={form}
        path="hours"
        value={data.hours}
        label={t['field.hours']}
        hint={t['field.hours.hint']}
      />
      <CalendarField form={form} value={data.calendar ?? ''} />
      <WhoAndWhen data={data} form={form} />
      <SentenceField
        form={form}
        path="confirmation"
        value={data.confirmation}
        label={t['field.confirmation']}
        hint={t['field.confirmation.hint']}
        placeholder={t['field.confirmation.placeholder']}
      />
      <Disclosure title={t.spacing} hasFault={hasFaultAt(form, 'buffer', 'notice')}>
        <div className="flex flex-col gap-4">
          <AmountField
            form={form}
            path="buffer"
            unit="minute"
            value={data.buffer}
            label={t['field.buffer']}
            hint={t['field.buffer.hint']}
            range={{ minValue: 0, maxValue: 240, step: 5 }}
          />
          <AmountField
            form={form}
            path="notice"
            unit="hour"
            value={data.notice}
            label={t['field.notice']}
            hint={t['field.notice.hint']}
            range={{ minValue: 0, maxValue: 720, step: 1 }}
          />
        </div>
      </Disclosure>
    </>
  );
}

/** What the caller said that a booking needs. */
function WhoAndWhen({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <>
      <InformationSelect
        form={form}
        path="when"
        value={data.when}
        types={['date', 'time', 'text']}
        label={t['field.when']}
        hint={t['field.when.hint']}
      />
      <InformationSelect
        form={form}
        path="name"
        value={data.name}
        types={['name', 'text']}
        label={t['field.name']}
        hint={t['field.name.hint']}
        optional
      />
      <InformationSelect
        form={form}
        path="phone"
        value={data.phone}
        types={['phone']}
        label={t['field.phone']}
        hint={t['field.phone.hint']}
        optional
      />
    </>
  );
}

interface AmountFieldProps {
  readonly form: KindForm;
  readonly path: string;
  readonly unit: 'minute' | 'hour';
  readonly value: number;
  readonly label: string;
  readonly hint: string;
  readonly range: { readonly minValue: number; readonly maxValue: number; readonly step: number };
}

function AmountField({ form, path, unit, value, label, hint, range }: AmountFieldProps) {
  return (
    <NumberField
      label={label}
      hint={hint}
      error={form.error(path)}
      formatOptions={{ style: 'unit', unit, unitDisplay: 'long' }}
      {...range}
      value={value}
      isDisabled={form.isReadOnly}
      // An emptied field is not a number; what was there stays.
      onChange={(amount) => Number.isInteger(amount) && form.set(path, amount)}
    />
  );
}
