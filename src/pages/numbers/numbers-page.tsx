/** All phone numbers: which phone rings where. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { BrowserLinks } from '../../browser-link/browser-links.tsx';
import { openingHoursQuery } from '../../data/editor-queries.ts';
import { driftedQuery, forwardingsQuery, numbersQuery, schedulesQuery } from '../../data/number-queries.ts';
import type { PhoneNumber } from '../../data/numbers.ts';
import { flowsQuery } from '../../data/queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { PhoneDialog } from '../../phone/phone-dialog.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { useInTurn } from './hours/in-turn.ts';
import { messages } from './messages.ts';
import { NumberRow } from './number-row.tsx';

export function NumbersPage() {
  const t = useMessages(messages);
  const { workspace, canChange } = useWorkspace();
  const numbers = useQuery(numbersQuery(workspace.id));
  const isEmpty = numbers.data && numbers.data.length === 0;
  return (
    <PageFrame title={t.title}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={canChange && isEmpty === false && <AddNumber variant="secondary" />}
      />
      {numbers.isPending && <Skeleton className="h-20 rounded-card" />}
      {numbers.isError && <PageFailure error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {isEmpty && (
        <EmptyState
          icon={<Smartphone />}
          title={t.emptyTitle}
          action={canChange && <AddNumber variant="primary" />}
        >
          {t.emptyText}
        </EmptyState>
      )}
      {numbers.data !== undefined && !isEmpty && <NumberList numbers={numbers.data} />}
      <BrowserLinks workspaceId={workspace.id} canChange={canChange} />
    </PageFrame>
  );
}

function AddNumber({ variant }: { readonly variant: 'primary' | 'secondary' }) {
  const t = useMessages(messages);
  return (
    <ButtonLink href="/numbers/new" variant={variant} icon={<Plus aria-hidden />}>
      {t.add}
    </ButtonLink>
  );
}

function NumberList({ numbers }: { readonly numbers: readonly PhoneNumber[] }) {
  const t = useMessages(messages);
  const { workspace, sandbox } = useWorkspace();
  const queries = useQueryClient();
  const flows = useQuery(flowsQuery(workspace.id));
  const drifted = useQuery(driftedQuery(workspace.id));
  const forwardings = useQuery(forwardingsQuery(workspace.id));
  const schedules = useQuery(schedulesQuery(workspace.id)).data?.schedules;
  const hours = useQuery(openingHoursQuery(workspace.id)).data;
  const inTurn = useInTurn(flows.data, hours);
  const [called, setCalled] = useState<PhoneNumber | null>(null);
  // Until the flows are there, nobody would seem to answer.
  if (flows.isPending) return <Skeleton className="h-20 rounded-card" />;
  return (
    <>
      <ul
        aria-label={t.title}
        className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card shadow-card"
      >
        {numbers.map((number) => (
          <NumberRow
            key={number.id}
            number={number}
            flow={flows.data?.find(({ id }) => id === number.flowId)}
            byHours={inTurn(schedules?.find(({ numberId }) => numberId === number.id))}
            isSandbox={sandbox}
            forwardings={(forwardings.data ?? []).filter(({ numberId }) => numberId === number.id)}
            isDrifted={drifted.data?.includes(number.id) === true}
            onCall={sandbox ? () => setCalled(number) : undefined}
          />
        ))}
      </ul>
      <PhoneDialog
        isOpen={called !== null}
        onClose={() => setCalled(null)}
        number={called?.number ?? ''}
        onEnded={() => void queries.invalidateQueries({ queryKey: ['calls', workspace.id] })}
      />
    </>
  );
}
