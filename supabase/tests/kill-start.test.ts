/** `npm start` may be killed at any moment: the next one comes up, and what was saved is there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLISHABLE_KEY } from '../local/secrets.ts';
import { PROJECT_ROOT } from '../local/settings.ts';
import { freePort, isAlive, sleep, waitForEnd } from '../local/wait.ts';
import './stack/harness.ts'; // Gives Node the WebSocket that supabase-js looks for.

const PATIENCE = 60_000;
const SEED = Number(process.env.ALLOKOLI_TEST_SEED ?? randomInt(1_000_000));

let folder: string;
let environment: NodeJS.ProcessEnv;
let origin: string;
/** The start that is up; each test hands it on to the next. */
let running: Start;
const started: Start[] = [];

interface Start {
  readonly process: ChildProcess;
  readonly pid: number;
  output: string;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allokoli-kill-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  origin = `http://127.0.0.1:${port}`;
  environment = {
    ...process.env,
    ALLOKOLI_PORT: String(port),
    ALLOKOLI_SANDBOX_PORT: String(sandboxPort),
    ALLOKOLI_DATA_DIR: folder,
  };
  // Vitest's own marks would tell vite.config.ts that this is a test run.
  for (const name of Object.keys(environment))
    if (/^(VITEST|TEST$|NODE_ENV$)/.test(name)) delete environment[name];
});

afterAll(async () => {
  for (const start of started) killGroup(start.pid);
  const server = Number(readFirstLine(join(folder, 'postgres/data/postmaster.pid')));
  if (server > 0) await waitForEnd(server, 10_000);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function readFirstLine(file: string): string {
  return existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[0] ?? '') : '';
}

/** Its own process group, like a command typed into a terminal. */
function start(): Start {
  const child = spawn('npm', ['start'], { cwd: PROJECT_ROOT, env: environment, detached: true });
  const self: Start = { process: child, pid: child.pid ?? 0, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      self.output += chunk;
    });
  }
  started.push(self);
  return self;
}

async function startAndWait(): Promise<Start> {
  const self = start();
  const deadline = Date.now() + PATIENCE;
  while (!self.output.includes('Ready after')) {
    if (self.process.exitCode !== null || Date.now() > deadline)
      throw new Error(`It did not come up:\n${self.output}`);
    await sleep(50);
  }
  return self;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = randomFrom(SEED);

const ACCOUNT = { email: 'ada@example.com', password: 'correct horse battery' };
const client = (): SupabaseClient =>
  createClient(origin, PUBLISHABLE_KEY, { auth: { persistSession: false, autoRefreshToken: false } });

async function signIn(): Promise<SupabaseClient> {
  const self = client();
  const { error } = await self.auth.signInWithPassword(ACCOUNT);
  if (error) throw error;
  return self;
}

async function saveFlow(self: SupabaseClient, name: string): Promise<void> {
  const { data: workspaces } = await self.from('workspaces').select('id');
  const row = { workspace_id: workspaces?.[0]?.id, name, document: { name } };
  const { error } = await self.from('flows').insert(row);
  if (error) throw new Error(JSON.stringify(error));
}

async function savedNames(self: SupabaseClient): Promise<string[]> {
  const { data, error } = await self.from('flows').select('name, document').order('created_at');
  if (error) throw new Error(JSON.stringify(error));
  return data.map((row) => (row.document as { name: string }).name);
}

test('killed while it starts on an empty folder', { timeout: 3 * PATIENCE }, async () => {
  console.log(`seed ${SEED} (ALLOKOLI_TEST_SEED repeats it)`);
  for (let round = 0; round < 3; round++) {
    const first = start();
    // From before the database is made to after the first migrations.
    await sleep(600 + random() * 2_000);
    killGroup(first.pid);
  }
  running = await startAndWait();
  const { error } = await client().auth.signUp(ACCOUNT);
  expect(error).toBeNull();
  await saveFlow(await signIn(), 'before all kills');
});

const WHOLE = 'the whole command';
const victims: [string, (self: Start) => number][] = [
  [WHOLE, (self) => -self.pid],
  ['npm alone', (self) => self.pid],
  ['the server alone', () => JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).pid],
  ['Postgres', () => Number(readFirstLine(join(folder, 'postgres/data/postmaster.pid')))],
];

test.each(victims)('%s is killed right after a save', { timeout: 3 * PATIENCE }, async (name, victim) => {
  const ada = await signIn();
  const before = await savedNames(ada);
  const postgres = Number(readFirstLine(join(folder, 'postgres/data/postmaster.pid')));
  await saveFlow(ada, name);
  process.kill(victim(running), 'SIGKILL');
  // Whoever lost only a part of it stops the rest by hand.
  if (name === 'Postgres') killGroup(running.pid);
  // Nothing of a killed start lives on.
  if (name === WHOLE) expect(await waitForEnd(postgres, 10_000)).toBe(true);

  running = await startAndWait();
  expect(await savedNames(await signIn())).toEqual([...before, name]);
});

test('Ctrl-C ends it and all that it started', { timeout: 2 * PATIENCE }, async () => {
  expect(await savedNames(await signIn())).toHaveLength(1 + victims.length);
  const postgres = Number(readFirstLine(join(folder, 'postgres/data/postmaster.pid')));
  expect(isAlive(postgres)).toBe(true);
  const ended = new Promise((resolve) => running.process.once('exit', resolve));
  process.kill(-running.pid, 'SIGINT');
  await ended;
  expect(isAlive(postgres)).toBe(false);
  expect(existsSync(join(folder, 'running.json'))).toBe(false);
  await expect(fetch(origin)).rejects.toThrow();
});
