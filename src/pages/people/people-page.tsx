/** Who is in the workspace, with which role, and who is invited. */
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../../data/settings-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { InvitationsCard } from './invitations-card.tsx';
import { MembersCard } from './members-card.tsx';
import { messages } from './messages.ts';

export function PeoplePage() {
  const t = useMessages(messages);
  const { workspace, person } = useWorkspace();
  const people = useQuery(peopleQuery(workspace.id));
  // asked of the list, which is newer than what the frame knows
  const isOwner =
    people.data?.members.some(({ userId, role }) => userId === person.id && role === 'owner') ?? false;
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        lead={t.lead(workspace.name)}
        back={
          <Link href="/settings" quiet>
            {t.back}
          </Link>
        }
      />
      {people.isPending && <Skeleton className="h-40 rounded-card" />}
      {people.isError && <PageFailure error={people.error} onRetry={() => void people.refetch()} />}
      {people.data !== undefined && (
        <>
          <MembersCard members={people.data.members} isOwner={isOwner} />
          {isOwner ? (
            <InvitationsCard invitations={people.data.invitations} />
          ) : (
            <p className="text-sm text-muted">{t.onlyOwners}</p>
          )}
        </>
      )}
    </PageFrame>
  );
}
