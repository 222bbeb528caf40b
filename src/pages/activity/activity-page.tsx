/** Who did what in the workspace, latest first. Owners only. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ActivityShown } from '../../data/activity.ts';
import { activityQuery } from '../../data/settings-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ActivityEntry } from '../../publish/workspace-wire.ts';
import { useSearchParams } from '../../router/router.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { CheckCard } from './check-card.tsx';
import { KeepCard } from './keep-card.tsx';
import { messages } from './messages.ts';
import { useSentence } from './use-sentence.ts';

export function ActivityPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
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
      {workspace.role === 'owner' ? (
        <>
          <Shown />
          <CheckCard />
          <KeepCard />
        </>
      ) : (
        <Banner>{t.onlyOwners}</Banner>
      )}
    </PageFrame>
  );
}

/** Everything, or who read calls; what is shown stands in the address, so that a call can lead here. */
function Shown() {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const call = params.get('call');
  if (call !== null)
    return (
      <>
        <Banner action={<Button onPress={() => setParams({}, { replace: true })}>{t.showAll}</Button>}>
          {t.ofCall}
        </Banner>
        <Entries shown={{ call }} />
      </>
    );
  const shown = params.get('show') === 'reads' ? 'reads' : 'everything';
  return (
    <>
      <SegmentedControl
        label={t.show}
        segments={[
          { id: 'everything', label: t.everything },
          { id: 'reads', label: t.reads },
        ]}
        value={shown}
        onChange={(id) => setParams(id === 'reads' ? { show: id } : {}, { replace: true })}
      />
      <Entries shown={shown} />
    </>
  );
}

function Entries({ shown }: { readonly shown: ActivityShown }) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const activity = useInfiniteQuery(activityQuery(workspace.id, shown));
  if (activity.isPending) return <Skeleton className="h-80 rounded-card" />;
  if (activity.isError) return <PageFailure error={activity.error} onRetry={() => void activity.refetch()} />;
  const entries = activity.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0)
    return <p className="text-base text-muted">{shown === 'everything' ? t.nothing : t.nothingRead}</p>;
  return (
    <>
      <Card flush>
        <ul aria-label={t.list} className="divide-y divide-line">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      </Card>
      {activity.hasNextPage && (
        <Button
          className="self-start"
          isPending={activity.isFetchingNextPage}
          onPress={() => void activity.fetchNextPage()}
        >
          {t.older}
        </Button>
      )}
    </>
  );
}

function EntryRow({ entry }: { readonly entry: ActivityEntry }) {
  const format = useFormat();
  const sentence = useSentence();
  return (
    <li className="flex flex-col gap-x-4 gap-y-0.5 px-5 py-2.5 sm:flex-row sm:items-baseline">
      <time dateTime={entry.at} className="w-36 shrink-0 text-xs text-muted tabular-nums">
        {format.dateTime(entry.at)}
      </time>
      <p className="min-w-0 text-base wrap-anywhere">{sentence(entry)}</p>
    </li>
  );
}
