/** Calls over the sandbox's telephone line, and the signed webhooks that report them. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endOfCallReport, serverRequest } from '../contract/server-message.ts';
import type { PrintableScript } from '../script/script.ts';
import type { JsonRecord } from './runtime/record.ts';
import { CREDENTIAL, scriptedAssistant, testSandbox } from './testing.ts';

const SECRET = 'webhook-secret';

const SCRIPT: PrintableScript = {
  language: 'en',
  begin: { start: 1, opened: false },
  steps: [
    {
      number: 1,
      title: 'Name',
      instruction: {
        do: 'ask',
        question: 'Your name?',
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

interface Received {
  readonly headers: Headers;
  readonly body: string;
  readonly message: JsonRecord;
}

/** A number with a scripted assistant, and everything that its server hears. */
async function setUp(
  rest: JsonRecord = {},
  answer: (message: JsonRecord) => Response = () => new Response('{}'),
) {
  const received: Received[] = [];
  const sandbox = testSandbox({
    webhookSecret: SECRET,
    fetch: async (_url, init) => {
      const body = String(init.body);
      const { message } = JSON.parse(body) as { message: JsonRecord };
      received.push({ headers: new Headers(init.headers), body, message });
      return answer(message);
    },
  });
  const { send } = sandbox;
  const server = { url: 'http://127.0.0.1:5173/functions/v1/vapi-webhook', credentialId: CREDENTIAL };
  const body = scriptedAssistant('Only', SCRIPT, {
    tools: TOOLS,
    server,
    serverMessages: ['status-update', 'end-of-call-report'],
    artifactPlan: {
      structuredOutputs: [
        {
          name: 'Record',
          schema: { type: 'object', properties: { who: { type: 'string' }, why: { type: 'string' } } },
        },
      ],
    },
    ...rest,
  });
  const assistant = await send('POST', '/assistant', body);
  expect(assistant.status, JSON.stringify(assistant.body)).toBe(201);
  const [number] = (await send('GET', '/phone-number')).body;
  await send('PATCH', `/phone-number/${number.id}`, { assistantId: assistant.body.id });
  const line = async (path: string, content: unknown) =>
    (await send('POST', `/sandbox/line/calls${path}`, content, null)).body;
  return {
    ...sandbox,
    received,
    number,
    line,
    call: () => line('', { to: number.number, from: '+33 6 12 34 56 78' }),
  };
}

describe('a call', () => {
  it('tells why its model did what it did, while it runs and as long as it is kept', async () => {
    const { call, line, send } = await setUp();
    const { callId } = await call();
    const why = () => send('GET', `/sandbox/control/conversations/${callId}`);
    expect((await why()).body).toEqual({ reasons: [] });
    await line(`/${callId}/say`, { text: 'Anna Martin' });
    expect((await send('GET', `/call/${callId}`)).body.status).toBe('ended');
    expect((await why()).body.reasons).toMatchObject([{ assistantName: 'Only', code: 'caller-gave' }]);
    await send('DELETE', `/call/${callId}`);
    expect((await why()).status).toBe(404);
  });

  it('is answered, transferred and reported, signed', async () => {
    const { call, line, received, sandbox, send, clock, number } = await setUp();
    const opened = await call();
    expect(opened).toMatchObject({ said: ['Your name?'], ended: false });
    clock.now += 4000;
    const passed = await line(`/${opened.callId}/say`, { text: 'Anna Martin' });
    expect(passed).toEqual({ callId: opened.callId, said: ['One moment.'], ended: true, language: null });
    await sandbox.settled();

    expect(received.map(({ message }) => [message.type, message.status])).toEqual([
      ['status-update', 'in-progress'],
      ['status-update', 'forwarding'],
      ['status-update', 'ended'],
      ['end-of-call-report', undefined],
    ]);
    for (const { headers, body } of received) {
      const timestamp = headers.get('x-timestamp');
      expect(timestamp).toMatch(/^\d{10}$/);
      expect(headers.get('x-signature')).toBe(
        createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex'),
      );
      expect(serverRequest.safeParse(JSON.parse(body)).success).toBe(true);
    }

    const report = endOfCallReport.parse(received.at(-1)?.message);
    expect(report).toMatchObject({
      endedReason: 'assistant-forwarded-call',
      startedAt: '2026-11-25T09:00:00.000Z',
      endedAt: '2026-11-25T09:00:04.000Z',
      destination: { number: '+14155550111' },
      call: { id: opened.callId, type: 'inboundPhoneCall', phoneNumberId: number.id },
      customer: { number: '+33612345678' },
    });
    expect(report.artifact?.transcript).toBe('AI: Your name?\nUser: Anna Martin\nAI: One moment.\n');
    expect(report.artifact?.messages?.map(({ role }) => role)).toEqual([
      'bot',
      'user',
      'tool_calls',
      'bot',
      'tool_call_result',
    ]);
    expect(report.artifact?.messages?.[1]).toMatchObject({ message: 'Anna Martin', secondsFromStart: 4 });
    expect(report.artifact?.assistantActivations).toMatchObject([{ assistantName: 'Only' }]);
    expect(Object.values(report.artifact?.structuredOutputs ?? {})).toEqual([
      { name: 'Record', result: { who: 'Anna Martin' } },
    ]);
    expect((await send('GET', `/call/${opened.callId}`)).body).toMatchObject({ status: 'ended' });
  });

  it('is gone with a blind transfer, whether or not somebody answers', async () => {
    const { call, line, send } = await setUp();
    await send('POST', '/sandbox/line/settings', { answersTransfers: false }, null);
    const { callId } = await call();
    expect(await line(`/${callId}/say`, { text: 'Anna' })).toMatchObject({
      said: ['One moment.'],
      ended: true,
    });
    expect((await send('GET', `/call/${callId}`)).body.endedReason).toBe('assistant-forwarded-call');
  });

  it.each([
    [false, ['One moment.', 'Nobody there.', 'Goodbye.']],
    [true, ['One moment.', 'Nobody there.']],
  ])('where nobody answers a warm transfer, ends there: %s', async (endCallEnabled, said) => {
    const [transferCall, endCall] = TOOLS;
    const fallbackPlan = { message: 'Nobody there.', endCallEnabled };
    const transferPlan = { mode: 'warm-transfer-experimental', fallbackPlan };
    const destinations = transferCall!.destinations!.map((one) => ({ ...one, transferPlan }));
    const { call, line, send } = await setUp({ tools: [{ ...transferCall, destinations }, endCall] });
    const settings = { answersTransfers: true, silentNumbers: ['+14155550111'] };
    await send('POST', '/sandbox/line/settings', settings, null);
    const { callId } = await call();
    expect(await line(`/${callId}/say`, { text: 'Anna' })).toMatchObject({ said, ended: true });
    expect((await send('GET', `/call/${callId}`)).body.endedReason).toBe('assistant-ended-call');
  });

  it.each([
    ['fr', { provider: 'deepgram', model: 'nova-3', language: 'fr' }],
    ['en', { provider: 'azure', language: 'en-GB' }],
  ])('tells in which language it listens: %s', async (language, transcriber) => {
    const { call } = await setUp({ transcriber });
    expect(await call()).toMatchObject({ language });
  });

  it('ends when the caller hangs up, once', async () => {
    const { call, line, received, sandbox } = await setUp();
    const { callId } = await call();
    expect(await line(`/${callId}/hang-up`, undefined)).toEqual({
      callId,
      said: [],
      ended: true,
      language: null,
    });
    await line(`/${callId}/hang-up`, undefined);
    await sandbox.settled();
    const reports = received.filter(({ message }) => message.type === 'end-of-call-report');
    expect(reports.map(({ message }) => message.endedReason)).toEqual(['customer-ended-call']);
    expect(await line(`/${callId}/say`, { text: 'Hello?' })).toMatchObject({ said: [], ended: true });
  });

  it('ends when it has lasted too long', async () => {
    const { call, line, clock, send } = await setUp({ maxDurationSeconds: 60 });
    const { callId } = await call();
    clock.now += 61_000;
    expect(await line(`/${callId}/say`, { text: 'Anna' })).toMatchObject({ ended: true });
    expect((await send('GET', `/call/${callId}`)).body.endedReason).toBe('exceeded-max-duration');
  });

  it('to a number where nobody answers says so', async () => {
    const { send } = testSandbox();
    const answer = await send(
      'POST',
      '/sandbox/line/calls',
      { to: '+1 415 555 0100', from: '+33612345678' },
      null,
    );
    expect(answer.body).toMatchObject({ ended: true, said: [expect.stringContaining('no assistant')] });
    const [call] = (await send('GET', '/call')).body;
    expect(call.endedReason).toBe('call-start-error-neither-assistant-nor-server-set');
  });

  it('needs a number that exists and rings', async () => {
    const { send } = testSandbox();
    const call = (to: string) => send('POST', '/sandbox/line/calls', { to, from: '+33612345678' }, null);
    expect((await call('+19995550100')).status).toBe(404);
    const fresh = (await send('POST', '/phone-number', { provider: 'vapi' })).body;
    expect((await call(fresh.number)).status).toBe(404);
    expect((await send('POST', '/sandbox/line/calls', { to: 1 }, null)).status).toBe(400);
    expect((await send('POST', '/sandbox/line/calls/none/say', { text: 'x' }, null)).status).toBe(404);
  });

  it('can be asked for by number and time', async () => {
    const { call, send, number } = await setUp();
    await call();
    expect((await send('GET', `/call?phoneNumberId=${number.id}`)).body).toHaveLength(1);
    expect((await send('GET', '/call?phoneNumberId=other')).body).toHaveLength(0);
    expect((await send('GET', '/call?createdAtGe=2026-11-25T10:00:00Z')).body).toHaveLength(0);
  });
});

describe('webhooks', () => {
  it('are not signed for another credential', async () => {
    const other = '22222222-2222-4222-8222-222222222222';
    const { call, received, sandbox } = await setUp({
      server: { url: 'http://localhost/x', credentialId: other },
    });
    await call();
    await sandbox.settled();
    expect(received[0]?.headers.has('x-signature')).toBe(false);
  });

  it('never leave this machine', async () => {
    const { call, received, sandbox } = await setUp({ server: { url: 'https://example.com/hook' } });
    await call();
    await sandbox.settled();
    expect(received).toEqual([]);
  });

  it('are not repeated, unless a plan says so', async () => {
    const down = () => new Response('', { status: 503 });
    const once = await setUp({}, down);
    await once.call();
    await once.sandbox.settled();
    expect(once.received).toHaveLength(1);
    const backoffPlan = { type: 'fixed', maxRetries: 2, baseDelaySeconds: 0 };
    const url = 'http://127.0.0.1/hook';
    const thrice = await setUp({ server: { url, credentialId: CREDENTIAL, backoffPlan } }, down);
    await thrice.call();
    await thrice.sandbox.settled();
    expect(thrice.received).toHaveLength(3);
  });

  it('ask the server of a tool and follow its answer', async () => {
    const script: PrintableScript = {
      language: 'en',
      begin: { start: 1, opened: false },
      steps: [
        {
          number: 1,
          title: 'Ask',
          instruction: {
            do: 'compute',
            tool: 'hours',
            uses: [],
            outcomes: [
              { outcome: 'open', to: { step: 2 } },
              { outcome: 'closed', to: { step: 3 } },
            ],
          },
        },
        { number: 2, title: 'Open', instruction: { do: 'end', tool: 'endCall', closing: 'We are open.' } },
        {
          number: 3,
          title: 'Closed',
          instruction: { do: 'end', tool: 'endCall', closing: 'We are closed.' },
        },
      ],
    };
    const tools = [
      {
        type: 'function',
        function: { name: 'hours', description: 'x' },
        parameters: [{ key: 'caller', value: '{{ customer.number }}' }],
        messages: [],
      },
      { type: 'endCall', messages: [] },
    ];
    // biome-ignore lint/suspicious/noExplicitAny: the message as it comes
    const answer = (message: any) =>
      message.type === 'tool-calls'
        ? Response.json({
            results: [{ toolCallId: message.toolCallList[0].id, name: 'hours', result: 'open' }],
          })
        : new Response('{}');
    const { call, received } = await setUp(scriptedAssistant('Only', script, { tools }), answer);
    expect(await call()).toMatchObject({ said: ['We are open.'], ended: true });
    // biome-ignore lint/suspicious/noExplicitAny: the message as it comes
    const asked = received.find(({ message }) => message.type === 'tool-calls')?.message as any;
    expect(JSON.parse(asked.toolCallList[0].function.arguments)).toEqual({ caller: '+33612345678' });
    expect(asked.call.type).toBe('inboundPhoneCall');
  });
});
