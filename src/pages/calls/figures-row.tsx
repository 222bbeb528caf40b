/** Four figures about the calls shown, and when they came: by day, or by hour of the day. */
import { useState } from 'react';
import type { SumsAnswer } from '../../data/calls.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { busiestHour, callsByDay, callsByHour } from './call-figures.ts';
import { messages } from './messages.ts';

export interface FiguresRowProps {
  readonly sums: SumsAnswer;
  /** Days in the chart. */
  readonly days: number;
}

export function FiguresRow({ sums, days }: FiguresRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const average = sums.seconds === null || sums.ended === 0 ? null : (sums.seconds / sums.ended) * 1000;
  const cells = [
    { name: t.figures.calls, value: format.number(sums.calls) },
    { name: t.figures.served, value: format.number(sums.served) },
    { name: t.figures.length, value: average === null ? t.none : format.duration(average) },
    { name: t.figures.cost, value: sums.cost === null ? t.none : format.money(sums.cost, 'USD') },
  ];
  return (
    <section className="grid grid-cols-2 rounded-card border border-line bg-card shadow-card lg:grid-cols-[repeat(4,minmax(0,1fr))_minmax(0,2fr)]">
      {cells.map(({ name, value }) => (
        <dl
          key={name}
          className="border-line px-5 py-4 not-first:border-l max-lg:odd:border-l-0 max-lg:nth-[n+3]:border-t"
        >
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="mt-1 text-lg font-semibold tracking-[-0.01em] tabular-nums">{value}</dd>
        </dl>
      ))}
      <Chart sums={sums} days={days} />
    </section>
  );
}

function Chart({ sums, days }: FiguresRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const [kind, setKind] = useState<'day' | 'hour'>('day');
  const busiest = busiestHour(sums.hours);
  const bars =
    kind === 'day'
      ? callsByDay(sums.days, days, Date.now()).map(({ day, count }) => ({
          when: format.shortDate(day),
          count,
        }))
      : callsByHour(sums.hours).map((count, hour) => ({ when: format.time(hourToday(hour)), count }));
  return (
    <div className="col-span-2 flex flex-col border-t border-line px-5 py-3 lg:col-span-1 lg:border-t-0 lg:border-l">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <p className="text-sm text-muted">{kind === 'day' ? t.chart : t.hourChart}</p>
        <SegmentedControl
          label={t.chartOf}
          segments={[
            { id: 'day', label: t.byDay },
            { id: 'hour', label: t.byHour },
          ]}
          value={kind}
          onChange={setKind}
        />
      </div>
      <Bars label={kind === 'day' ? t.chart : t.hourChart} bars={bars} />
      {kind === 'hour' && busiest !== null && (
        <p className="mt-1 text-xs text-muted">
          {t.busiest(format.weekday(Math.floor(busiest / 24)), format.time(hourToday(busiest % 24)))}
        </p>
      )}
    </div>
  );
}

interface BarsProps {
  readonly label: string;
  readonly bars: readonly { readonly when: string; readonly count: number }[];
}

/** Read by height, by the text of each bar, and by the count over the highest: never by colour. */
function Bars({ label, bars }: BarsProps) {
  const t = useMessages(messages);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ol aria-label={label} className="mt-2 flex h-9 items-end gap-[3px]">
      {bars.map(({ when, count }) => (
        <li
          key={when}
          title={t.onDay(when, t.count(count))}
          className={
            count === 0 ? 'min-w-0 flex-1 rounded-[2px] bg-fill' : 'min-w-0 flex-1 rounded-[2px] bg-accent'
          }
          style={{ height: count === 0 ? 3 : `${Math.max(12, (count / most) * 100)}%` }}
        >
          <span className="sr-only">{t.onDay(when, t.count(count))}</span>
        </li>
      ))}
    </ol>
  );
}

function hourToday(hour: number): number {
  return new Date().setHours(hour, 0, 0, 0);
}
