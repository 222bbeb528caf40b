/** Dates with hours of their own: closed, or open at other times. Knows no kind. */
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ExceptionalDay, OpeningHours } from '../flow/document.ts';
import { useFormat } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { formMessages } from './messages.ts';
import { SpanList } from './span-list.tsx';

const MOST_DAYS = 400;

export interface SpecialDaysProps {
  readonly hours: OpeningHours;
  readonly isReadOnly: boolean;
  readonly onChange: (days: readonly ExceptionalDay[]) => void;
}

export function SpecialDays({ hours, isReadOnly, onChange }: SpecialDaysProps) {
  const t = useMessages(formMessages);
  const format = useFormat();
  const [date, setDate] = useState('');
  const days = hours.exceptions;
  const canAdd = !isReadOnly && isDate(date) && days.length < MOST_DAYS;
  const add = (spans: ExceptionalDay['spans']) => {
    const others = days.filter((day) => day.date !== date);
    onChange([...others, { date, spans }].sort((a, b) => (a.date < b.date ? -1 : 1)));
    setDate('');
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t.specialDays}</legend>
      {days.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a date may stand here twice
        <div key={index} className="flex flex-col gap-1 rounded-lg border border-line p-2">
          <span className="text-sm">{format.date(`${day.date}T12:00:00`)}</span>
          <SpanList
            day={format.date(`${day.date}T12:00:00`)}
            spans={day.spans}
            isReadOnly={isReadOnly}
            onChange={(spans) => onChange(days.with(index, { ...day, spans }))}
          >
            <IconButton
              label={t.removeDate(format.date(`${day.date}T12:00:00`))}
              icon={<X />}
              size="small"
              onPress={() => onChange(days.toSpliced(index, 1))}
            />
          </SpanList>
        </div>
      ))}
      {!isReadOnly && (
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            className="min-w-36 flex-1"
            type="date"
            label={t.specialDate}
            labelHidden
            value={date}
            onChange={setDate}
          />
          <Button variant="secondary" isDisabled={!canAdd} onPress={() => add([])}>
            {t.addClosedDate}
          </Button>
          <Button variant="secondary" isDisabled={!canAdd} onPress={() => add(usualSpans(hours, date))}>
            {t.addOtherHours}
          </Button>
        </div>
      )}
      <p className="text-xs text-muted">{t.specialDaysHint}</p>
    </fieldset>
  );
}

function isDate(date: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
}

/** Those of that day of the week, to be corrected; something to correct even where it is closed. */
function usualSpans({ week }: OpeningHours, date: string): ExceptionalDay['spans'] {
  const spans = week[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? [];
  return spans.length > 0 ? spans : [{ from: 9 * 60, to: 18 * 60 }];
}
