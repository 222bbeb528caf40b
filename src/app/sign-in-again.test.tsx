/** A session that ends by itself: the page stays, and whoever was there signs in over it. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewSession, signOut } from '../data/session.ts';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../data/testing/fake-backend.ts';
import { accessibilityFaults, renderApp } from './testing/render-app.tsx';

let backend: FakeBackend;
let isOver = false;
beforeEach(() => {
  localStorage.clear();
  isOver = false;
  keepSession();
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Cabinet' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role: 'owner', created_at: '2026-01-02T12:00:00Z' }],
    flows: [],
  });
  backend.answer(({ path, query }) =>
    isOver && path.startsWith('/auth/') && query.get('grant_type') === 'refresh_token'
      ? { status: 400, json: { error_code: 'refresh_token_not_found', msg: 'no' } }
      : undefined,
  );
});
afterEach(() => {
  cleanup();
  backend.stop();
});

/** The server takes the token no longer, and gives no new one. */
async function end() {
  isOver = true;
  await act(async () => void (await renewSession()));
}

describe('a session that ended', () => {
  test('is begun again over the page, which stays', async () => {
    renderApp('/settings');
    const page = await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await end();
    const dialog = await screen.findByRole('dialog', { name: 'Please sign in again' });
    expect(page.isConnected).toBe(true);
    expect(await accessibilityFaults()).toEqual([]);
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'E-mail address' }).value).toBe(
      PERSON.email,
    );
    const user = userEvent.setup();
    await user.keyboard('{Escape}');
    await user.type(within(dialog).getByLabelText('Password'), 'secret-secret{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(page.isConnected).toBe(true);
  });

  test('leads to the sign-in when the person chose to leave', async () => {
    renderApp('/settings');
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await act(() => signOut());
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
