/**
 * Talking with a line to Vapi, on screen: Vapi's own client in a room of the sandbox, with stand-ins for Daily, the microphone and the
 * server, whose answers are made of what the sandbox says.
 */
import Daily from '@daily-co/daily-js';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../../ui/testing/jsdom-gaps.ts';
import { createStore } from 'zustand/vanilla';
import { compileFlow } from '../../kinds/registry.ts';
import { DailyStandIn } from '../../vapi/sandbox/testing/daily-stand-in.ts';
import { testSandbox } from '../../vapi/sandbox/testing.ts';
import type { Rehearsal, RehearsalState } from '../rehearse-panel/rehearsal.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { talkMessages } from './messages.ts';
import { VoiceView } from './voice-view.tsx';

const { en } = talkMessages;
const ID = '11111111-1111-4111-8111-111111111111';

beforeEach(fillJsdomGaps);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const PRETENCE = { now: Date.UTC(2027, 0, 3, 21), caller: '+33612345678' };
const idle = {
  state: createStore<RehearsalState>(() => ({ pretence: PRETENCE }) as RehearsalState),
  stop() {},
} as unknown as Rehearsal;

/** What the server would answer; `refusal` in place of a call, `microphone` what asking for one gives. */
function open({ refusal, microphone }: { refusal?: string; microphone?: string } = {}) {
  const { editor } = openEditor();
  const { document } = editor.store.state.getState();
  const { payload, manifest } = compileFlow(document, { mode: 'preview' });
  const { send } = testSandbox();
  const asked: string[] = [];
  const wanted: unknown[] = [];
  const room = new DailyStandIn(
    async (url, body) => (await send('POST', new URL(url).pathname, body, null)).body,
  );
  vi.spyOn(Daily, 'createCallObject').mockReturnValue(room as never);
  vi.stubGlobal('fetch', async (url: string, init: { method: string; body?: string }) => {
    const path = `${init.method} ${new URL(url, 'http://app.test').pathname.split('/api')[1]}`;
    asked.push(path);
    if (path === 'GET /test-calls')
      return Response.json({ line: 'vapi', secondsLeft: 3300, daySeconds: 3600, secondsPerCall: 300 });
    if (path.endsWith('/end'))
      return Response.json({ state: 'settled', seconds: 65, cost: 0.12, secondsLeft: 3235 });
    wanted.push(JSON.parse(init.body ?? 'null'));
    if (refusal) return Response.json({ outcome: 'refused', reason: refusal });
    const target = payload!.type === 'squad' ? { squad: payload!.squad } : { assistant: payload!.assistant };
    const { body } = await send('POST', '/call/web', target);
    return Response.json({
      outcome: 'begun',
      id: ID,
      webCallUrl: body.webCallUrl,
      seconds: 300,
      manifest,
      transfers: [],
      sandbox: false,
    });
  });
  const tracks = { stopped: 0 };
  const stream = { getTracks: () => [{ stop: () => (tracks.stopped += 1) }] };
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: {
      getUserMedia: async () => {
        if (microphone) throw Object.assign(new Error(microphone), { name: microphone });
        return stream;
      },
      enumerateDevices: async () => [{ kind: 'audioinput', deviceId: 'a', label: 'Headset' }],
    },
  });
  show(editor, <VoiceView rehearsal={idle} onClose={() => {}} />);
  return { editor, document, room, asked, wanted, tracks, user: userEvent.setup() };
}

it('says what it takes, talks, lights the step, and tells what it cost', async () => {
  const { editor, document, room, asked, wanted, tracks, user } = open();
  await screen.findByText(en.vapi.transfers);
  expect(screen.getByText(en.vapi.limit(5, 55))).toBeTruthy();
  expect(asked).toEqual(['GET /test-calls']);
  await user.click(screen.getByRole('button', { name: en.begin }));
  const log = await screen.findByRole('log', { name: en.transcript });
  await waitFor(() => expect(log.textContent).toMatch(/automated assistant/i));
  await waitFor(() => expect(Object.keys(document.nodes)).toContain(editor.panels.getState().live));
  const before = editor.panels.getState().live;
  await waitFor(() => expect(screen.getByText(/left$/).textContent).toMatch(/[45]:\d\d left/));
  expect(screen.getByRole('meter', { name: en.loudness.assistant })).toBeTruthy();
  await act(() => room.speak('An appointment, please.'));
  await waitFor(() => expect(log.textContent).toContain('An appointment, please.'));
  await waitFor(() => expect(editor.panels.getState().live).not.toBe(before));
  expect(screen.getByText(en.vapi.transfers)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: en.hangUp }));
  await screen.findByText(en.ends.left);
  await screen.findByText(/It lasted 1:05 and cost/);
  expect(screen.getByText(/Left today: 53 minutes/)).toBeTruthy();
  expect(asked).toEqual(['GET /test-calls', 'POST /test-calls', `POST /test-calls/${ID}/end`]);
  expect(wanted).toEqual([{ flowId: editor.flowId, pretence: PRETENCE }]);
  expect(tracks.stopped).toBe(1);
});

it('asks for no call without a microphone', async () => {
  const { asked, user } = open({ microphone: 'NotReadableError' });
  await user.click(await screen.findByRole('button', { name: en.begin }));
  await screen.findByText(en.trouble['in-use'].what);
  expect(screen.getByText(en.trouble['in-use'].todo)).toBeTruthy();
  expect(asked).toEqual(['GET /test-calls']);
});

it.each(['minutes-used', 'too-many-at-once', 'past-limit'] as const)('explains %s', async (refusal) => {
  const { tracks, user } = open({ refusal });
  await user.click(await screen.findByRole('button', { name: en.begin }));
  await screen.findByText(en.trouble[refusal].what);
  expect(tracks.stopped).toBe(1);
});
