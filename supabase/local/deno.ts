/** Finds and starts Deno from its npm package, with the project's own node_modules and no network for packages. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LocalProblem } from './problem.ts';
import { PROJECT_ROOT } from './settings.ts';

const CONFIG = join(PROJECT_ROOT, 'supabase/functions/deno.json');
/** Deno takes packages from node_modules as npm put them there: nothing is downloaded, no second lock file. */
const COMMON = ['--quiet', '--no-lock', '--node-modules-dir=manual'];

export const DENO_OPTIONS: readonly string[] = [...COMMON, '--config', CONFIG];

/** Types of Node's own modules are a package that only `package.json` names; a configuration elsewhere would hide it. */
export const DENO_CHECK_OPTIONS: readonly string[] = [...COMMON, '--import-map', CONFIG];

export function findDeno(): string {
  const here = createRequire(import.meta.url);
  const libc = process.platform === 'linux' ? '-glibc' : '';
  const platform = `@deno/${process.platform}-${process.arch}${libc}`;
  try {
    const main = here.resolve('deno/package.json');
    const installed = join(dirname(main), 'deno');
    if (existsSync(installed)) return installed;
    // The install script, which puts it there, may have been blocked.
    const own = join(dirname(createRequire(main).resolve(`${platform}/package.json`)), 'deno');
    if (existsSync(own)) return own;
  } catch {
    // The sentence below says it.
  }
  throw new LocalProblem(
    `There is no Deno for this machine in node_modules (${platform}). Run \`npm ci\` on this machine.`,
  );
}

/** The environment is exactly what is given: secrets of the shell do not reach Edge Functions. */
export function spawnDeno(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(findDeno(), args, {
    cwd: PROJECT_ROOT,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C in the terminal must reach us first, so that we end things in order.
    detached: true,
    env: { PATH, HOME, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', ...environment },
  });
}
