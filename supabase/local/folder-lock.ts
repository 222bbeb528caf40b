/** One running stack for a data folder. The lock of a process that was killed counts for nothing. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalProblem } from './problem.ts';
import { commandLine } from './wait.ts';

interface Owner {
  readonly pid: number;
  /** Tells the process from a later one with the same number. */
  readonly command: string;
  /** Where the app is. */
  readonly address: string;
}

/** Who uses the folder now, if anybody else does. */
export function lockOwner(folder: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as Owner;
    const isOther = owner.pid !== process.pid && owner.command !== '';
    return isOther && commandLine(owner.pid) === owner.command ? owner : null;
  } catch {
    return null;
  }
}

/** Refuses when somebody else uses the folder. */
export function requireUnlocked(folder: string): void {
  const owner = lockOwner(folder);
  if (owner === null) return;
  throw new LocalProblem(
    `It runs already at ${owner.address} with the data of ${folder} (process ${owner.pid}). Stop that one with Ctrl-C in its terminal first.`,
  );
}

/** Gives back how to unlock it again. */
export function lockFolder(folder: string, address: string): () => void {
  requireUnlocked(folder);
  const file = join(folder, 'running.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner: Owner = { pid: process.pid, command: commandLine(process.pid), address };
  writeFileSync(file, JSON.stringify(owner));
  return () => rmSync(file, { force: true });
}
