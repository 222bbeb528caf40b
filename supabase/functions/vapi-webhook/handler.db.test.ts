/** The Edge Function `vapi-webhook` on a real database, with calls over the sandbox's telephone line. */
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NumberAnswer } from '../../../src/publish/wire.ts';
import type { WordsAnswer } from '../../../src/publish/workspace-wire.ts';
import {
  appointmentBooking,
  drawFlow,
  getNumber,
  type Office,
  ORIGIN,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { handle } from './handler.ts';

/** `MUTATIONS=100000` for the figure. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 2000);

let office: Office;
let worker: Worker;
let number: NumberAnswer;
let deploymentId: string;

beforeAll(async () => {
  office = await openOffice();
  worker = await office.hire();
  const flowId = await drawFlow(worker);
  number = await getNumber(office, worker);
  deploymentId = (await publishFlow(office, worker, flowId, number.id)).id;
});

afterAll(() => office.close());

interface Signing {
  readonly secret?: string;
  /** Seconds by which the request is old. */
  readonly age?: number;
  readonly signature?: string;
  readonly algorithm?: string;
}

function signed(body: string, { secret, age = 0, signature, algorithm = 'sha256' }: Signing = {}): Request {
  const timestamp = String(Math.floor(office.deps.clock.now() / 1000) - age);
  const key = secret ?? office.stack.secrets.webhookSecret;
  const mac = createHmac(algorithm, key).update(`${timestamp}.${body}`).digest('hex');
  const headers = { 'x-timestamp': timestamp, 'x-signature': signature ?? mac };
  return new Request(`${ORIGIN}/vapi-webhook`, { method: 'POST', body, headers });
}

const deliver = (request: Request) => handle(request, office.deps);
const countEvents = async () => {
  const [row] = await office.stack.sql`select count(*)::int as events from call_events`;
  return row?.events as number;
};

/** A message about a call of what is in service on the number. */
async function message(call: string, rest: object): Promise<string> {
  const [target] = await office.stack.sql`select s.vapi_id, s.kind, n.vapi_id as number_id
    from deployment_steps s join deployments d on d.id = s.deployment_id join phone_numbers n on n.id = d.phone_number_id
    where d.id = ${deploymentId} and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1`;
  const id =
    target?.kind === 'create-squad' ? { squadId: target?.vapi_id } : { assistantId: target?.vapi_id };
  const about = { id: call, phoneNumberId: target?.number_id, customer: { number: '+33612345678' }, ...id };
  return JSON.stringify({ message: { timestamp: office.deps.clock.now(), call: about, ...rest } });
}

describe('a call over the line', () => {
  it('arrives by signed webhooks and shows its turns and its path on the drawing', async () => {
    const begun = await office.line('/calls', { to: number.number, from: '+33612345678' });
    expect(begun.said.length).toBeGreaterThan(0);
    let state = begun;
    for (const text of [
      'I would like an appointment',
      'Jeanne Martin',
      '0612345678',
      'a checkup',
      'tomorrow at 10 am',
      'yes',
    ]) {
      if (!state.ended) state = await office.line(`/calls/${begun.callId}/say`, { text });
    }
    if (!state.ended) await office.line(`/calls/${begun.callId}/hang-up`, {});

    const { data: calls } = await worker.client
      .from('calls')
      .select(
        'id, flow_id, version_id, phone_number_id, caller, status, outcome, path, information, started_at, ended_at',
      );
    expect(calls).toHaveLength(1);
    const [call] = calls ?? [];
    expect(call).toMatchObject({ status: 'ended', caller: '+33612345678', phone_number_id: number.id });
    expect(call?.outcome).not.toBe('failed');
    expect(call?.started_at).not.toBeNull();
    expect(Object.values(call?.information ?? {})).toContain('Jeanne Martin');
    const nodes = Object.keys(appointmentBooking().nodes);
    expect(call?.path.length).toBeGreaterThan(1);
    for (const visit of call?.path ?? []) expect(nodes).toContain(visit.node);

    const { turns } = (await (
      await office.ask(worker, 'GET', `/calls/${call?.id}/words`)
    ).json()) as WordsAnswer;
    expect(turns[0]).toMatchObject({ role: 'assistant', text: begun.said[0] });
    expect(turns.map((turn) => turn.text)).toContain('I would like an appointment');
    expect(JSON.stringify(turns)).not.toContain('# Identity');
  });

  it('is invisible to strangers', async () => {
    const stranger = await office.hire();
    const { data } = await stranger.client.from('calls').select('id');
    expect(data).toEqual([]);
  });
});

describe('signatures', () => {
  it.each<[string, Signing | null]>([
    ['no signature', null],
    ['another secret', { secret: 'another secret of some length' }],
    ['another algorithm', { algorithm: 'sha1' }],
    ['an empty one', { signature: '' }],
    ['six minutes old', { age: 360 }],
    ['six minutes ahead', { age: -360 }],
  ])('%s: 401, and nothing is kept', async (_name, signing) => {
    const before = await countEvents();
    const body = await message('call-forged', { type: 'status-update', status: 'ended' });
    const request = signing
      ? signed(body, signing)
      : new Request(`${ORIGIN}/vapi-webhook`, { method: 'POST', body });
    expect((await deliver(request)).status).toBe(401);
    expect(await countEvents()).toBe(before);
  });

  it('of a body that was changed by one character, or written anew: 401', async () => {
    const body = await message('call-changed', { type: 'status-update', status: 'ringing' });
    const good = signed(body);
    for (const other of [
      body.replace('ringing', 'ringinG'),
      `${body} `,
      JSON.stringify(JSON.parse(body), null, 1),
    ]) {
      const request = new Request(good.url, { method: 'POST', body: other, headers: good.headers });
      expect((await deliver(request)).status).toBe(401);
    }
  });

  it(`hold for no mutation of a signed request (${MUTATIONS})`, async () => {
    const seed = 20261123;
    const body = await message('call-mutated', { type: 'status-update', status: 'ringing' });
    const good = signed(body);
    const bytes = new TextEncoder().encode(body);
    const before = await countEvents();
    const at = fc.nat(bytes.length - 1);
    const to = fc.nat(255);
    const header = fc.constantFrom('x-signature', 'x-timestamp');
    const spliced = (from: number, remove: number, insert: readonly number[]) =>
      Uint8Array.from([...bytes.slice(0, from), ...insert, ...bytes.slice(from + remove)]);
    const mutation = fc.oneof(
      fc.record({ at, to }).map((byte) => ({ body: spliced(byte.at, 1, [byte.to]) })),
      fc.record({ at, to }).map((byte) => ({ body: spliced(byte.at, 0, [byte.to]) })),
      fc
        .record({ at, count: fc.integer({ min: 1, max: 40 }) })
        .map((cut) => ({ body: spliced(cut.at, cut.count, []) })),
      fc.record({ header, at: fc.nat(63), character: fc.stringMatching(/^[0-9a-fA-F]$/) }).map((change) => {
        const value = good.headers.get(change.header)!;
        const place = change.at % value.length;
        return { [change.header]: value.slice(0, place) + change.character + value.slice(place + 1) };
      }),
      fc
        .record({ header, value: fc.stringMatching(/^[0-9a-f]{0,64}$/) })
        .map((change) => ({ [change.header]: change.value })),
    );
    let accepted = 0;
    const property = fc.asyncProperty(mutation, async (changed) => {
      const headers = new Headers(good.headers);
      for (const [name, value] of Object.entries(changed))
        if (typeof value === 'string') headers.set(name, value);
      const sent = 'body' in changed && changed.body instanceof Uint8Array ? changed.body : bytes;
      const isSame = ['x-signature', 'x-timestamp'].every(
        (name) => headers.get(name) === good.headers.get(name),
      );
      fc.pre(!isSame || Buffer.compare(sent, bytes) !== 0);
      const request = new Request(good.url, { method: 'POST', body: sent, headers });
      if ((await deliver(request)).status !== 401) accepted += 1;
    });
    await fc.assert(property, { numRuns: MUTATIONS, seed });
    console.info(`${MUTATIONS} mutated requests (seed ${seed}): ${accepted} accepted`);
    expect(accepted).toBe(0);
    expect(await countEvents()).toBe(before);
  });

  it('are taken up to four minutes late', async () => {
    const body = await message('call-late', { type: 'status-update', status: 'in-progress' });
    expect((await deliver(signed(body, { age: 240 }))).status).toBe(200);
    expect((await deliver(signed(`${body} `, { age: -240 }))).status).toBe(200);
  });

  it('without a configured secret nothing is taken', async () => {
    const deps = { ...office.deps, settings: { ...office.deps.settings, webhookSecret: '' } };
    expect((await handle(signed('{}', { secret: '' }), deps)).status).toBe(401);
  });
});

describe('messages', () => {
  it('that come twice count once', async () => {
    const body = await message('call-twice', { type: 'status-update', status: 'in-progress' });
    const before = await countEvents();
    const answers = await Promise.all([1, 2, 3, 4].map(() => deliver(signed(body))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(await countEvents()).toBe(before + 1);
    const calls = await office.stack.sql`select 1 from calls where vapi_call_id = 'call-twice'`;
    expect(calls.length).toBe(1);
  });

  it('are answered before Vapi gives up, where showing them would take longer, and are shown by cron', async () => {
    const { service, clock } = office.deps;
    const body = await message('call-slow', { type: 'status-update', status: 'in-progress' });
    const request = signed(body);
    const begun = clock.now();
    const readings = [begun];
    const slow = {
      ...office.deps,
      clock: { ...clock, now: () => readings.shift() ?? begun + 8_900 },
      service: Object.assign(Object.create(service) as typeof service, {
        rpc: (name: string, asked: object) =>
          name === 'read_call' ? new Promise(() => {}) : service.rpc(name, asked),
      }),
    };
    const start = performance.now();
    expect((await handle(request, slow)).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(4000);
    const shown = () => office.stack.sql`select 1 from calls where vapi_call_id = 'call-slow'`;
    expect((await shown()).length).toBe(0);
    await office.stack
      .sql`update call_events set received_at = now() - interval '1 minute' where vapi_call_id = 'call-slow'`;
    await office.cron();
    expect((await shown()).length).toBe(1);
  });

  it('that come in disorder, all at once, give the same call', async () => {
    const time = office.deps.clock.now();
    const report = {
      type: 'end-of-call-report',
      endedReason: 'customer-ended-call',
      cost: 0.02,
      artifact: { messages: [] },
    };
    const bodies = await Promise.all([
      message('call-shuffled', { ...report, timestamp: time + 9000 }),
      message('call-shuffled', { type: 'status-update', status: 'ended', timestamp: time + 8000 }),
      message('call-shuffled', { type: 'status-update', status: 'in-progress', timestamp: time }),
      message('call-shuffled', { type: 'status-update', status: 'ringing', timestamp: time - 1000 }),
    ]);
    await Promise.all(bodies.map((body) => deliver(signed(body))));
    await office.cron();
    const [call] = await office.stack.sql`select status, outcome, cost::float,
      (extract(epoch from started_at) * 1000)::float as started from calls
      where vapi_call_id = 'call-shuffled'`;
    expect(call).toEqual({ status: 'ended', outcome: 'caller-hung-up', cost: 0.02, started: time });
  });

  it('are kept without addresses of recordings, monitors, prompts and unknown fields', async () => {
    const body = await message('call-private', {
      type: 'end-of-call-report',
      endedReason: 'customer-ended-call',
      assistant: { model: { messages: [{ role: 'system', content: 'CANARY prompt' }] } },
      recordingUrl: 'https://CANARY/recording',
      presignedRecordingUrl: 'https://CANARY/presigned',
      unheardOf: 'CANARY',
      artifact: {
        presignedLogUrl: 'https://CANARY/log',
        stereoRecordingUrl: 'https://CANARY/stereo',
        messagesOpenAIFormatted: [{ role: 'system', content: 'CANARY' }],
        messages: [
          { role: 'system', message: 'CANARY prompt' },
          { role: 'bot', message: 'Hello', secondsFromStart: 1, url: 'https://CANARY' },
        ],
      },
    });
    const withMonitor = body.replace('"call":{', '"call":{"monitor":{"listenUrl":"wss://CANARY"},');
    expect((await deliver(signed(withMonitor))).status).toBe(200);
    const rows = await office.stack.sql`select payload from call_events where vapi_call_id = 'call-private'`;
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toContain('CANARY');
    expect(JSON.stringify(rows)).toContain('Hello');
  });

  it('about calls of others are quarantined: kept, in no workspace, shown to nobody', async () => {
    const foreign = {
      id: 'call-foreign',
      assistantId: '00000000-0000-4000-8000-00000000dead',
      phoneNumberId: 'elsewhere',
    };
    const body = JSON.stringify({ message: { type: 'status-update', status: 'ringing', call: foreign } });
    expect((await deliver(signed(body))).status).toBe(200);
    const rows = await office.stack
      .sql`select workspace_id, error from call_events where vapi_call_id = 'call-foreign'`;
    expect([...rows]).toEqual([{ workspace_id: null, error: 'unknown-call' }]);
    expect((await office.stack.sql`select 1 from calls where vapi_call_id = 'call-foreign'`).length).toBe(0);
  });

  it.each([
    ['no JSON', 'poison'],
    ['a list', '[1, 2]'],
    ['null', '{"message": null}'],
    ['no call', '{"message": {"type": "status-update"}}'],
    ['an unknown type', '{"message": {"type": "something.new", "call": {"id": "x"}}}'],
    [
      'the character zero',
      '{"message": {"type": "status-update", "call": {"id": "zero\\u0000"}, "status": "\\ud800"}}',
    ],
  ])('that cannot be understood (%s) are kept and answered with 200', async (_name, body) => {
    const before = await countEvents();
    expect((await deliver(signed(body))).status).toBe(200);
    expect(await countEvents()).toBe(before + 1);
  });

  it('that are too large are refused unread', async () => {
    expect((await deliver(signed('x'.repeat(1024 * 1024 + 1)))).status).toBe(413);
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
    });
    const endless = new Request(`${ORIGIN}/vapi-webhook`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect((await deliver(endless)).status).toBe(413);
  });

  it('get 503 while the database is down, and are taken when they come again', async () => {
    const body = await message('call-outage', { type: 'status-update', status: 'ringing' });
    const down = new Proxy(office.deps.service, {
      get: () => () => {
        throw new TypeError('fetch failed');
      },
    });
    expect((await handle(signed(body), { ...office.deps, service: down })).status).toBe(503);
    expect((await deliver(signed(body))).status).toBe(200);
    expect((await office.stack.sql`select 1 from calls where vapi_call_id = 'call-outage'`).length).toBe(1);
  });

  it('get 503 soon when the database does not answer, and 200 when only showing them takes long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isStuck = false;
    const forever = () => {
      isStuck = true;
      return new Promise(() => {});
    };
    const stuck = (name: string) =>
      new Proxy(office.deps.service, {
        get: (service, key) =>
          key === 'rpc'
            ? (asked: string, body: object) => (asked === name ? forever() : service.rpc(asked, body))
            : Reflect.get(service, key).bind(service),
      });
    const send = async (name: string) => {
      const body = await message('call-stuck', { type: 'status-update', status: 'ringing', stuck: name });
      const waiting = handle(signed(body), { ...office.deps, service: stuck(name) });
      const answer = waiting.then(({ status }) => status);
      while (!isStuck) await new Promise((resolve) => setImmediate(resolve));
      isStuck = false;
      await vi.advanceTimersByTimeAsync(10_000);
      return answer;
    };
    try {
      expect(await send('owner_of_call')).toBe(503);
      expect(await send('store_projection')).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('other methods are refused', async () => {
    expect((await deliver(new Request(`${ORIGIN}/vapi-webhook`))).status).toBe(405);
  });
});

describe('questions', () => {
  const ask = async (rest: object) => {
    const response = await deliver(signed(await message('call-question', rest)));
    expect(response.status).toBe(200);
    return response.json();
  };

  it('every tool call gets an error, on one line', async () => {
    const toolCallList = ['t1', 't2'].map((id) => ({
      id,
      type: 'function',
      function: { name: 'book', arguments: '{}' },
    }));
    expect(await ask({ type: 'tool-calls', toolCallList })).toEqual({
      results: [
        { toolCallId: 't1', name: 'book', error: 'This tool is not available.' },
        { toolCallId: 't2', name: 'book', error: 'This tool is not available.' },
      ],
    });
    expect(await ask({ type: 'tool-calls', toolCallList: 'many' })).toEqual({ results: [] });
  });

  it('nobody is dialled or put on a number because a call asks for it', async () => {
    for (const type of ['transfer-destination-request', 'handoff-destination-request', 'assistant-request']) {
      expect(await ask({ type })).toEqual({ error: expect.any(String) });
    }
  });
});
