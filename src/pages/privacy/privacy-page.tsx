/** How long what callers say is kept, whom flows may call, and what is answered when somebody asks. */
import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '../../data/queries.ts';
import { privacyQuery } from '../../data/settings-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { CountriesCard } from './countries-card.tsx';
import { HidesCard } from './hides-card.tsx';
import { messages } from './messages.ts';
import { ObjectionsCard } from './objections-card.tsx';
import { PersonCard } from './person-card.tsx';
import { ProcessorsCard } from './processors-card.tsx';
import { ReadsCard } from './reads-card.tsx';
import { RetentionCard } from './retention-card.tsx';
import { SecrecyCard } from './secrecy-card.tsx';

export function PrivacyPage() {
  const t = useMessages(messages);
  const { workspace, person } = useWorkspace();
  const members = useQuery(membersQuery(workspace.id));
  const privacy = useQuery(privacyQuery(workspace.id));
  const isOwner = members.data?.some(({ userId, role }) => userId === person.id && role === 'owner') ?? false;
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        back={
          <Link href="/settings" quiet>
            {t.back}
          </Link>
        }
      />
      {members.data !== undefined && !isOwner && <Banner>{t.onlyOwners}</Banner>}
      {privacy.isPending && <Skeleton className="h-60 rounded-card" />}
      {privacy.isError && <PageFailure error={privacy.error} onRetry={() => void privacy.refetch()} />}
      {privacy.data !== undefined && (
        <>
          <SecrecyCard privacy={privacy.data} canChange={isOwner} />
          <RetentionCard
            key={`${workspace.id} ${privacy.data.secrecy}`}
            privacy={privacy.data}
            canChange={isOwner}
          />
          <HidesCard privacy={privacy.data} canChange={isOwner} />
          <CountriesCard privacy={privacy.data} canChange={isOwner} />
        </>
      )}
      {isOwner && <PersonCard key={workspace.id} />}
      <ObjectionsCard canChange={isOwner} />
      <ProcessorsCard />
      {isOwner && <ReadsCard />}
    </PageFrame>
  );
}
