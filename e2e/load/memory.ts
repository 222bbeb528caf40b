/** Memory of a process and of all that it began, by name; what several share is counted once (Linux), or wherever it is used. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Names of processes and megabytes. */
export type Sample = ReadonlyMap<string, number>;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly kilobytes: number;
  readonly command: string;
}

export function sampleMemory(root: number): Sample {
  const processes = listProcesses();
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  const sample = new Map<string, number>();
  for (const { pid, kilobytes, command } of processes) {
    const name = family.has(pid) ? nameOf(command) : null;
    if (name) sample.set(name, (sample.get(name) ?? 0) + (proportional(pid) ?? kilobytes) / 1024);
  }
  return sample;
}

/**
 * The least of each of `count` windows: what is left when a garbage collector has passed. Between two of its passes memory rises,
 * whether it leaks or not.
 */
export function floorsOf(values: readonly number[], count: number): number[] {
  const size = Math.max(1, Math.ceil(values.length / count));
  return Array.from({ length: Math.ceil(values.length / size) }, (_, window) =>
    Math.min(...values.slice(window * size, (window + 1) * size)),
  );
}

/** Megabytes a minute, by least squares; `minutes` between two samples. */
export function slopeOf(values: readonly number[], minutes: number): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _value, index) => sum + (index - middle) ** 2, 0);
  const rise = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  return spread === 0 ? 0 : rise / spread / minutes;
}

function listProcesses(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [pid = '', parent = '', kilobytes = '', ...command] = line.trim().split(/\s+/);
    return {
      pid: Number(pid),
      parent: Number(parent),
      kilobytes: Number(kilobytes),
      command: command.join(' '),
    };
  });
}

function nameOf(command: string): string | null {
  if (/\bdeno\b/.test(command)) return 'Edge Functions (Deno)';
  if (/postgres/.test(command)) return 'Postgres';
  if (/vite/.test(command)) return 'Auth, REST, sandbox and app (Node)';
  return null;
}

function proportional(pid: number): number | null {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes);
  } catch {
    return null;
  }
}
