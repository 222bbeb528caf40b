/** The list of calls: a table on wide screens, cards on phones. A row opens the call. */
import type { Call } from '../../data/calls.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { isRunning, lengthOf } from '../call-times.ts';
import { CallerNumber } from '../caller-number.tsx';
import { messages as pageMessages } from '../messages.ts';
import { OutcomeBadge } from '../outcome-badge.tsx';
import { messages } from './messages.ts';

export interface CallRowsProps {
  readonly calls: readonly Call[];
  /** Flow id → its name. */
  readonly flowNames: ReadonlyMap<string, string>;
}

const COLUMNS =
  'md:grid md:grid-cols-[9rem_minmax(0,1.3fr)_minmax(0,1fr)_10rem_6rem_5rem] md:items-center md:gap-4';

export function CallRows({ calls, flowNames }: CallRowsProps) {
  const t = useMessages(messages);
  return (
    <section className="overflow-hidden rounded-card border border-line bg-card shadow-card">
      <div
        aria-hidden
        className={`hidden border-b border-line px-5 py-2.5 text-xs font-medium text-muted ${COLUMNS}`}
      >
        <span>{t.when}</span>
        <span>{t.caller}</span>
        <span>{t.flow}</span>
        <span>{t.outcome}</span>
        <span className="text-right">{t.length}</span>
        <span className="text-right">{t.cost}</span>
      </div>
      <ul aria-label={t.title} className="divide-y divide-line">
        {calls.map((call) => (
          <CallRow
            key={call.id}
            call={call}
            flowName={call.flowId === null ? undefined : flowNames.get(call.flowId)}
          />
        ))}
      </ul>
    </section>
  );
}

function CallRow({ call, flowName }: { readonly call: Call; readonly flowName: string | undefined }) {
  const t = useMessages(messages);
  const shared = useMessages(pageMessages);
  const format = useFormat();
  const length = lengthOf(call);
  const when = format.dateTime(call.startedAt);
  return (
    <li
      className={`press-motion relative flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2 hover:bg-hover ${COLUMNS}`}
    >
      <Link
        href={`/calls/${call.id}`}
        quiet
        aria-label={t.openCall(when)}
        className="font-medium after:absolute after:inset-0 max-md:w-full"
      >
        {when}
      </Link>
      <CallerNumber number={call.caller} />
      <span className="min-w-0 truncate text-muted md:text-ink">{flowName ?? shared.unknownFlow}</span>
      <span className="max-md:ml-auto">
        <OutcomeBadge outcome={call.outcome} isRunning={isRunning(call)} />
      </span>
      <span className="text-muted tabular-nums md:text-right">
        {length === null ? t.none : format.clock(length)}
      </span>
      <span className="text-muted tabular-nums max-md:hidden md:text-right">
        {call.cost === null ? t.none : format.money(call.cost, 'USD')}
      </span>
    </li>
  );
}

export function CallRowsSkeleton() {
  return (
    <div aria-hidden className="divide-y divide-line rounded-card border border-line bg-card">
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <div key={row} className="flex items-center gap-6 px-5 py-4">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-5 w-24 rounded-full" />
        </div>
      ))}
    </div>
  );
}
