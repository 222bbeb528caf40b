/** Where the calls of a flow go: the drawing with counts at the right, the same as rows at the left. Nothing can be changed. */
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Route } from 'lucide-react';
import { useMemo, useState } from 'react';
import { trafficQuery, versionQuery, versionsQuery } from '../../data/call-queries.ts';
import type { StoredFlow } from '../../data/flows.ts';
import { flowQuery, flowsQuery } from '../../data/queries.ts';
import { MOST_TRAFFIC } from '../../data/traffic.ts';
import { FlowMap } from '../../editor/canvas/flow-map.tsx';
import { type TrafficCounts, trafficOn } from '../../flow/traffic.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { drawnKinds, readDrawing } from '../../kinds/drawn.ts';
import { useParams, useSearchParams } from '../../router/router.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NotFound, PageFailure } from '../page-failure.tsx';
import { type Choice, choiceFrom, DRAFT, type ListedVersion, sinceOf } from './choice.ts';
import { Comparison } from './comparison.tsx';
import { Controls } from './controls.tsx';
import { notesOf } from './map-notes.tsx';
import { messages } from './messages.ts';
import { StepRows } from './step-rows.tsx';

export function TrafficPage() {
  const { id } = useParams();
  return id === undefined ? <NotFound /> : <OfFlow id={id} />;
}

function OfFlow({ id }: { readonly id: string }) {
  const t = useMessages(messages);
  const flow = useQuery(flowQuery(id));
  const versions = useQuery(versionsQuery(id));
  const workspace = flow.data?.workspaceId;
  const flows = useQuery({ ...flowsQuery(workspace ?? ''), enabled: workspace !== undefined });
  const failed = [flow, versions, flows].find((query) => query.isError);
  const isReady = flow.data !== undefined && versions.data !== undefined && flows.data !== undefined;
  return (
    <div className="flex h-full flex-col">
      <title>{`${t.title} · AlloKoli`}</title>
      {failed && <PageFailure error={failed.error!} onRetry={() => void failed.refetch()} />}
      {!failed && !isReady && <Waiting />}
      {!failed && isReady && (
        <Chosen
          flow={flow.data}
          versions={versions.data}
          live={flows.data.find((one) => one.id === id)?.service?.version ?? null}
        />
      )}
    </div>
  );
}

interface ChosenProps {
  readonly flow: StoredFlow;
  readonly versions: readonly ListedVersion[];
  readonly live: number | null;
}

function Chosen({ flow, versions, live }: ChosenProps) {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const choice = choiceFrom(params, versions, live);
  const change = (key: string, value: string) =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-card px-5 py-2">
        <Link
          href={`/flows/${flow.id}`}
          quiet
          className="inline-flex min-h-6 items-center gap-1.5 text-sm text-muted pointer-coarse:min-h-11"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t.back}
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-md font-semibold">{t.titleOf(flow.name)}</h1>
        {choice && <Controls choice={choice} versions={versions} live={live} onChange={change} />}
      </header>
      {choice ? (
        <Shown flow={flow} choice={choice} />
      ) : (
        <EmptyState icon={<Route />} title={t.neverTitle}>
          {t.neverText}
        </EmptyState>
      )}
    </>
  );
}

function Shown({ flow, choice }: { readonly flow: StoredFlow; readonly choice: Choice }) {
  // asked once: "today" does not move while the page is open
  const [now] = useState(Date.now);
  const since = sinceOf(choice.period, now);
  const { counted, compared } = choice;
  const version = useQuery({ ...versionQuery(choice.version.id), enabled: choice.shown !== DRAFT });
  const counts = useQuery(trafficQuery(flow.workspaceId, flow.id, since, counted?.id));
  const before = useQuery({
    ...trafficQuery(flow.workspaceId, flow.id, since, compared?.id),
    enabled: compared !== undefined,
  });
  const stored = choice.shown === DRAFT ? flow.document : version.data?.document;
  const document = useMemo(() => (stored === undefined ? null : readDrawing(stored).document), [stored]);
  const failed = [version, counts, before].find((query) => query.isError);
  if (failed) return <PageFailure error={failed.error!} onRetry={() => void failed.refetch()} />;
  if (document === null || counts.data === undefined || (compared && before.data === undefined))
    return <Waiting />;
  return (
    <Traffic
      choice={choice}
      document={document}
      counts={counts.data}
      before={compared ? before.data : undefined}
    />
  );
}

interface TrafficProps {
  readonly choice: Choice;
  readonly document: ReturnType<typeof readDrawing>['document'];
  readonly counts: TrafficCounts;
  readonly before: TrafficCounts | undefined;
}

function Traffic({ choice, document, counts, before }: TrafficProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const [current, setCurrent] = useState<string>();
  const now = useMemo(() => trafficOn(document, drawnKinds, counts), [document, counts]);
  const then = useMemo(() => before && trafficOn(document, drawnKinds, before), [document, before]);
  const notes = useMemo(() => notesOf(now, then, t, format), [now, then, t, format]);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
      <aside className="flex flex-col gap-4 border-line bg-card px-5 py-5 lg:w-105 lg:shrink-0 lg:overflow-y-auto lg:border-r">
        {counts.calls === 0 && (
          <div>
            <h2 className="text-base font-semibold">{t.emptyTitle}</h2>
            <p className="mt-1 text-sm text-muted">{t.emptyText}</p>
          </div>
        )}
        {counts.calls > 0 && (
          <p className="text-base font-semibold tabular-nums">
            {t.total(counts.calls)}{' '}
            <span className="font-normal text-muted">{t.inPeriod(choice.period)}</span>
          </p>
        )}
        {counts.calls >= MOST_TRAFFIC && (
          <p className="text-sm text-muted">{t.onlyLatest(format.number(MOST_TRAFFIC))}</p>
        )}
        {choice.shown === DRAFT && <p className="text-sm text-muted">{t.draftHint}</p>}
        {now.missing > 0 && <p className="text-sm text-muted">{t.missing(now.missing)}</p>}
        {then && (
          <Comparison document={document} choice={choice} now={now} before={then} onSelect={setCurrent} />
        )}
        <section>
          <h2 className="mb-2 text-sm font-semibold">{t.steps}</h2>
          <StepRows document={document} traffic={now} before={then} current={current} onSelect={setCurrent} />
        </section>
      </aside>
      <section
        aria-label={t.drawing}
        className="relative min-h-96 min-w-0 flex-1 bg-canvas max-lg:order-first max-lg:min-h-72 max-lg:flex-none max-lg:border-b max-lg:border-line"
      >
        <FlowMap
          key={choice.shown}
          document={document}
          notes={notes}
          {...(current === undefined ? {} : { current })}
          onSelect={setCurrent}
        />
      </section>
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex flex-1" aria-busy="true">
      <div className="flex flex-col gap-4 bg-card p-5 max-lg:w-full lg:w-105 lg:border-r lg:border-line">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    </div>
  );
}
