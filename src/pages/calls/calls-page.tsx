/** All calls: what happened. Filters stand in the address bar; the server filters, pages and counts. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PhoneIncoming, SearchX } from 'lucide-react';
import { useState } from 'react';
import { callSumsQuery, callsQuery } from '../../data/call-queries.ts';
import type { CallFilter, CallPlace, SumsAnswer } from '../../data/calls.ts';
import { numbersQuery } from '../../data/number-queries.ts';
import { flowsQuery } from '../../data/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CallsNav } from '../calls-nav.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { callFilterOf, sinceOf, useFilters } from './call-filters.ts';
import { CallRows, CallRowsSkeleton } from './call-rows.tsx';
import { ExportButton } from './export-button.tsx';
import { FiguresRow } from './figures-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { LiveCalls } from './live-calls.tsx';
import { messages } from './messages.ts';
import { useLiveCalls } from './use-live-calls.ts';

/** Rows of a page. */
const PAGE = 50;
/** The chart of a long period shows as many days as fit. */
const MOST_DAYS = 90;
const LATER = 20_000;
/** While changes are told: only in case one was missed. */
const RARELY = 120_000;

export function CallsPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const filters = useFilters();
  // asked once: "today" does not move while the page is open
  const [now] = useState(Date.now);
  const isTold = useLiveCalls(workspace.id);
  const [zone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const filter = callFilterOf(filters, sinceOf(filters.period, now));
  const flows = useQuery(flowsQuery(workspace.id));
  const numbers = useQuery(numbersQuery(workspace.id));
  const sums = useQuery({
    ...callSumsQuery(workspace.id, filter, zone),
    refetchInterval: isTold ? RARELY : LATER,
    placeholderData: keepPreviousData,
  });
  // who never had a call is told how to get one, not to choose a longer period
  const isQuiet = sums.data?.calls === 0 && !sums.isPlaceholderData;
  const ever = useQuery({ ...callsQuery(workspace.id, { hidden: 'too' }, 1), enabled: isQuiet });
  const isNew = isQuiet && ever.data?.calls.length === 0;
  const isPending = sums.isPending || flows.isPending || (isQuiet && ever.isPending);
  const flowNames = new Map(flows.data?.map(({ id, name }) => [id, name]));
  return (
    <PageFrame title={t.title}>
      <PageHeader
        title={t.title}
        actions={
          !isPending &&
          !isNew &&
          (sums.data?.calls ?? 0) > 0 && (
            <ExportButton
              workspaceId={workspace.id}
              filter={filter}
              flows={flows.data ?? []}
              numbers={numbers.data ?? []}
            />
          )
        }
      />
      <CallsNav />
      {isPending && !sums.isError && <CallRowsSkeleton />}
      {sums.isError && <PageFailure error={sums.error} onRetry={() => void sums.refetch()} />}
      {!isPending && isNew && <NoCallYet />}
      {!isPending && !isNew && sums.data !== undefined && (
        <>
          <FilterBar
            filters={filters}
            flowNames={flowNames}
            numbers={numbers.data ?? []}
            outcomes={sums.data.outcomes}
          />
          <FiguresRow sums={sums.data} days={filters.period === 'all' ? MOST_DAYS : Number(filters.period)} />
          <LiveCalls workspaceId={workspace.id} filter={filter} flowNames={flowNames} isTold={isTold} />
          <Pages
            // Another question begins at its first page.
            key={JSON.stringify(filter)}
            filter={filter}
            sums={sums.data}
            flowNames={flowNames}
            onClear={filters.clear}
          />
        </>
      )}
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

interface PagesProps {
  readonly filter: CallFilter;
  readonly sums: SumsAnswer;
  readonly flowNames: ReadonlyMap<string, string>;
  readonly onClear: () => void;
}

/** Calls that are over, fifty at a time; those that go on stand above. */
function Pages({ filter, sums, flowNames, onClear }: PagesProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const { workspace } = useWorkspace();
  /** Behind which row each page begins, from the second on. */
  const [behind, setBehind] = useState<readonly CallPlace[]>([]);
  const page = useQuery({
    ...callsQuery(workspace.id, { ...filter, running: false }, PAGE, behind.at(-1)),
    // What is older does not change under who reads it.
    refetchInterval: behind.length === 0 ? LATER : false,
    placeholderData: keepPreviousData,
  });
  if (page.isError) return <PageFailure error={page.error} onRetry={() => void page.refetch()} />;
  if (page.data === undefined) return <CallRowsSkeleton />;
  const { calls, next } = page.data;
  if (calls.length === 0 && behind.length === 0)
    return sums.calls > 0 ? null : (
      <EmptyState
        icon={<SearchX />}
        title={t.nothingTitle}
        action={<Button onPress={onClear}>{t.showAll}</Button>}
      >
        {t.nothingText}
      </EmptyState>
    );
  const first = behind.length * PAGE + 1;
  return (
    <>
      <CallRows calls={calls} flowNames={flowNames} />
      {(behind.length > 0 || next !== null) && (
        <nav aria-label={t.title} className="flex flex-wrap items-center justify-between gap-3">
          <Button isDisabled={behind.length === 0} onPress={() => setBehind(behind.slice(0, -1))}>
            {t.newer}
          </Button>
          <span className="text-sm text-muted tabular-nums">
            {t.page(
              format.number(first),
              format.number(first + calls.length - 1),
              format.number(Math.max(sums.ended, first + calls.length - 1)),
            )}
          </span>
          <Button
            isDisabled={next === null || page.isPlaceholderData}
            onPress={() => next && setBehind([...behind, next])}
          >
            {t.older}
          </Button>
        </nav>
      )}
    </>
  );
}
