/** All phone numbers: which phone rings where. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { BrowserLinks } from '../../browser-link/browser-links.tsx';
import { getTestNumber } from '../../data/api.ts';
import { driftedQuery, numbersQuery } from '../../data/number-queries.ts';
import type { PhoneNumber } from '../../data/numbers.ts';
import { flowsQuery } from '../../data/queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { PhoneDialog } from '../../phone/phone-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
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
        actions={canChange && isEmpty === false && <TestNumberButton variant="secondary" />}
      />
      {numbers.isPending && <Skeleton className="h-20 rounded-card" />}
      {numbers.isError && <PageFailure error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {isEmpty && (
        <EmptyState
          icon={<Smartphone />}
          title={t.emptyTitle}
          action={canChange && <TestNumberButton variant="primary" />}
        >
          {t.emptyText}
        </EmptyState>
      )}
      {numbers.data !== undefined && !isEmpty && <NumberList numbers={numbers.data} />}
      <BrowserLinks workspaceId={workspace.id} canChange={canChange} />
    </PageFrame>
  );
}

function TestNumberButton({ variant }: { readonly variant: 'primary' | 'secondary' }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const take = useMutation({
    mutationFn: () => getTestNumber(workspace.id),
    onSuccess: (taken) => {
      if (taken.ok) notify({ tone: 'success', text: t.gotTest(format.phone(taken.value.number)) });
      else {
        const { code } = taken.failure;
        notify({ tone: 'danger', text: code === 'vapi-not-configured' ? t.notConnected : say(code) });
      }
      return queries.invalidateQueries({ queryKey: numbersQuery(workspace.id).queryKey });
    },
  });
  return (
    <Button
      variant={variant}
      icon={<Plus aria-hidden />}
      isPending={take.isPending}
      onPress={() => take.mutate()}
    >
      {t.getTest}
    </Button>
  );
}

function NumberList({ numbers }: { readonly numbers: readonly PhoneNumber[] }) {
  const t = useMessages(messages);
  const { workspace, sandbox } = useWorkspace();
  const queries = useQueryClient();
  const flows = useQuery(flowsQuery(workspace.id));
  const drifted = useQuery(driftedQuery(workspace.id));
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
            isSandbox={sandbox}
            isDrifted={number.deploymentId !== null && drifted.data?.includes(number.deploymentId) === true}
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
