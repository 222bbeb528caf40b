/** The report of a period against the same sums written out here: both periods, flows and versions, hours of a time zone, filters, strangers. */
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from './stack/harness.ts';

const id = (group: number, number: number) =>
  `00000000-0000-4000-8000-${group}${String(number).padStart(11, '0')}`;
const OURS = id(1, 1);
const [PERSON, STRANGER] = [id(2, 1), id(2, 2)];
const HOUR = 3_600_000;
const DAYS = 7;
/** A Monday. */
const SINCE = Date.parse('2026-11-23T00:00:00Z');
const UNTIL = SINCE + 5 * 24 * HOUR;

const calls = Array.from({ length: 260 }, (_, number) => ({
  id: id(4, number),
  flow: id(3, number % 2),
  version: number % 3 === 0 ? null : id(5, number % 2),
  at: SINCE - 9 * 24 * HOUR + number * 1.4 * HOUR,
  outcome: ['completed', 'transferred', 'failed', 'caller-hung-up'][number % 4]!,
  goal: number % 5 === 0,
  seconds: number,
  cost: number / 100,
}));
type Seeded = (typeof calls)[number];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`set session_replication_role = replica`;
  await sql`insert into auth.users (id, email) values (${PERSON}, 'a@example.com'), (${STRANGER}, 'b@example.com')`;
  await sql`insert into workspaces (id, name) values (${OURS}, 'Ours')`;
  await sql`insert into members (workspace_id, user_id, role) values (${OURS}, ${PERSON}, 'viewer')`;
  for (const number of [0, 1]) {
    await sql`insert into flows (id, workspace_id, name, document) values (${id(3, number)}, ${OURS}, 'Flow', '{}')`;
    await sql`insert into flow_versions (id, workspace_id, flow_id, number, document, content_hash)
      values (${id(5, number)}, ${OURS}, ${id(3, number)}, ${number + 4}, '{}', ${`hash-${number}`})`;
  }
  for (const call of calls) {
    const at = new Date(call.at);
    await sql`insert into calls (id, workspace_id, vapi_call_id, flow_id, version_id, status, outcome, reached_goal, started_at, ended_at, created_at, cost)
      values (${call.id}, ${OURS}, ${`v${call.id}`}, ${call.flow}, ${call.version}, 'ended', ${call.outcome}, ${call.goal}, ${at},
        ${new Date(call.at + call.seconds * 1000)}, ${at}, ${call.cost})`;
  }
  await sql`set session_replication_role = origin`;
}, 120_000);
afterAll(async () => {
  await sql.end();
  await database.drop();
});

async function report(filter: object = {}, person = PERSON, zone = 'UTC') {
  const [row] =
    await sql`select report_calls(${OURS}, ${person}, ${sql.json(filter as postgres.JSONValue)}, ${zone},
    ${new Date(SINCE)}, ${new Date(UNTIL)}, ${DAYS}) as report`;
  return row!.report;
}

const within = (from: number, until: number, holds: (call: Seeded) => boolean = () => true) =>
  calls.filter((call) => call.at >= from && call.at < until && holds(call));
const figuresOf = (found: readonly Seeded[]) => ({
  calls: found.length,
  answered: found.filter(({ outcome }) => outcome !== 'failed').length,
  goal: found.filter(({ goal }) => goal).length,
  transferred: found.filter(({ outcome }) => outcome === 'transferred').length,
  seconds: found.reduce((sum, { seconds }) => sum + seconds, 0),
  cost: expect.closeTo(
    found.reduce((sum, { cost }) => sum + cost, 0),
    6,
  ),
});
const SHIFT = DAYS * 24 * HOUR;

it.each<[string, object, (call: Seeded) => boolean]>([
  ['of all calls', {}, () => true],
  ['of a flow', { flow: id(3, 1) }, ({ flow }) => flow === id(3, 1)],
  ['of an outcome', { outcome: 'completed' }, ({ outcome }) => outcome === 'completed'],
])('%s adds up both periods', async (_name, filter, holds) => {
  const found = await report(filter);
  expect(found.now).toEqual(figuresOf(within(SINCE, UNTIL, holds)));
  expect(found.before).toEqual(figuresOf(within(SINCE - SHIFT, UNTIL - SHIFT, holds)));
});

it('tells flows and versions apart', async () => {
  const { parts } = await report();
  const versions = [null, 4, 5];
  for (const flow of [0, 1])
    for (const version of versions) {
      const holds = (call: Seeded) =>
        call.flow === id(3, flow) && call.version === (version === null ? null : id(5, version - 4));
      const now = within(SINCE, UNTIL, holds);
      const part = parts.find((each: { flow: string; version: number | null }) => {
        return each.flow === id(3, flow) && each.version === version;
      });
      expect(part?.now).toEqual(now.length === 0 ? undefined : figuresOf(now));
      if (part) expect(part.before).toEqual(figuresOf(within(SINCE - SHIFT, UNTIL - SHIFT, holds)));
    }
});

it('counts hours of clocks in the time zone', async () => {
  const one = {
    since: new Date(SINCE + 10 * HOUR).toISOString(),
    until: new Date(SINCE + 11.3 * HOUR).toISOString(),
  };
  const [utc, paris] = [await report(one), await report(one, PERSON, 'Europe/Paris')];
  const [hour] = Object.keys(utc.hours);
  expect(Object.keys(utc.hours)).toHaveLength(1);
  expect(paris.hours).toEqual({ [Number(hour) + 1]: utc.now.calls });
});

it('is nothing for strangers', async () => {
  expect(await report({}, STRANGER)).toBeNull();
});
