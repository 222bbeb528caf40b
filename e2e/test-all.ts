/** `npm test`: every check there is, in order, then a table and the line `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findChromium } from './chromium.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Count {
  readonly kind: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What failed, each with the first line of why. */
  readonly failures?: readonly string[];
}

interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a program of node_modules; its output is shown and given back. `later`: shown as a whole once it ended. */
function run(
  title: string,
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  later = false,
): Promise<Outcome> {
  if (!later) console.log(`\n── ${title}`);
  const begun = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(join(ROOT, 'node_modules/.bin', program), args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const pass = (chunk: Buffer, to: NodeJS.WriteStream) => {
      output += chunk;
      if (!later) to.write(chunk);
    };
    const end = (status: number) => {
      if (later) console.log(`\n── ${title}\n${output}`);
      resolve({ status, output, seconds: (performance.now() - begun) / 1000 });
    };
    child.stdout.on('data', (chunk) => pass(chunk, process.stdout));
    child.stderr.on('data', (chunk) => pass(chunk, process.stderr));
    child.once('error', (error) => {
      output += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** A check that passes or fails as a whole. */
async function check(kind: string, program: string, args: string[], later = false): Promise<Count[]> {
  const { status, seconds } = await run(kind, program, args, {}, later);
  return [{ kind, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds }];
}

/** Two at a time: one may wait for the disk while the other works. */
async function quickChecks(): Promise<Count[]> {
  const [first, second] = await Promise.all([
    inTurn(['format and lint (Biome)', 'biome', ['check', '.']], ['types (tsc)', 'tsc', ['--noEmit']]),
    inTurn(
      ['unused files, exports and packages (knip)', 'knip', []],
      ['types in Deno', 'tsx', ['supabase/local/deno-check.ts']],
    ),
  ]);
  return [...first, ...second];
}

async function inTurn(...checks: readonly [string, string, string[]][]): Promise<Count[]> {
  const counts: Count[] = [];
  for (const one of checks) counts.push(...(await check(...one, true)));
  return counts;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

const KINDS: readonly [RegExp, string][] = [
  [/^src\/architecture\.test\.ts$/, 'architecture'],
  [/^supabase\/tests\/rls\//, 'row-level security (SQL)'],
  [/^supabase\/tests\//, 'local stack and migrations'],
  [/^supabase\/functions\//, 'Edge Functions'],
  [/\.db\.test\.ts$/, 'database'],
  [/\.property\.test\.ts$/, 'properties'],
  [/\.test\.tsx$/, 'components'],
  [/^src\/vapi\/sandbox\//, 'sandbox'],
];

function kindOf(file: string): string {
  return KINDS.find(([pattern]) => pattern.test(file))?.[1] ?? 'units';
}

async function runVitest(): Promise<Count[]> {
  const folder = mkdtempSync(join(tmpdir(), 'allokoli-report-'));
  const file = join(folder, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status, output, seconds } = await run('tests (Vitest)', 'vitest', args, vapiDescription());
  const counts = existsSync(file) ? countVitest(JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : [];
  rmSync(folder, { recursive: true, force: true });
  // An error outside of any test fails the run too.
  if (status === 0 || counts.some(({ failed }) => failed > 0)) return counts;
  return [
    ...counts,
    { kind: 'test run itself', passed: 0, failed: 1, seconds, failures: outsideOfTests(output) },
  ];
}

/** What Vitest printed of errors that belong to no test: where it found them, and the first lines of each. */
function outsideOfTests(output: string): string[] {
  const lines = output.split('\n').map(stripVTControlCharacters);
  const heads = lines.flatMap((line, at) => (/Unhandled|This error originated in/.test(line) ? [at] : []));
  return heads.flatMap((at) => lines.slice(at, at + 4)).filter((line) => line.trim() !== '');
}

function countVitest(report: VitestReport): Count[] {
  const counts = new Map<string, Count>();
  for (const file of report.testResults) {
    const name = relative(ROOT, file.name);
    const kind = kindOf(name);
    const before = counts.get(kind) ?? { kind, passed: 0, failed: 0, seconds: 0 };
    const number = (status: string) => file.assertionResults.filter((test) => test.status === status).length;
    const failed = number('failed');
    // A file that cannot be loaded has no test to fail.
    const broken = file.status === 'failed' && failed === 0 ? 1 : 0;
    const failures = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
    if (broken) failures.push(`${name}: ${firstLine(file.message)}`);
    counts.set(kind, {
      kind,
      passed: before.passed + number('passed'),
      failed: before.failed + failed + broken,
      seconds: before.seconds + Math.max(0, file.endTime - file.startTime) / 1000,
      failures: [...(before.failures ?? []), ...failures],
    });
  }
  return [...counts.values()].sort((one, other) => one.kind.localeCompare(other.kind));
}

function firstLine(text = ''): string {
  return text.trim().split('\n', 1)[0]!.slice(0, 300);
}

/** Vapi's own API description is not ours to hand out; where it lies beside the checkout, payloads are held against it. */
function vapiDescription(): NodeJS.ProcessEnv {
  const given = process.env.VAPI_OPENAPI;
  if (given) return { VAPI_OPENAPI: given };
  const file = join(ROOT, '../shared/vapi/openapi.json');
  if (existsSync(file)) return { VAPI_OPENAPI: file };
  console.log(
    "\nNotice: Vapi's API description is not here, so payloads are checked against our own contract and Vapi's types only. VAPI_OPENAPI=<openapi.json> checks them against it too.",
  );
  return {};
}

async function runJourneys(): Promise<Count[]> {
  const kind = 'browser journeys';
  const browser = findChromium();
  if ('problem' in browser) {
    console.error(`\n── ${kind}\n${browser.problem}`);
    return [{ kind, passed: 0, failed: 1, seconds: 0 }];
  }
  const { status, output, seconds } = await run(kind, 'tsx', ['e2e/run.ts'], {
    ALLOKOLI_CHROMIUM: browser.path,
    E2E_SKIP_BUILD: '1',
  });
  const failures = [...new Set(output.split('\n').map(stripVTControlCharacters))]
    .filter((line) => /^ FAIL /.test(line))
    .map((line) => line.replace(/^ FAIL +/, '').trim());
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/.exec(last.trim()) ?? [];
  const unexplained = status !== 0 && Number(failed) === 0 ? 1 : 0;
  // Silence is no success.
  const nothing = status === 0 && Number(passed) === 0 ? 1 : 0;
  return [
    { kind, passed: Number(passed), failed: Number(failed) + unexplained + nothing, seconds, failures },
  ];
}

function printTable(counts: readonly Count[]): void {
  const width = Math.max(...counts.map(({ kind }) => kind.length));
  console.log(`\n${'kind'.padEnd(width)}  passed  failed  seconds`);
  for (const { kind, passed, failed, seconds } of counts) {
    const cells = [String(passed).padStart(6), String(failed).padStart(6), seconds.toFixed(1).padStart(7)];
    console.log(`${kind.padEnd(width)}  ${cells.join('  ')}`);
  }
}

const counts = [
  ...(await quickChecks()),
  ...(await runVitest()),
  ...(await check('build', 'vite', ['build'])),
  ...(await check('bytes of each route', 'tsx', ['e2e/bundle-budget.ts'])),
  ...(await runJourneys()),
];
printTable(counts);
const failures = counts.flatMap((count) => count.failures ?? []);
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
const total = (key: 'passed' | 'failed') => counts.reduce((sum, count) => sum + count[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
