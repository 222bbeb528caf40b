/** The local Postgres comes up whatever an earlier start left behind, and stops only what is its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../local/postgres.ts';
import { LocalProblem } from '../../local/problem.ts';
import { PROJECT_ROOT } from '../../local/settings.ts';
import { isAlive, waitForEnd } from '../../local/wait.ts';

let folder: string;
let running: RunningPostgres[];
let strangers: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allokoli-postgres-'));
  running = [];
  strangers = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  for (const stranger of strangers) stranger.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(durable = false): Promise<RunningPostgres> {
  const server = await startPostgres(folder, { durable });
  running.push(server);
  return server;
}

async function ask(server: RunningPostgres, statement: string): Promise<unknown[]> {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  return sql.unsafe(statement).finally(() => sql.end());
}

const pidFile = () => join(folder, 'data/postmaster.pid');

test('is version 17, listens on this machine only and wants its password', async () => {
  const server = await start();
  const [version] = (await ask(server, 'show server_version_num')) as { server_version_num: string }[];
  expect(version?.server_version_num).toMatch(/^17/);
  const [addresses] = (await ask(server, 'show listen_addresses')) as { listen_addresses: string }[];
  expect(addresses?.listen_addresses).toBe('127.0.0.1');
  const stranger = postgres(`postgres://postgres:wrong@127.0.0.1:${server.port}/postgres`, { max: 1 });
  await expect(stranger`select 1`).rejects.toMatchObject({ code: '28P01' });
});

test('keeps its rows, and its durability, over a restart', async () => {
  const first = await start(true);
  await ask(first, 'create table kept (id integer); insert into kept values (7)');
  await first.stop();
  const second = await start(true);
  expect(await ask(second, 'select id from kept')).toEqual([{ id: 7 }]);
  expect(await ask(second, 'show fsync')).toEqual([{ fsync: 'on' }]);
});

test('a copy of a template has its rows', async () => {
  const server = await start();
  await server.createDatabase('template_here');
  const template = postgres(server.url('template_here'), { max: 1, onnotice: () => {} });
  await template`create table copied as select 7 as id`;
  await template.end();
  await server.createDatabase('copy_here', 'template_here');
  const copy = postgres(server.url('copy_here'), { max: 1 });
  expect(await copy`select id from copied`).toEqual([{ id: 7 }]);
  await copy.end();
});

test('what a killed initdb left is swept away', async () => {
  const left = join(folder, 'data.new-1-1/base');
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, 'half'), 'of a file');
  await start();
  expect(readdirSync(folder).sort()).toEqual(['data', 'password']);
});

test('a server that outlived its parent is stopped, and its rows are there', async () => {
  const orphan = await start();
  await ask(orphan, 'create table kept as select 7 as id');
  const next = await start();
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await ask(next, 'select id from kept')).toEqual([{ id: 7 }]);
});

test('a number that now belongs to another program stops nobody and hinders nothing', async () => {
  const first = await start();
  await first.stop();
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  strangers.push(stranger);
  const lines = [
    stranger.pid,
    join(folder, 'data'),
    Math.round(Date.now() / 1000),
    first.port,
    '',
    '127.0.0.1',
    '',
    '',
  ];
  writeFileSync(pidFile(), lines.join('\n'));
  await start();
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
});

test('a server of another folder is left alone', async () => {
  const first = await start();
  const other = mkdtempSync(join(tmpdir(), 'allokoli-postgres-'));
  mkdirSync(join(other, 'data'), { recursive: true });
  writeFileSync(join(other, 'password'), 'x');
  writeFileSync(join(other, 'data/postmaster.pid'), `${first.pid}\n`);
  await expect(startPostgres(other, { durable: false })).rejects.toThrow();
  expect(isAlive(first.pid)).toBe(true);
  rmSync(other, { recursive: true, force: true });
});

test('data without their password are refused with a sentence', async () => {
  const first = await start();
  await first.stop();
  rmSync(join(folder, 'password'));
  await expect(startPostgres(folder, { durable: false })).rejects.toThrow(LocalProblem);
  await expect(startPostgres(folder, { durable: false })).rejects.toThrow(/npm run reset/);
});

test('ends by itself when its parent is killed', async () => {
  const script = join(folder, 'parent.mts');
  writeFileSync(
    script,
    `import { startPostgres } from '${join(PROJECT_ROOT, 'supabase/local/postgres.ts')}';
     await startPostgres('${folder}', { durable: true });
     process.kill(process.pid, 'SIGKILL');`,
  );
  const parent = spawn('node', ['--import', 'tsx', script], { cwd: PROJECT_ROOT, stdio: 'ignore' });
  await new Promise((resolve) => parent.once('exit', resolve));
  const pid = existsSync(pidFile()) ? Number(readFileSync(pidFile(), 'utf8').split('\n')[0]) : 0;
  if (pid > 0) expect(await waitForEnd(pid, 10_000)).toBe(true);
  expect(existsSync(join(folder, 'data/PG_VERSION'))).toBe(true);
});
