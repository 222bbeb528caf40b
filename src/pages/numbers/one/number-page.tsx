/** One number: its state, what answers, what is forwarded to it, and giving it back. */
import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { numbersQuery } from '../../../data/number-queries.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import { flowsQuery } from '../../../data/queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { PhoneDialog } from '../../../phone/phone-dialog.tsx';
import { useParams } from '../../../router/router.tsx';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Card } from '../../../ui/card.tsx';
import { Link } from '../../../ui/link.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { NotFound, PageFailure } from '../../page-failure.tsx';
import { PageFrame } from '../../page-frame.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { ScheduleCard } from '../hours/schedule-card.tsx';
import { NumberState } from '../number-state.tsx';
import { SipAddress } from '../sip-address.tsx';
import { ForwardingsCard } from './forwardings-card.tsx';
import { HeardCard } from './heard-card.tsx';
import { LabelForm } from './label-form.tsx';
import { messages } from './messages.ts';
import { Leaving, RemoveCard } from './remove-card.tsx';

export function NumberPage() {
  const t = useMessages(messages);
  const { id = '' } = useParams();
  const { workspace } = useWorkspace();
  const numbers = useQuery(numbersQuery(workspace.id));
  const flows = useQuery(flowsQuery(workspace.id));
  const number = numbers.data?.find((one) => one.id === id);
  if (numbers.data && !number) return <NotFound />;
  return (
    <PageFrame title={t.title} narrow>
      {(numbers.isPending || flows.isPending) && <Skeleton className="h-60 rounded-card" />}
      {numbers.isError && <PageFailure error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {number && !flows.isPending && (
        <One
          key={number.id}
          number={number}
          flow={flows.data?.find((flow) => flow.id === number.flowId) ?? null}
        />
      )}
    </PageFrame>
  );
}

interface OneProps {
  readonly number: PhoneNumber;
  readonly flow: { readonly id: string; readonly name: string } | null;
}

function One({ number, flow }: OneProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const { sandbox, canChange } = useWorkspace();
  const [isCalling, setCalling] = useState(false);
  return (
    <>
      <PageHeader
        title={format.phone(number.number)}
        lead={<NumberState number={number} isSandbox={sandbox} />}
        back={
          <Link href="/numbers" quiet>
            {t.back}
          </Link>
        }
        actions={
          sandbox && (
            <Button
              icon={<Phone aria-hidden />}
              isDisabled={number.deploymentId === null}
              onPress={() => setCalling(true)}
            >
              {t.call}
            </Button>
          )
        }
      />
      <Leaving number={number} />
      <ScheduleCard
        title={t.answersTitle}
        number={number}
        single={
          <div className="flex flex-wrap items-center gap-3">
            <p className="min-w-0 flex-1 text-base">
              {flow?.name ?? (number.deploymentId === null ? t.nobody : t.message)}
            </p>
            <ButtonLink href={flow ? `/flows/${flow.id}` : '/flows'}>
              {flow ? t.openFlow : t.chooseFlow}
            </ButtonLink>
          </div>
        }
      />
      <HeardCard numberId={number.id} />
      <ForwardingsCard number={number} />
      {number.sipAddress !== null && (
        <Card>
          <SipAddress address={number.sipAddress} />
        </Card>
      )}
      {canChange && <LabelForm number={number} />}
      {canChange && <RemoveCard number={number} answering={flow?.name ?? null} />}
      <PhoneDialog isOpen={isCalling} onClose={() => setCalling(false)} number={number.number} />
    </>
  );
}
