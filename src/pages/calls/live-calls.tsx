/** Calls that go on, each with the step that it is at. */
import { useQuery } from '@tanstack/react-query';
import { callsQuery, versionQuery } from '../../data/call-queries.ts';
import type { Call, CallFilter } from '../../data/calls.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Link } from '../../ui/link.tsx';
import { CallerNumber } from '../caller-number.tsx';
import { messages as pageMessages } from '../messages.ts';
import { OutcomeBadge } from '../outcome-badge.tsx';
import { messages } from './messages.ts';

/** More than ten calls at once are not taken by one account at Vapi. */
const MOST_LIVE = 20;
const SOON = 3_000;
const LATER = 15_000;
/** While changes are told: only in case one was missed. */
const RARELY = 60_000;

export interface LiveCallsProps {
  readonly workspaceId: string;
  readonly filter: CallFilter;
  readonly flowNames: ReadonlyMap<string, string>;
  /** Changes are told as they happen. */
  readonly isTold: boolean;
}

export function LiveCalls({ workspaceId, filter, flowNames, isTold }: LiveCallsProps) {
  const t = useMessages(messages);
  const live = useQuery({
    ...callsQuery(workspaceId, { ...filter, running: true }, MOST_LIVE),
    refetchInterval: ({ state }) => (isTold ? RARELY : state.data?.calls.length ? SOON : LATER),
  });
  const calls = live.data?.calls ?? [];
  if (calls.length === 0) return null;
  return (
    <section className="rounded-card border border-accent/40 bg-card shadow-card">
      <h2 className="border-b border-line px-5 py-2.5 text-sm font-semibold">{t.live}</h2>
      <ul aria-label={t.live} className="divide-y divide-line">
        {calls.map((call) => (
          <LiveCall
            key={call.id}
            call={call}
            flowName={call.flowId === null ? undefined : flowNames.get(call.flowId)}
          />
        ))}
      </ul>
    </section>
  );
}

function LiveCall({ call, flowName }: { readonly call: Call; readonly flowName: string | undefined }) {
  const t = useMessages(messages);
  const shared = useMessages(pageMessages);
  const format = useFormat();
  const step = useCurrentStep(call);
  const when = format.dateTime(call.startedAt);
  return (
    <li className="press-motion relative flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2 hover:bg-hover">
      <OutcomeBadge outcome={null} isRunning />
      <Link
        href={`/calls/${call.id}`}
        quiet
        aria-label={t.openCall(when)}
        className="font-medium after:absolute after:inset-0"
      >
        {format.time(call.startedAt)}
      </Link>
      <CallerNumber number={call.caller} />
      <span className="min-w-0 truncate text-muted">{flowName ?? shared.unknownFlow}</span>
      {step !== null && <span className="min-w-0 truncate">{t.liveStep(step)}</span>}
    </li>
  );
}

interface Drawn {
  readonly nodes?: Readonly<
    Record<string, { readonly title?: unknown; readonly kind?: unknown } | undefined>
  >;
}

/** Its title in the version that answers, else the name of its kind; null while neither is known. */
function useCurrentStep(call: Call): string | null {
  const names = useKindNames();
  const node = call.path.at(-1)?.node;
  const version = useQuery({
    ...versionQuery(call.versionId ?? ''),
    enabled: call.versionId !== null && node !== undefined,
  });
  // As stored, of any age: nothing is taken for granted.
  const drawn = (version.data?.document as Drawn | null | undefined)?.nodes?.[node ?? ''];
  if (!drawn) return null;
  if (typeof drawn.title === 'string' && drawn.title !== '') return drawn.title;
  return typeof drawn.kind === 'string' ? names.kind(drawn.kind) : null;
}
