/** The versions of a flow: what was published when, what answers where; going back, comparing, taking one up again. */
import { useQuery } from '@tanstack/react-query';
import { Archive, History } from 'lucide-react';
import { useEffect } from 'react';
import { numbersQuery } from '../../data/number-queries.ts';
import { flowDeploymentsQuery } from '../../data/version-queries.ts';
import { type FlowDeployment, type ServedNumber, servedNumbers } from '../../data/versions.ts';
import { mayChange } from '../../data/workspaces.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useParams } from '../../router/router.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NotFound, PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { AsideRow } from './aside-row.tsx';
import { messages } from './messages.ts';
import { RollBackNews } from './roll-back-news.tsx';
import { compareAddress, DRAFT, type Sides, useSides } from './sides.ts';
import { useRestoreDraft } from './use-restore-draft.ts';
import { useRollBack } from './use-roll-back.ts';
import { VersionRow } from './version-row.tsx';

export function VersionsPage() {
  const { id } = useParams();
  return id === undefined ? <NotFound /> : <Versions key={id} flowId={id} />;
}

function Versions({ flowId }: { readonly flowId: string }) {
  const t = useMessages(messages);
  const { sides, error, again } = useSides(flowId);
  return (
    <PageFrame title={t.title} narrow>
      {error !== null ? (
        <PageFailure error={error} onRetry={again} />
      ) : (
        <>
          <PageHeader
            title={t.title}
            lead={t.lead}
            {...(sides && { back: <Link href={`/flows/${flowId}`}>{sides.flow.name}</Link> })}
          />
          {sides ? <Lists sides={sides} /> : <Skeleton className="h-80 rounded-card" />}
        </>
      )}
    </PageFrame>
  );
}

function Lists({ sides }: { readonly sides: Sides }) {
  const t = useMessages(messages);
  const { flow, versions, aside } = sides;
  const { workspaces } = useWorkspace();
  const canChange = mayChange(workspaces.find(({ id }) => id === flow.workspaceId)?.role);
  const { deployments, served } = useService(sides);
  const rollBack = useRollBack();
  const draft = useRestoreDraft(flow);
  const running = deployments.find(({ state }) => state === 'running')?.id;
  const isIdle = rollBack.state.status === 'idle';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is found running begins it
  useEffect(() => {
    if (running !== undefined && isIdle && canChange) void rollBack.follow(running);
  }, [running, isIdle, canChange]);
  const live = served.find(({ live }) => live.purpose === 'flow')?.live.versionId;
  const base = String(versions.find(({ id }) => id === live)?.number ?? versions[0]?.number ?? DRAFT);
  return (
    <>
      <RollBackNews rollBack={rollBack} />
      <DraftCard sides={sides} compareWith={versions.length > 0 ? base : null} />
      {versions.length === 0 ? (
        <EmptyState icon={<History />} title={t.none}>
          {t.noneText}
        </EmptyState>
      ) : (
        <ul
          aria-label={t.list}
          className="divide-y divide-line rounded-card border border-line bg-card shadow-card"
        >
          {versions.map((version) => (
            <VersionRow
              key={version.id}
              flowId={flow.id}
              version={version}
              deployments={deployments}
              served={served}
              canChange={canChange}
              rollBack={rollBack}
              draft={draft}
            />
          ))}
        </ul>
      )}
      {aside.length > 0 && (
        <section className="flex flex-col gap-3">
          <div>
            <h2 className="flex items-center gap-2 text-md font-semibold">
              <Archive aria-hidden className="size-4 text-muted" />
              {t.aside}
            </h2>
            <p className="mt-1 text-sm text-muted">{t.asideText}</p>
          </div>
          <ul
            aria-label={t.aside}
            className="divide-y divide-line rounded-card border border-line bg-card shadow-card"
          >
            {aside.map((kept) => (
              <AsideRow key={kept.id} flowId={flow.id} kept={kept} canChange={canChange} draft={draft} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Where something of the flow answers; empty while it is not known. */
function useService({ flow }: Sides): {
  readonly deployments: readonly FlowDeployment[];
  readonly served: readonly ServedNumber[];
} {
  const deployments = useQuery({ ...flowDeploymentsQuery(flow.id), staleTime: 0 });
  const numbers = useQuery(numbersQuery(flow.workspaceId));
  return {
    deployments: deployments.data ?? [],
    served: servedNumbers(deployments.data ?? [], numbers.data ?? []),
  };
}

function DraftCard({
  sides: { flow },
  compareWith,
}: {
  readonly sides: Sides;
  readonly compareWith: string | null;
}) {
  const t = useMessages(messages);
  const format = useFormat();
  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-[1_1_14rem]">
        <h2 className="text-md font-semibold">{t.draft}</h2>
        <p className="text-sm text-muted">{t.draftHint(format.relative(flow.updatedAt))}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {compareWith !== null && (
          <ButtonLink href={compareAddress(flow.id, compareWith, DRAFT)} aria-label={t.compareOne(t.draft)}>
            {t.compare}
          </ButtonLink>
        )}
        <ButtonLink href={`/flows/${flow.id}`}>{t.open}</ButtonLink>
      </div>
    </Card>
  );
}
