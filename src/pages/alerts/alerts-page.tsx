/** What is not as it should be now, who is told of it, what is watched, and what was before. */
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { alertsQuery } from '../../data/alert-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { AlertAnswer, AlertChannel } from '../../publish/alerts-wire.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { AlertRow } from './alert-row.tsx';
import { ChannelsCard } from './channels-card.tsx';
import { messages } from './messages.ts';
import { WatchedCard } from './watched-card.tsx';

const LATER = 30_000;

export function AlertsPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const { data, isPending, isError, error, refetch } = useQuery({
    ...alertsQuery(workspace.id),
    refetchInterval: LATER,
  });
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={
          <Link href="/settings" quiet>
            {t.back}
          </Link>
        }
      />
      {isPending && (
        <>
          <Skeleton className="h-24 rounded-card" />
          <Skeleton className="h-60 rounded-card" />
        </>
      )}
      {isError && data === undefined && <PageFailure error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <Now alerts={data.alerts.filter(({ overAt }) => overAt === null)} channels={data.channels} />
          <ChannelsCard channels={data.channels} mail={data.mail} />
          <WatchedCard />
          <Alerts
            title={t.past}
            alerts={data.alerts.filter(({ overAt }) => overAt !== null)}
            channels={data.channels}
          />
        </>
      )}
    </PageFrame>
  );
}

interface Shown {
  readonly alerts: readonly AlertAnswer[];
  readonly channels: readonly AlertChannel[];
}

function Now({ alerts, channels }: Shown) {
  const t = useMessages(messages);
  if (alerts.length > 0) return <Alerts title={t.now} alerts={alerts} channels={channels} />;
  return (
    <Card title={t.now}>
      <p className="flex items-start gap-2.5 text-base text-pretty">
        <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-success" />
        {t.allRight}
      </p>
    </Card>
  );
}

function Alerts({ title, alerts, channels }: Shown & { readonly title: string }) {
  if (alerts.length === 0) return null;
  return (
    <Card title={title} flush>
      <ul aria-label={title} className="divide-y divide-line border-t border-line">
        {alerts.map((alert) => (
          <AlertRow key={alert.id} alert={alert} channels={channels} />
        ))}
      </ul>
    </Card>
  );
}
