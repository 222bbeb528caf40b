/** What calls cost this month, and where it stops. */
import { useQuery } from '@tanstack/react-query';
import { usageQuery } from '../../data/settings-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { UsageAnswer } from '../../publish/workspace-wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { LimitCard } from './limit-card.tsx';
import { messages } from './messages.ts';
import { NumberWordsCard } from './number-words-card.tsx';
import { UsageCard } from './usage-card.tsx';

export function SpendingPage() {
  const t = useMessages(messages);
  const language = useLanguage();
  const { workspace } = useWorkspace();
  const usage = useQuery(usageQuery(workspace.id));
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
      {usage.isPending && <Skeleton className="h-60 rounded-card" />}
      {usage.isError && <PageFailure error={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data !== undefined && (
        <>
          <UsageCard usage={usage.data} />
          {workspace.role === 'owner' ? (
            <LimitCard
              key={`${workspace.id} ${usage.data.limit === null}`}
              limit={usage.data.limit}
              language={language}
            />
          ) : (
            <Banner>{t.onlyOwners}</Banner>
          )}
          {workspace.role === 'owner' && usage.data.limit !== null && wordsDiffer(usage.data.numbers) && (
            <NumberWordsCard
              numbers={usage.data.numbers}
              usual={{ language: usage.data.limit.language, message: usage.data.limit.message }}
            />
          )}
          <RatesCard usage={usage.data} />
        </>
      )}
    </PageFrame>
  );
}

/** Whether there is anything to tell apart. */
function wordsDiffer(numbers: UsageAnswer['numbers']): boolean {
  return numbers.length > 1 || numbers.some(({ words }) => words !== null);
}

function RatesCard({ usage }: { readonly usage: UsageAnswer }) {
  const t = useMessages(messages);
  const format = useFormat();
  return (
    <Card title={t.rates}>
      <p className="mb-3 text-sm text-muted">{t.ratesHint}</p>
      <dl className="flex flex-col gap-2 text-base">
        {(['rehearsals', 'simulations', 'testMinutes', 'publications'] as const).map((id) => (
          <div key={id} className="flex flex-wrap justify-between gap-x-4">
            <dt>{t[id]}</dt>
            <dd className="text-muted tabular-nums">
              {t.ofLimit(format.number(usage[id].used), format.number(usage[id].most))}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
