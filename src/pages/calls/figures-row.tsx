/** Four figures about the calls shown, and how many came on each day. */
import { useMemo } from 'react';
import type { Call } from '../../data/calls.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { callsByDay, figuresOf } from './call-figures.ts';
import { messages } from './messages.ts';

export interface FiguresRowProps {
  readonly calls: readonly Call[];
  /** Days in the chart. */
  readonly days: number;
}

export function FiguresRow({ calls, days }: FiguresRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const figures = useMemo(() => figuresOf(calls), [calls]);
  const cells = [
    { name: t.figures.calls, value: format.number(figures.calls) },
    { name: t.figures.served, value: format.number(figures.served) },
    {
      name: t.figures.length,
      value: figures.averageLength === null ? t.none : format.duration(figures.averageLength),
    },
    { name: t.figures.cost, value: figures.cost === null ? t.none : format.money(figures.cost, 'USD') },
  ];
  return (
    <section className="grid grid-cols-2 rounded-card border border-line bg-card shadow-card lg:grid-cols-[repeat(4,minmax(0,1fr))_minmax(0,1.6fr)]">
      {cells.map(({ name, value }) => (
        <dl
          key={name}
          className="border-line px-5 py-4 not-first:border-l max-lg:odd:border-l-0 max-lg:nth-[n+3]:border-t"
        >
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="mt-1 text-lg font-semibold tracking-[-0.01em] tabular-nums">{value}</dd>
        </dl>
      ))}
      <DayChart calls={calls} days={days} />
    </section>
  );
}

function DayChart({ calls, days }: FiguresRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const bars = useMemo(() => callsByDay(calls, days, Date.now()), [calls, days]);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className="col-span-2 flex flex-col border-t border-line px-5 py-4 lg:col-span-1 lg:border-t-0 lg:border-l">
      <p className="text-sm text-muted">{t.chart}</p>
      <ol aria-label={t.chart} className="mt-2 flex h-9 items-end gap-[3px]">
        {bars.map(({ day, count }) => (
          <li
            key={day}
            title={t.onDay(format.shortDate(day), t.count(count))}
            className={
              count === 0 ? 'min-w-0 flex-1 rounded-[2px] bg-fill' : 'min-w-0 flex-1 rounded-[2px] bg-accent'
            }
            style={{ height: count === 0 ? 3 : `${Math.max(12, (count / most) * 100)}%` }}
          >
            <span className="sr-only">{t.onDay(format.shortDate(day), t.count(count))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
