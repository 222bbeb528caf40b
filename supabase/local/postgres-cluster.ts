/** The data folder of the local Postgres and its password: made once, whole or not at all. Starts no server. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PostgresBinaries, unprivileged } from './postgres-binaries.ts';
import { LocalProblem } from './problem.ts';

/** Kept beside the data, readable by its owner only: other users of the machine can reach 127.0.0.1 too. */
export function readPassword(root: string): string {
  const file = join(root, 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  // Data without its password cannot be opened again; a start killed before `initialise` left none behind.
  if (existsSync(join(root, 'data'))) {
    throw new LocalProblem(
      `The password of the local database is gone (${file}). \`npm run reset\` starts afresh.`,
    );
  }
  const password = randomBytes(24).toString('hex');
  writeFileSync(`${file}.new`, password, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}

/** Into a folder beside it, then renamed: a killed start leaves either no data folder or a whole one. */
export async function initialise(
  binaries: PostgresBinaries,
  root: string,
  data: string,
  password: string,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(root)) {
    if (name.startsWith('data.new-'))
      rmSync(join(root, name), { recursive: true, force: true, maxRetries: 3 });
  }
  const fresh = `${data}.new-${process.pid}-${Date.now()}`;
  const args = ['-D', fresh, '-U', 'postgres', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'];
  // The password is 192 random bits: stretching it would only make every connection slower.
  args.push(`--pwfile=${join(root, 'password')}`, '-c', 'scram_iterations=1');
  if (!durable) args.push('--no-sync');
  const [program, words] = unprivileged(binaries.initdb, args);
  const { status, output } = await run(program, words);
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`Postgres could not make its data folder: ${output.replaceAll(password, '…').trim()}`);
  }
  renameSync(fresh, data);
}

function run(program: string, args: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}
