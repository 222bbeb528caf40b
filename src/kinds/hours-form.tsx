/** The week table of opening hours, the time zone, and the days on which the place is closed. Knows no kind. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { OpeningHours, TimeSpan } from '../flow/document.ts';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

/** A Monday; only its weekday counts. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const END_OF_DAY = 1440;

/** `09:30` for 570, `24:00` for 1440. Pure. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** 570 for `9:30`, `9h30`, `930` or `09.30`; 540 for `9` or `9h`; undefined for what is no time of day. Pure. */
export function minuteOf(clock: string): number | undefined {
  const match = /^(\d{1,2})(?:\s*[:h.]?\s*(\d{2})|\s*h)?$/i.exec(clock.trim());
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= END_OF_DAY ? minute : undefined;
}

export interface HoursFormProps {
  readonly hours: OpeningHours;
  readonly form: KindForm;
}

export function HoursForm({ hours, form }: HoursFormProps) {
  const t = useMessages(formMessages);
  const put = (next: OpeningHours, typing?: string) =>
    form.edit({ changes: [], hours: [next], ...(typing === undefined ? {} : { typing }) });
  const putDay = (day: number, spans: readonly TimeSpan[]) =>
    put({ ...hours, week: hours.week.map((old, index) => (index === day ? spans : old)) });
  const zones = Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id.replaceAll('_', ' ') }));
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t.hoursName}
        value={hours.name}
        isReadOnly={form.isReadOnly}
        onChange={(name) => put({ ...hours, name }, `hours:${hours.id}:name`)}
      />
      <div className="flex flex-col gap-1">
        {hours.week.map((spans, day) => (
          <DayRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place in the week
            key={day}
            day={day}
            spans={spans}
            isReadOnly={form.isReadOnly}
            onChange={(next) => putDay(day, next)}
          />
        ))}
      </div>
      <Button
        size="small"
        variant="ghost"
        className="-ml-2 self-start"
        isDisabled={form.isReadOnly}
        onPress={() =>
          put({ ...hours, week: hours.week.map((old, day) => (day < 5 ? (hours.week[0] ?? []) : old)) })
        }
      >
        {t.copyToWeek}
      </Button>
      <ClosedDates hours={hours} form={form} onChange={(closedOn) => put({ ...hours, closedOn })} />
      <ComboBox
        label={t.timeZone}
        options={zones}
        value={hours.timeZone}
        isDisabled={form.isReadOnly}
        onChange={(timeZone) => put({ ...hours, timeZone })}
      />
    </div>
  );
}

interface DayRowProps {
  readonly day: number;
  readonly spans: readonly TimeSpan[];
  readonly isReadOnly: boolean;
  readonly onChange: (spans: readonly TimeSpan[]) => void;
}

function DayRow({ day, spans, isReadOnly, onChange }: DayRowProps) {
  const t = useMessages(formMessages);
  const language = useLanguage();
  const date = MONDAY + day * DAY;
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
  const short = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(date);
  const last = spans.at(-1);
  const from = last ? Math.min(last.to + 60, END_OF_DAY - 60) : 9 * 60;
  const change = (index: number, edge: keyof TimeSpan, minute: number) => {
    const span = spans[index];
    if (!span) return;
    const next = { ...span, [edge]: minute };
    // A span that ends before it begins would never be open: the other edge follows.
    if (next.from >= next.to)
      next[edge === 'from' ? 'to' : 'from'] = edge === 'from' ? minute + 30 : minute - 30;
    if (next.from < 0 || next.to > END_OF_DAY) return;
    onChange(spans.with(index, next));
  };
  return (
    <div className="flex items-start gap-2">
      <span className="w-9 pt-1.5 text-sm text-muted">{short}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {spans.length === 0 && <span className="pt-1.5 text-sm text-muted">{t.closedDay}</span>}
        {spans.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
          <div key={index} className="flex items-center gap-1">
            <ClockInput
              label={t.opens(name)}
              value={span.from}
              isReadOnly={isReadOnly}
              onChange={(minute) => change(index, 'from', minute)}
            />
            <span aria-hidden className="text-muted">
              –
            </span>
            <ClockInput
              label={t.closes(name)}
              value={span.to}
              isReadOnly={isReadOnly}
              onChange={(minute) => change(index, 'to', minute)}
            />
            <IconButton
              label={t.remove}
              icon={<X />}
              size="small"
              isDisabled={isReadOnly}
              onPress={() => onChange(spans.toSpliced(index, 1))}
            />
          </div>
        ))}
      </div>
      <IconButton
        label={t.addSpan(name)}
        icon={<Plus />}
        size="small"
        isDisabled={isReadOnly || spans.length >= 3}
        onPress={() => onChange([...spans, { from, to: Math.min(from + 3 * 60, END_OF_DAY) }])}
      />
    </div>
  );
}

interface ClockInputProps {
  readonly label: string;
  readonly value: number;
  readonly isReadOnly: boolean;
  readonly onChange: (minute: number) => void;
}

/** Typed as people write a time, and written out when the field is left. */
function ClockInput({ label, value, isReadOnly, onChange }: ClockInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const minute = typed === null ? undefined : minuteOf(typed);
    if (minute !== undefined && minute !== value) onChange(minute);
    setTyped(null);
  };
  return (
    <input
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={7}
      value={typed ?? clockOf(value)}
      readOnly={isReadOnly}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
      className="press-motion h-8 w-16 min-w-0 rounded-md border border-field/70 bg-card text-center text-sm tabular-nums hover:border-field"
    />
  );
}

interface ClosedDatesProps extends HoursFormProps {
  readonly onChange: (dates: readonly string[]) => void;
}

function ClosedDates({ hours, form, onChange }: ClosedDatesProps) {
  const t = useMessages(formMessages);
  const format = useFormat();
  const [date, setDate] = useState('');
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-end gap-2">
        <TextField
          className="flex-1"
          type="date"
          label={t.closedOn}
          value={date}
          isReadOnly={form.isReadOnly}
          onChange={setDate}
        />
        <IconButton
          label={t.addDate}
          icon={<Plus />}
          variant="secondary"
          isDisabled={form.isReadOnly || date === ''}
          onPress={() => {
            onChange([...new Set([...hours.closedOn, date])].sort());
            setDate('');
          }}
        />
      </div>
      <div className="flex flex-wrap gap-1">
        {hours.closedOn.map((day) => (
          <Button
            key={day}
            size="small"
            variant="secondary"
            isDisabled={form.isReadOnly}
            aria-label={t.removeDate(format.date(`${day}T12:00:00`))}
            onPress={() => onChange(hours.closedOn.filter((other) => other !== day))}
          >
            {format.date(`${day}T12:00:00`)}
            <X aria-hidden />
          </Button>
        ))}
      </div>
    </div>
  );
}
