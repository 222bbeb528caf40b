/** Opening hours chosen from those of the flow, made on the spot or changed in place. Knows no kind. */
import { CalendarClock } from 'lucide-react';
import type { HoursId, OpeningHours } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Select } from '../ui/select.tsx';
import { HoursForm } from './hours-form.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

const NEW = 'new hours';
const MORNING = { from: 9 * 60, to: 12 * 60 };
const AFTERNOON = { from: 14 * 60, to: 18 * 60 };

/** Monday to Friday, morning and afternoon: something to correct rather than an empty table. */
export function usualHours(id: HoursId, name: string, timeZone: string): OpeningHours {
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [MORNING, AFTERNOON] : []));
  return { id, name, timeZone, week, closedOn: [] };
}

export interface HoursFieldProps {
  readonly form: KindForm;
  /** Path of the field in the step's data; it holds an id of the flow's hours. */
  readonly path: string;
  readonly value: string;
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
}

export function HoursField({ form, path, value, label, labelHidden = false, hint }: HoursFieldProps) {
  const t = useMessages(formMessages);
  const hours = form.document.hours[value as HoursId];
  const choose = (id: string) => {
    if (id !== NEW) return form.set(path, id);
    const made = usualHours(form.newId() as HoursId, t.newHours, form.document.settings.timeZone);
    form.edit({ changes: [{ path, value: made.id }], hours: [made] });
  };
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={label}
        labelHidden={labelHidden}
        {...(hint === undefined ? {} : { hint })}
        error={form.error(path)}
        placeholder={t.hoursToChoose}
        options={[
          ...Object.values(form.document.hours).map(({ id, name }) => ({ id: id as string, label: name })),
          { id: NEW, label: t.newHours },
        ]}
        value={hours?.id ?? null}
        isDisabled={form.isReadOnly}
        onChange={choose}
      />
      {hours && (
        <Disclosure
          title={
            <>
              <CalendarClock aria-hidden className="size-4" /> {t.editHours}
            </>
          }
        >
          <HoursForm hours={hours} form={form} />
        </Disclosure>
      )}
    </div>
  );
}
