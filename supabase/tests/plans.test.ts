/**
 * How Postgres would answer the lists, with many workspaces and calls: by index, never by reading all calls. 200 workspaces
 * with 250 calls each; with `FULL_SIZE=1` a thousand with a thousand each. Statistics are real, nothing is forbidden to the planner.
 */
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from './stack/harness.ts';

const [WORKSPACES, CALLS] = process.env.FULL_SIZE ? [1000, 1000] : [200, 250];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;
const uuid = (group: number, expression: string) =>
  `('00000000-0000-4000-8000-${group}' || lpad((${expression})::text, 11, '0'))::uuid`;
const ONE = `'00000000-0000-4000-8000-100000000007'`;
const PERSON = '00000000-0000-4000-8000-200000000007';
const FLOW = `'00000000-0000-4000-8000-300000000007'`;
const CALL = `'00000000-0000-4000-8000-400000000007'`;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  // A seed of so many rows: triggers, which lock once a call, are tested elsewhere.
  await sql
    .unsafe(`
    set session_replication_role = replica;
    insert into workspaces (id, name) select ${uuid(1, 'w')}, 'Workspace ' || w from generate_series(1, ${WORKSPACES}) w;
    insert into auth.users (id, email) select ${uuid(2, 'w')}, w || '@example.com' from generate_series(1, ${WORKSPACES}) w;
    insert into members (workspace_id, user_id, role) select ${uuid(1, 'w')}, ${uuid(2, 'w')}, 'owner' from generate_series(1, ${WORKSPACES}) w;
    insert into flows (id, workspace_id, name, document) select ${uuid(3, 'w')}, ${uuid(1, 'w')}, 'Flow', '{}' from generate_series(1, ${WORKSPACES}) w;
    insert into calls (id, workspace_id, vapi_call_id, flow_id, status, started_at, ended_at, created_at, updated_at, cost)
      select ${uuid(4, `(w - 1) * ${CALLS} + c`)}, ${uuid(1, 'w')}, 'call-' || w || '-' || c, ${uuid(3, 'w')},
        case when c % 500 = 0 then 'in-progress' else 'ended' end, t, t + interval '2 minutes', t, t + interval '3 minutes',
        case when c % 250 = 0 then null else 0.1 end
      from generate_series(1, ${WORKSPACES}) w, generate_series(1, ${CALLS}) c, lateral (select now() - make_interval(mins => c * 40 + w)) as at (t);
    insert into call_turns (workspace_id, call_id, position, role, text)
      select workspace_id, id, 0, 'assistant', 'Hello' from calls;
    insert into call_events (workspace_id, call_id, vapi_call_id, type, dedupe_key, payload, received_at, projected_at)
      select workspace_id, id, vapi_call_id, 'status-update', vapi_call_id, '{}', created_at, now() from calls;
    set session_replication_role = origin;
    analyze;`)
    .simple();
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
