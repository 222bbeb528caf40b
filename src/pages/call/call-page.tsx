/** One call: what was said at the left, the way it took on the drawing of then at the right. */
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';
import { callQuery } from '../../data/call-queries.ts';
import type { CallRecord } from '../../data/calls.ts';
import { FlowMap } from '../../editor/canvas/flow-map.tsx';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { readFlow } from '../../kinds/registry.ts';
import { useParams } from '../../router/router.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { isAwaited, isRunning, lengthOf } from '../call-times.ts';
import { CallerNumber } from '../caller-number.tsx';
import { OutcomeBadge } from '../outcome-badge.tsx';
import { NotFound, PageFailure } from '../page-failure.tsx';
import { Deeds } from './call-deeds.tsx';
import { Collected, Technical } from './call-facts.tsx';
import { visitOfTurn } from './current-step.ts';
import { EraseCall } from './erase-call.tsx';
import { HideCall } from './hide-call.tsx';
import { MakeTest } from './make-test.tsx';
import { messages } from './messages.ts';
import { ReadBy } from './read-by.tsx';
import { Recording } from './recording.tsx';
import { Scrubber } from './scrubber.tsx';
import { Transcript } from './transcript.tsx';

/** How often a call is looked at again of which there is more to come. */
const SOON = 2_500;

export function CallPage() {
  const { id } = useParams();
  return id === undefined ? <NotFound /> : <OneCall id={id} />;
}

function OneCall({ id }: { readonly id: string }) {
  const t = useMessages(messages);
  const record = useQuery({
    ...callQuery(id),
    refetchInterval: ({ state }) => {
      const call = state.data?.call;
      return call && (isRunning(call) || isAwaited(call, Date.now())) ? SOON : false;
    },
  });
  return (
    <>
      <title>{`${t.title} · AlloKoli`}</title>
      {record.isPending && <CallSkeleton />}
      {record.isError && <PageFailure error={record.error} onRetry={() => void record.refetch()} />}
      {record.data !== undefined && <CallView record={record.data} />}
    </>
  );
}

/** A step's name: the person's own, else that of its kind. */
function useStepName(document: FlowDocument | null): (node: string) => string {
  const t = useMessages(messages);
  const names = useKindNames();
  return (id) => {
    const node = document?.nodes[id as NodeId];
    return node === undefined ? t.unknownStep : names.step(node);
  };
}

function CallView({ record }: { readonly record: CallRecord }) {
  const t = useMessages(messages);
  const { call, turns, version } = record;
  const stored = version?.document;
  const document = useMemo(() => (stored === undefined ? null : readFlow(stored).document), [stored]);
  const nameOf = useStepName(document);
  const [chosen, setChosen] = useState<number | null>(null);
  const running = isRunning(call);
  // until somebody chooses, a call that goes on shows where it is, one that is over where it began
  const current = Math.min(chosen ?? (running ? call.path.length - 1 : 0), call.path.length - 1);
  return (
    <div className="flex h-full flex-col">
      <CallBar record={record} />
      <div className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto lg:flex-row lg:overflow-hidden">
        <aside className="flex flex-col gap-5 border-line bg-card px-5 py-5 lg:w-105 lg:shrink-0 lg:overflow-y-auto lg:border-r">
          <Collected call={call} document={document} />
          <Deeds call={call.id} isRunning={running} />
          {document?.settings.recording === true && !running && !call.isErased && (
            <Recording
              callId={call.id}
              path={call.path}
              length={lengthOf(call) ?? 0}
              current={current}
              onChange={setChosen}
            />
          )}
          <section>
            <div className="mb-2 flex min-h-8 items-center gap-3">
              <h2 className="flex-1 text-sm font-semibold">{t.transcript}</h2>
              {document !== null && !running && <MakeTest record={record} document={document} />}
            </div>
            <Transcript
              turns={turns}
              isRunning={running}
              isAwaited={isAwaited(call, Date.now())}
              nameOf={nameOf}
              isCurrent={(turn) => call.path.length > 0 && visitOfTurn(turn, call.path) === current}
              onSelect={(turn) => setChosen(visitOfTurn(turn, call.path))}
            />
          </section>
          <Technical call={call} />
          <ReadBy callId={call.id} />
          {!running && <HideCall id={call.id} isHidden={call.isHidden} />}
          {!running && <EraseCall id={call.id} isErased={call.isErased} />}
        </aside>
        <section
          aria-label={t.drawing}
          className="flex min-w-0 flex-1 flex-col max-lg:min-h-96 max-lg:shrink-0 max-lg:basis-auto lg:min-h-0"
        >
          <div className="relative min-h-64 flex-1 bg-canvas">
            {document === null ? (
              <p className="p-8 text-center text-muted">{t.noDrawing}</p>
            ) : (
              <FlowMap
                document={document}
                path={call.path.map(({ node, confidence }) => ({ node, confidence }))}
                {...(call.path[current] === undefined ? {} : { current: call.path[current].node })}
                onSelect={(node) => {
                  const index = call.path.findIndex((visit) => visit.node === node);
                  if (index >= 0) setChosen(index);
                }}
              />
            )}
          </div>
          {call.path.length === 0 ? (
            <p className="border-t border-line bg-card px-5 py-4 text-sm text-muted">{t.noPath}</p>
          ) : (
            <Scrubber
              path={call.path}
              current={current}
              onChange={setChosen}
              nameOf={nameOf}
              length={running ? null : (lengthOf(call) ?? 0)}
              fixAt={(node) =>
                call.flowId === null ? null : `/flows/${call.flowId}?step=${encodeURIComponent(node)}`
              }
            />
          )}
        </section>
      </div>
    </div>
  );
}

function CallBar({ record: { call, version } }: { readonly record: CallRecord }) {
  const t = useMessages(messages);
  const format = useFormat();
  const length = lengthOf(call);
  const name = (version?.document as { name?: unknown } | undefined)?.name;
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-card px-5 py-2">
      <Link
        href="/calls"
        quiet
        className="inline-flex min-h-6 items-center gap-1.5 text-sm text-muted pointer-coarse:min-h-11"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t.back}
      </Link>
      <h1 className="text-md font-semibold">{format.dateTime(call.startedAt)}</h1>
      <CallerNumber number={call.caller} />
      <OutcomeBadge outcome={call.outcome} isRunning={isRunning(call)} />
      <span className="ml-auto flex items-center gap-3 text-sm text-muted">
        {length !== null && <span className="tabular-nums">{format.duration(length)}</span>}
        {version !== null && call.flowId !== null && (
          <Link href={`/flows/${call.flowId}`} quiet>
            {`${typeof name === 'string' ? name : ''}, ${t.version(version.number)}`}
          </Link>
        )}
      </span>
    </header>
  );
}

function CallSkeleton() {
  return (
    <div className="flex h-full flex-col" aria-busy="true">
      <div className="h-14 border-b border-line bg-card" />
      <div className="flex flex-1">
        <div className="flex w-105 flex-col gap-4 border-r border-line bg-card p-5">
          <Skeleton className="h-24" />
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      </div>
    </div>
  );
}
