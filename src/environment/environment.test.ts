/** The list of environment variables: it holds whatever the product reads, and the README's tables hold the list. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFaults, sayFault } from './faults.ts';
import { environmentTables } from './table.ts';
import { namesOf, type Part, VARIABLES, type VariableName, type VariableOf } from './variables.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Of the machine and of its programs, not of AlloKoli. */
const FOREIGN = new Set(['LANG', 'PATH', 'HOME', 'VITEST', 'DEV', 'NODE_ENV']);
/** Names of the settings in code, however they are read. */
const READ =
  /(?:process\.env|import\.meta\.env|environment|settings)\??\.([A-Z][A-Z_0-9]+)\b|(?:Deno\.env\.get|environment|isSet)\(\s*'([A-Z][A-Z_0-9]+)'|need\(environment, '([A-Z][A-Z_0-9]+)'|\b((?:ALLOKOLI|VITE)_[A-Z_0-9]+)\b/g;

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /node_modules|^src\/environment$/.test(path) ? [] : walk(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

const all = [...walk('src'), ...walk('supabase'), ...walk('e2e'), 'vite.config.ts'];
const product = all.filter((path) => !/\.test\.tsx?$|^e2e\/|^supabase\/tests\/|\/testing\//.test(path));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function read<Of extends Part>(part: Of, values: Partial<Record<VariableOf<Of>, string>>, isHosted = false) {
  return findFaults(part, (name) => values[name], { isHosted }).map(({ type, name }) => `${name} ${type}`);
}

describe('the list', () => {
  it('holds every name that product code reads', () => {
    const strange = product.flatMap((path) =>
      [...textOf(path).matchAll(READ)]
        .map(([, a, b, c, d]) => (a ?? b ?? c ?? d)!)
        .filter((name) => !FOREIGN.has(name) && !(name in VARIABLES))
        .map(
          (name) =>
            `${relative(ROOT, join(ROOT, path))} reads ${name}: give it a row in src/environment/variables.ts`,
        ),
    );
    expect(strange).toEqual([]);
  });

  it('holds no name that nobody reads', () => {
    const texts = all.map(textOf).join('\n');
    expect(Object.keys(VARIABLES).filter((name) => !new RegExp(`\\b${name}\\b`).test(texts))).toEqual([]);
  });

  it('names only what is listed as a condition', () => {
    const named = Object.values(VARIABLES).flatMap(({ needed }) => [
      ...(needed?.with ?? []),
      ...(needed?.unless ?? []),
    ]);
    expect(named.filter((name) => !(name in VARIABLES))).toEqual([]);
  });

  it.each(['en', 'fr'] as const)('is what the README holds (%s)', (language) => {
    const readme = textOf(language === 'en' ? 'README.md' : 'README.fr.md');
    // Printed by `npm run -s environment -- --table en`.
    expect(readme).toContain(environmentTables(language));
    const rows = [...readme.matchAll(/^\| `([A-Z][A-Z_0-9]+)` \|/gm)].map(([, name]) => name!);
    expect(rows.toSorted()).toEqual(Object.keys(VARIABLES).toSorted());
  });
});

const SUPABASE = {
  SUPABASE_URL: 'https://abc.supabase.co',
  SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_1"}',
  SUPABASE_SECRET_KEYS: '{"default":"sb_secret_1"}',
};
const HOSTED = {
  ...SUPABASE,
  PUBLIC_FUNCTIONS_URL: 'https://abc.supabase.co/functions/v1',
  APP_ORIGINS: 'https://app.example.com, https://www.example.com',
  CRON_SECRET: 'c2VjcmV0',
  ENCRYPTION_KEYS: `2027:${btoa('x'.repeat(32))},2026:${btoa('y'.repeat(32))}`,
};

describe('faults', () => {
  it('finds none where everything needed is there', () => {
    expect(read('functions', HOSTED, true)).toEqual([]);
    expect(read('functions', SUPABASE)).toEqual([]);
    expect(read('start', {})).toEqual([]);
    expect(read('start', { ALLOKOLI_PORT: '' })).toEqual([]);
  });

  it('tells what a hosted installation misses', () => {
    expect(read('functions', SUPABASE, true)).toEqual([
      'PUBLIC_FUNCTIONS_URL missing',
      'APP_ORIGINS missing',
      'CRON_SECRET missing',
      'ENCRYPTION_KEYS missing',
    ]);
    expect(read('functions', {})).toEqual([
      'SUPABASE_URL missing',
      'SUPABASE_ANON_KEY missing',
      'SUPABASE_SERVICE_ROLE_KEY missing',
    ]);
  });

  it('tells what belongs to something that is set', () => {
    expect(read('functions', { ...HOSTED, VAPI_API_KEY: 'k' }, true)).toEqual([
      'VAPI_WEBHOOK_SECRET missing',
      'VAPI_WEBHOOK_CREDENTIAL_ID missing',
    ]);
    const account = `AC${'0'.repeat(32)}`;
    expect(read('functions', { ...HOSTED, TWILIO_ACCOUNT_SID: account }, true)).toEqual([
      'TWILIO_AUTH_TOKEN missing',
      'TWILIO_FROM missing',
    ]);
    const keyed = {
      TWILIO_ACCOUNT_SID: account,
      TWILIO_API_KEY: `SK${'0'.repeat(32)}`,
      TWILIO_API_SECRET: 's',
    };
    expect(read('functions', { ...HOSTED, ...keyed, TWILIO_FROM: '+33912345678' }, true)).toEqual([]);
    expect(read('functions', { ...HOSTED, RESEND_API_KEY: 're_1' }, true)).toEqual(['EMAIL_FROM missing']);
    expect(read('start', { ALLOKOLI_MODEL_KEY: 'k' })).toEqual(['ALLOKOLI_MODEL_URL missing']);
  });

  it.each<[VariableName, string, string]>([
    ['VITE_SUPABASE_URL', 'https://abc.supabase.co', 'https://abc.supabase.co/'],
    ['VITE_SUPABASE_URL', 'http://127.0.0.1:54321', 'http://abc.supabase.co'],
    ['VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_1', 'sb_secret_1'],
    [
      'VITE_SUPABASE_PUBLISHABLE_KEY',
      `a.${btoa('{"role":"anon"}')}.c`,
      `a.${btoa('{"role":"service_role"}')}.c`,
    ],
    ['APP_ORIGINS', 'https://a.example', 'https://a.example/'],
    ['APP_ORIGINS', 'https://a.example,https://b.example', 'a.example'],
    ['PUBLIC_FUNCTIONS_URL', 'https://abc.supabase.co/functions/v1', 'abc.supabase.co'],
    ['ENCRYPTION_KEYS', `a:${btoa('k'.repeat(32))}`, `a:${btoa('k'.repeat(31))}`],
    ['ENCRYPTION_KEYS', `a:${btoa('k'.repeat(32))}`, btoa('k'.repeat(32))],
    ['SUPABASE_SECRET_KEYS', '{"default":"sb_secret_1"}', 'sb_secret_1'],
    ['SUPABASE_SECRET_KEYS', '{"default":"sb_secret_1"}', '{}'],
    ['CRON_SECRET', 'abc', 'two words'],
    ['REGION', 'eu-west-3', 'Paris'],
    ['TWILIO_FROM', '+33912345678', '0912345678 please'],
    ['TWILIO_REGION', 'dublin.ie1', 'ie1'],
    ['EMAIL_FROM', 'AlloKoli <hello@example.com>', 'AlloKoli'],
    ['LOCAL_VERIFY_JWT', '_shared,api', 'api cron'],
    ['ALLOKOLI_PORT', '8080', '65536'],
    ['ALLOKOLI_PORT', '1', '1e3'],
    ['ALLOKOLI_LOCAL_HOSTS', 'api.example.com=4000', 'api.example.com:4000'],
  ])('%s may be %s and not %s', (name, right, wrong) => {
    const { part } = VARIABLES[name];
    const isWrong = (value: string) =>
      findFaults(part, (each) => (each === name ? value : undefined)).some(
        (fault) => fault.name === name && fault.type === 'wrong',
      );
    expect([isWrong(right), isWrong(wrong)]).toEqual([false, true]);
  });

  it('is told in one sentence that holds no value', () => {
    const values = Object.fromEntries(namesOf('functions').map((name) => [name, ' hidden value ']));
    const faults = findFaults('functions', (name) => values[name], { isHosted: true });
    expect(faults.length).toBeGreaterThan(20);
    for (const fault of faults) expect(sayFault(fault)).not.toContain('hidden');
    expect(sayFault({ type: 'missing', name: 'EMAIL_FROM', because: 'RESEND_API_KEY' })).toBe(
      'EMAIL_FROM is missing though RESEND_API_KEY is set (who e-mails come from). Set it to an e-mail address, alone or as Name <address>.',
    );
    expect(sayFault({ type: 'wrong', name: 'REGION', format: 'region' })).toBe(
      'REGION is set, but not to the name of a region, such as eu-west-3. Correct it.',
    );
  });
});
