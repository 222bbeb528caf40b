/** The secrets of the README, given by the official CLI to a stand-in of the management API: the names are right and nothing is missing. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../../src/environment/faults.ts';
import { VARIABLES, type VariableName } from '../../src/environment/variables.ts';
import { PROJECT_ROOT } from '../local/settings.ts';
import { type ManagementApi, openManagementApi } from './management-api.ts';

const CLI = 'supabase@3.1.0';
const PATIENCE = 300_000;
/** In place of what the README leaves open. */
const SAMPLES: Readonly<Record<string, string>> = {
  VAPI_API_KEY: 'key',
  VAPI_WEBHOOK_SECRET: 'secret',
  VAPI_WEBHOOK_CREDENTIAL_ID: 'credential',
  CRON_SECRET: 'cron-secret',
  ENCRYPTION_KEYS: `2026:${btoa('k'.repeat(32))}`,
};

/** As step 3 has them. */
function secretsOfReadme(): Record<string, string> {
  const readme = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
  const [, command = ''] = /secrets set (VAPI_API_KEY=[\s\S]*?)\n\s*```/.exec(readme) ?? [];
  return Object.fromEntries(
    [...command.matchAll(/\b([A-Z_]+)=(\S+)/g)].map(([, name = '', value = '']) => [
      name,
      SAMPLES[name] ?? value.replace('REF', 'abcdefghijklmnopqrst'),
    ]),
  );
}

let folder: string;
let api: ManagementApi;
beforeAll(async () => {
  api = await openManagementApi();
  folder = mkdtempSync(join(tmpdir(), 'allokoli-secrets-'));
});
afterAll(() => {
  api.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what the README sets is what a hosted installation needs', () => {
  const secrets = secretsOfReadme();
  const names = Object.keys(secrets);
  expect(names).toContain('ENCRYPTION_KEYS');
  expect(names.filter((name) => VARIABLES[name as VariableName]?.part !== 'functions')).toEqual([]);
  const faults = findFaults('functions', (name) => secrets[name], { isHosted: true });
  expect(faults.filter(({ name }) => VARIABLES[name].setBy === undefined)).toEqual([]);
});

test('secrets set hands over exactly those', { timeout: PATIENCE }, async () => {
  const secrets = secretsOfReadme();
  const profile = join(folder, 'profile.yaml');
  const keys = ['api_url', 'dashboard_url', 'docs_url'].map((key) => `${key}: ${api.url}`);
  writeFileSync(profile, ['name: here', ...keys, 'project_host: 127.0.0.1'].join('\n'));
  const file = join(folder, 'secrets.env');
  writeFileSync(
    file,
    Object.entries(secrets)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  );
  const args = [
    'secrets',
    'set',
    '--env-file',
    file,
    '--remote=abcdefghijklmnopqrst',
    '--yes',
    '--profile',
    profile,
  ];
  const env = {
    ...process.env,
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
    SUPABASE_ACCESS_TOKEN: `sbp_${'0'.repeat(40)}`,
  };
  const { status, output } = await new Promise<{ status: number; output: string }>((resolve) => {
    execFile('npx', ['--yes', CLI, ...args], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ status: error ? 1 : 0, output: stdout + stderr }),
    );
  });
  expect(status, output).toBe(0);
  expect(Object.fromEntries(api.secrets)).toEqual(secrets);
});
