/** Keeps the sandbox's data in a file: whole or not at all, a moment after each change. Knows no Vapi. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { emptyState, RESOURCE_KINDS, type State } from './store.ts';

/** The saved data; empty when there is no file. A file that cannot be read is put aside, never overwritten. */
export function loadState(path: string): State {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return emptyState();
  }
  try {
    const state = JSON.parse(text) as State;
    if (state.format !== 1) throw new Error('another format');
    for (const kind of RESOURCE_KINDS) state.resources[kind] ??= {};
    return { ...emptyState(), ...state };
  } catch {
    renameSync(path, `${path}.unreadable`);
    return emptyState();
  }
}

export interface StateFile {
  /** Saves soon; many calls make one write. */
  schedule(): void;
  /** Resolves once everything changed so far is in the file. */
  flush(): Promise<void>;
}

/** Milliseconds between a change and its write. */
const PAUSE = 200;

export function createStateFile(path: string, state: () => State): StateFile {
  mkdirSync(dirname(path), { recursive: true });
  let timer: ReturnType<typeof setTimeout> | null = null;
  let dirty = false;
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    // A write that failed (a full disk) must not stop the next one.
    writing = writing
      .catch(() => undefined)
      .then(async () => {
        if (!dirty) return;
        dirty = false;
        await writeWhole(path, JSON.stringify(state()));
      });
    return writing;
  };
  return {
    schedule: () => {
      dirty = true;
      timer ??= setTimeout(() => write().catch(complain), PAUSE);
    },
    flush: write,
  };
}

function complain(error: unknown): void {
  process.stderr.write(`The sandbox could not save: ${String(error)}\n`);
}

/** A crash leaves the old file or the new one, never half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  const file = await open(beside, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
