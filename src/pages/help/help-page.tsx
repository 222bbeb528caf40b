/** Where to look when something is not clear: search, the pages of the help, every kind of step, a tour, and whom to ask. */
import { useQuery } from '@tanstack/react-query';
import { Compass } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { flowsQuery } from '../../data/queries.ts';
import { KindIcon } from '../../help/kind-icon.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { kinds } from '../../kinds/list.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { PageFrame } from '../page-frame.tsx';
import { PlacesCard } from '../places-card.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { FoundHelp } from './found-help.tsx';
import { messages } from './messages.ts';
import { SupportCard } from './support-card.tsx';

export function HelpPage() {
  const t = useMessages(messages);
  const [query, setQuery] = useState('');
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader title={t.title} lead={t.lead} />
      <SearchField label={t.search} value={query} onChange={setQuery} />
      {query.trim() === '' ? (
        <>
          <PlacesCard
            places={[
              { href: '/help/call', title: t.call, hint: t.callHint },
              { href: '/help/words', title: t.words, hint: t.wordsHint },
              { href: '/help/keys', title: t.keys, hint: t.keysHint },
              { href: '/help/software', title: t.software, hint: t.softwareHint },
            ]}
          />
          <TourCard />
          <Card title={t.steps}>
            <p className="mb-3 text-sm text-muted">{t.stepsHint}</p>
            <KindLinks />
          </Card>
          <SupportCard />
        </>
      ) : (
        <FoundHelp query={query} />
      )}
    </PageFrame>
  );
}

function KindLinks() {
  const t = useMessages(messages);
  const names = useKindNames();
  return (
    <ul aria-label={t.steps} className="grid gap-1 sm:grid-cols-2">
      {kinds.map(({ id }) => (
        <li key={id}>
          <Link
            href={`/help/steps/${id}`}
            className="press-motion flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2 py-1.5 data-hovered:bg-hover data-pressed:bg-press"
          >
            <KindIcon kind={id} />
            <span className="min-w-0">
              <span className="block text-sm font-medium">{names.kind(id)}</span>
              <span className="block text-xs text-pretty text-muted">{names.hint(id)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Through the flow that was changed last. */
function TourCard() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const flows = useQuery(flowsQuery(workspace.id));
  const last = flows.data?.[0];
  if (flows.data === undefined) return null;
  return (
    <Card title={t.tour}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="min-w-0 flex-[1_1_16rem] text-base text-pretty text-muted">
          {last ? t.tourHint : t.tourNoFlow}
        </p>
        {last ? (
          <ButtonLink href={`/flows/${last.id}?tour`} icon={<Compass aria-hidden />}>
            {t.tourStart}
          </ButtonLink>
        ) : (
          <ButtonLink href="/flows/new" variant="primary">
            {t.tourNew}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
