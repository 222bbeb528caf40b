/**
 * A real Postgres 17 in a folder: no Docker, no system install, as root or not. Survives `kill -9` of its parent at
 * any moment. Knows nothing of Supabase.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { findPostgres, type PostgresBinaries, unprivileged } from './postgres-binaries.ts';
import { initialise, readPassword } from './postgres-cluster.ts';
import { LocalProblem } from './problem.ts';
import { commandLine, endChild, freePort, isAlive, sleep, waitForEnd } from './wait.ts';

export interface RunningPostgres {
  readonly port: number;
  readonly pid: number;
  /** Superuser's address of a database, password included. */
  url(database: string): string;
  /** A copy of `template` when given; the template must have no open connection. */
  createDatabase(name: string, template?: string): Promise<void>;
  /** Resolves when it has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** True keeps every committed row through a power cut; false is faster, for tests. */
  readonly durable: boolean;
}

export async function startPostgres(folder: string, options: PostgresOptions): Promise<RunningPostgres> {
  const root = resolve(folder);
  const data = join(root, 'data');
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const binaries = findPostgres();
  const password = readPassword(root);
  await stopStale(data);
  if (!existsSync(data)) await initialise(binaries, root, data, password, options.durable);
  const { child, port } = await startServer(binaries, data, options);
  return handle(child, port, password);
}

/** A start that was killed may have left its Postgres running. It is stopped only if it truly serves this folder. */
async function stopStale(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!commandLine(pid).includes(`-D ${data} `)) {
    // The number now belongs to another program; Postgres would refuse to start because of it.
    rmSync(file, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (await waitForEnd(pid, 10_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await waitForEnd(pid, 5_000))) {
    throw new LocalProblem(`An earlier Postgres (process ${pid}) does not end. End it, then start again.`);
  }
}

function serverArguments(data: string, port: number, options: PostgresOptions): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=64MB',
    'max_connections=80',
    'log_checkpoints=off',
  ];
  if (!options.durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

async function startServer(binaries: PostgresBinaries, data: string, options: PostgresOptions) {
  let log = '';
  for (let attempt = 1; attempt <= 20; attempt++) {
    const port = await freePort();
    const [program, args] = unprivileged(binaries.postgres, serverArguments(data, port, options));
    // Its own process group: Ctrl-C in the terminal must reach us first, so that we end things in order.
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    const outcome = await waitUntilReady(child);
    if (outcome.ready) {
      endWithParent(child);
      return { child, port };
    }
    log = outcome.log;
    // The port was taken meanwhile, or workers of a postmaster that was killed are still ending.
    if (!/Address already in use|shared memory block|is still in use|lock file/.test(log)) break;
    await sleep(250);
  }
  throw new Error(`Postgres does not start:\n${log.trim()}`);
}

function waitUntilReady(child: ChildProcess): Promise<{ ready: boolean; log: string }> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.once('error', reject);
    child.once('exit', () => resolve({ ready: false, log }));
    child.stderr?.on('data', (chunk) => {
      log = (log + chunk).slice(-4000);
      if (log.includes('ready to accept connections')) resolve({ ready: true, log });
    });
  });
}

/** A shell that reads from us and stops Postgres when we are gone, however we went; it costs one small process. */
function endWithParent(server: ChildProcess): void {
  const script = 'cat >/dev/null; kill -INT "$0" 2>/dev/null';
  const watcher = spawn('sh', ['-c', script, String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.on('error', () => {}); // Without it the next start stops what is left.
  watcher.stdin?.on('error', () => {});
  watcher.unref();
  server.once('exit', () => {
    // The whole group, `cat` included: the number of the ended server may soon be another program's.
    if (watcher.pid !== undefined) endGroup(watcher.pid);
  });
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function handle(child: ChildProcess, port: number, password: string): RunningPostgres {
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const stopNow = () => child.kill('SIGINT');
  // A parent that ends without calling `stop` does not wait for promises.
  process.once('exit', stopNow);
  child.once('exit', () => process.off('exit', stopNow));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= endChild(child, 'SIGINT');
    return stopped;
  };
  return {
    port,
    pid: child.pid ?? 0,
    url,
    ended,
    stop,
    createDatabase: async (name, template) => {
      const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} });
      // file_copy: with an unlogged copy of small files a new database takes some 40 ms.
      const source = template === undefined ? '' : ` template "${template}" strategy = file_copy`;
      await sql.unsafe(`create database "${name}"${source}`).finally(() => sql.end());
    },
  };
}
