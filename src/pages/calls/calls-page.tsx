/** All calls: what happened. Filters stand in the address bar. */
import { useQuery } from '@tanstack/react-query';
import { PhoneIncoming, SearchX } from 'lucide-react';
import { useState } from 'react';
import { callsQuery } from '../../data/call-queries.ts';
import { type Call, OUTCOMES } from '../../data/calls.ts';
import { flowsQuery } from '../../data/queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useSearchParams } from '../../router/router.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { isRunning } from '../call-times.ts';
import { CallsNav } from '../calls-nav.tsx';
import { messages as pageMessages } from '../messages.ts';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { CallRows, CallRowsSkeleton } from './call-rows.tsx';
import { FiguresRow } from './figures-row.tsx';
import { messages } from './messages.ts';

const PERIODS = ['7', '30', 'all'] as const;
type Period = (typeof PERIODS)[number];
const ALL = 'all';
const DAY = 86_400_000;
/** The chart of "all" shows as many days as the longest period. */
const MOST_DAYS = 30;
/** How often the list looks for news, while calls go on and otherwise. */
const SOON = 3_000;
const LATER = 20_000;

/** The filters of the address bar, and how to change one. */
function useFilters() {
  const [params, setParams] = useSearchParams();
  const period: Period = PERIODS.find((known) => known === params.get('days')) ?? '30';
  const change = (key: 'days' | 'flow' | 'outcome', value: string) =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        if (value === ALL && key !== 'days') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const outcome = OUTCOMES.find((known) => known === params.get('outcome')) ?? ALL;
  const clear = () => setParams({ days: ALL }, { replace: true });
  return { period, flow: params.get('flow') ?? ALL, outcome, change, clear };
}

/** Begins at a local midnight, so that the question to the server stays the same for a day. */
function sinceOf(period: Period): string | undefined {
  if (period === 'all') return undefined;
  return new Date(new Date(Date.now() - (Number(period) - 1) * DAY).setHours(0, 0, 0, 0)).toISOString();
}

export function CallsPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const filters = useFilters();
  // asked once: "today" does not move while the page is open
  const [since] = useState(() => new Map(PERIODS.map((period) => [period, sinceOf(period)])));
  const from = since.get(filters.period);
  const calls = useQuery({
    ...callsQuery(workspace.id, from === undefined ? {} : { since: from }),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? SOON : LATER),
  });
  // who never had a call is told how to get one, not to choose a longer period
  const isQuiet = calls.data?.length === 0;
  const ever = useQuery({ ...callsQuery(workspace.id, {}), enabled: isQuiet && from !== undefined });
  const isPending = calls.isPending || (isQuiet && from !== undefined && ever.isPending);
  const isNew = isQuiet && (from === undefined || ever.data?.length === 0);
  return (
    <PageFrame title={t.title}>
      <PageHeader title={t.title} />
      <CallsNav />
      {isPending && <CallRowsSkeleton />}
      {calls.isError && <PageFailure error={calls.error} onRetry={() => void calls.refetch()} />}
      {!isPending && isNew && <NoCallYet />}
      {!isPending && !isNew && calls.data !== undefined && <CallList calls={calls.data} filters={filters} />}
    </PageFrame>
  );
}

function NoCallYet() {
  const t = useMessages(messages);
  return (
    <EmptyState
      icon={<PhoneIncoming />}
      title={t.emptyTitle}
      action={
        <ButtonLink href="/numbers" variant="primary">
          {t.emptyAction}
        </ButtonLink>
      }
    >
      {t.emptyText}
    </EmptyState>
  );
}

interface CallListProps {
  readonly calls: readonly Call[];
  readonly filters: ReturnType<typeof useFilters>;
}

function CallList({ calls, filters }: CallListProps) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const flows = useQuery(flowsQuery(workspace.id));
  const { period, flow, outcome, change, clear } = filters;
  // Until the names are there, every flow would seem to be deleted.
  if (flows.isPending) return <CallRowsSkeleton />;
  const names = new Map(flows.data?.map(({ id, name }) => [id, name]));
  const ofFlow = calls.filter((call) => flow === ALL || call.flowId === flow);
  const shown = ofFlow.filter((call) => outcome === ALL || call.outcome === outcome);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t.period}
          segments={PERIODS.map((id) => ({ id, label: t.periods[id] }))}
          value={period}
          onChange={(id) => change('days', id)}
        />
        <Select
          label={t.flow}
          labelHidden
          options={[{ id: ALL, label: t.allFlows }, ...[...names].map(([id, label]) => ({ id, label }))]}
          value={flow}
          onChange={(id) => change('flow', id)}
          className="w-56 max-sm:w-full"
        />
        <OutcomeChips calls={ofFlow} value={outcome} onChange={(id) => change('outcome', id)} />
      </div>
      <FiguresRow calls={shown} days={period === 'all' ? MOST_DAYS : Number(period)} />
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t.nothingTitle}
          action={<Button onPress={clear}>{t.showAll}</Button>}
        >
          {t.nothingText}
        </EmptyState>
      ) : (
        <CallRows calls={shown} flowNames={names} />
      )}
    </>
  );
}

interface OutcomeChipsProps {
  readonly calls: readonly Call[];
  readonly value: string;
  readonly onChange: (outcome: string) => void;
}

/** Only the endings that occur; no chips when there is nothing to choose. */
function OutcomeChips({ calls, value, onChange }: OutcomeChipsProps) {
  const t = useMessages(messages);
  const shared = useMessages(pageMessages);
  const present = OUTCOMES.filter((id) => id === value || calls.some((call) => call.outcome === id));
  if (present.length < 2 && value === ALL) return null;
  return (
    <FilterChips
      label={t.outcome}
      chips={[
        { id: ALL, label: t.allOutcomes },
        ...present.map((id) => ({
          id,
          label: shared.outcomes[id],
          count: calls.filter((call) => call.outcome === id).length,
        })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
