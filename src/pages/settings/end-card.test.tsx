/** Deleting a workspace and an account: only with the words typed, and with what goes said before. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';

let backend: FakeBackend;

function start(role: 'owner' | 'viewer' = 'owner') {
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Practice' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
  });
  renderApp('/settings', 'en');
}

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

const sent = (end: string) =>
  backend.requests.filter(({ path }) => path.endsWith(end)).map(({ body }) => body);

describe('deleting', () => {
  it('a workspace: its name is typed first', async () => {
    start();
    backend.answer(({ path }) => {
      if (!path.endsWith('/workspaces/close')) return undefined;
      backend.tables.workspaces = [];
      return { json: {} };
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete the workspace' }));
    const dialog = await screen.findByRole('alertdialog');
    within(dialog).getByText(/^At Vapi everything of ours is deleted/);
    const name = within(dialog).getByRole('textbox');
    await userEvent.type(name, 'Practise');
    const confirm = within(dialog).getByRole('button', { name: 'Delete the workspace' });
    await userEvent.click(confirm);
    await within(dialog).findByText(/Compare it letter by letter/);
    expect(sent('/workspaces/close')).toEqual([]);
    expect(await accessibilityFaults()).toEqual([]);
    await userEvent.clear(name);
    await userEvent.type(name, 'Practice');
    await userEvent.click(confirm);
    await waitFor(() => expect(sent('/workspaces/close')).toEqual([{ workspaceId: 'w', name: 'Practice' }]));
    await screen.findByText('“Practice” is being deleted.');
  });

  it('an account: not while others would be left without an owner', async () => {
    start('viewer');
    backend.answer(({ path }) =>
      path.endsWith('/account/close')
        ? { status: 409, json: { error: { code: 'last-owner', params: {} } } }
        : undefined,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Delete my account' }));
    expect(screen.queryByRole('button', { name: 'Delete the workspace' })).toBeNull();
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.type(within(dialog).getByRole('textbox'), PERSON.email);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete my account' }));
    await within(dialog).findByText(/Make somebody else an owner first/);
    expect(sent('/account/close')).toEqual([{ email: PERSON.email }]);
  });
});
