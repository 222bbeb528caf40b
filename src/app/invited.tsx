/** Whoever followed an invitation: the way in, then the question whether to join. */
import { useQueryClient } from '@tanstack/react-query';
import { workspacesQuery } from '../data/queries.ts';
import type { Person } from '../data/session.ts';
import { InvitationNotice } from '../pages/invitation/invitation-notice.tsx';
import { InvitationPage } from '../pages/invitation/invitation-page.tsx';
import { useInvitation } from '../pages/invitation/use-invitation.ts';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { useNavigate } from '../router/router.tsx';

export function InvitedSignIn({ token }: { readonly token: string }) {
  const invitation = useInvitation(token);
  const email = invitation.status === 'open' ? invitation.offer.email : '';
  return (
    <SignInPage
      // the field is filled once it is known with what
      key={email}
      email={email}
      notice={<InvitationNotice token={token} invitation={invitation} />}
    />
  );
}

export interface InvitedProps {
  readonly token: string;
  readonly person: Person;
  /** Before the workspace is shown. */
  readonly onJoined: (workspaceId: string) => void;
}

export function Invited({ token, person, onJoined }: InvitedProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const join = async (workspaceId: string) => {
    onJoined(workspaceId);
    await queries.invalidateQueries({ queryKey: workspacesQuery(person.id).queryKey });
    navigate('/flows', { replace: true });
  };
  return <InvitationPage token={token} person={person} onJoined={(id) => void join(id)} />;
}
