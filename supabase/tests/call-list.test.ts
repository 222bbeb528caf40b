/** The list of calls as the server gets it for a person: every filter against the same filter written out here, pages, sums, and who gets nothing. */
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from './stack/harness.ts';

const id = (group: number, number: number) =>
  `00000000-0000-4000-8000-${group}${String(number).padStart(11, '0')}`;
const [OURS, THEIRS] = [id(1, 1), id(1, 2)];
const [PERSON, STRANGER] = [id(2, 1), id(2, 2)];
const OUTCOMES = ['completed', 'transferred', 'caller-hung-up', null] as const;
const CALLS = 130;
const MINUTE = 60_000;
const BEGUN = Date.parse('2026-11-01T00:00:00Z');

/** Calls that differ in everything that can be filtered, in two workspaces. */
const calls = Array.from({ length: CALLS }, (_, number) => ({
  id: id(4, number),
  workspace: number % 10 === 9 ? THEIRS : OURS,
  flow: id(3, number % 10 === 9 ? 9 : number % 3),
  // Three at the same moment each time: pages must not lose one of them.
  at: BEGUN + Math.floor(number / 3) * 97 * MINUTE,
  seconds: number % 7 === 0 ? null : number * 3,
  outcome: number % 7 === 0 ? null : (OUTCOMES[number % 4] ?? null),
  caller: number % 5 === 0 ? null : `+336399800${String(number % 100).padStart(2, '0')}`,
  cost: number / 1000,
  name: `Élodie ${number % 13}`,
  said: number % 11 === 0 ? 'Je voudrais un rendez-vous très tôt.' : 'C’est pour une ordonnance.',
}));
type Seeded = (typeof calls)[number];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`set session_replication_role = replica`;
  await sql`insert into auth.users (id, email) values (${PERSON}, 'a@example.com'), (${STRANGER}, 'b@example.com')`;
  await sql`insert into workspaces (id, name) values (${OURS}, 'Ours'), (${THEIRS}, 'Theirs')`;
  await sql`insert into members (workspace_id, user_id, role) values (${OURS}, ${PERSON}, 'viewer'), (${THEIRS}, ${STRANGER}, 'owner')`;
  for (const number of [0, 1, 2])
    await sql`insert into flows (id, workspace_id, name, document) values (${id(3, number)}, ${OURS}, 'Flow', '{}')`;
  await sql`insert into flows (id, workspace_id, name, document) values (${id(3, 9)}, ${THEIRS}, 'Flow', '{}')`;
  for (const call of calls) {
    const ended = call.seconds === null ? null : new Date(call.at + call.seconds * 1000);
    await sql`insert into calls (id, workspace_id, vapi_call_id, flow_id, caller, status, outcome, started_at, ended_at, created_at, cost, information)
      values (${call.id}, ${call.workspace}, ${`v${call.id}`}, ${call.flow}, ${call.caller}, ${ended ? 'ended' : 'in-progress'}, ${call.outcome},
        ${new Date(call.at)}, ${ended}, ${new Date(call.at)}, ${call.cost}, ${sql.json({ name: call.name })})`;
    await sql`insert into call_turns (workspace_id, call_id, position, role, text)
      values (${call.workspace}, ${call.id}, 0, 'caller', ${call.said})`;
  }
  await sql`set session_replication_role = origin`;
}, 120_000);

afterAll(async () => {
  await sql.end();
  await database.drop();
});

function asServer<Value>(ask: (transaction: postgres.TransactionSql) => Promise<Value>) {
  return sql.begin(async (transaction) => {
    await transaction`set local role service_role`;
    return ask(transaction);
  });
}

interface Row {
  readonly id: string;
  readonly created_at: Date;
}

type Filter = Readonly<Record<string, string | number | boolean>>;

function list(filter: Filter, { person = PERSON, workspace = OURS, size = 500, after }: Ask = {}) {
  return asServer((transaction) => {
    const json = transaction.json(filter);
    return transaction<
      Row[]
    >`select * from list_calls(${workspace}, ${person}, ${json}, ${size}, ${after?.created_at ?? null}, ${after?.id ?? null})`;
  });
}
interface Ask {
  readonly person?: string;
  readonly workspace?: string;
  readonly size?: number;
  readonly after?: Row | undefined;
}

const newestFirst = (one: Seeded, other: Seeded) => other.at - one.at || (one.id < other.id ? 1 : -1);
const ours = (holds: (call: Seeded) => boolean) =>
  calls
    .filter((call) => call.workspace === OURS && holds(call))
    .sort(newestFirst)
    .map((call) => call.id);

const MIDDLE = new Date(BEGUN + 2000 * MINUTE).toISOString();
const FILTERS: readonly [string, Filter, (call: Seeded) => boolean][] = [
  ['nothing', {}, () => true],
  ['a flow', { flow: id(3, 1) }, ({ flow }) => flow === id(3, 1)],
  ['a moment on', { since: MIDDLE }, ({ at }) => at >= Date.parse(MIDDLE)],
  ['until a moment', { until: MIDDLE }, ({ at }) => at < Date.parse(MIDDLE)],
  ['an outcome', { outcome: 'transferred' }, ({ outcome }) => outcome === 'transferred'],
  ['what goes on', { running: true }, ({ seconds }) => seconds === null],
  ['what is over', { running: false }, ({ seconds }) => seconds !== null],
  [
    'a length',
    { longer: 30, shorter: 120 },
    ({ seconds }) => seconds !== null && seconds >= 30 && seconds < 120,
  ],
  [
    'a caller, as French people write the number',
    { text: '06 39 98 00 12' },
    ({ caller }) => caller === '+33639980012',
  ],
  ['what was said', { text: 'RENDEZ vous tres' }, ({ said }) => said.includes('très tôt')],
  ['the beginning of a word', { text: 'ordonn' }, ({ said }) => said.includes('ordonnance')],
  ['what was collected', { text: 'elodie 12' }, ({ name }) => name === 'Élodie 12'],
  ['a word that nobody said', { text: 'zeppelin' }, () => false],
  [
    'several at once',
    { flow: id(3, 2), outcome: 'completed', text: 'ordonnance', since: MIDDLE },
    (call) =>
      call.flow === id(3, 2) &&
      call.outcome === 'completed' &&
      call.said.includes('ordonnance') &&
      call.at >= Date.parse(MIDDLE),
  ],
];

describe('the list of calls', () => {
  it.each(FILTERS)('by %s', async (_name, filter, holds) => {
    const found = await list(filter);
    expect(found.map((row) => row.id)).toEqual(ours(holds));
  });

  it('page by page is the whole list, each call once', async () => {
    const pages: string[] = [];
    let after: Row | undefined;
    for (;;) {
      const page = await list({}, { size: 7, after });
      if (page.length === 0) break;
      pages.push(...page.map((row) => row.id));
      after = page.at(-1);
    }
    expect(pages).toEqual(ours(() => true));
  });

  it('shows strangers nothing, neither by their words', async () => {
    expect(await list({}, { person: STRANGER })).toEqual([]);
    expect(await list({ text: 'ordonnance' }, { person: STRANGER })).toEqual([]);
  });

  it('takes no filter that it does not know, and no value for code', async () => {
    await expect(list({ flwo: id(3, 1) })).rejects.toThrow('unknown filter: flwo');
    for (const text of ["' or true --", '%', "'); drop table calls; --", '&|!():*', '\\'])
      expect((await list({ text })).length, text).toBeLessThan(CALLS);
    await expect(list({ outcome: "x' or 'a' = 'a" })).resolves.toEqual([]);
  });
});

describe('the sums', () => {
  const sums = (filter: Filter, zone = 'UTC', person = PERSON) =>
    asServer(async (transaction) => {
      const [row] =
        await transaction`select sum_up_calls(${OURS}, ${person}, ${transaction.json(filter)}, ${zone}) as sums`;
      return row?.sums as Record<string, number> & {
        outcomes: Record<string, number>;
        days: Record<string, number>;
        hours: Record<string, number>;
      };
    });
  const total = (counts: Record<string, number>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0);

  it.each(FILTERS)('of %s are those of the list', async (_name, filter, holds) => {
    const shown = calls.filter((call) => call.workspace === OURS && holds(call));
    const found = await sums(filter);
    expect(found.calls).toBe(shown.length);
    expect(found.ended).toBe(shown.filter(({ seconds }) => seconds !== null).length);
    expect(found.served).toBe(
      shown.filter(({ outcome }) => outcome === 'completed' || outcome === 'transferred').length,
    );
    expect(Number(found.cost ?? 0)).toBeCloseTo(shown.reduce((sum, { cost }) => sum + cost, 0));
    expect(Number(found.seconds ?? 0)).toBe(shown.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0));
    expect(total(found.days)).toBe(shown.length);
    expect(total(found.hours)).toBe(shown.length);
  });

  it('count every outcome, whichever is chosen', async () => {
    const { outcomes } = await sums({ outcome: 'completed' });
    for (const outcome of ['completed', 'transferred', 'caller-hung-up'])
      expect(outcomes[outcome]).toBe(ours((call) => call.outcome === outcome).length);
  });

  it('are of days and hours as clocks in the time zone have them', async () => {
    // 1 November 2026 is a Sunday; in Paris it is one hour later than in UTC.
    const first = { until: new Date(BEGUN + MINUTE).toISOString() };
    expect((await sums(first)).hours).toEqual({ [6 * 24]: 3 });
    expect((await sums(first, 'Europe/Paris')).hours).toEqual({ [6 * 24 + 1]: 3 });
    expect((await sums(first, 'America/Montreal')).days).toEqual({ '2026-10-31': 3 });
  });

  it('are nothing for strangers', async () => {
    expect(await sums({}, 'UTC', STRANGER)).toBeNull();
  });
});

it('words that are erased are found no more', async () => {
  await sql`delete from call_turns where call_id = ${id(4, 11)}`;
  const found = await list({ text: 'rendez vous tres' });
  expect(found.map((row) => row.id)).toEqual(
    ours(({ id: own, said }) => said.includes('très tôt') && own !== id(4, 11)),
  );
});
