/** The page of alerts, the line above the pages, and what the links of e-mails lead to. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp, renderDoor } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { AlertAnswer, AlertChannel, AlertsAnswer, LinkAnswer } from '../../publish/alerts-wire.ts';

const ME = '00000000-0000-4000-8000-000000000001';
const CHANNEL = '00000000-0000-4000-8000-000000000002';
const HOOK = '00000000-0000-4000-8000-000000000003';
const ALERT = '00000000-0000-4000-8000-000000000004';
const AT = '2026-12-01T10:00:00Z';

let backend: FakeBackend;
let alerts: AlertsAnswer;

const mail: AlertChannel = {
  id: CHANNEL,
  type: 'email',
  to: 'claire@example.com',
  isMember: true,
  kinds: ['failed-calls', 'budget', 'drift', 'silent-number'],
  isConfirmed: true,
  last: null,
};
const hook: AlertChannel = {
  ...mail,
  id: HOOK,
  type: 'webhook',
  to: 'https://hooks.example.com/a',
  isMember: false,
  kinds: ['drift'],
};
const on: AlertAnswer = {
  id: ALERT,
  kind: 'failed-calls',
  told: { reason: 'in-a-row', flowId: 'f', flow: 'Reception', count: 2 },
  beganAt: AT,
  overAt: null,
  deliveries: [{ channelId: CHANNEL, phase: 'began', state: 'failed', attempts: 8, error: '500', at: AT }],
};

function start(first: Partial<AlertsAnswer> = {}, role: 'owner' | 'viewer' = 'owner') {
  alerts = { channels: [], alerts: [], mail: 'provider', ...first };
  backend = startFakeBackend({
    workspaces: [{ id: ME, name: 'Practice' }],
    members: [{ workspace_id: ME, user_id: PERSON.id, role, created_at: AT }],
  });
  backend.answer(({ method, path }) => {
    if (path.endsWith('/api/alerts') && method === 'GET') return { json: alerts };
    if (path.endsWith('/api/people'))
      return {
        json: { members: [{ userId: ME, email: PERSON.email, role, since: AT }], invitations: [] },
      };
    return undefined;
  });
}
const sent = (end: string) =>
  backend.requests.filter(({ method, path }) => method === 'POST' && path.endsWith(end));

beforeEach(() => {
  localStorage.clear();
  PERSON.id = ME;
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

describe('the page of alerts', () => {
  it('says that all is right, what is watched, and adds one’s own address with one press', async () => {
    start();
    renderApp('/settings/alerts');
    await screen.findByText(/^Nothing is on\./);
    screen.getByText(/^We cannot ring your number ourselves/);
    expect(await accessibilityFaults()).toEqual([]);
    backend.answer(({ path }) => {
      if (!path.endsWith('/alerts/channels')) return undefined;
      alerts = { ...alerts, channels: [mail] };
      return { json: { id: CHANNEL } };
    });
    await userEvent.click(screen.getByRole('button', { name: 'Add an e-mail address' }));
    const dialog = await screen.findByRole('dialog');
    expect((within(dialog).getByRole('textbox') as HTMLInputElement).value).toBe(PERSON.email);
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Changed at Vapi' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await screen.findByText(`${PERSON.email} is told from now on.`);
    expect(sent('/alerts/channels')[0]?.body).toEqual({
      type: 'member',
      userId: ME,
      workspaceId: ME,
      kinds: ['failed-calls', 'budget', 'silent-number'],
      language: 'en',
    });
    await screen.findByRole('button', { name: `Send a test to ${mail.to}` });
  });

  it('asks another address first, and says what is wrong with one', async () => {
    start();
    renderApp('/settings/alerts');
    backend.answer(({ path }) =>
      path.endsWith('/alerts/channels') ? { json: { id: CHANNEL, asked: 'sent' } } : undefined,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Add an e-mail address' }));
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByRole('textbox');
    await userEvent.clear(field);
    await userEvent.type(field, 'nobody{Enter}');
    await within(dialog).findByText('Write an e-mail address, such as name@example.com.');
    await userEvent.clear(field);
    await userEvent.type(field, 'books@example.com{Enter}');
    await screen.findByText('We asked books@example.com by e-mail.');
    expect(sent('/alerts/channels')[0]?.body).toMatchObject({
      type: 'address',
      address: 'books@example.com',
    });
  });

  it('shows the secret of a webhook this once, and refuses an address inside', async () => {
    start();
    renderApp('/settings/alerts');
    let isRefused = true;
    backend.answer(({ path }) => {
      if (!path.endsWith('/alerts/channels')) return undefined;
      if (!isRefused) return { json: { id: HOOK, secret: 'whsec_abc' } };
      isRefused = false;
      return {
        status: 400,
        json: { error: { code: 'bad-request', params: { field: 'url', reason: 'private' } } },
      };
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Add a webhook' }));
    const field = within(await screen.findByRole('dialog')).getByRole('textbox');
    await userEvent.type(field, 'https://10.0.0.1/{Enter}');
    await screen.findByText(/^This address leads into a private network/);
    await userEvent.clear(field);
    await userEvent.type(field, `${hook.to}{Enter}`);
    const secret = await screen.findByRole('textbox', { name: 'Secret' });
    expect((secret as HTMLInputElement).value).toBe('whsec_abc');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Secret' })).toBeNull());
  });

  it('shows what is on, who was told and why not; kinds, test and removal', async () => {
    start({ channels: [mail, hook], alerts: [on, { ...on, id: HOOK, overAt: AT, deliveries: [] }] });
    renderApp('/settings/alerts');
    await screen.findAllByText('The latest 2 calls of “Reception” failed.');
    const link = screen.getByRole('link', { name: 'Look at these calls' });
    expect(link.getAttribute('href')).toBe('/calls?flow=f&outcome=failed');
    screen.getByText(/^Nobody was told/);
    await userEvent.click(screen.getByRole('button', { name: 'Told to' }));
    screen.getByText(/given up after 8 attempts/);
    screen.getByText(/The other side answered with error 500\./);
    expect(await accessibilityFaults()).toEqual([]);
    backend.answer(({ path }) => {
      if (path.endsWith('/kinds') || path.endsWith('/remove')) return { json: {} };
      if (path.endsWith('/test')) return { json: { state: 'failed', error: 'tls' } };
      return undefined;
    });
    const kinds = screen.getByRole('group', { name: `What ${hook.to} is told` });
    await userEvent.click(within(kinds).getByRole('checkbox', { name: 'Calls fail' }));
    await waitFor(() => expect(sent(`${HOOK}/kinds`)[0]?.body).toEqual({ kinds: ['failed-calls', 'drift'] }));
    await userEvent.click(screen.getByRole('button', { name: `Send a test to ${hook.to}` }));
    await screen.findByText(/^The test did not get through\. The certificate/);
    await userEvent.click(screen.getByRole('button', { name: `Remove ${hook.to}` }));
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }),
    );
    await waitFor(() => expect(sent(`${HOOK}/remove`)).toHaveLength(1));
  });

  it('leads from a silent number to a call of each line that is forwarded to it', async () => {
    const told = { reason: 'no-calls', numberId: HOOK, number: '+33199001234', days: 4 } as const;
    const silent: AlertAnswer = { ...on, kind: 'silent-number', told };
    start({ alerts: [silent, { ...silent, id: HOOK, told: { ...told, reason: 'blocked' } }] });
    const line = {
      workspace_id: ME,
      operator: 'orange',
      line: 'mobile',
      mode: 'always',
      seconds: null,
      tested_from: null,
      verified_at: AT,
    };
    backend.tables.forwardings = [
      { ...line, id: CHANNEL, phone_number_id: HOOK, own_number: '+33639980011' },
      { ...line, id: ALERT, phone_number_id: ALERT, own_number: '+33639980012' },
    ];
    renderApp('/settings/alerts');
    const links = await screen.findAllByRole('link', { name: /^Call \+33\s6.* now/ });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `/numbers/${HOOK}/forward?check=${CHANNEL}`,
    ]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('is only looked at by whoever may not change the workspace', async () => {
    start({ channels: [{ ...mail, isConfirmed: false }], mail: 'none' }, 'viewer');
    renderApp('/settings/alerts', 'fr');
    await screen.findByText(/choisissent qui est prévenu/);
    screen.getByText('Attend un oui');
    screen.getByText(/^Aucun service d’e-mail/);
    expect(screen.queryByRole('button', { name: 'Ajouter un webhook' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Supprimer/ })).toBeNull();
  });

  it('says when it cannot be shown', async () => {
    start();
    backend.answer(({ path }) => (path.endsWith('/api/alerts') ? 'offline' : undefined));
    renderApp('/settings/alerts');
    await screen.findByText(/^No connection/);
  });
});

it('a line above the pages says what is on, but on the page of alerts itself', async () => {
  start();
  backend.tables.alerts = [{ id: ALERT, workspace_id: ME, kind: 'silent-number' }];
  renderApp('/settings');
  const line = (await screen.findByText('A number does not answer')).closest('p') as HTMLElement;
  await userEvent.click(within(line).getByRole('link', { name: 'See alerts' }));
  await screen.findByText(/^Nothing is on\./);
  expect(screen.queryByRole('link', { name: 'See alerts' })).toBeNull();
});

describe('the link of an e-mail', () => {
  const answer: LinkAnswer = {
    wish: 'confirm',
    workspace: 'Practice',
    address: 'books@example.com',
    state: 'open',
  };
  function open(token: string, given: (act: boolean) => LinkAnswer | null) {
    start();
    localStorage.clear();
    backend.answer(({ path, body }) => {
      if (!path.endsWith('/alerts/links')) return undefined;
      const found = given((body as { act: boolean }).act);
      return found ? { json: found } : { status: 404, json: { error: { code: 'not-found', params: {} } } };
    });
    return renderDoor(`/alert-mails#${token}`);
  }

  it('says yes only when pressed, without an account', async () => {
    await open('confirm.x.y', (act) => ({ ...answer, state: act ? 'done' : 'open' }));
    await screen.findByRole('heading', { name: 'Alerts of Practice' });
    expect(await accessibilityFaults()).toEqual([]);
    expect(sent('/alerts/links').map(({ body }) => body)).toEqual([{ token: 'confirm.x.y', act: false }]);
    await userEvent.click(screen.getByRole('button', { name: 'Yes, send them to me' }));
    await screen.findByText(/^books@example.com is told from now on/);
  });

  it('stops them', async () => {
    await open('stop.x.y', (act) => ({ ...answer, wish: 'stop', state: act ? 'done' : 'open' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stop them' }));
    await screen.findByText(/^No more alerts/);
  });

  it.each([
    [{ ...answer, state: 'gone' } as const, /^This link is too old/],
    [null, /^This link is incomplete/],
  ])('says why it does nothing', async (given, sentence) => {
    await open('confirm.x.y', () => given);
    await screen.findByText(sentence);
  });
});
