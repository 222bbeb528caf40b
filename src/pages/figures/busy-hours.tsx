/** When calls come: a week of hours, read by the size of squares, by a sentence, and as a table. */
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { messages } from './messages.ts';
import { Wide } from './wide.tsx';

export interface BusyHoursProps {
  /** Hour of the week (0 is Monday at midnight) → calls. */
  readonly hours: Readonly<Record<string, number>>;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Units of the drawing. */
const CELL = 20;
const LEFT = 34;
const TOP = 16;

export function BusyHours({ hours }: BusyHoursProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const most = Math.max(1, ...Object.values(hours));
  const calls = (day: number, hour: number) => hours[day * 24 + hour] ?? 0;
  const time = (hour: number) => format.time(new Date(2026, 0, 5, hour));
  const busiest = Object.entries(hours).reduce<[number, number] | null>(
    (best, [hour, count]) => (best === null || count > best[1] ? [Number(hour), count] : best),
    null,
  );
  return (
    <Card title={t.busy}>
      {busiest !== null && (
        <p className="text-base">
          {t.busiest(format.weekday(Math.floor(busiest[0] / 24)), time(busiest[0] % 24), t.count(busiest[1]))}
        </p>
      )}
      <p className="mt-1 mb-3 text-sm text-muted">{t.busyHint}</p>
      <Wide label={t.busy}>
        <svg
          aria-hidden
          viewBox={`0 0 ${LEFT + 24 * CELL} ${TOP + 7 * CELL}`}
          className="w-full max-w-200 min-w-140"
        >
          {[0, 6, 12, 18].map((hour) => (
            <text key={hour} x={LEFT + hour * CELL} y={10} className="fill-muted text-[9px] tabular-nums">
              {time(hour)}
            </text>
          ))}
          {DAYS.map((day) => (
            <g key={day}>
              <text x={0} y={TOP + day * CELL + 13} className="fill-muted text-[9px]">
                {format.weekday(day).slice(0, 3)}
              </text>
              {HOURS.map((hour) => (
                <Hour
                  key={hour}
                  x={LEFT + hour * CELL}
                  y={TOP + day * CELL}
                  share={calls(day, hour) / most}
                  title={t.at(format.weekday(day), time(hour), t.count(calls(day, hour)))}
                />
              ))}
            </g>
          ))}
        </svg>
      </Wide>
      <Disclosure title={t.asTable} className="mt-3">
        <Wide label={t.asTable}>
          <table className="mt-2 text-sm tabular-nums">
            <caption className="sr-only">{t.busy}</caption>
            <thead>
              <tr>
                <th scope="col" className="pr-4 text-left font-medium">
                  {t.hour}
                </th>
                {DAYS.map((day) => (
                  <th key={day} scope="col" className="px-2 text-right font-medium">
                    {format.weekday(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {HOURS.map((hour) => (
                <tr key={hour} className="border-t border-line">
                  <th scope="row" className="pr-4 text-left font-normal text-muted">
                    {time(hour)}
                  </th>
                  {DAYS.map((day) => (
                    <td key={day} className="px-2 text-right">
                      {format.number(calls(day, hour))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </Disclosure>
    </Card>
  );
}

interface HourProps {
  readonly x: number;
  readonly y: number;
  /** Of the busiest hour. */
  readonly share: number;
  readonly title: string;
}

/** The area of the square is in proportion to the calls; none has a dot. */
function Hour({ x, y, share, title }: HourProps) {
  const side = share === 0 ? 2 : Math.max(4, Math.sqrt(share) * (CELL - 3));
  const inset = (CELL - side) / 2;
  return (
    <g>
      <title>{title}</title>
      <rect x={x} y={y} width={CELL} height={CELL} className="fill-transparent" />
      <rect
        x={x + inset}
        y={y + inset}
        width={side}
        height={side}
        rx={share === 0 ? 1 : 2}
        className={share === 0 ? 'fill-line' : 'fill-accent'}
      />
    </g>
  );
}
