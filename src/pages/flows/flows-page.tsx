/** All flows: find one, or start one. */
import { useQuery } from '@tanstack/react-query';
import { Plus, SearchX, Workflow } from 'lucide-react';
import { type ComponentType, Suspense, useState } from 'react';
import type { ListedFlow } from '../../data/flows.ts';
import { flowsQuery } from '../../data/queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate, useSearchParams } from '../../router/router.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { later, laterComponent } from '../../ui/later.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { notify } from '../../ui/toast.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { FlowCard, FlowCardSkeleton } from './flow-card.tsx';
import { FILTERS, passes } from './flow-filters.ts';
import { messages } from './messages.ts';
import { useFlowActions } from './use-flow-actions.ts';

const RenameDialog = laterComponent(later(async () => (await import('./rename-dialog.tsx')).RenameDialog));

const FlowTools = laterComponent(later(async () => (await import('./flow-tools.tsx')).FlowTools));

/** Lower case without accents: "Médecin" is found by "medecin". Pure. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

const GRID = 'grid gap-4 sm:grid-cols-2 xl:grid-cols-3';

export interface FlowsPageProps {
  /** In place of an empty list, for whoever may make a flow. */
  readonly First: ComponentType;
}

export function FlowsPage({ First }: FlowsPageProps) {
  const t = useMessages(messages);
  const { workspace, canChange } = useWorkspace();
  const flows = useQuery(flowsQuery(workspace.id));
  const isEmpty = flows.data?.length === 0;
  if (isEmpty && canChange)
    return (
      <Suspense>
        <First />
      </Suspense>
    );
  return (
    <PageFrame title={t.title}>
      <PageHeader
        title={t.title}
        className="min-h-9"
        actions={
          canChange &&
          // Not before it is known: whoever has no flow yet begins elsewhere, and would press what goes away.
          !flows.isPending && (
            <ButtonLink href="/flows/new" variant="primary" icon={<Plus aria-hidden />}>
              {t.newFlow}
            </ButtonLink>
          )
        }
      />
      {flows.isPending && (
        <div className={GRID} aria-busy="true">
          <FlowCardSkeleton />
          <FlowCardSkeleton />
          <FlowCardSkeleton />
        </div>
      )}
      {flows.isError && <PageFailure error={flows.error} onRetry={() => void flows.refetch()} />}
      {isEmpty && (
        <EmptyState icon={<Workflow />} title={t.emptyTitle}>
          {t.emptyForViewers}
        </EmptyState>
      )}
      {flows.data !== undefined && !isEmpty && <FlowList flows={flows.data} />}
    </PageFrame>
  );
}

function FlowList({ flows }: { readonly flows: readonly ListedFlow[] }) {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const filter = FILTERS.find((known) => known === params.get('show')) ?? 'all';
  const change = (key: 'q' | 'show', value: string) =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        if (value === '' || value === 'all') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const found = flows.filter((flow) => passes(flow, filter) && fold(flow.name).includes(fold(text)));
  return (
    <>
      <div className="flex min-h-21 flex-wrap content-start items-center gap-3 sm:min-h-9">
        <Suspense>
          <FlowTools flows={flows} text={text} filter={filter} onChange={change} />
        </Suspense>
      </div>
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t.nothingTitle}
          action={<Button onPress={() => setParams({}, { replace: true })}>{t.showAll}</Button>}
        >
          {t.nothingText}
        </EmptyState>
      ) : (
        <FlowCards flows={found} />
      )}
    </>
  );
}

function FlowCards({ flows }: { readonly flows: readonly ListedFlow[] }) {
  const t = useMessages(messages);
  const { workspace, canChange } = useWorkspace();
  const navigate = useNavigate();
  const { rename, duplicate, remove } = useFlowActions(workspace.id);
  const [renamed, setRenamed] = useState<ListedFlow | null>(null);
  const [removed, setRemoved] = useState<ListedFlow | null>(null);
  return (
    <div className={GRID}>
      {flows.map((flow) => (
        <FlowCard
          key={flow.id}
          flow={flow}
          canChange={canChange}
          onRename={() => setRenamed(flow)}
          onVersions={() => navigate(`/flows/${flow.id}/versions`)}
          onDuplicate={() => duplicate.mutate(flow)}
          onDelete={() => {
            if (flow.service === null) setRemoved(flow);
            else notify({ tone: 'danger', text: t.deleteLive });
          }}
        />
      ))}
      {renamed !== null && (
        <Suspense>
          <RenameDialog
            name={renamed.name}
            isPending={rename.isPending}
            onSave={(name) => rename.mutate({ id: renamed.id, name }, { onSettled: () => setRenamed(null) })}
            onClose={() => setRenamed(null)}
          />
        </Suspense>
      )}
      <Confirm
        isOpen={removed !== null}
        title={t.deleteTitle(removed?.name ?? '')}
        confirmLabel={t.delete}
        isDanger
        isPending={remove.isPending}
        onConfirm={() => {
          if (removed !== null) remove.mutate(removed.id, { onSettled: () => setRemoved(null) });
        }}
        onClose={() => setRemoved(null)}
      >
        {t.deleteText}
      </Confirm>
    </div>
  );
}
