/** What the window offers once something is in service: a call only where callers reach it from now on. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeBackend, keepSession, startFakeBackend } from '../../data/testing/fake-backend.ts';
import { setLanguage } from '../../i18n/language.ts';
import type { DeploymentAnswer } from '../../publish/wire.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { PublishPanel } from './publish-panel.tsx';

const [RUN, MAIN, OTHER] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const number = (id: string, digits: string) => ({
  id,
  workspace_id: 'w',
  number: digits,
  label: '',
  provider: 'vapi',
  state: 'active',
  flow_id: null,
  deployment_id: null,
});

let backend: FakeBackend;
beforeEach(() => {
  fillJsdomGaps();
  localStorage.clear();
  keepSession();
  setLanguage('en');
});
afterEach(() => {
  cleanup();
  backend.stop();
});

/** A run that this device began, and that is over now. */
function open(numberId: string | null, kinds: readonly DeploymentAnswer['steps'][number]['kind'][]) {
  backend = startFakeBackend({
    phone_numbers: [number(MAIN, '+33199001234'), number(OTHER, '+33199005678')],
  });
  const live: DeploymentAnswer = {
    id: RUN,
    numberId,
    purpose: 'flow',
    state: 'live',
    version: 3,
    steps: kinds.map((kind) => ({ kind, name: '', state: 'done' })),
    error: null,
  };
  backend.answer(({ path }) => (path.endsWith(`/publications/${RUN}/advance`) ? { json: live } : undefined));
  localStorage.setItem('allokoli:publication:f', RUN);
  show(openEditor().editor, <PublishPanel />);
}
const callIt = () => screen.queryByRole('button', { name: 'Call it now' });

it('offers a call of the number that was switched, not of the one that was chosen', async () => {
  open(OTHER, ['verify', 'switch-number', 'commit']);
  await screen.findByText('Version 3 now answers this number.');
  await waitFor(() => expect(callIt()).toBeTruthy());
  await userEvent.click(callIt()!);
  const field = await screen.findByDisplayValue(/\+33\s?1\s?99\s?00\s?56\s?78/);
  expect(field).toBeTruthy();
});

it.each([
  ['on the browser link alone', null, /now answers on the browser link/],
  ['outside of the hours of the flow', MAIN, /answers this number when its hours begin/],
])('offers no call of what is in service %s', async (_, numberId, told) => {
  open(numberId, ['verify', 'commit']);
  await screen.findByText(told);
  await waitFor(() =>
    expect(backend.requests.some(({ path }) => path.endsWith('/phone_numbers'))).toBe(true),
  );
  expect(callIt()).toBeNull();
});
