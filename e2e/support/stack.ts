/** Serves the built app with a stack of its own: fresh data folder, free ports. Knows no test. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Stack {
  readonly appUrl: string;
  readonly dataFolder: string;
  /** Of its main process, from which all others come. */
  readonly pid: number;
  stop(): Promise<void>;
}

const STOP_PATIENCE = 20_000;

export async function startStack(): Promise<Stack> {
  if (!existsSync(join(ROOT, 'dist/index.html')))
    throw new Error('The app is not built. Run `npm run build` first, or `npm run test:e2e`, which does.');
  const dataFolder = mkdtempSync(join(tmpdir(), 'allokoli-e2e-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    ALLOKOLI_PORT: String(port),
    ALLOKOLI_SANDBOX_PORT: String(sandboxPort),
    ALLOKOLI_DATA_DIR: dataFolder,
  };
  // A test suite's own marker would make vite.config.ts leave the stack out.
  delete (env as Record<string, string | undefined>).VITEST;
  const server = spawn(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'preview'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  server.stdout.on('data', (chunk) => (log += chunk));
  server.stderr.on('data', (chunk) => (log += chunk));
  const appUrl = `http://127.0.0.1:${port}`;
  await waitFor(`${appUrl}/functions/v1/api/status`, () => log, server);
  return {
    appUrl,
    dataFolder,
    pid: server.pid ?? 0,
    stop: async () => {
      const closed = new Promise((done) => server.once('close', done));
      server.kill('SIGTERM');
      // A request that never ends would hold it; database and functions end by themselves when it is gone.
      const patience = setTimeout(() => server.kill('SIGKILL'), STOP_PATIENCE);
      await closed;
      clearTimeout(patience);
      rmSync(dataFolder, { recursive: true, force: true });
      if (process.env.E2E_LOG) process.stdout.write(log);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function waitFor(url: string, log: () => string, server: ReturnType<typeof spawn>): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    if (server.exitCode !== null) throw new Error(`The stack ended while it started:\n${log()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The stack did not start:\n${log()}`);
}
