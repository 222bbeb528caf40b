/** The sound of a call: fetched when it is asked for, in step with the drawing, and why there is none. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Visit } from '../../data/calls.ts';
import { type FakeBackend, keepSession, startFakeBackend } from '../../data/testing/fake-backend.ts';
import { setLanguage } from '../../i18n/language.ts';
import '../../ui/testing/jsdom-gaps.ts';
import { Recording } from './recording.tsx';

/** What jsdom has no part of: a sound of 20 seconds, moved by the test. */
class Player extends EventTarget {
  static last: Player;
  paused = true;
  currentTime = 0;
  duration = 20;
  onplay = () => {};
  onpause = () => {};
  ontimeupdate = () => {};
  ondurationchange = () => {};
  onended = () => {};
  onerror = () => {};
  constructor() {
    super();
    Player.last = this;
    queueMicrotask(() => this.ondurationchange());
  }
  async play() {
    this.paused = false;
    this.onplay();
  }
  pause() {
    this.paused = true;
    this.onpause();
  }
  comeTo(time: number) {
    this.currentTime = time;
    act(() => this.ontimeupdate());
  }
}

let backend: FakeBackend;
beforeEach(() => {
  setLanguage('en');
  keepSession();
  backend = startFakeBackend();
  vi.stubGlobal('Audio', Player);
  URL.createObjectURL = () => 'blob:sound';
  URL.revokeObjectURL = () => {};
});
afterEach(() => {
  cleanup();
  backend.stop();
  vi.unstubAllGlobals();
});

/** The call lasted 30 seconds, and was recorded from the tenth on. */
const PATH = [
  { node: 'answer', confidence: 'known', at: 0 },
  { node: 'consent', confidence: 'known', at: 4000 },
  { node: 'ask', confidence: 'known', at: 12_000 },
  { node: 'bye', confidence: 'known', at: 25_000 },
] as Visit[];

function show(current = 0) {
  const seen: number[] = [];
  const queries = new QueryClient();
  const view = (now: number) => (
    <QueryClientProvider client={queries}>
      <Recording
        callId="c1"
        path={PATH}
        length={30_000}
        current={now}
        onChange={(index) => seen.push(index)}
      />
    </QueryClientProvider>
  );
  const { rerender } = render(view(current));
  return { seen, user: userEvent.setup(), turnTo: (now: number) => rerender(view(now)) };
}

const answerWith = (json: object, status = 200) =>
  backend.answer(({ path }) => (path.endsWith('/api/calls/c1/recording') ? { status, json } : undefined));

it('is asked for once somebody wants to hear it, and lights the steps as it goes', async () => {
  let asked = 0;
  backend.answer(({ path }) => {
    if (!path.endsWith('/api/calls/c1/recording')) return undefined;
    asked += 1;
    return { json: {} };
  });
  const { seen, user, turnTo } = show();
  expect(asked).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Listen to the recording' }));
  await user.click(await screen.findByRole('button', { name: 'Play the recording' }));
  expect(asked).toBe(1);
  await screen.findByRole('button', { name: 'Pause the recording' });
  Player.last.comeTo(3);
  expect(seen).toEqual([2]);
  Player.last.comeTo(16);
  expect(seen).toEqual([2, 3]);
  // A step that somebody chooses is where it goes on; one of before the recording, its beginning.
  turnTo(2);
  await waitFor(() => expect(Player.last.currentTime).toBe(2));
  turnTo(0);
  await waitFor(() => expect(Player.last.currentTime).toBe(0));
});

it('says that there is none', async () => {
  answerWith({ error: { code: 'recording-none', params: {} } }, 404);
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Listen to the recording' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/the caller said no/);
  expect(screen.queryByRole('button')).toBeNull();
});

it('says why it could not be fetched, and tries again', async () => {
  backend.answer(() => 'offline');
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Listen to the recording' }));
  await screen.findByRole('alert');
  answerWith({});
  await user.click(screen.getByRole('button', { name: 'Listen to the recording' }));
  await screen.findByRole('button', { name: 'Play the recording' });
});
