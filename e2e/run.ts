/** `npm run test:e2e`: builds the app when needed and runs the browser journeys. Ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chooseFor, type Hosted, hasSandbox, hostedTarget } from './support/hosted.ts';

const ROOT = resolve(import.meta.dirname, '..');
const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

const hosted = readTarget();
if (hosted) {
  const { left } = chooseFor(await hasSandbox(hosted.appUrl));
  console.log(`The journeys run against ${hosted.appUrl}, with the account that was given. Not chosen:`);
  for (const sentence of left) console.log(`  ${sentence}`);
} else if (!process.env.E2E_SKIP_BUILD) {
  const built = spawnSync(bin('vite'), ['build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'allokoli-report-'));
const report = join(folder, 'report.json');
const ran = spawnSync(
  bin('vitest'),
  [
    'run',
    '--config',
    join(ROOT, 'e2e/vitest.config.ts'),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
  },
);
let passed = 0;
let failed = 0;
try {
  const counts = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  passed = counts.numPassedTests;
  failed = counts.numFailedTests || counts.numFailedTestSuites;
} catch {
  failed = 1;
}
rmSync(folder, { recursive: true, force: true });
if (ran.status !== 0 && failed === 0) failed = 1;
if (!hosted)
  console.log('Notice: ALLOKOLI_HOSTED_APP_URL is not set, so nothing ran against a deployed app.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function readTarget(): Hosted | null {
  try {
    return hostedTarget((name) => process.env[name]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
