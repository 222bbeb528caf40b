/** A call is left out of lists and figures, and shown again: by whoever may change it, with a way back at hand. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeBackend, keepSession, startFakeBackend } from '../../data/testing/fake-backend.ts';
import { setLanguage } from '../../i18n/language.ts';
import '../../ui/testing/jsdom-gaps.ts';
import { clearNotices, ToastRegion } from '../../ui/toast.tsx';
import { WorkspaceContext, type WorkspaceValue } from '../workspace-context.ts';
import { HideCall } from './hide-call.tsx';

let backend: FakeBackend;
const asked: unknown[] = [];
beforeEach(() => {
  setLanguage('en');
  keepSession();
  asked.length = 0;
  backend = startFakeBackend();
  backend.answer(({ path, body }) => {
    if (!path.endsWith('/api/calls/c1/hide')) return undefined;
    asked.push(body);
    return { json: { hidden: (body as { hides: boolean }).hides } };
  });
});
afterEach(() => {
  clearNotices();
  cleanup();
  backend.stop();
});

function show({ isHidden = false, canChange = true }: { isHidden?: boolean; canChange?: boolean } = {}) {
  const workspace = { id: 'w', name: 'Practice' };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <WorkspaceContext value={{ workspace, canChange } as WorkspaceValue}>
        <HideCall id="c1" isHidden={isHidden} />
        <ToastRegion />
      </WorkspaceContext>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

it('is hidden, and that is undone from the notice', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Hide this call' }));
  await screen.findByText(/The call is hidden/);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('The call is shown again.');
  await waitFor(() => expect(asked).toEqual([{ hides: true }, { hides: false }]));
});

it('says that it is hidden, and is shown again', async () => {
  const user = show({ isHidden: true });
  screen.getByText(/counts in no list/);
  await user.click(screen.getByRole('button', { name: 'Show this call again' }));
  await waitFor(() => expect(asked).toEqual([{ hides: false }]));
});

it('says why when it could not be', async () => {
  backend.answer(() => 'offline');
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Hide this call' }));
  await waitFor(() => expect(screen.getAllByText(/connection|offline/i).length).toBeGreaterThan(0));
});

it('is left alone by whoever only looks on', () => {
  show({ canChange: false });
  expect(screen.queryByRole('button')).toBeNull();
});
