/** People, invitations and roles on screen, over the fake backend. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import {
  type FakeBackend,
  type FakeRequest,
  keepSession,
  PERSON,
  startFakeBackend,
} from '../../data/testing/fake-backend.ts';
import type { InvitationAnswer, PeopleAnswer } from '../../publish/people-wire.ts';

const ME = '00000000-0000-4000-8000-000000000001';
const PAUL = '00000000-0000-4000-8000-000000000002';
const SINCE = '2026-11-02T12:00:00Z';

let backend: FakeBackend;
let people: PeopleAnswer;
let role: 'owner' | 'editor' | 'viewer';

beforeEach(() => {
  localStorage.clear();
  role = 'owner';
  PERSON.id = ME;
  keepSession();
  people = {
    members: [
      { userId: ME, email: PERSON.email, role: 'owner', since: SINCE },
      { userId: PAUL, email: 'paul@example.com', role: 'viewer', since: SINCE },
    ],
    invitations: [],
  };
});
afterEach(() => {
  cleanup();
  backend.stop();
});

function start(): void {
  backend = startFakeBackend({
    workspaces: [
      { id: 'w', name: 'Cabinet Martin' },
      { id: 'w2', name: 'Second practice' },
    ],
    members: [
      { workspace_id: 'w', user_id: ME, role, created_at: SINCE },
      { workspace_id: 'w2', user_id: ME, role: 'owner', created_at: SINCE },
    ],
    flows: [],
    phone_numbers: [],
  });
  backend.answer(({ path }) => (path.endsWith('/api/people') ? { json: people } : undefined));
}

const sent = (path: string) => backend.requests.filter((request) => request.path.endsWith(path));
const refusal = (code: string, path: string) => (request: FakeRequest) =>
  request.path.endsWith(path) ? { status: 409, json: { error: { code, params: {} } } } : undefined;

describe('people', () => {
  it('can be used by everybody', async () => {
    start();
    renderApp('/settings/people');
    await screen.findByText('paul@example.com');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('are invited; where no e-mail leaves, the link is shown once', async () => {
    start();
    const link = 'http://127.0.0.1/invitations#token';
    backend.answer(({ path }) =>
      path.endsWith('/invitations') ? { json: { delivery: 'caught', link } } : undefined,
    );
    const user = userEvent.setup();
    renderApp('/settings/people');
    await user.type(await screen.findByRole('textbox', { name: 'E-mail address' }), 'nobody');
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    expect(screen.getByText('Write an e-mail address, such as name@example.com.')).toBeTruthy();
    await user.clear(screen.getByRole('textbox', { name: 'E-mail address' }));
    await user.type(screen.getByRole('textbox', { name: 'E-mail address' }), 'anna@example.com');
    await user.click(screen.getByRole('radio', { name: /Can look/ }));
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    const shown = await screen.findByRole('textbox', { name: 'Link of the invitation' });
    expect((shown as HTMLInputElement).value).toBe(link);
    expect(sent('/invitations')[0]?.body).toEqual({
      workspaceId: 'w',
      email: 'anna@example.com',
      role: 'viewer',
      language: 'en',
    });
  });

  it('are removed after asking; the last owner hears why they cannot leave', async () => {
    start();
    backend.answer(({ path }) => (path.endsWith('/people/remove') ? { json: {} } : undefined));
    const user = userEvent.setup();
    renderApp('/settings/people');
    await user.click(await screen.findByRole('button', { name: 'More for paul@example.com' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('paul@example.com was removed.')).toBeTruthy();
    backend.answer(refusal('last-owner', '/people/remove'));
    await user.click(screen.getByRole('button', { name: `More for ${PERSON.email}` }));
    await user.click(await screen.findByRole('menuitem', { name: 'Leave the workspace' }));
    const asked = await screen.findByRole('alertdialog');
    await user.click(within(asked).getByRole('button', { name: 'Leave the workspace' }));
    expect(await screen.findByText(/A workspace needs an owner/)).toBeTruthy();
  });

  it('are only looked at by whoever is no owner', async () => {
    role = 'viewer';
    people = { ...people, members: people.members.map((one) => ({ ...one, role: 'viewer' })) };
    start();
    renderApp('/settings/people');
    expect(
      await screen.findByText('Owners of the workspace invite people and change their roles.'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'More for paul@example.com' })).toBeNull();
    expect(
      screen.getByText('You may look at everything in this workspace, and change nothing.'),
    ).toBeTruthy();
  });
});

describe('a workspace', () => {
  it('that is only looked at offers nothing to change; another one is a click away', async () => {
    role = 'viewer';
    start();
    const user = userEvent.setup();
    renderApp('/flows');
    await screen.findByText('Nobody has drawn a flow in this workspace yet.');
    expect(screen.queryByRole('link', { name: 'Choose a template' })).toBeNull();
    await user.click(screen.getAllByRole('button', { name: 'Workspace: Cabinet Martin' })[0] as HTMLElement);
    await user.click(await screen.findByRole('menuitem', { name: 'Second practice' }));
    expect(await screen.findByRole('link', { name: 'Choose a template' })).toBeTruthy();
    expect(localStorage.getItem('allokoli.workspace')).toBe('w2');
  });

  it('is made by whoever belongs to none', async () => {
    start();
    backend.tables.workspaces = [];
    const user = userEvent.setup();
    renderApp('/flows');
    await screen.findByRole('heading', { name: 'You belong to no workspace' });
    backend.answer(({ path, body }) => {
      if (!path.endsWith('/api/workspaces')) return undefined;
      backend.tables.workspaces = [{ id: ME, name: (body as { name: string }).name }];
      return { json: { id: ME } };
    });
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Garage Durand{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Flows' })).toBeTruthy();
  });
});

describe('an invitation', () => {
  const offer: InvitationAnswer = {
    workspace: 'Chez Paul',
    email: PERSON.email,
    role: 'editor',
    inviter: 'paul@example.com',
    state: 'open',
  };
  const open = (answered: Partial<InvitationAnswer>, language: 'en' | 'fr' = 'en') => {
    start();
    backend.answer(({ path }) =>
      path.endsWith('/invitations/read') ? { json: { ...offer, ...answered } } : undefined,
    );
    return renderApp('/invitations#secret', language);
  };

  it('is accepted, and the workspace opened', async () => {
    const { history } = open({});
    const user = userEvent.setup();
    backend.answer(({ path }) =>
      path.endsWith('/accept') ? { json: { workspaceId: ME, isNew: true } } : undefined,
    );
    await user.click(await screen.findByRole('button', { name: 'Accept the invitation' }));
    await waitFor(() => expect(history.location().pathname).toBe('/flows'));
    expect(localStorage.getItem('allokoli.workspace')).toBe(ME);
    expect(sent('/accept')[0]?.body).toEqual({ token: 'secret' });
    expect(history.location().hash).toBe('');
  });

  it.each([
    [{ state: 'expired' }, /has expired/],
    [{ state: 'revoked' }, /was taken back/],
    [{ email: 'other@example.com' }, /for another e-mail address/],
  ] as const)('says why it cannot be accepted: %o', async (answered, sentence) => {
    open(answered);
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Accept the invitation' })).toBeNull();
  });

  it('waits while a person without an account makes one', async () => {
    localStorage.removeItem('allokoli.session');
    const first = open({}, 'fr');
    expect(await screen.findByText(/Vous êtes invité dans « Chez Paul »/)).toBeTruthy();
    const field = screen.getByRole('textbox', { name: 'Adresse e-mail' });
    expect((field as HTMLInputElement).value).toBe(PERSON.email);
    first.unmount();
    // the link that confirms the address leads to the start page, signed in
    keepSession();
    const { history } = renderApp('/');
    expect(await screen.findByRole('button', { name: 'Accept the invitation' })).toBeTruthy();
    expect(history.location()).toMatchObject({ pathname: '/invitations', hash: '#secret' });
    expect(localStorage.getItem('allokoli.invitation')).toBeNull();
  });
});
