/**
 * Runs the code of a `code` tool in a worker of its own: no shared memory, no environment, a time limit, and the
 * sandbox's clock. This protects against mistakes in a flow, not against an attacker: the code is the owner's own.
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
const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const shift = workerData.now - Date.now();
class SandboxDate extends Date {
  constructor(...args) { if (args.length === 0) super(Date.now() + shift); else super(...args); }
  static now() { return Date.now() + shift; }
}
const context = vm.createContext({ args: workerData.args, env: workerData.env, Date: SandboxDate, Intl, URL, console: { log() {} } });
const source = '(async () => {' + workerData.code + '\\n})()';
Promise.resolve()
  .then(() => vm.runInContext(source, context))
  .then((value) => parentPort.postMessage({ ok: true, value: value === undefined ? null : JSON.parse(JSON.stringify(value)) }))
  .catch((error) => parentPort.postMessage({ ok: false, error: String(error && error.message || error) }));
`;

/** The value that the code returns, as JSON. Never rejects. */
export function runCode(run: CodeRun): Promise<CodeResult> {
  return new Promise((resolve) => {
    const worker = new Worker(PROGRAM, {
      eval: true,
      env: {},
      workerData: { code: run.code, args: run.args, env: run.env, now: run.now },
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    const finish = (result: CodeResult) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => finish({ ok: false, error: `timed out after ${run.timeoutSeconds} s` }),
      run.timeoutSeconds * 1000,
    );
    worker.once('message', (result: CodeResult) => finish(result));
    worker.once('error', (error) => finish({ ok: false, error: error.message }));
  });
}
