/**
 * Calls on published numbers: each tells what happens on it as Vapi does, one signed webhook after another, and repeats what was not
 * taken. What was taken must be in the inbox once, and the call must be shown to its end.
 */
import { createHash, createHmac } from 'node:crypto';
import type postgres from 'postgres';
import { pause, type Record } from './record.ts';

const LINES = [
  ['bot', 'Hello, I am the automated assistant. What can I do for you?'],
  ['user', 'I would like an appointment, please.'],
  ['bot', 'What is your name?'],
  ['user', 'Zoe Smith, and my number is 020 7946 0018.'],
  ['bot', 'What is it about?'],
  ['user', 'A check-up, on Thursday morning if you can.'],
  ['bot', 'That is noted. Goodbye.'],
] as const;
/** As often as Vapi repeats (`backoffPlan` of the webhooks). */
const REPEATS = 8;

export interface Line {
  readonly url: string;
  readonly secret: string;
  /** Ids of published numbers at Vapi. */
  readonly numbers: readonly string[];
}

/** As many as Vapi sends by default for a call. */
function eventsOf(call: string, number: string): string[] {
  const start = Date.now();
  const about = { id: call, phoneNumberId: number, customer: { number: '+447700900123' } };
  const messages = LINES.map(([role, message], line) => ({ role, message, secondsFromStart: line * 4 }));
  return [
    { type: 'status-update', status: 'ringing' },
    { type: 'status-update', status: 'in-progress' },
    ...LINES.map(([role, transcript]) => ({ type: 'transcript', transcriptType: 'final', role, transcript })),
    { type: 'status-update', status: 'ended' },
    { type: 'end-of-call-report', endedReason: 'customer-ended-call', cost: 0.1, artifact: { messages } },
  ].map((each, second) =>
    JSON.stringify({ message: { timestamp: start + second * 1000, call: about, ...each } }),
  );
}

async function deliver(line: Line, body: string, record: Record, name: string): Promise<boolean> {
  for (let tries = 0; tries <= REPEATS; tries += 1) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', line.secret).update(`${timestamp}.${body}`).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': mac };
    const isTaken = await record.timed(name, async () => {
      try {
        const answer = await fetch(line.url, { method: 'POST', body, headers });
        await answer.arrayBuffer();
        return answer.status === 200;
      } catch {
        // A connection that broke: Vapi sends it again.
        return false;
      }
    });
    if (isTaken) return true;
    record.count('deliveries repeated');
    await pause(200 * 2 ** tries);
  }
  record.error('a webhook was refused to the end');
  return false;
}

/** Of each webhook that was answered with 200, what the inbox knows it by. */
const taken = new Set<string>();

/** A whole call. `seconds` between two events, on average. */
export async function makeCall(
  line: Line,
  call: string,
  record: Record,
  name: string,
  seconds: number,
): Promise<void> {
  const number = line.numbers[record.counted('calls') % line.numbers.length]!;
  record.count('calls');
  for (const body of eventsOf(call, number)) {
    if (await deliver(line, body, record, name)) {
      record.count('events');
      taken.add(createHash('sha256').update(body).digest('hex'));
    }
    await pause((0.5 + Math.random()) * seconds * 1000);
  }
}

export async function keepCalling(
  line: Line,
  caller: number,
  record: Record,
  seconds: number,
  isOver: () => boolean,
): Promise<void> {
  await pause(Math.random() * seconds * 1000);
  for (let count = 0; !isOver(); count += 1)
    await makeCall(line, `load-${caller}-${count}`, record, 'ingest', seconds).catch((error: unknown) =>
      record.error(String(error)),
    );
}

/** Events that are not in the inbox, and calls that are not shown to their end. */
export async function countLost(
  sql: postgres.Sql,
  record: Record,
): Promise<{ events: number; calls: number }> {
  const rows = await sql<
    { key: string }[]
  >`select dedupe_key as key from call_events where vapi_call_id like 'load-%'`;
  const kept = new Set(rows.map(({ key }) => key));
  const [shown] =
    await sql`select count(*)::int as count from calls c where vapi_call_id like 'load-%' and ended_at is not null
    and (select count(*) from call_turns t where t.call_id = c.id) >= ${LINES.length}`;
  return {
    events: [...taken].filter((key) => !kept.has(key)).length,
    calls: record.counted('calls') - (shown?.count as number),
  };
}
