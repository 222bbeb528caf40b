/** `npm start` is a chain of processes: npm, a shell, tsx, we. When the first is killed, the last must not live on. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { commandLine } from './wait.ts';

const PERIOD = 250;

/** Calls `onEnd` once, when a process between npm and us (both included) has gone. Does nothing without npm. */
export function watchNpm(onEnd: () => void): void {
  const chain = chainToNpm();
  if (chain.size === 0) return;
  const timer = setInterval(() => {
    for (const [pid, command] of chain) {
      if (commandLine(pid) === command) continue;
      clearInterval(timer);
      onEnd();
      return;
    }
  }, PERIOD);
  timer.unref();
}

/** Process numbers with their command lines, which tell them from later processes of the same number. */
function chainToNpm(): Map<number, string> {
  const chain = new Map<number, string>();
  if (process.env.npm_lifecycle_event === undefined) return chain;
  for (let pid = process.ppid; pid > 1 && chain.size < 6; pid = parentOf(pid)) {
    const command = commandLine(pid);
    chain.set(pid, command);
    if (/^npm |npm-cli\.js|\/npm /.test(command)) return chain;
  }
  return new Map();
}

function parentOf(pid: number): number {
  if (process.platform === 'linux') {
    try {
      // The name in brackets may contain anything; what follows the last bracket is: state, parent, …
      const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
      return Number(words?.[1] ?? 0);
    } catch {
      return 0;
    }
  }
  return Number(spawnSync('ps', ['-p', String(pid), '-o', 'ppid='], { encoding: 'utf8' }).stdout);
}
