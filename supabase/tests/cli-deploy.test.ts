/**
 * The official Supabase CLI deploys our Edge Functions: what it uploads is all that they need, and nothing else. Each uploaded tree
 * is written into a folder of its own, where Deno finds every module with the uploaded settings; types are checked in all of them
 * at once. Packages come from `node_modules`, which stands in for the registry.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDeno } from '../local/deno.ts';
import { PROJECT_ROOT } from '../local/settings.ts';
import { type ManagementApi, openManagementApi, type Uploaded } from './management-api.ts';

const CLI = 'supabase@3.1.0';
/** The first run downloads the CLI. */
const PATIENCE = 300_000;
const TOKEN = `sbp_${'0'.repeat(40)}`;
const OURS = readdirSync(join(PROJECT_ROOT, 'supabase/functions'))
  .filter((name) => existsSync(join(PROJECT_ROOT, 'supabase/functions', name, 'index.ts')))
  .sort();

let folder: string;
let project: string;
let api: ManagementApi;
let deployed: { readonly status: number; readonly output: string };

function run(command: string, args: readonly string[], cwd: string, more: Record<string, string> = {}) {
  const env = { ...process.env, DO_NOT_TRACK: '1', NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', ...more };
  return new Promise<{ status: number; output: string }>((resolve) => {
    execFile(command, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const status = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
      resolve({ status, output: stdout + stderr });
    });
  });
}

beforeAll(async () => {
  api = await openManagementApi();
  folder = mkdtempSync(join(tmpdir(), 'allokoli-deploy-'));
  project = join(folder, 'project');
  // A copy, with the test files beside the source: none of them may go along.
  for (const part of ['supabase/config.toml', 'supabase/functions', 'src'])
    cpSync(join(PROJECT_ROOT, part), join(project, part), { recursive: true });
  const profile = join(folder, 'profile.yaml');
  writeFileSync(
    profile,
    ['name: here', ...['api_url', 'dashboard_url', 'docs_url'].map((key) => `${key}: ${api.url}`)]
      .concat('project_host: 127.0.0.1')
      .join('\n'),
  );
  const args = ['functions', 'deploy', '--use-api', '--remote=abcdefghijklmnopqrst', '--profile', profile];
  deployed = await run('npx', ['--yes', CLI, ...args, '--yes'], project, { SUPABASE_ACCESS_TOKEN: TOKEN });
}, PATIENCE);

afterAll(() => {
  api.close();
  rmSync(folder, { recursive: true, force: true });
});

const uploaded = (slug: string): Uploaded => api.uploads.find((one) => one.slug === slug)!;

test('functions deploy uploads every function and puts all of them in service', () => {
  expect(deployed.status, deployed.output).toBe(0);
  expect(api.uploads.map(({ slug }) => slug).sort()).toEqual(OURS);
  expect([...api.inService].sort()).toEqual(OURS);
  for (const slug of OURS) {
    const { metadata, files } = uploaded(slug);
    expect(metadata).toMatchObject({
      entrypoint_path: `supabase/functions/${slug}/index.ts`,
      import_map_path: 'supabase/functions/deno.json',
      // Who calls is checked in our own code.
      verify_jwt: false,
    });
    console.log(`uploaded for ${slug}: ${files.size} files, ${total(files)} kB`);
  }
});

test('nothing of tests, the sandbox, the browser or secrets is uploaded', () => {
  const foreign =
    /\.test\.|\/testing\/|\.tsx$|^src\/(?!lib\/|environment\/|vapi\/|flow\/|flow-words\/|kinds\/|blocks\/|templates\/|import\/|alerts\/|forwarding\/|publish\/|rehearsals\/|i18n\/)|^src\/vapi\/sandbox\/|^supabase\/(?!functions\/)|(^|\/)\.env/;
  const paths = api.uploads.flatMap(({ files }) => [...files.keys()]);
  expect(paths.filter((path) => foreign.test(path))).toEqual([]);
});

test('packages are pinned to what is tested here', () => {
  const { imports } = JSON.parse(uploaded('api').files.get('supabase/functions/deno.json')!.toString());
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'),
  );
  const known: Record<string, string> = { ...dependencies, ...devDependencies };
  for (const address of Object.values<string>(imports)) {
    const [, name, version] = /^npm:((?:@[^/]+\/)?[^@/]+)@([^/]+)/.exec(address)!;
    expect(`${name} ${version}`).toBe(`${name} ${known[name!]}`);
  }
});

/** A folder in which these files stand alone. */
function treeOf(name: string, files: ReadonlyMap<string, Buffer>): string {
  const tree = join(folder, 'trees', name);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  }
  withPackages(tree);
  return tree;
}

/** In place of the registry. */
function withPackages(tree: string): void {
  const functions = join(tree, 'supabase/functions');
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(functions, 'node_modules'));
  // Names the types of Node's own modules and no other package: those are in deno.json or missing.
  const types = JSON.parse(readFileSync(join(PROJECT_ROOT, 'node_modules/@types/node/package.json'), 'utf8'));
  const named = { devDependencies: { '@types/node': types.version } };
  writeFileSync(join(functions, 'package.json'), JSON.stringify(named));
}

const settings = ['--no-lock', '--node-modules-dir=manual', '--config', 'supabase/functions/deno.json'];
const entryOf = (slug: string) => `supabase/functions/${slug}/index.ts`;

interface Graph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly error?: string;
    readonly dependencies?: readonly {
      readonly specifier: string;
      readonly code?: { readonly error?: string };
      readonly type?: { readonly error?: string };
    }[];
  }[];
}

test.each(OURS)('what is uploaded for %s has all that it names, types as well', async (slug) => {
  const { status, output } = await run(
    findDeno(),
    ['info', '--json', ...settings, entryOf(slug)],
    treeOf(slug, uploaded(slug).files),
  );
  expect(status, output).toBe(0);
  const { modules }: Graph = JSON.parse(output);
  const missing = modules.flatMap(({ specifier, error, dependencies = [] }) => [
    ...(error === undefined ? [] : [`${specifier}: ${error}`]),
    ...dependencies
      .filter(({ code, type }) => code?.error !== undefined || type?.error !== undefined)
      .map((named) => `${specifier} names ${named.specifier}`),
  ]);
  expect(missing).toEqual([]);
  expect(modules.length).toBeGreaterThan(10);
});

// A module means the same in each of them, and none of them lacks one: so what passes together passes alone.
test('what is uploaded passes deno check', async () => {
  const all = new Map<string, Buffer>();
  for (const slug of OURS)
    for (const [path, content] of uploaded(slug).files) {
      expect(all.get(path)?.equals(content) ?? true, `${path} differs between functions`).toBe(true);
      all.set(path, content);
    }
  const { status, output } = await run(
    findDeno(),
    ['check', '--quiet', ...settings, ...OURS.map(entryOf)],
    treeOf('all', all),
  );
  expect(status, output).toBe(0);
  console.log(`deno check of ${OURS.join(', ')}: no problem`);
}, 900_000);

function total(files: ReadonlyMap<string, Buffer>): number {
  return Math.round([...files.values()].reduce((sum, { length }) => sum + length, 0) / 1024);
}
