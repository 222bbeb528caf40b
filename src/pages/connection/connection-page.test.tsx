/** The workspace's own account at Vapi on screen, over the fake backend: nothing of a key is ever shown. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { ConnectionAnswer } from '../../publish/connection-wire.ts';

const WORKSPACE = '00000000-0000-4000-8000-00000000000a';
const KEY = 'a-private-key-of-vapi';
const OWN = {
  region: 'eu',
  endsIn: '1f2e',
  testedAt: '2026-11-02T12:00:00Z',
  isSigned: false,
  replacing: null,
} as const;
const NOTHING: ConnectionAnswer = {
  own: null,
  hasCommon: true,
  isSandbox: true,
  regions: ['us', 'eu', 'sandbox'],
  here: { numbers: 0, inService: 0, files: 0 },
};

let backend: FakeBackend;
let connection: ConnectionAnswer;

beforeEach(() => {
  localStorage.clear();
  keepSession();
  connection = NOTHING;
});
afterEach(() => {
  cleanup();
  backend.stop();
});

function open(role: 'owner' | 'editor' = 'owner') {
  backend = startFakeBackend({
    workspaces: [{ id: WORKSPACE, name: 'Cabinet Martin' }],
    members: [{ workspace_id: WORKSPACE, user_id: PERSON.id, role, created_at: '2026-11-02T12:00:00Z' }],
  });
  backend.answer(({ path }) => (path.endsWith('/api/connection') ? { json: connection } : undefined));
  renderApp('/settings/connection');
  return userEvent.setup();
}

/** What was asked of one address; the answer is given before the general one. */
function answerTo(end: string, json: unknown, status = 200) {
  const asked: unknown[] = [];
  backend.answer(({ path, method, body }) => {
    if (!path.endsWith(end) || method !== 'POST') return undefined;
    asked.push(body);
    return { json, status };
  });
  return asked;
}

describe('the Vapi connection', () => {
  it('can be read by everybody, and says whose account is used', async () => {
    open();
    expect(await screen.findByText(/uses the sandbox of this machine/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('is for owners to change', async () => {
    open('editor');
    expect(await screen.findByText('Owners of the workspace connect an account.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Connect an account' })).toBeNull();
  });

  it('asks for a key, and for both parts of a signature or neither, before anything is sent', async () => {
    const user = open();
    const asked = answerTo('/api/connection', { isSame: false });
    await user.click(await screen.findByRole('button', { name: 'Connect an account' }));
    await user.type(screen.getByLabelText('Id of the credential'), 'credential');
    await user.click(screen.getByRole('button', { name: 'Test and connect' }));
    expect(screen.getByText('Paste the private key.')).toBeTruthy();
    expect(screen.getByText('Enter both the id and the secret, or neither.')).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('takes a key in, shows its end only, and forgets what was typed', async () => {
    const user = open();
    const asked = answerTo('/api/connection', { isSame: false });
    await user.click(await screen.findByRole('button', { name: 'Connect an account' }));
    await user.click(screen.getByRole('radio', { name: /European Union/ }));
    await user.type(screen.getByLabelText('Private key'), KEY);
    connection = { ...NOTHING, own: OWN };
    await user.click(screen.getByRole('button', { name: 'Test and connect' }));
    expect(await screen.findByText('Connected with a key that ends in …1f2e')).toBeTruthy();
    expect(asked).toEqual([{ workspaceId: WORKSPACE, region: 'eu', key: KEY }]);
    expect(document.body.innerHTML).not.toContain(KEY);
  });

  it('keeps the form open when Vapi refuses the key', async () => {
    const user = open();
    answerTo('/api/connection', { error: { code: 'vapi-key-refused', params: {} } }, 409);
    await user.click(await screen.findByRole('button', { name: 'Connect an account' }));
    const field = screen.getByLabelText('Private key');
    await user.type(field, KEY);
    await user.click(screen.getByRole('button', { name: 'Test and connect' }));
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  });

  it('says what stays behind before an account is disconnected', async () => {
    connection = { ...NOTHING, own: OWN, here: { numbers: 3, inService: 2, files: 1 } };
    const user = open();
    const asked = answerTo('/connection/remove', null);
    await user.click(await screen.findByRole('button', { name: 'Disconnect' }));
    const dialog = await screen.findByRole('alertdialog', { name: /isconnect/ });
    expect(dialog.textContent).toMatch(/3 numbers stay.*2 of which go on.*1 document has/s);
    await user.click(within(dialog).getByRole('button', { name: 'Disconnect' }));
    await waitFor(() => expect(asked).toEqual([{ workspaceId: WORKSPACE }]));
  });
});
