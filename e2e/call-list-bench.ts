/**
 * `npm run bench:calls`: the list of calls with a million rows in a thousand workspaces, beside a lookup by primary key in the same run.
 * `WORKSPACES` and `CALLS` for other sizes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { MIGRATIONS_FOLDER } from '../supabase/local/migrations.ts';
import { startPostgres } from '../supabase/local/postgres.ts';
import { makeSecrets } from '../supabase/local/secrets.ts';
import { createStack } from '../supabase/local/stack.ts';
import { fillWithCalls, idOf } from '../supabase/tests/many-calls.ts';

const WORKSPACES = Number(process.env.WORKSPACES ?? 1000);
const CALLS = Number(process.env.CALLS ?? 1000);
const ROUNDS = 200;
const PAGE = 50;
const GOALS: Readonly<Record<string, string>> = { 'traffic of 90 days': ' (goal <= 30)' };

const folder = mkdtempSync(join(tmpdir(), 'allokoli-bench-'));
const server = await startPostgres(folder, { durable: true });
try {
  await server.createDatabase('bench');
  const databaseUrl = server.url('bench');
  const stack = await createStack({
    databaseUrl,
    secrets: makeSecrets(),
    siteUrl: 'http://stack.local',
    migrations: MIGRATIONS_FOLDER,
  });
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await fillWithCalls(sql, WORKSPACES, CALLS);
  const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const month = new Date(Date.now() - 30 * 86_400_000);
  const list = (place: number, filter: postgres.JSONValue) =>
    sql`select * from list_calls(${idOf('workspace', place)}, ${idOf('person', place)}, ${sql.json(filter)}, ${PAGE})`;
  const traffic = (place: number, days: number) =>
    sql`select flow_traffic(${idOf('workspace', place)}, ${idOf('person', place)}, ${idOf('flow', place)}, null, ${new Date(Date.now() - days * 86_400_000)})`;
  const tasks = {
    'primary key': (place: number) =>
      sql`select id, caller, status, outcome, information, path, cost, created_at from calls where id = ${idOf('call', place * CALLS - 3)}`,
    'first page': (place: number) => list(place, {}),
    'page of a flow and outcome': (place: number) =>
      list(place, { flow: idOf('flow', place), outcome: 'transferred' }),
    'page of a week': (place: number) => list(place, { since }),
    'search of words': (place: number) => list(place, { text: 'ordonn' }),
    'search of a number': (place: number) => list(place, { text: '98 00 77' }),
    'sums of all': (place: number) =>
      sql`select sum_up_calls(${idOf('workspace', place)}, ${idOf('person', place)}, '{}', 'Europe/Paris')`,
    'report of a month': (place: number) =>
      sql`select report_calls(${idOf('workspace', place)}, ${idOf('person', place)}, '{}', 'Europe/Paris', ${month}, ${new Date()}, 30)`,
    'traffic of 7 days': (place: number) => traffic(place, 7),
    'traffic of 90 days': (place: number) => traffic(place, 90),
  };
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    // Another workspace each time: what was read before does not count.
    const place = 1 + ((round * 37) % WORKSPACES);
    for (const [name, task] of Object.entries(tasks)) {
      const begun = performance.now();
      const rows = await task(place);
      times[name]!.push(performance.now() - begun);
      if (rows.length === 0) throw new Error(`${name} found nothing in workspace ${place}`);
    }
  }
  const p95 = (name: string) => times[name]!.sort((one, other) => one - other)[Math.floor(ROUNDS * 0.95)]!;
  console.log(`calls: ${WORKSPACES * CALLS} in ${WORKSPACES} workspaces`);
  const base = p95('primary key');
  console.log(`primary key p95: ${base.toFixed(2)} ms`);
  for (const name of Object.keys(tasks).slice(1))
    console.log(`${name} p95 / primary key p95: ${(p95(name) / base).toFixed(1)}${GOALS[name] ?? ''}`);
  await sql.end();
  await stack.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
