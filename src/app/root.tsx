/** Decides what the window shows: nothing yet, the sign-in, or the shell with a page. Knows the pages before it: sign-in, invitation, a first workspace. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { deviceStorage } from '../data/device-storage.ts';
import { statusQuery, workspacesQuery } from '../data/queries.ts';
import { observeSession, type Person, type SessionState } from '../data/session.ts';
import { connectionQuery } from '../data/settings-queries.ts';
import { mayChange } from '../data/workspaces.ts';
import { invitationToken, keptInvitation } from '../pages/invitation/invitation-address.ts';
import { PageFailure } from '../pages/page-failure.tsx';
import { WorkspaceContext } from '../pages/workspace-context.ts';
import { matchPath } from '../router/match.ts';
import { Redirect, useLocation, useNavigate } from '../router/router.tsx';
import { later, laterComponent, onWish } from '../ui/later.ts';
import { OverPage } from './over-page.tsx';
import { preparePage } from './routes.tsx';
import { Shell } from './shell.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';

const SignInPage = laterComponent(
  onWish(async () => (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage),
);
const InvitedSignIn = laterComponent(onWish(async () => (await import('./invited.tsx')).InvitedSignIn));
const Invited = laterComponent(onWish(async () => (await import('./invited.tsx')).Invited));
const NoWorkspacePage = laterComponent(
  onWish(async () => (await import('../pages/new-workspace/no-workspace-page.tsx')).NoWorkspacePage),
);
/** Here before it is needed: a session ends without a network too. */
const SignInAgain = laterComponent(
  later(async () => (await import('../pages/sign-in/sign-in-again.tsx')).SignInAgain),
);
const NewPasswordPage = laterComponent(
  onWish(async () => (await import('../pages/sign-in/new-password-page.tsx')).NewPasswordPage),
);

const TalkPage = laterComponent(
  onWish(async () => (await import('../pages/browser-talk/talk-page.tsx')).TalkPage),
);

const AlertMailsPage = laterComponent(
  onWish(async () => (await import('../pages/alert-mails/alert-mails-page.tsx')).AlertMailsPage),
);

/** Whoever talks on a browser link, or follows a link in an e-mail of alerts, needs no session, and none is asked after. */
function Inside() {
  const { pathname } = useLocation();
  if (pathname === '/alert-mails') return <AlertMailsPage />;
  const talk = matchPath('/talk/:token', pathname);
  return talk === null ? <Session /> : <TalkPage token={talk.token ?? ''} />;
}

export function Root() {
  const navigate = useNavigate();
  return (
    <RouterProvider navigate={(path) => navigate(path)}>
      <Suspense>
        <Inside />
      </Suspense>
    </RouterProvider>
  );
}

function Session() {
  const [session, setSession] = useState<SessionState>({ status: 'unknown' });
  const known = useRef<SessionState>({ status: 'unknown' });
  const queries = useQueryClient();
  useEffect(
    () =>
      observeSession((state) => {
        const before = known.current;
        known.current = state;
        if (isSame(before, state)) return;
        // what one person has seen is not for the next one
        if (state.status === 'signed-out' || isOther(before, state)) queries.clear();
        // What was asked in vain meanwhile; an open flow is its editor's own.
        else if (before.status === 'expired')
          void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'flow' });
        setSession(state);
      }),
    [queries],
  );
  const token = invitationToken(useLocation());
  switch (session.status) {
    case 'unknown':
      return null;
    case 'signed-out':
      return token === null ? <SignInPage /> : <InvitedSignIn key={token} token={token} />;
    case 'recovering':
      return <NewPasswordPage />;
    case 'signed-in':
    case 'expired': {
      const page =
        token === null ? (
          <SignedIn key={session.person.id} person={session.person} />
        ) : (
          <Invited
            key={token}
            token={token}
            person={session.person}
            onJoined={(id) => deviceStorage.setItem(CHOSEN, id)}
          />
        );
      return (
        <>
          {page}
          {session.status === 'expired' && (
            <OverPage>
              <SignInAgain person={session.person} />
            </OverPage>
          )}
        </>
      );
    }
  }
}

function isOther(a: SessionState, b: SessionState): boolean {
  return 'person' in a && 'person' in b && a.person.id !== b.person.id;
}

/** A renewed token is not news for the pages. */
function isSame(a: SessionState, b: SessionState): boolean {
  if (a.status !== b.status) return false;
  return (
    !('person' in a && 'person' in b) || (a.person.id === b.person.id && a.person.email === b.person.email)
  );
}

const CHOSEN = 'allokoli.workspace';

function SignedIn({ person }: { readonly person: Person }) {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  useEffect(() => preparePage(pathname), [pathname]);
  const workspaces = useQuery(workspacesQuery(person.id));
  const status = useQuery(statusQuery);
  const [chosen, setChosen] = useState(() => deviceStorage.getItem(CHOSEN));
  const workspace = workspaces.data?.find(({ id }) => id === chosen) ?? workspaces.data?.[0];
  const isSandbox = status.data?.sandbox ?? false;
  // where the sandbox stands for Vapi, a workspace may still have a real account of its own
  const connection = useQuery({
    ...connectionQuery(workspace?.id ?? ''),
    enabled: isSandbox && workspace !== undefined,
  });
  const invitation = keptInvitation();
  // the link that confirms a new account led here
  if (invitation !== null) return <Redirect to={invitation} />;
  if (workspaces.isPending) return <ShellSkeleton />;
  if (workspaces.data === undefined)
    return <PageFailure error={workspaces.error} onRetry={() => void workspaces.refetch()} />;
  const chooseWorkspace = (id: string) => {
    deviceStorage.setItem(CHOSEN, id);
    setChosen(id);
  };
  const openNew = async (id: string) => {
    await queries.invalidateQueries({ queryKey: workspacesQuery(person.id).queryKey });
    chooseWorkspace(id);
  };
  if (workspace === undefined) return <NoWorkspacePage onMade={(id) => void openNew(id)} />;
  return (
    <WorkspaceContext
      value={{
        person,
        workspace,
        workspaces: workspaces.data,
        chooseWorkspace,
        openNew,
        canChange: mayChange(workspace.role),
        sandbox: isSandbox && (connection.data?.isSandbox ?? true),
      }}
    >
      <Shell />
    </WorkspaceContext>
  );
}
