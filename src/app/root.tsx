/** Decides what the window shows: nothing yet, the sign-in, or the shell with a page. Knows no page but the sign-in. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { useHref, useNavigate } from 'react-router';
import { deviceStorage } from '../data/device-storage.ts';
import { statusQuery, workspacesQuery } from '../data/queries.ts';
import { observeSession, type Person, type SessionState } from '../data/session.ts';
import { PageFailure } from '../pages/page-failure.tsx';
import { WorkspaceContext } from '../pages/workspace-context.ts';
import { Shell } from './shell.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';

const SignInPage = lazy(async () => ({
  default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage,
}));
const SignInAgain = lazy(async () => ({
  default: (await import('../pages/sign-in/sign-in-again.tsx')).SignInAgain,
}));
const NewPasswordPage = lazy(async () => ({
  default: (await import('../pages/sign-in/new-password-page.tsx')).NewPasswordPage,
}));

export function Root() {
  const navigate = useNavigate();
  return (
    <RouterProvider navigate={(path, options) => void navigate(path, options)} useHref={useHref}>
      <Suspense>
        <Session />
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
  switch (session.status) {
    case 'unknown':
      return null;
    case 'signed-out':
      return <SignInPage />;
    case 'recovering':
      return <NewPasswordPage />;
    case 'signed-in':
    case 'expired':
      return (
        <>
          <SignedIn key={session.person.id} person={session.person} />
          {session.status === 'expired' && <SignInAgain person={session.person} />}
        </>
      );
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
  const workspaces = useQuery(workspacesQuery);
  const status = useQuery(statusQuery);
  const [chosen, setChosen] = useState(() => deviceStorage.getItem(CHOSEN));
  if (workspaces.isPending) return <ShellSkeleton />;
  const workspace = workspaces.data?.find(({ id }) => id === chosen) ?? workspaces.data?.[0];
  if (workspaces.data === undefined || workspace === undefined) {
    const error = workspaces.error ?? new Error('The person belongs to no workspace.');
    return <PageFailure error={error} onRetry={() => void workspaces.refetch()} />;
  }
  const chooseWorkspace = (id: string) => {
    deviceStorage.setItem(CHOSEN, id);
    setChosen(id);
  };
  return (
    <WorkspaceContext
      value={{
        person,
        workspace,
        workspaces: workspaces.data,
        chooseWorkspace,
        sandbox: status.data?.sandbox ?? false,
      }}
    >
      <Shell />
    </WorkspaceContext>
  );
}
