/** What becomes of a call of this workspace: as a drawing, as a list, and what is kept. To be shown to whoever asks, also on paper. */
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { processorsQuery } from '../../data/report-queries.ts';
import { privacyQuery, servedQuery } from '../../data/settings-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { companyName } from '../company-names.ts';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { CallDrawing } from './call/call-drawing.tsx';
import './call/call-page.css';
import { type CallStory, callStory, type Station } from './call/call-story.ts';
import { KeptList } from './call/kept-list.tsx';
import { callMessages } from './call/messages.ts';
import { messages } from './messages.ts';

export function CallPage() {
  const t = useMessages(callMessages);
  const { back } = useMessages(messages);
  const { workspace } = useWorkspace();
  const privacy = useQuery(privacyQuery(workspace.id));
  const processors = useQuery(processorsQuery(workspace.id));
  const served = useQuery(servedQuery(workspace.id));
  const all = [privacy, processors, served];
  const failed = all.find(({ isError }) => isError);
  const isReady = privacy.data && processors.data && served.data;
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        lead={t.lead(workspace.name)}
        back={
          <Link href="/help" quiet>
            {back}
          </Link>
        }
        actions={
          isReady && (
            <Button className="not-printed" icon={<Printer aria-hidden />} onPress={() => print()}>
              {t.print}
            </Button>
          )
        }
      />
      {failed ? (
        <PageFailure
          error={failed.error}
          onRetry={() => void Promise.all(all.map(({ refetch }) => refetch()))}
        />
      ) : isReady ? (
        <Story
          story={callStory({ privacy: privacy.data, processors: processors.data, served: served.data })}
        />
      ) : (
        <Skeleton className="h-80 rounded-card" />
      )}
    </PageFrame>
  );
}

function Story({ story }: { readonly story: CallStory }) {
  const t = useMessages(callMessages);
  const format = useFormat();
  const { place, isServing, stations, kept, isSecret } = story;
  return (
    <div className="call-story flex flex-col gap-6">
      <p className="hidden text-sm print:block">{t.asOf(format.date(new Date().toISOString()))}</p>
      {(place === 'sandbox' || place === 'none') && <Banner>{t.places[place]}</Banner>}
      {!isServing && place !== 'none' && <Banner>{t.notServing}</Banner>}
      <CallDrawing stations={stations} />
      <Card title={t.list}>
        <ol aria-label={t.list} className="flex flex-col gap-4">
          {stations.map((station) => (
            <StationRow key={station.id} station={station} story={story} />
          ))}
        </ol>
      </Card>
      <Card title={t.kept}>
        <KeptList kept={kept} isSecret={isSecret} />
      </Card>
      <Card title={t.rights}>
        <p className="text-base text-pretty">
          {t.rightsText}{' '}
          <span className="not-printed">
            <Link href="/settings/privacy">{t.rightsLink}</Link>
          </span>
        </p>
      </Card>
    </div>
  );
}

interface StationRowProps {
  readonly station: Station;
  readonly story: CallStory;
}

function StationRow({ station: { id, number, names }, story: { place } }: StationRowProps) {
  const t = useMessages(callMessages);
  const format = useFormat();
  const isPerson = id === 'caller' || id === 'you';
  const company =
    names.length > 0
      ? t.by(format.list(names.map(companyName)))
      : isPerson || id === 'documents'
        ? ''
        : place === 'sandbox'
          ? t.here
          : t.notYet;
  const where =
    id === 'storage' && place !== 'sandbox'
      ? t.storedWhere
      : id === 'vapi' && (place === 'us' || place === 'eu' || place === 'common')
        ? t.places[place]
        : '';
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full border border-edge text-xs font-semibold"
      >
        {number}
      </span>
      <span className="min-w-0 text-base text-pretty">
        <span className="font-semibold">{t.stations[id]}</span>
        <span className="block">{t.gets[id]}</span>
        {(company !== '' || where !== '') && (
          <span className="block text-sm wrap-anywhere text-muted">
            {[company, where].filter((part) => part !== '').join(' ')}
          </span>
        )}
      </span>
    </li>
  );
}
