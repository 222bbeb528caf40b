/** The app with its whole stack on this machine, until Ctrl-C. `start.mjs` checks Node and the packages first. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { lockOwner, requireUnlocked } from './folder-lock.ts';
import { type Lease, leaseServices } from './lease.ts';
import { watchNpm } from './npm-parent.ts';
import { explain, LocalProblem } from './problem.ts';
import { type LocalSettings, PROJECT_ROOT, readSettings } from './settings.ts';
import { isPortTaken, sleep } from './wait.ts';

/** Ends the process when it cannot start. */
export async function run(): Promise<void> {
  const parts: Running = {};
  try {
    const settings = readSettings();
    await waitForEarlierStart(settings);
    requireUnlocked(settings.dataFolder);
    await checkPorts(settings);
    endOnSignal(parts);
    await start(settings, parts);
    printBanner(settings);
  } catch (error) {
    console.error(`\n  AlloKoli cannot start. ${explain(error)}\n`);
    await end(parts);
    process.exit(1);
  }
}

interface Running {
  lease?: Lease;
  server?: ViteDevServer;
}

/** The database comes up while the packages of the page are bundled: a machine has two cores at least. */
async function start(settings: LocalSettings, parts: Running): Promise<void> {
  parts.lease = await leaseServices(settings);
  const { ready } = parts.lease.services;
  // A database that cannot start is told at once, not after the bundling.
  await Promise.race([preparePackages(settings), ready.then(() => new Promise<never>(() => {}))]);
  parts.server = await createServer({
    root: PROJECT_ROOT,
    configFile: join(PROJECT_ROOT, 'vite.config.ts'),
    // Without it Vite writes a bundled copy into node_modules, which may be somebody else's.
    configLoader: 'runner',
    logLevel: 'warn',
    clearScreen: false,
  });
  await parts.server.listen();
  await ready;
}

/** Only the first time, or after an update; whatever goes wrong here, Vite's server does it again and says so. */
function preparePackages({ dataFolder }: LocalSettings): Promise<void> {
  const prepared = changeTime(join(dataFolder, 'vite/deps/_metadata.json'));
  const sources = ['package-lock.json', 'vite.config.ts'].map((file) => changeTime(join(PROJECT_ROOT, file)));
  if (prepared > Math.max(...sources)) return Promise.resolve();
  console.log('\n  First start: preparing the packages of the page…');
  return new Promise((resolve) => {
    const program = join(PROJECT_ROOT, 'supabase/local/prepare-packages.mjs');
    const child = spawn(process.execPath, [program], { cwd: PROJECT_ROOT, stdio: 'ignore' });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

function changeTime(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** One whose npm was killed is just ending; it needs a moment to stop its database. */
async function waitForEarlierStart({ dataFolder }: LocalSettings): Promise<void> {
  for (let waited = 0; waited < 3_000 && lockOwner(dataFolder) !== null; waited += 100) await sleep(100);
}

async function checkPorts({ port, sandboxPort, vapi }: LocalSettings): Promise<void> {
  const needed: [number, string, string][] = [[port, 'the app', 'ALLOKOLI_PORT']];
  if (vapi === null) needed.push([sandboxPort, 'the telephone sandbox', 'ALLOKOLI_SANDBOX_PORT']);
  for (const [number, purpose, name] of needed) {
    if (!(await isPortTaken(number))) continue;
    throw new LocalProblem(
      `Port ${number}, meant for ${purpose}, is in use by another program. End that program, or choose another port: ${name}=${number + 1000} npm start`,
    );
  }
}

let ending = false;
function endOnSignal(parts: Running): void {
  const onSignal = () => {
    if (ending) return;
    ending = true;
    console.log('\nStopping…');
    void end(parts).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  watchNpm(onSignal);
}

async function end({ server, lease }: Running): Promise<void> {
  // Open pages keep connections; the server would wait for them.
  await Promise.race([server?.close().catch(() => {}), sleep(5_000)]);
  await lease?.release();
}

function printBanner(settings: LocalSettings): void {
  const seconds = (performance.now() / 1000).toFixed(1);
  const telephone = settings.vapi
    ? `real Vapi account at ${settings.vapi.baseUrl}: calls cost money`
    : `sandbox: no real phone line, no account${settings.model ? '' : ', no key'}`;
  const player = settings.model
    ? `${settings.model.name} at ${settings.model.baseUrl}`
    : 'a simple scripted model';
  console.log(`
  AlloKoli runs at  http://127.0.0.1:${settings.port}/

  Telephone         ${telephone}${settings.vapi ? '' : `\n  Conversations     ${player}`}
  Mails             http://127.0.0.1:${settings.port}/_mail  (caught, never sent)
  Your data         ${settings.dataFolder}  (npm run reset empties it)
  Stop              Ctrl-C

  Ready after ${seconds} s.
`);
}
