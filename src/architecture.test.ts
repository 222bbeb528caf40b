/**
 * The floors of the house, as a test: who may import whom, where a kind may be named, what comes in pairs.
 * Imports are read with Vite's parser; a breach is told with its reason.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { kinds } from './kinds/registry.ts';
import { FLOORS, type Floor, VIEW_FILES, VIEWS } from './testing/floors.ts';

const ROOT = resolve(import.meta.dirname, '..');

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules') return [];
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

const files = ['src', 'supabase/functions']
  .flatMap((folder) => walk(join(ROOT, folder)))
  .map((path) => relative(ROOT, path).split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path));
const isTest = (path: string) =>
  /\.(test|bench)\.tsx?$/.test(path) || /\/testing(\/|\.tsx?$)|\/test-store\.ts$/.test(path);
const product = files.filter((path) => !isTest(path) && path !== 'src/architecture.test.ts');

function importsOf(path: string): { readonly from: string; readonly line: number }[] {
  const code = readFileSync(join(ROOT, path), 'utf8');
  const { module } = parseSync(path, code);
  const at = (start: number) => code.slice(0, start).split('\n').length;
  const statically = [
    ...module.staticImports.map((one) => ({ from: one.moduleRequest.value, line: at(one.start) })),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) =>
        entry.moduleRequest ? [{ from: entry.moduleRequest.value, line: at(one.start) }] : [],
      ),
    ),
  ];
  const dynamically = module.dynamicImports.flatMap((one) => {
    const text = /^['"]([^'"]+)['"]$/.exec(code.slice(one.moduleRequest.start, one.moduleRequest.end));
    return text ? [{ from: text[1]!, line: at(one.start) }] : [];
  });
  return [...statically, ...dynamically];
}

function floorOf(path: string): Floor | undefined {
  if (VIEW_FILES.test(path)) return VIEWS;
  return FLOORS.filter((floor) => path === floor.at || path.startsWith(`${floor.at}/`)).sort(
    (a, b) => b.at.length - a.at.length,
  )[0];
}

function breachesOf(path: string): string[] {
  const floor = floorOf(path);
  if (!floor)
    return path.startsWith('src/') && path !== 'src/vite-env.d.ts'
      ? [`${path} stands on no floor: give its folder a row in FLOORS.`]
      : [];
  return importsOf(path).flatMap(({ from, line }) => {
    const where = `${path}:${line} imports ${from}. ${floor.why}`;
    if (!from.startsWith('.')) {
      const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0]!;
      return floor.npm.some(
        (allowed) => name === allowed || (allowed.endsWith(':') && name.startsWith(allowed)),
      )
        ? []
        : [where];
    }
    const target = relative(ROOT, resolve(ROOT, dirname(path), from))
      .split(sep)
      .join('/');
    if (!existsSync(join(ROOT, target)) || !/\.\w+$/.test(target))
      return [`${path}:${line} imports ${from}: write the path with its extension.`];
    if (/\.css$/.test(target)) return [];
    const own = floor === VIEWS ? 'src/kinds' : floor.at;
    const isOwn = target === own || target.startsWith(`${own}/`);
    const otherPage =
      floor.at === 'src/pages' &&
      isOwn &&
      target.split('/').length > 3 &&
      path.split('/')[2] !== target.split('/')[2];
    if (otherPage) return [where];
    if (floor.at === 'src/kinds' && VIEW_FILES.test(target)) return [where];
    return isOwn || floor.may.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))
      ? []
      : [where];
  });
}

describe('floors', () => {
  it('every import goes where its floor may go', () => {
    expect(product.length).toBeGreaterThan(60);
    expect(product.flatMap(breachesOf)).toEqual([]);
  });

  it('the sandbox is imported by no product file', () => {
    const importers = product
      .filter((path) => !path.startsWith('src/vapi/sandbox/') && !path.startsWith('src/command-line/'))
      .filter((path) =>
        importsOf(path).some(({ from }) => from.includes('vapi/sandbox') || from.includes('./sandbox')),
      );
    expect(importers).toEqual([]);
  });

  it('pure floors ask neither clock nor chance nor network nor screen', () => {
    const pure = product
      .filter(
        (path) =>
          /^src\/(lib|vapi\/contract|vapi\/script|flow|blocks|templates|publish|import)\//.test(path) ||
          /^src\/kinds\/(?:[^/]+\/)?[^/]+\.ts$/.test(path),
      )
      .filter((path) => !VIEW_FILES.test(path));
    const impure = pure.flatMap((path) => {
      const code = readFileSync(join(ROOT, path), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .replaceAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
      return [
        ...code.matchAll(
          /\b(Date\.now|Math\.random|new Date\(\)|randomUUID|setTimeout|setInterval|window\.|document\.(?:querySelector|createElement|body)|localStorage|globalThis\.fetch|(?<![.\w])fetch\()/g,
        ),
      ].map((found) => `${path}: ${found[0]}`);
    });
    expect(impure).toEqual([]);
  });
});

describe('kinds', () => {
  const folders = readdirSync(join(ROOT, 'src/kinds'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map((entry) => entry.name);

  it('every folder is in the registry and holds what a kind must hold', () => {
    expect(folders.sort()).toEqual(kinds.map((kind) => kind.id as string).sort());
    const missing = folders.flatMap((folder) =>
      ['kind.ts', 'view.tsx', 'form.tsx', 'messages.en.ts', 'messages.fr.ts']
        .filter((name) => !existsSync(join(ROOT, 'src/kinds', folder, name)))
        .map((name) => `${folder}/${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('are named in their own folder, the registry and templates only', () => {
    const ids = kinds.map((kind) => kind.id as string);
    // Short words like "say" also name other things (a hook's action, a line's verb): only a comparison with a node's kind is a breach.
    const naming = product
      .filter((path) => !path.startsWith('src/kinds/') && !path.startsWith('src/templates/'))
      .flatMap((path) => {
        const code = readFileSync(join(ROOT, path), 'utf8');
        return ids
          .filter((id) =>
            new RegExp(
              `\\bkind\\s*(?:===|!==|:)\\s*['"]${id}['"]|case ['"]${id}['"]:\\s*//\\s*kind|registry\\.get\\(['"]${id}['"]\\)`,
            ).test(code),
          )
          .map((id) => `${path} names the kind ${id}`);
      });
    const strangers = folders.flatMap((folder) =>
      ids
        .filter((id) => id !== folder)
        .flatMap((id) =>
          walk(join(ROOT, 'src/kinds', folder))
            .filter(
              (path) =>
                !isTest(path) &&
                importsOf(relative(ROOT, path)).some(({ from }) => from.includes(`../${id}/`)),
            )
            .map((path) => `${relative(ROOT, path)} imports the kind ${id}`),
        ),
    );
    expect([...naming, ...strangers]).toEqual([]);
  });
});

describe('words', () => {
  it('every English message file has its French twin', () => {
    const english = files.filter((path) => path.endsWith('messages.en.ts'));
    expect(english.length).toBeGreaterThan(7);
    expect(english.filter((path) => !existsSync(join(ROOT, path.replace(/en\.ts$/, 'fr.ts'))))).toEqual([]);
  });

  it('files are kebab-case, none past 500 lines, no default exports in product code', () => {
    const faults = product.flatMap((path) => {
      const code = readFileSync(join(ROOT, path), 'utf8');
      const lines = code.split('\n').length;
      return [
        ...(/^[a-z0-9.-]+$/.test(path.split('/').at(-1)!) ? [] : [`${path}: write file names in kebab-case`]),
        ...(lines > 500 ? [`${path}: ${lines} lines; past 500 a file has two subjects`] : []),
        ...(/^export default /m.test(code) ? [`${path}: named exports only`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });
});

it('Edge Functions and the app pin the same packages', () => {
  const { imports } = JSON.parse(readFileSync(join(ROOT, 'supabase/functions/deno.json'), 'utf8')) as {
    imports: Record<string, string>;
  };
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const [name, target] of Object.entries(imports)) {
    const found = /^npm:((?:@[^/]+\/)?[^@/]+)@([^/]+)/.exec(target);
    expect(found, `${name} → ${target}`).not.toBeNull();
    expect(found![2]).toBe(dependencies[found![1]!]);
  }
});
