/**
 * Runs the code of a `code` tool in a worker: no shared memory, no environment, a time limit, a context of its own, and the
 * sandbox's clock. A worker that has answered runs the next code, one that has not is ended. This protects against mistakes
 * in a flow, not against an attacker: the code is the owner's own.
 */
import { Worker } from 'node:worker_threads';

export interface CodeRun {
  readonly code: string;
  readonly args: unknown;
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch that `Date` shall give. */
  readonly now: number;
  readonly timeoutSeconds: number;
}

export type CodeResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };

const PROGRAM = `
const { parentPort } = require('node:worker_threads');
const vm = require('node:vm');
const clock = (now) => {
  const shift = now - Date.now();
  return class SandboxDate extends Date {
    constructor(...args) { if (args.length === 0) super(Date.now() + shift); else super(...args); }
    static now() { return Date.now() + shift; }
  };
};
parentPort.on('message', ({ code, args, env, now }) => {
  const context = vm.createContext({ args, env, Date: clock(now), Intl, URL, console: { log() {} } });
  const source = '(async () => {' + code + '\\n})()';
  Promise.resolve()
    .then(() => vm.runInContext(source, context))
    .then((value) => parentPort.postMessage({ ok: true, value: value === undefined ? null : JSON.parse(JSON.stringify(value)) }))
    .catch((error) => parentPort.postMessage({ ok: false, error: String(error && error.message || error) }));
});
`;

/** Workers that wait for code; more than a few are never needed at once. */
const idle: Worker[] = [];
const MOST_IDLE = 4;

function takeWorker(): Worker {
  const waiting = idle.pop();
  if (waiting) {
    waiting.ref();
    return waiting;
  }
  const worker = new Worker(PROGRAM, { eval: true, env: {}, resourceLimits: { maxOldGenerationSizeMb: 64 } });
  worker.on('error', () => {
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
  });
  return worker;
}

/** The value that the code returns, as JSON. Never rejects. */
export function runCode({ timeoutSeconds, ...run }: CodeRun): Promise<CodeResult> {
  return new Promise((resolve) => {
    const worker = takeWorker();
    const answered = (result: CodeResult) => finish(result, true);
    const broken = (error: Error) => finish({ ok: false, error: error.message }, false);
    const finish = (result: CodeResult, isFit: boolean) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', broken);
      if (isFit && idle.length < MOST_IDLE) {
        // Nobody waits for a worker that waits.
        worker.unref();
        idle.push(worker);
      } else void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(
      () => finish({ ok: false, error: `timed out after ${timeoutSeconds} s` }, false),
      timeoutSeconds * 1000,
    );
    worker.once('message', answered).once('error', broken).postMessage(run);
  });
}
