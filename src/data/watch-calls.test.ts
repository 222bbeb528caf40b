/** Realtime over a socket that a test plays: joining, changes, a refusal, the end. The client is Supabase's own. */
import { RealtimeClient } from '@supabase/supabase-js';
import { afterEach, expect, it, vi } from 'vitest';
import { watchCalls } from './watch-calls.ts';

type Frame = readonly [string | null, string | null, string, string, Record<string, unknown>];

/** By which the server names what was asked for. */
const FIRST_ID = 7;

/** The server's side of a socket. */
class PlayedSocket {
  static last: PlayedSocket | undefined;
  static answer: 'ok' | 'error' = 'ok';
  readonly sent: Frame[] = [];
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    PlayedSocket.last = this;
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Frame;
    this.sent.push(frame);
    const [join, ref, topic, event, payload] = frame;
    if (event !== 'phx_join') return;
    const asked = (payload.config as { postgres_changes: object[] }).postgres_changes;
    const response = { postgres_changes: asked.map((each, place) => ({ ...each, id: place + FIRST_ID })) };
    this.receive([join, ref, topic, 'phx_reply', { status: PlayedSocket.answer, response }]);
  }

  receive(frame: Frame): void {
    const data = JSON.stringify(frame);
    queueMicrotask(() => this.onmessage?.({ data }));
  }

  close(): void {
    this.readyState = 3;
    this.onclose?.({ code: 1000 });
  }
}

const open = async () =>
  new RealtimeClient('ws://realtime.test/realtime/v1', {
    transport: PlayedSocket as unknown as typeof WebSocket,
    params: { apikey: 'key' },
    accessToken: () => Promise.resolve('a-person'),
  });

function watch(port: Parameters<typeof watchCalls>[2] = open) {
  const watcher = { onChange: vi.fn(), onJoined: vi.fn() };
  return { watcher, stop: watchCalls('w', watcher, port) };
}

let stop = () => {};
afterEach(() => {
  stop();
  PlayedSocket.answer = 'ok';
});

it('joins as the person, for the calls of the workspace, and tells of changes until it is ended', async () => {
  const watched = watch();
  stop = watched.stop;
  await vi.waitFor(() => expect(watched.watcher.onJoined).toHaveBeenLastCalledWith(true));
  const socket = PlayedSocket.last!;
  const [join, , topic, , payload] = socket.sent.find(([, , , event]) => event === 'phx_join')!;
  expect(payload).toMatchObject({
    access_token: 'a-person',
    config: {
      postgres_changes: [{ event: '*', schema: 'public', table: 'calls', filter: 'workspace_id=eq.w' }],
    },
  });
  const data = {
    type: 'INSERT',
    schema: 'public',
    table: 'calls',
    columns: [],
    record: {},
    errors: null,
    commit_timestamp: '',
  };
  socket.receive([join, null, topic, 'postgres_changes', { ids: [FIRST_ID], data }]);
  await vi.waitFor(() => expect(watched.watcher.onChange).toHaveBeenCalledTimes(1));
  stop();
  socket.receive([join, null, topic, 'postgres_changes', { ids: [FIRST_ID], data }]);
  await Promise.resolve();
  expect(watched.watcher.onChange).toHaveBeenCalledTimes(1);
});

it('says that nothing is told where joining is refused', async () => {
  PlayedSocket.answer = 'error';
  const watched = watch();
  stop = watched.stop;
  await vi.waitFor(() => expect(watched.watcher.onJoined).toHaveBeenLastCalledWith(false));
  expect(watched.watcher.onJoined).not.toHaveBeenCalledWith(true);
});

it('is silent where there is no Realtime, and where it cannot be fetched', async () => {
  const none = watch(() => Promise.resolve(null));
  const broken = watch(() => Promise.reject(new Error('no network')));
  await vi.waitFor(() => expect(broken.watcher.onJoined).toHaveBeenCalledWith(false));
  expect(none.watcher.onJoined).not.toHaveBeenCalled();
  none.stop();
  broken.stop();
});
