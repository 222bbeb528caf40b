/** Who answers next, and from when: the next changes as a list. */
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { answerAt, type ByHours, changesAfter } from '../../../publish/by-hours.ts';
import { type Place, zoneOf } from './by-hours-of.ts';
import { messages } from './messages.ts';

/** Two weeks see a long holiday through. */
const DAYS = 14;
const MOST = 4;

export interface ComingProps {
  readonly title: string;
  readonly schedule: ByHours<Place>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly nameOf: (place: Place) => string;
  /** Begins with who is due now. */
  readonly isPreview?: boolean;
}

export function Coming({ title, schedule, now, nameOf, isPreview = false }: ComingProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const zone = zoneOf(schedule);
  const changes = changesAfter(schedule, now, { days: DAYS, most: MOST });
  return (
    <div>
      <p className="mb-1 text-sm font-medium">{title}</p>
      {changes.length === 0 && !isPreview ? (
        <p className="text-sm text-muted">{t.never}</p>
      ) : (
        <ul className="flex flex-col gap-1 text-sm">
          {isPreview && <Line when={t.previewNow} who={nameOf(answerAt(schedule, now))} />}
          {changes.map(({ at, answer }) => (
            <Line
              key={at}
              when={t.comingAt(format.dayIn(at, zone), format.timeIn(at, zone))}
              who={nameOf(answer)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ when, who }: { readonly when: string; readonly who: string }) {
  return (
    <li className="flex flex-wrap gap-x-3">
      <span className="min-w-52 text-muted tabular-nums first-letter:uppercase">{when}</span>
      <span className="min-w-0 flex-1 basis-40">{who}</span>
    </li>
  );
}
