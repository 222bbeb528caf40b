/**
 * Webhooks taken in on a real database, for the bench: signature, redaction, inbox and projection of whole calls, beside bare
 * `insert`s of the rows that they leave. In process: no sockets but the database's.
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import WebSocket from 'ws';
import { compileFlow } from '../src/kinds/registry.ts';
import { templates } from '../src/templates/registry.ts';
import { createDeps, type Deps } from '../supabase/functions/_shared/deps.ts';
import { handle } from '../supabase/functions/vapi-webhook/handler.ts';
import { secretsOf } from '../supabase/local/functions.ts';
import { MIGRATIONS_FOLDER } from '../supabase/local/migrations.ts';
import { startPostgres } from '../supabase/local/postgres.ts';
import { makeSecrets } from '../supabase/local/secrets.ts';
import { createStack } from '../supabase/local/stack.ts';

// supabase-js looks for it when a client is made; Node has had one since version 22.
Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? WebSocket });

const CALLS = 20;
const WARM_UP = 3;
const AT_ONCE = 8;

export interface IngestionFigures {
  /** One after another: what Vapi waits for. */
  readonly medianMilliseconds: number;
  readonly p99Milliseconds: number;
  /** Eight at once. */
  readonly eventsPerSecond: number;
  readonly insertsPerSecond: number;
  /** Time of an event in bare inserts of the rows that it left. */
  readonly ratio: number;
}

export async function measureIngestion(): Promise<IngestionFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'allokoli-bench-'));
  const server = await startPostgres(folder, { durable: true });
  try {
    await server.createDatabase('bench');
    const url = server.url('bench');
    const secrets = makeSecrets();
    const stack = await createStack({
      databaseUrl: url,
      secrets,
      siteUrl: 'http://stack.local',
      migrations: MIGRATIONS_FOLDER,
    });
    const sql = postgres(url, { max: AT_ONCE, onnotice: () => {} });
    const environment = secretsOf({
      origin: 'http://stack.local',
      secrets,
      vapi: {
        baseUrl: 'http://127.0.0.1:8787',
        apiKey: secrets.vapiApiKey,
        webhookSecret: secrets.webhookSecret,
        webhookCredentialId: secrets.webhookCredentialId,
        publicFunctionsUrl: 'http://stack.local/functions/v1',
      },
    });
    const deps = createDeps((name) => environment[name], {
      fetch: (input, init) => stack.fetch(new Request(input, init)),
      log: () => {},
    });
    try {
      await seed(sql);
      return await measure(sql, deps, secrets.webhookSecret);
    } finally {
      await sql.end();
      await stack.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A flow in service on a number. */
async function seed(sql: postgres.Sql): Promise<void> {
  const template = templates.find(({ id }) => id === 'appointment-booking') ?? templates[0]!;
  const document = template.build('fr', { name: 'Accueil' });
  const { manifest } = compileFlow(document, { mode: 'publish' });
  const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
  await sql`insert into workspaces (id, name) values (${id(1)}, 'Bench')`;
  await sql`insert into flows (id, workspace_id, name, document) values (${id(2)}, ${id(1)}, 'Accueil', ${sql.json(document as never)})`;
  await sql`insert into flow_versions (id, workspace_id, flow_id, number, document, content_hash)
    values (${id(3)}, ${id(1)}, ${id(2)}, 1, ${sql.json(document as never)}, 'hash')`;
  await sql`insert into phone_numbers (id, workspace_id, vapi_id, number, provider, state)
    values (${id(4)}, ${id(1)}, 'bench-number', '+33142685300', 'vapi', 'active')`;
  await sql`insert into deployments (id, workspace_id, flow_id, version_id, phone_number_id, state, plan, manifest)
    values (${id(5)}, ${id(1)}, ${id(2)}, ${id(3)}, ${id(4)}, 'live', '{}', ${sql.json(manifest as never)})`;
  await sql`update phone_numbers set deployment_id = ${id(5)}, flow_id = ${id(2)}`;
}

const LINES = [
  ['bot', 'Bonjour, je suis l’assistant automatique du cabinet. Que puis-je faire pour vous ?'],
  ['user', 'Bonjour, je voudrais un rendez-vous.'],
  ['bot', 'À quel nom, s’il vous plaît ?'],
  [
    'user',
    'Jeanne Martin, et mon numéro est le zéro six douze trente-quatre cinquante-six soixante-dix-huit.',
  ],
  ['bot', 'Merci. Pour quel motif ?'],
  ['user', 'Une visite de contrôle, demain matin vers dix heures si c’est possible.'],
  ['bot', 'C’est noté. Au revoir.'],
] as const;

/** As many events as Vapi sends by default for a call. */
function eventsOf(index: number): string[] {
  const start = Date.UTC(2026, 10, 30, 9) + index * 1000;
  const call = { id: `bench-${index}`, phoneNumberId: 'bench-number', customer: { number: '+33612345678' } };
  const messages = LINES.map(([role, message], line) => ({ role, message, secondsFromStart: line * 4 }));
  const report = {
    type: 'end-of-call-report',
    endedReason: 'customer-ended-call',
    cost: 0.1,
    artifact: { messages },
  };
  return [
    { type: 'status-update', status: 'ringing' },
    { type: 'status-update', status: 'in-progress' },
    ...LINES.map(([role, transcript]) => ({ type: 'transcript', transcriptType: 'final', role, transcript })),
    { type: 'status-update', status: 'ended' },
    report,
  ].map((each, second) => JSON.stringify({ message: { timestamp: start + second * 1000, call, ...each } }));
}

async function measure(sql: postgres.Sql, deps: Deps, secret: string): Promise<IngestionFigures> {
  const send = async (body: string) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const headers = { 'x-timestamp': timestamp, 'x-signature': mac };
    const request = new Request('http://stack.local/vapi-webhook', { method: 'POST', body, headers });
    const { status } = await handle(request, deps);
    if (status !== 200) throw new Error(`a webhook was answered with ${status}`);
  };
  const calls = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => eventsOf(from + index));
  for (const body of calls(0, WARM_UP).flat()) await send(body);
  const alone = calls(WARM_UP, CALLS).flat();
  const times: number[] = [];
  for (const body of alone) times.push(await timed(() => send(body)));
  times.sort((one, other) => one - other);
  const together = calls(WARM_UP + CALLS, CALLS);
  const seconds =
    (await timed(() =>
      inTurns(together, async (events) => {
        for (const body of events) await send(body);
      }),
    )) / 1000;
  const inserts = await insertBarely(sql);
  return {
    medianMilliseconds: times[Math.floor(times.length / 2)]!,
    p99Milliseconds: times[Math.floor(times.length * 0.99)]!,
    eventsPerSecond: (together.length * together[0]!.length) / seconds,
    insertsPerSecond: 1000 / inserts.milliseconds,
    ratio:
      times.reduce((sum, time) => sum + time, 0) /
      times.length /
      (inserts.milliseconds * inserts.rowsOfEvent),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

/** The rows that are there now, one statement each, into tables of the same shape with the same indexes. */
async function insertBarely(sql: postgres.Sql): Promise<{ milliseconds: number; rowsOfEvent: number }> {
  const TABLES = ['call_events', 'calls', 'call_turns'] as const;
  let count = 0;
  let spent = 0;
  for (const table of TABLES) {
    const bare = sql(`bare_${table}`);
    await sql`create table ${bare} (like ${sql(table)} including all)`;
    const columns = await sql`select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
    const rows = await sql`select ${sql(columns.map(({ name }) => name as string))} from ${sql(table)}`;
    count += rows.length;
    const statement = (row: postgres.Row) => sql`insert into ${bare} ${sql(row as Record<string, never>)}`;
    spent += await timed(async () => {
      for (const row of rows) await statement(row);
    });
  }
  const [events] = await sql`select count(*)::int as count from call_events`;
  return { milliseconds: spent / count, rowsOfEvent: count / (events?.count as number) };
}
