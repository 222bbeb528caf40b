/** From when to when a place is open on one day, as rows of two times. Knows no opening hours and no kind. */
import { Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TimeSpan } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { clockOf, END_OF_DAY, minuteOf } from './clock.ts';
import { formMessages } from './messages.ts';

const MOST_SPANS = 6;

export interface SpanListProps {
  /** The day, for screen readers. */
  readonly day: string;
  readonly spans: readonly TimeSpan[];
  readonly isReadOnly: boolean;
  readonly onChange: (spans: readonly TimeSpan[]) => void;
  /** Further buttons of the day, where it can be changed. */
  readonly children?: ReactNode;
}

export function SpanList({ day, spans, isReadOnly, onChange, children }: SpanListProps) {
  const t = useMessages(formMessages);
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
    <div className="flex min-w-0 flex-1 items-start gap-2">
      <div className="flex w-46 min-w-0 flex-col gap-1">
        {spans.length === 0 && (
          <span className="flex min-h-8 items-center text-sm text-muted pointer-coarse:min-h-11">
            {t.closedDay}
          </span>
        )}
        {spans.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
          <div key={index} className="flex items-center gap-1">
            <ClockInput
              label={t.opens(day)}
              value={span.from}
              isReadOnly={isReadOnly}
              onChange={(minute) => change(index, 'from', minute)}
            />
            <span aria-hidden className="text-muted">
              –
            </span>
            <ClockInput
              label={t.closes(day)}
              value={span.to}
              isReadOnly={isReadOnly}
              onChange={(minute) => change(index, 'to', minute)}
            />
            {!isReadOnly && (
              <IconButton
                label={t.remove}
                icon={<X />}
                size="small"
                onPress={() => onChange(spans.toSpliced(index, 1))}
              />
            )}
          </div>
        ))}
      </div>
      {!isReadOnly && (
        <span className="flex min-h-8 items-center pointer-coarse:min-h-11">
          <IconButton
            label={t.addSpan(day)}
            icon={<Plus />}
            size="small"
            isDisabled={spans.length >= MOST_SPANS}
            onPress={() => onChange([...spans, { from, to: Math.min(from + 3 * 60, END_OF_DAY) }])}
          />
          {children}
        </span>
      )}
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
      className="press-motion h-8 w-16 min-w-0 rounded-md border border-field/70 bg-card text-center text-sm tabular-nums hover:border-field pointer-coarse:h-11"
    />
  );
}
