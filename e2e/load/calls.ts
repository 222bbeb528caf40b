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
/** What Vapi is asked for with the webhooks (`webhookServer` in `_shared/deps.ts`). Milliseconds. */
const VAPI = {
  timeout: 10_000,
  repeats: 8,
  firstPause: 1000,
  givesUpAt: [400, 401, 403, 404, 405, 413, 422],
};
/** What could not be shown at once is shown by `cron`, every minute; two rounds may pass, and what they take. Milliseconds. */
const CRON_PATIENCE = 180_000;

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
  for (let tries = 0; ; tries += 1) {
    const status = await record.timed(name, () => deliverOnce(line, body));
    if (status === 200) return true;
    const isFinal = typeof status === 'number' && VAPI.givesUpAt.includes(status);
    if (isFinal || tries === VAPI.repeats) {
      record.error(`a webhook was refused to the end: ${status}`);
      return false;
    }
    record.retried(`a webhook: ${status}`);
    await pause(VAPI.firstPause * 2 ** tries);
  }
}

/** The status, or why there was none. */
async function deliverOnce(line: Line, body: string): Promise<number | string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', line.secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': mac };
  try {
    const signal = AbortSignal.timeout(VAPI.timeout);
    const answer = await fetch(line.url, { method: 'POST', body, headers, signal });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? name;
  }
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

export interface Lost {
  /** Taken, and not in the inbox of a workspace. */
  readonly events: number;
  /** Not shown with each line once and an end, even after `cron` has passed. */
  readonly calls: number;
  /** Shown so, but only by `cron`. */
  readonly late: number;
}

export async function countLost(sql: postgres.Sql, record: Record): Promise<Lost> {
  const rows = await sql<
    { key: string }[]
  >`select dedupe_key as key from call_events where vapi_call_id like 'load-%' and workspace_id is not null`;
  const kept = new Set(rows.map(({ key }) => key));
  const late = record.counted('calls') - (await countShown(sql));
  const patience = performance.now() + CRON_PATIENCE;
  let calls = late;
  while (calls > 0 && performance.now() < patience) {
    await pause(2000);
    calls = record.counted('calls') - (await countShown(sql));
  }
  return { events: [...taken].filter((key) => !kept.has(key)).length, calls, late: late - calls };
}

async function countShown(sql: postgres.Sql): Promise<number> {
  const [shown] =
    await sql`select count(*)::int as count from calls c where vapi_call_id like 'load-%' and ended_at is not null
    and (select count(*) from call_turns t where t.call_id = c.id) = ${LINES.length}`;
  return shown?.count as number;
}
