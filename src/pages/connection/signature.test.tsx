/** Replacing the secret that signs Vapi's messages, on screen: what is asked for, what is told meanwhile, and its end. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { ScreenLanguage } from '../../i18n/messages.ts';
import type { ConnectionAnswer } from '../../publish/connection-wire.ts';

const WORKSPACE = '00000000-0000-4000-8000-00000000000a';
const SECRET = 'a-new-secret-of-vapi';
const QUESTION = { name: 'Refuse the former secret from now on?' };
type Own = NonNullable<ConnectionAnswer['own']>;
const REPLACING: NonNullable<Own['replacing']> = {
  since: '2026-11-20T12:00:00Z',
  signedAt: null,
  formerSignedAt: null,
  numbers: 0,
};

let backend: FakeBackend;
let own: Own;

beforeEach(() => {
  localStorage.clear();
  keepSession();
  own = { region: 'eu', endsIn: '1f2e', testedAt: '2026-11-02T12:00:00Z', isSigned: true, replacing: null };
});
afterEach(() => {
  cleanup();
  backend.stop();
});

function open(role: 'owner' | 'editor' = 'owner', language: ScreenLanguage = 'en') {
  backend = startFakeBackend({
    workspaces: [{ id: WORKSPACE, name: 'Cabinet Martin' }],
    members: [{ workspace_id: WORKSPACE, user_id: PERSON.id, role, created_at: '2026-11-02T12:00:00Z' }],
  });
  backend.answer(({ path }) =>
    path.endsWith('/api/connection')
      ? {
          json: {
            own,
            hasCommon: true,
            isSandbox: false,
            regions: ['us', 'eu'],
            here: { numbers: 1, inService: 1, files: 0 },
          } satisfies ConnectionAnswer,
        }
      : undefined,
  );
  renderApp('/settings/connection', language);
  return userEvent.setup();
}

function answerTo(end: string, answer: () => { json: unknown; status?: number }) {
  const asked: unknown[] = [];
  backend.answer(({ path, method, body }) => {
    if (!path.endsWith(end) || method !== 'POST') return undefined;
    asked.push(body);
    return answer();
  });
  return asked;
}

async function fill(user: ReturnType<typeof userEvent.setup>, credential: string, secret: string) {
  if (credential !== '') await user.type(screen.getByLabelText('Id of the credential'), credential);
  if (secret !== '') await user.type(screen.getByLabelText('New secret'), secret);
  await user.click(screen.getByRole('button', { name: 'Accept the new secret' }));
}

describe('a new secret', () => {
  it.each([
    ['nothing', '', ''],
    ['the credential alone', 'credential', ''],
    ['the secret alone', '', SECRET],
    ['a credential of spaces', '   ', SECRET],
  ])('is not sent with %s', async (_, credential, secret) => {
    const user = open();
    const asked = answerTo('/connection/signature', () => ({ json: {} }));
    await user.click(await screen.findByRole('button', { name: 'Replace the signature' }));
    await fill(user, credential, secret);
    await screen.findByText(/Enter the id of the credential and its new secret/);
    expect(asked).toEqual([]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('is taken in, hidden while it is typed, and what is next is said', async () => {
    const user = open();
    const asked = answerTo('/connection/signature', () => {
      own = { ...own, replacing: REPLACING };
      return { json: {} };
    });
    await user.click(await screen.findByRole('button', { name: 'Replace the signature' }));
    expect(screen.getByLabelText('New secret').getAttribute('type')).toBe('password');
    await fill(user, '  credential ', SECRET);
    await screen.findByText('The new secret is accepted. Now change it at Vapi.');
    expect(asked).toEqual([{ workspaceId: WORKSPACE, credentialId: 'credential', secret: SECRET }]);
    await screen.findByText(/Nothing was signed with the new secret yet/);
    expect(screen.queryByLabelText('New secret')).toBeNull();
    expect(document.body.innerHTML).not.toContain(SECRET);
  });

  it.each([
    ['bad-request', 400, /of 8 characters at least/],
    ['too-often', 429, /.+/],
    ['not-allowed', 403, /.+/],
  ])('that is refused (%s) stays in the form with the reason', async (code, status, reason) => {
    const user = open();
    answerTo('/connection/signature', () => ({ json: { error: { code, params: {} } }, status }));
    await user.click(await screen.findByRole('button', { name: 'Replace the signature' }));
    await fill(user, 'credential', 'short');
    const field = screen.getByLabelText('New secret');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    const described = document.getElementById(
      field.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '',
    );
    expect(described?.textContent).toMatch(reason);
    expect((field as HTMLInputElement).value).toBe('short');
  });

  it('is called an addition where there is none yet, and is for owners alone', async () => {
    own = { ...own, isSigned: false };
    open();
    await screen.findByRole('button', { name: 'Add a signature' });
    cleanup();
    backend.stop();
    open('editor');
    await screen.findByText('Owners of the workspace connect an account.');
    expect(screen.queryByRole('button', { name: 'Add a signature' })).toBeNull();
  });
});

describe('while both are accepted', () => {
  it.each([
    ['nothing used the new one', REPLACING, [/Nothing was signed with the new secret yet/], /last used/],
    [
      'both were used',
      { ...REPLACING, signedAt: '2026-11-21T10:00:00Z', formerSignedAt: '2026-11-20T13:00:00Z' },
      [/The new one was last used on/, /The former one was last used on/],
      /Nothing was signed/,
    ],
    [
      'numbers still answer with the former one',
      { ...REPLACING, signedAt: '2026-11-21T10:00:00Z', numbers: 2 },
      [/2 numbers still answer with the former credential/],
      /The former one was/,
    ],
  ])('%s: that is told', async (_, replacing, told, untold) => {
    own = { ...own, replacing };
    open();
    const banner = await screen.findByText(/both secrets are accepted/);
    for (const each of told) expect(banner.textContent).toMatch(each);
    expect(banner.textContent).not.toMatch(untold);
    expect(banner.textContent).toMatch(/it is forgotten by itself/);
  });

  it('speaks French, too', async () => {
    own = { ...own, replacing: { ...REPLACING, numbers: 1 } };
    open('owner', 'fr');
    const banner = await screen.findByText(/les deux secrets sont acceptés/);
    expect(banner.textContent).not.toMatch(/undefined|null|\bthe\b/);
  });

  it('the former one is refused only after a question, and that is said', async () => {
    own = { ...own, replacing: REPLACING };
    const user = open();
    const asked = answerTo('/signature/retire', () => {
      own = { ...own, replacing: null };
      return { json: {} };
    });
    await user.click(await screen.findByRole('button', { name: 'Refuse the former secret now' }));
    const question = await screen.findByRole('alertdialog', QUESTION);
    expect(asked).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Refuse the former secret now' }));
    await screen.findByText('The former secret is refused from now on.');
    expect(asked).toEqual([{ workspaceId: WORKSPACE }]);
    await waitFor(() => expect(screen.queryByText(/both secrets are accepted/)).toBeNull());
  });

  it('a refusal to end it is told, and both go on being accepted', async () => {
    own = { ...own, replacing: REPLACING };
    const user = open();
    // Notices of what went before may still be there.
    const said = () => screen.queryAllByText('The former secret is refused from now on.').length;
    answerTo('/signature/retire', () => ({
      json: { error: { code: 'not-allowed', params: {} } },
      status: 403,
    }));
    await user.click(await screen.findByRole('button', { name: 'Refuse the former secret now' }));
    const before = said();
    const question = await screen.findByRole('alertdialog', QUESTION);
    await user.click(within(question).getByRole('button', { name: 'Refuse the former secret now' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog', QUESTION)).toBeNull());
    await screen.findByText(/both secrets are accepted/);
    expect(said()).toBeLessThanOrEqual(before);
  });

  it('cannot be ended by somebody who is no owner', async () => {
    own = { ...own, replacing: REPLACING };
    open('editor');
    await screen.findByText(/both secrets are accepted/);
    expect(screen.queryByRole('button', { name: 'Refuse the former secret now' })).toBeNull();
  });
});
