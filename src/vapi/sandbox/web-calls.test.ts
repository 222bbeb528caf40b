/** Web calls: Vapi's own client for browsers joins the sandbox's room through a stand-in for Daily, and hears what it would hear. */
import Daily from '@daily-co/daily-js';
import Vapi from '@vapi-ai/web';
import { afterEach, expect, it, vi } from 'vitest';
import { withHidden } from '../contract/testing/hidden.ts';
import { isPublishedHere, publishedDescription, validatorsOf } from '../contract/testing/published.ts';
import type { PrintableScript } from '../script/script.ts';
import type { JsonRecord } from './runtime/record.ts';
import { DailyStandIn } from './testing/daily-stand-in.ts';
import { scriptedAssistant, testSandbox } from './testing.ts';

const SCRIPT: PrintableScript = {
  language: 'en',
  begin: { start: 1, opened: false },
  steps: [
    {
      number: 1,
      title: 'Name',
      instruction: {
        do: 'ask',
        question: 'What is your name?',
        items: [{ key: 'who', label: 'name', type: 'name', choices: [], optional: false }],
        readBack: false,
        to: { step: 2 },
        refused: { step: 3 },
      },
    },
    {
      number: 2,
      title: 'Transfer',
      instruction: {
        do: 'transfer',
        tool: 'transferCall',
        destination: '+14155550111',
        otherwise: { step: 3 },
      },
    },
    { number: 3, title: 'End', instruction: { do: 'end', tool: 'endCall', closing: 'Goodbye.' } },
  ],
};
const TOOLS = [
  {
    type: 'transferCall',
    destinations: [{ type: 'number', number: '+14155550111', message: 'One moment.' }],
    messages: [],
  },
  { type: 'endCall', messages: [] },
];
const ALL = [
  'assistant.started',
  'conversation-update',
  'model-output',
  'speech-update',
  'status-update',
  'tool-calls',
  'tool-calls-result',
  'transcript',
];

/** A call in a browser: what the Edge Function asked for, and what the browser's client emits. */
async function browser(rest: JsonRecord = {}, more: JsonRecord = {}) {
  const { send, clock } = testSandbox();
  const assistant = scriptedAssistant('Only', SCRIPT, { tools: TOOLS, clientMessages: ALL, ...rest });
  const call = (await send('POST', '/call/web', { assistant, ...more })).body;
  const daily = new DailyStandIn(
    async (url, body) => (await send('POST', new URL(url).pathname, body, null)).body,
  );
  vi.spyOn(Daily, 'createCallObject').mockReturnValue(daily as never);
  const vapi = new Vapi('unused');
  const messages: JsonRecord[] = [];
  const events: string[] = [];
  vapi.on('message', (message) => messages.push(message));
  vapi.on('error', (error) => events.push(`error: ${JSON.stringify(error)}`));
  for (const event of ['call-start', 'call-end', 'call-start-success', 'call-start-failed'] as const)
    vapi.on(event, () => events.push(event));
  const texts = (type: string) => messages.filter((one) => one.type === type);
  return { send, clock, call, daily, vapi, messages, events, texts };
}

afterEach(() => {
  vi.restoreAllMocks();
});

it('joins with no more than the address and the id, and hears the first message', async () => {
  const { call, vapi, daily, events, messages } = await browser();
  await vapi.reconnect({ webCallUrl: call.webCallUrl, id: call.id });
  expect(daily.joined).toEqual({ url: call.webCallUrl, subscribeToTracksAutomatically: false });
  // Once because the assistant listens, once because everything is set up.
  expect(events).toEqual(['call-start', 'call-start-success', 'call-start']);
  expect(messages.map(({ type, role, status, transcript }) => [type, role ?? status, transcript])).toEqual([
    ['status-update', 'in-progress', undefined],
    ['assistant.started', undefined, undefined],
    ['model-output', undefined, undefined],
    ['speech-update', 'assistant', undefined],
    ['transcript', 'assistant', 'What is'],
    ['transcript', 'assistant', 'What is your name?'],
    ['speech-update', 'assistant', undefined],
    ['conversation-update', undefined, undefined],
  ]);
  expect(messages[1]).toMatchObject({ newAssistant: { name: 'Only' } });
});

it('is spoken to; a transfer is refused, and the call ends when the assistant hangs up', async () => {
  const { call, vapi, daily, send, texts, events } = await browser();
  await vapi.reconnect({ webCallUrl: call.webCallUrl, id: call.id });
  await daily.speak('Anna Martin');
  const transcripts = texts('transcript').filter(({ transcriptType }) => transcriptType === 'final');
  expect(transcripts.map(({ role, transcript }) => `${role}: ${transcript}`)).toEqual([
    'assistant: What is your name?',
    'user: Anna Martin',
    'assistant: One moment.',
    'assistant: Goodbye.',
  ]);
  const called = texts('tool-calls').flatMap(
    ({ toolCallList }) => toolCallList as { function: JsonRecord }[],
  );
  expect(called.map((one) => one.function.name)).toEqual(['transferCall', 'endCall']);
  const [refused] = texts('tool-calls-result');
  expect(refused?.toolCallResult).toMatchObject({ result: expect.stringContaining('Transfer failed') });
  expect(texts('conversation-update').at(-1)?.messagesOpenAIFormatted).toHaveLength(8);
  expect(texts('status-update').at(-1)).toMatchObject({
    status: 'ended',
    endedReason: 'assistant-ended-call',
  });
  expect((await send('GET', `/call/${call.id}`)).body).toMatchObject({
    type: 'webCall',
    status: 'ended',
    endedReason: 'assistant-ended-call',
  });
  await vapi.stop();
  expect(events.at(-1)).toBe('call-end');
});

it('does what the client sends into the room', async () => {
  const { call, vapi, daily, texts, send } = await browser();
  await vapi.reconnect({ webCallUrl: call.webCallUrl, id: call.id });
  vapi.say('Are you still there?');
  vapi.send({
    type: 'add-message',
    message: { role: 'user', content: 'Anna' },
    triggerResponseEnabled: false,
  } as never);
  vapi.send({ type: 'control', control: 'mute-assistant' });
  await daily.settled();
  const finals = texts('transcript').filter(({ transcriptType }) => transcriptType === 'final');
  expect(finals.map(({ transcript }) => transcript)).toEqual([
    'What is your name?',
    'Are you still there?',
    'Anna',
  ]);
  vapi.send({ type: 'end-call' } as never);
  await daily.settled();
  expect((await send('GET', `/call/${call.id}`)).body).toMatchObject({
    status: 'ended',
    endedReason: 'customer-ended-call',
  });
});

it('ends when the browser leaves, unless the room is told to wait', async () => {
  for (const waits of [false, true]) {
    const { call, vapi, send, daily } = await browser({}, { roomDeleteOnUserLeaveEnabled: !waits });
    await vapi.reconnect({ webCallUrl: call.webCallUrl, id: call.id });
    await vapi.stop();
    const { status } = (await send('GET', `/call/${call.id}`)).body;
    expect(status).toBe(waits ? 'in-progress' : 'ended');
    expect(daily.joined).not.toBeNull();
    const again = await send('POST', `${new URL(call.webCallUrl).pathname}/join`, {}, null);
    expect(again.status).toBe(waits ? 201 : 404);
  }
});

it('is closed when nobody joins in time', async () => {
  const { call, vapi, clock, texts, send } = await browser({ customerJoinTimeoutSeconds: 20 });
  clock.now += 21_000;
  await vapi.reconnect({ webCallUrl: call.webCallUrl, id: call.id });
  expect(texts('status-update')).toMatchObject([
    { status: 'ended', endedReason: 'assistant-join-timed-out' },
  ]);
  expect((await send('GET', `/call/${call.id}`)).body.status).toBe('ended');
});

it('sends what the assistant wants sent, and by default no results of tools', async () => {
  const few = await browser({ clientMessages: ['transcript', 'hang'] });
  await few.vapi.reconnect({ webCallUrl: few.call.webCallUrl, id: few.call.id });
  expect(few.messages.map(({ type, transcript }) => [type, transcript])).toEqual([
    ['transcript', 'What is'],
    ['transcript', 'What is your name?'],
  ]);
  const usual = await browser({ clientMessages: undefined });
  await usual.vapi.reconnect({ webCallUrl: usual.call.webCallUrl, id: usual.call.id });
  await usual.daily.speak('Anna');
  expect(new Set(usual.messages.map(({ type }) => type))).toEqual(
    new Set(ALL.filter((type) => type !== 'tool-calls-result')),
  );
});

it('is the same call when it is asked for over POST /call, and tells what the browser reads', async () => {
  const { send } = testSandbox();
  const assistant = {
    name: 'A',
    voice: { provider: 'tavus', voiceId: 'r52da2535a' },
    artifactPlan: { videoRecordingEnabled: true },
  };
  const { status, body } = await send('POST', '/call', { assistant, transport: { provider: 'daily' } });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    type: 'webCall',
    status: 'queued',
    webCallUrl: body.transport.callUrl,
    artifactPlan: { videoRecordingEnabled: true },
    assistant: { voice: { provider: 'tavus' } },
    monitor: { controlUrl: expect.stringContaining(body.id) },
  });
  expect((await send('GET', `/call/${body.id}`)).body.artifactPlan).toBeUndefined();
  const closed = { ...assistant, monitorPlan: { controlEnabled: false } };
  expect((await send('POST', '/call/web', { assistant: closed })).body.monitor).toBeUndefined();
});

it('has client messages of the published shapes', async () => {
  const { call, vapi, daily, messages } = await browser();
  await vapi.reconnect({ webCallUrl: call.webCallUrl, id: call.id });
  await daily.speak('Anna Martin');
  expect(messages.length).toBeGreaterThan(20);
  if (!isPublishedHere) return;
  const validate = (await validatorsOf(withHidden(await publishedDescription()), ['ClientMessage']))(
    'ClientMessage',
  );
  // The description has no status-update, which the browser's client reads, and takes a token of the model for an object.
  const described = messages.filter(({ type }) => type !== 'status-update' && type !== 'model-output');
  for (const message of described)
    expect(validate({ message }), `${JSON.stringify(message)}: ${JSON.stringify(validate.errors)}`).toBe(
      true,
    );
});
