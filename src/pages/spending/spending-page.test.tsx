/** The spending page: what is used, and setting a limit with what callers hear past it. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { UsageAnswer } from '../../publish/workspace-wire.ts';

let backend: FakeBackend;
let usage: UsageAnswer;

const USAGE: UsageAnswer = {
  month: '2026-11',
  calls: 42,
  minutes: 120.4,
  dollars: 9.5,
  limit: null,
  isPast: false,
  diverted: [],
  numbers: [],
  rehearsals: { used: 3, most: 1000 },
  simulations: { used: 4, most: 60 },
  testMinutes: { used: 12, most: 60 },
  publications: { used: 1, most: 60 },
};
const LIMIT = {
  unit: 'minutes',
  most: 100,
  language: 'en',
  message: 'Later, please.',
  transferTo: null,
} as const;

function start(first: UsageAnswer = USAGE, role: 'owner' | 'editor' = 'owner') {
  usage = first;
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Practice' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
  });
  backend.answer(({ method, path, body }) => {
    if (path.endsWith('/api/usage') && method === 'GET') return { json: usage };
    if (path.endsWith('/usage/limit/remove')) {
      usage = { ...usage, limit: null };
      return { json: {} };
    }
    if (!path.endsWith('/usage/limit')) return undefined;
    const { workspaceId: _, ...limit } = body as typeof LIMIT & { workspaceId: string };
    if ((limit.transferTo as string | null) === '118')
      return { status: 400, json: { error: { code: 'bad-request', params: { field: 'transferTo' } } } };
    usage = { ...usage, limit };
    return { json: {} };
  });
  renderApp('/settings/spending', 'en');
}

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

describe('the spending page', () => {
  it('shows what is used, and sets a limit with a message', async () => {
    start();
    await screen.findByText('Used in November 2026');
    screen.getByText('121');
    screen.getByText(/9\.50$/);
    screen.getByText(/^No limit is set/);
    const message = screen.getByRole('textbox', { name: 'Message' });
    await userEvent.clear(message);
    await userEvent.click(screen.getByRole('button', { name: 'Save the limit' }));
    await screen.findByText('Write what callers should hear.');
    await userEvent.type(message, 'We are away.');
    await userEvent.click(screen.getByRole('button', { name: 'Save the limit' }));
    await screen.findByText('The limit is saved.');
    expect(usage.limit).toEqual({ ...LIMIT, most: 500, message: 'We are away.' });
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('gives one of several numbers words of its own, and takes them back', async () => {
    const numbers = [
      { id: '11111111-1111-4111-8111-111111111111', number: '+33142685300', label: 'Desk', words: null },
      { id: '22222222-2222-4222-8222-222222222222', number: '+33142685301', label: 'Line 2', words: null },
    ];
    start({ ...USAGE, limit: LIMIT, numbers });
    backend.answer(({ path, body }) => {
      if (!path.endsWith('/usage/limit/words')) return undefined;
      const { numberId, words } = body as {
        numberId: string;
        words: UsageAnswer['numbers'][number]['words'];
      };
      usage = {
        ...usage,
        numbers: usage.numbers.map((one) => (one.id === numberId ? { ...one, words } : one)),
      };
      return { json: {} };
    });
    const change = async () =>
      userEvent.click(await screen.findByRole('button', { name: 'Change the message: Line 2' }));
    await change();
    const dialog = await screen.findByRole('dialog');
    const message = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
    expect(message.value).toBe('Later, please.');
    await userEvent.clear(message);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save the message' }));
    await within(dialog).findByText('Write what callers should hear.');
    await userEvent.type(message, 'A demain.');
    await userEvent.click(within(dialog).getByRole('radio', { name: 'French' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save the message' }));
    await screen.findByText('“A demain.”');
    expect(usage.numbers.map(({ words }) => words)).toEqual([null, { language: 'fr', message: 'A demain.' }]);
    expect(await accessibilityFaults()).toEqual([]);
    await change();
    await userEvent.click(await screen.findByRole('button', { name: 'Like the other numbers' }));
    await waitFor(() => expect(screen.queryByText('“A demain.”')).toBeNull());
  });

  it('passes calls on, to a number that may be called', async () => {
    start();
    await userEvent.click(await screen.findByRole('radio', { name: /The call is passed on/ }));
    const number = screen.getByRole('textbox', { name: 'Telephone number' });
    await userEvent.type(number, '118');
    await userEvent.click(screen.getByRole('button', { name: 'Save the limit' }));
    await screen.findByText(/^This number cannot be called/);
    await userEvent.clear(number);
    await userEvent.type(number, '0142685300');
    await userEvent.click(screen.getByRole('button', { name: 'Save the limit' }));
    await waitFor(() => expect(usage.limit?.transferTo).toBe('0142685300'));
  });

  it('says when the limit is reached, and takes it away only when told twice', async () => {
    start({ ...USAGE, limit: LIMIT, isPast: true, diverted: ['Office'] });
    await screen.findByText(/^The limit of this month is reached.*Office/);
    screen.getByText('121 of 100');
    await userEvent.click(screen.getByRole('button', { name: 'Remove the limit' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(usage.limit).not.toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove the limit' }));
    await waitFor(() => expect(usage.limit).toBeNull());
  });

  it('can only be looked at by others', async () => {
    start(USAGE, 'editor');
    await screen.findByText('Only owners can set the limit.');
    expect(screen.queryByRole('button', { name: 'Save the limit' })).toBeNull();
  });
});
