/**
 * What webhooks promise, as figures: any order and any repetition give identical tables, and what never came is fetched.
 * `CALLS=1000 ORDERS=100` for the calls of which events are shuffled, `RUNG=1000` for those of which 30 % are dropped. Of the
 * shuffled calls `SIGNED` (others in every order) go through the signed handler, several deliveries at once; the rest comes in
 * batches of `AT_A_TIME` deliveries, which took 3 million of them from a day to an hour.
 */
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../../src/lib/hash.ts';
import { stableStringify } from '../../../src/lib/json.ts';
import type { NumberAnswer } from '../../../src/publish/wire.ts';
import {
  drawFlow,
  getNumber,
  type Office,
  ORIGIN,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { openPostOffice } from '../../tests/functions/post-office.ts';

const CALLS = Number(process.env.CALLS ?? 10);
const SIGNED = Number(process.env.SIGNED ?? 8);
const AT_A_TIME = Number(process.env.AT_A_TIME ?? 50);
const ORDERS = Number(process.env.ORDERS ?? 2);
const RUNG = Number(process.env.RUNG ?? 8);
const SEED = Number(process.env.SEED ?? 20261130);
const AT_ONCE = 8;
const MINUTE = 60_000;
/** With all the figures asked for. */
const HOURS = 480 * MINUTE;

let office: Office;
let worker: Worker;
let number: NumberAnswer;

beforeAll(async () => {
  // Vapi keeps calls for their time, however many they are.
  office = await openOffice({ mostKept: 2 * RUNG + CALLS });
  worker = await office.hire();
  const flowId = await drawFlow(worker);
  number = await getNumber(office, worker);
  await publishFlow(office, worker, flowId, number.id);
});
afterAll(() => office.close());

const sql = () => office.stack.sql;

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

async function deliver(body: string): Promise<void> {
  const timestamp = String(Math.floor(office.deps.clock.now() / 1000));
  const mac = createHmac('sha256', office.stack.secrets.webhookSecret).update(`${timestamp}.${body}`);
  const headers = { 'x-timestamp': timestamp, 'x-signature': mac.digest('hex') };
  const request = new Request(`${ORIGIN}/vapi-webhook`, { method: 'POST', body, headers });
  expect((await office.webhook(request)).status).toBe(200);
}

interface Event {
  /** Which call it is of. */
  readonly call: number;
  readonly body: string;
}

/** Ten events of each call, as Vapi sends them. */
async function eventsOf(count: number): Promise<Event[]> {
  const [target] = await sql()`select vapi_id from phone_numbers where id = ${number.id}`;
  const start = Date.UTC(2026, 10, 30, 9);
  return Array.from({ length: count }, (_, index) => {
    const began = start + index * 1000;
    const call = {
      id: `shuffled-${index}`,
      phoneNumberId: target?.vapi_id,
      customer: { number: '+33612345678' },
    };
    const said = [`Hello ${index}`, 'An appointment', 'Your name?', 'Jeanne Martin', 'Goodbye'];
    const lines = said.map((message, line) => ({
      role: line % 2 ? 'user' : 'bot',
      message,
      secondsFromStart: line * 3,
    }));
    const event = (second: number, rest: object) => ({
      message: { timestamp: began + second * 1000, call, ...rest },
    });
    return [
      event(0, { type: 'status-update', status: 'ringing' }),
      event(1, { type: 'status-update', status: 'in-progress' }),
      ...lines.map(({ role, message, secondsFromStart }) =>
        event(1 + secondsFromStart, {
          type: 'transcript',
          transcriptType: 'final',
          role,
          transcript: message,
        }),
      ),
      event(8, {
        type: 'tool-calls',
        toolCallList: [{ id: 't', type: 'function', function: { name: 'next', arguments: {} } }],
      }),
      event(15, { type: 'status-update', status: 'ended', endedReason: 'customer-ended-call' }),
      event(16, {
        type: 'end-of-call-report',
        endedReason: 'customer-ended-call',
        startedAt: new Date(began + 1000).toISOString(),
        endedAt: new Date(began + 15_000).toISOString(),
        cost: index / 1000,
        artifact: { messages: lines },
      }),
    ].map((each) => ({ call: index, body: JSON.stringify(each) }));
  }).flat();
}

/** All that was computed, without our own ids and the clock's marks. */
async function tables(): Promise<string> {
  const rows = await sql()`select to_jsonb(c) - array['id', 'created_at', 'updated_at'] as call,
      (select jsonb_agg(to_jsonb(t) - 'call_id' order by t.position) from call_turns t where t.call_id = c.id) as turns,
      (select count(*) from call_events e where e.vapi_call_id = c.vapi_call_id) as events
    from calls c order by vapi_call_id`;
  expect(rows.length).toBe(CALLS);
  return sha256(stableStringify(rows));
}

/** Each of them one to five times, in any order. */
function orderOf(events: readonly Event[], seed: number): readonly Event[] {
  const times = fc.array(fc.integer({ min: 1, max: 5 }), {
    minLength: events.length,
    maxLength: events.length,
  });
  const orders = times.chain((each) => {
    const all = events.flatMap((event, index) => Array<Event>(each[index]!).fill(event));
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
  return fc.sample(orders, { numRuns: 1, seed })[0] ?? [];
}

it(
  `events of ${CALLS} calls, repeated and shuffled in ${ORDERS} orders, give identical tables`,
  async () => {
    const events = await eventsOf(CALLS);
    const postOffice = openPostOffice(office.deps, sql());
    const results = new Set<string>();
    let delivered = 0;
    let signed = 0;
    for (let index = 0; index < ORDERS; index += 1) {
      const order = orderOf(events, SEED + index);
      const isSigned = ({ call }: Event) => (call + index * SIGNED) % CALLS < SIGNED;
      await sql()`truncate calls, call_turns, call_events cascade`;
      for (let from = 0; from < order.length; from += AT_A_TIME) {
        const batch = order.slice(from, from + AT_A_TIME);
        const alone = batch.filter(isSigned);
        signed += alone.length;
        await inTurns(alone, ({ body }) => deliver(body));
        await postOffice.deliver(batch.filter((event) => !isSigned(event)).map(({ body }) => body));
      }
      delivered += order.length;
      // What two deliveries at once left to somebody else.
      await sql()`update call_events set received_at = received_at - interval '1 minute'`;
      await office.cron();
      results.add(await tables());
      if (ORDERS > 20)
        console.info(`${index + 1} orders, ${delivered} deliveries: ${results.size} different tables`);
    }
    console.info(
      `${events.length} events of ${CALLS} calls, ${delivered} deliveries (${signed} of them signed) in ${ORDERS} orders (seed ${SEED}): ${results.size} different tables`,
    );
    expect(results.size).toBe(1);
  },
  HOURS,
);

async function ring(): Promise<string> {
  const { callId } = await office.line('/calls', { to: number.number, from: '+33612345678' });
  await office.line(`/calls/${callId}/say`, { text: 'An appointment, please' });
  await office.line(`/calls/${callId}/hang-up`, {});
  return callId;
}

it(
  `of ${RUNG} calls 30 % of the news is dropped, and all of it in an outage: none is missing after one sweep`,
  async () => {
    const [drops] = fc.sample(fc.infiniteStream(fc.integer({ min: 1, max: 100 })), {
      numRuns: 1,
      seed: SEED,
    });
    let dropped = 0;
    let sent = 0;
    const rung: string[] = [];
    const lose = (percent: number) => {
      office.interceptWebhooks(async (request) => {
        sent += 1;
        const isLost = (drops!.next().value as number) <= percent;
        dropped += isLost ? 1 : 0;
        return isLost ? new Response('', { status: 200 }) : office.webhookAsIs(request);
      });
    };
    lose(30);
    for (let call = 0; call < RUNG; call += 1) rung.push(await ring());
    // Two hours in which nothing gets through, and nobody looks.
    lose(100);
    for (let call = 0; call < Math.ceil(RUNG / 4); call += 1) rung.push(await ring());
    office.interceptWebhooks(null);
    office.wait(120 * MINUTE);
    let sweeps = 0;
    for (let isWhole = false; !isWhole && sweeps < 20; sweeps += 1) {
      await office.cron();
      const [swept] =
        await sql()`select swept_until > now() as is_whole from phone_numbers where id = ${number.id}`;
      isWhole = swept?.is_whole === true;
    }
    const stored =
      await sql()`select c.vapi_call_id, (select count(*)::int from call_turns t where t.call_id = c.id) as turns
    from calls c where status = 'ended' and cost is not null`;
    const known = new Map(stored.map((row) => [row.vapi_call_id as string, row.turns as number]));
    const missing = rung.filter((id) => (known.get(id) ?? 0) < 3);
    console.info(
      `${rung.length} calls, ${dropped} of ${sent} messages dropped (seed ${SEED}): ${missing.length} missing after ${sweeps} sweep(s)`,
    );
    expect(missing).toEqual([]);
  },
  HOURS,
);
