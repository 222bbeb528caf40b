/**
 * How Postgres would answer the lists, with many workspaces and calls: by index, never by reading all calls. 200 workspaces
 * with 250 calls each; with `FULL_SIZE=1` a thousand with a thousand each. Statistics are real, nothing is forbidden to the planner.
 */
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillWithCalls, idOf } from './many-calls.ts';
import { freshDatabase } from './stack/harness.ts';

const [WORKSPACES, CALLS] = process.env.FULL_SIZE ? [1000, 1000] : [200, 250];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;
const ONE = `'${idOf('workspace', 7)}'`;
const PERSON = idOf('person', 7);
const FLOW = `'${idOf('flow', 7)}'`;
const CALL = `'${idOf('call', 7)}'`;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await fillWithCalls(sql, WORKSPACES, CALLS);
}, 600_000);

afterAll(async () => {
  await sql.end();
  await database.drop();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

function planIn(rows: postgres.RowList<postgres.Row[]>): Plan[] {
  const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
  return nodesOf((explained as { Plan: Plan }).Plan);
}

/** The plan of a statement for a person, or for the server. */
async function planFor(who: 'person' | 'server', statement: string): Promise<Plan[]> {
  return sql.begin(async (transaction) => {
    const role = who === 'person' ? 'authenticated' : 'service_role';
    const claims = JSON.stringify({ role, ...(who === 'person' ? { sub: PERSON } : {}) });
    await transaction`select set_config('request.jwt.claims', ${claims}, true)`;
    await transaction.unsafe(`set local role ${role}`);
    return planIn(await transaction.unsafe(`explain (format json) ${statement}`));
  });
}

const COLUMNS = 'id, flow_id, version_id, caller, status, outcome, information, path, cost, created_at';
const MINUTES = (count: number) => `now() - interval '${count} minutes'`;

const LISTS: readonly [string, 'person' | 'server', string][] = [
  [
    'calls of a workspace',
    'person',
    `select ${COLUMNS} from calls where workspace_id = ${ONE} order by created_at desc limit 200`,
  ],
  [
    'calls of a workspace since',
    'person',
    `select ${COLUMNS} from calls where workspace_id = ${ONE} and created_at >= ${MINUTES(10_000)} order by created_at desc limit 200`,
  ],
  [
    'calls of a flow',
    'person',
    `select ${COLUMNS} from calls where workspace_id = ${ONE} and flow_id = ${FLOW} order by created_at desc limit 200`,
  ],
  [
    'traffic of a flow',
    'server',
    `select c.id, c.path from calls as c where c.workspace_id = ${ONE} and c.flow_id = ${FLOW} and c.created_at >= ${MINUTES(129_600)} and c.status = 'ended' and jsonb_array_length(c.path) > 0 order by c.created_at desc limit 20000`,
  ],
  ['one call', 'person', `select ${COLUMNS} from calls where id = ${CALL}`],
  [
    'turns of a call',
    'server',
    `select position, role, text, at, node_id from call_turns where call_id = ${CALL} order by position`,
  ],
  [
    'calls that should have ended',
    'server',
    `select workspace_id, vapi_call_id from calls where status <> 'ended' and updated_at < ${MINUTES(20)} and created_at > ${MINUTES(1440)} order by updated_at limit 10`,
  ],
  [
    'ended calls without a report',
    'server',
    `select workspace_id, vapi_call_id from calls where status = 'ended' and cost is null and ended_at < ${MINUTES(2)} and ended_at > ${MINUTES(30)} limit 10`,
  ],
  [
    'events that are not shown',
    'server',
    `select workspace_id, vapi_call_id from call_events where projected_at is null and workspace_id is not null and vapi_call_id is not null and received_at < now() order by received_at limit 200`,
  ],
  [
    'events in quarantine',
    'server',
    `select id, payload from call_events where workspace_id is null and error = 'unknown-call' and vapi_call_id is not null and received_at > ${MINUTES(60)} order by received_at desc limit 20`,
  ],
  [
    'whether a call was heard of',
    'server',
    `select id from call_events where vapi_call_id = 'call-7-7' limit 1`,
  ],
  [
    'events of a call',
    'server',
    `select type, payload from call_events where workspace_id = ${ONE} and vapi_call_id = 'call-7-7' order by received_at limit 1000`,
  ],
  ['calls below a workspace that goes', 'server', `select id from calls where workspace_id = ${ONE}`],
];

it.each(LISTS)('%s: by index', async (_name, who, statement) => {
  const plan = await planFor(who, statement);
  const read = plan.filter((node) =>
    ['calls', 'call_turns', 'call_events'].includes(node['Relation Name'] ?? ''),
  );
  expect(read.length).toBeGreaterThan(0);
  expect(read.map((node) => node['Node Type']).filter((type) => /Seq Scan/.test(type))).toEqual([]);
});

it('membership is looked up once a statement', async () => {
  const rows = await sql.begin(async (transaction) => {
    await transaction`select set_config('request.jwt.claims', ${JSON.stringify({ role: 'authenticated', sub: PERSON })}, true)`;
    await transaction.unsafe('set local role authenticated');
    return transaction.unsafe(
      `explain (analyze, format json) select ${COLUMNS} from calls where workspace_id = ${ONE}`,
    );
  });
  const plan = planIn(rows) as (Plan & {
    'Actual Loops'?: number;
  })[];
  const asked = plan.filter((node) => /ProjectSet|Function Scan|Result/.test(node['Node Type']));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every((node) => (node['Actual Loops'] ?? 0) <= 1)).toBe(true);
  console.log(`plans at ${WORKSPACES} × ${CALLS} calls: ${LISTS.length} lists, sequential scans of calls: 0`);
});
