/**
 * The floors of the house, as a test: who may import whom, where a kind may be named, what comes in pairs.
 * Imports are read with Vite's parser; a breach is told with its reason.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { kinds } from './kinds/registry.ts';

const ROOT = resolve(import.meta.dirname, '..');

interface Floor {
  /** Folders or files below the root; the longest that fits a file is its floor. */
  readonly at: string;
  readonly may: readonly string[];
  readonly npm: readonly string[];
  readonly why: string;
}

const PURE = [
  'src/lib',
  'src/vapi/contract',
  'src/vapi/script',
  'src/flow',
  'src/kinds',
  'src/blocks',
  'src/templates',
  'src/publish',
  'src/import',
  'src/callers',
  'src/rehearsals',
];
const FLOORS: readonly Floor[] = [
  { at: 'src/lib', may: [], npm: [], why: 'Words of no domain know no domain.' },
  {
    at: 'src/vapi/script',
    may: ['src/lib'],
    npm: [],
    why: 'The step script knows neither drawings nor kinds.',
  },
  {
    at: 'src/vapi/contract',
    may: ['src/lib'],
    npm: ['zod'],
    why: 'The contract is what Vapi accepts, whoever writes it.',
  },
  {
    at: 'src/vapi/client.ts',
    may: ['src/lib', 'src/vapi/contract'],
    npm: ['zod'],
    why: 'The client is used by Edge Functions and knows only the contract.',
  },
  {
    at: 'src/vapi/sandbox',
    may: ['src/lib', 'src/vapi/contract', 'src/vapi/script'],
    npm: ['zod', 'hono', 'liquidjs', '@hono/node-server', 'node:'],
    why: 'The sandbox sees only what Vapi would see: never the drawing.',
  },
  {
    at: 'src/vapi/conformance',
    may: ['src/lib', 'src/vapi/contract', 'src/vapi/client.ts'],
    npm: ['vitest', '@vapi-ai/server-sdk'],
    why: 'The conformance suite runs against any Vapi by its address: it knows neither the sandbox nor a drawing.',
  },
  {
    at: 'src/flow',
    may: ['src/lib', 'src/vapi/contract', 'src/vapi/script'],
    npm: ['zod'],
    why: 'The engine runs in the browser and in Deno and must not know any step kind: ask the kind through the registry argument.',
  },
  {
    at: 'src/kinds',
    may: ['src/lib', 'src/vapi/contract', 'src/vapi/script', 'src/flow'],
    npm: ['zod'],
    why: 'The pure half of a kind knows the engine, not the screen.',
  },
  {
    at: 'src/blocks',
    may: ['src/lib', 'src/flow', 'src/kinds'],
    npm: [],
    why: 'A block is a few steps and their words; what it is put into is given.',
  },
  {
    at: 'src/templates',
    may: ['src/lib', 'src/flow', 'src/kinds', 'src/blocks'],
    npm: [],
    why: 'A template is a drawing and its words.',
  },
  {
    at: 'src/callers',
    may: ['src/lib', 'src/flow', 'src/kinds'],
    npm: [],
    why: 'A caller knows the drawing that they go through, and nothing of how it is played.',
  },
  {
    at: 'src/rehearsals',
    may: ['src/lib', 'src/flow', 'src/kinds', 'src/callers'],
    npm: ['zod'],
    why: 'What a rehearsal should show is judged by what was heard, whoever played it.',
  },
  {
    at: 'src/import',
    may: ['src/lib', 'src/flow', 'src/kinds', 'src/vapi/contract'],
    npm: ['zod'],
    why: 'An importer turns text into a drawing, anywhere: it asks nobody.',
  },
  {
    at: 'src/publish',
    may: ['src/lib', 'src/flow', 'src/kinds', 'src/vapi/contract'],
    npm: ['zod'],
    why: 'Publishing speaks to the world through ports only.',
  },
  {
    at: 'supabase/functions',
    may: [...PURE, 'src/vapi/client.ts', 'src/i18n/messages.ts', 'supabase/functions'],
    npm: [
      '@supabase/supabase-js',
      'hono',
      'ipaddr.js',
      'libphonenumber-js',
      'node:dns',
      'node:net',
      'node:tls',
      'zod',
    ],
    why: 'Edge Functions run the pure floors; the sandbox and the screen are not theirs.',
  },
  { at: 'src/i18n', may: ['src/lib'], npm: ['react'], why: 'Words need no domain.' },
  { at: 'src/router', may: [], npm: ['react'], why: 'The address knows no page.' },
  {
    at: 'src/flow-words',
    may: [
      'src/lib',
      'src/flow',
      'src/i18n/messages.ts',
      'src/i18n/plural.ts',
      'src/import/messages.en.ts',
      'src/import/messages.fr.ts',
    ],
    npm: [],
    why: 'Words about flows serve the screen and the command line: no React, and the words of kinds are given as an argument.',
  },
  {
    at: 'src/ui',
    may: ['src/lib', 'src/i18n'],
    npm: ['react', 'react-dom', 'react-aria-components', 'lucide-react', '@fontsource-variable/inter'],
    why: 'The design system has no domain words.',
  },
  {
    at: 'src/data',
    may: [
      'src/lib',
      'src/flow',
      'src/kinds',
      'src/rehearsals/test-case.ts',
      'src/rehearsals/test-result.ts',
      'src/publish/wire.ts',
      'src/publish/error-codes.ts',
      'src/publish/people-wire.ts',
      'src/publish/connection-wire.ts',
      'src/publish/hidden-kinds.ts',
      'src/publish/service-wire.ts',
      'src/publish/test-call-wire.ts',
      'src/publish/workspace-wire.ts',
      'src/publish/calls-wire.ts',
    ],
    npm: ['@supabase/auth-js', '@supabase/postgrest-js', 'zod'],
    why: 'The only browser place that knows Supabase knows no React.',
  },
  {
    at: 'src/voice',
    may: ['src/lib'],
    npm: [],
    why: 'The speech of browsers knows no call and no words.',
  },
  {
    at: 'src/talk',
    may: ['src/lib', 'src/vapi/contract', 'src/flow', 'src/kinds', 'src/voice'],
    npm: ['@vapi-ai/web', 'zustand'],
    why: 'Talking knows lines and the drawing that is followed: no screen, no words, no backend.',
  },
  {
    at: 'src/phone',
    may: ['src/lib', 'src/i18n', 'src/ui', 'src/data', 'src/voice'],
    npm: ['react', 'react-aria-components', 'lucide-react'],
    why: 'The telephone on screen talks through src/data.',
  },
  {
    at: 'src/read-aloud',
    may: ['src/lib', 'src/i18n', 'src/ui', 'src/voice'],
    npm: ['react', 'lucide-react'],
    why: 'Whoever reads aloud knows lines, and no drawing.',
  },
  {
    at: 'src/editor',
    may: [
      'src/lib',
      'src/flow',
      'src/kinds',
      'src/blocks',
      'src/templates',
      'src/rehearsals',
      'src/callers',
      'src/publish/wire.ts',
      'src/publish/file-types.ts',
      'src/publish/service-wire.ts',
      'src/flow-words',
      'src/i18n',
      'src/router',
      'src/ui',
      'src/data',
      'src/phone',
      'src/voice',
      'src/talk',
      'src/publish/test-call-wire.ts',
      'src/callers',
      'src/read-aloud',
    ],
    npm: [
      'react',
      'react-dom',
      '@xyflow/react',
      'zustand',
      'idb-keyval',
      'immer',
      'lucide-react',
      'react-aria-components',
      '@tanstack/react-query',
    ],
    why: 'The editor holds no key and speaks to the backend through src/data.',
  },
  {
    at: 'src/pages',
    may: [
      'src/lib',
      'src/flow',
      'src/kinds',
      'src/templates',
      'src/import',
      'src/rehearsals/keep.ts',
      'src/publish/wire.ts',
      'src/publish/people-wire.ts',
      'src/publish/connection-wire.ts',
      'src/publish/hidden-kinds.ts',
      'src/publish/workspace-wire.ts',
      'src/flow-words',
      'src/i18n',
      'src/router',
      'src/ui',
      'src/data',
      'src/phone',
      'src/callers',
      'src/read-aloud',
      'src/editor/flow-editor.tsx',
      'src/editor/canvas/flow-map.tsx',
      'src/editor/canvas/card-frame.tsx',
    ],
    npm: ['react', 'react-aria-components', 'lucide-react', '@tanstack/react-query'],
    why: 'A page uses the editor through its front door, and no other page.',
  },
  {
    at: 'src/app',
    may: [
      'src/lib',
      'src/flow',
      'src/kinds',
      'src/templates',
      'src/publish/wire.ts',
      'src/flow-words',
      'src/i18n',
      'src/router',
      'src/ui',
      'src/data',
      'src/phone',
      'src/editor',
      'src/pages',
    ],
    npm: [
      'react',
      'react-dom',
      'react-aria-components',
      'lucide-react',
      '@tanstack/react-query',
      '@fontsource-variable/inter',
    ],
    why: 'The shell and the routes.',
  },
  {
    at: 'src/build',
    may: [],
    npm: ['vite', 'node:'],
    why: 'How the app is put into files knows no word of it.',
  },
  {
    at: 'src/command-line',
    may: [
      ...PURE,
      'src/vapi/sandbox',
      'src/vapi/client.ts',
      'src/flow-words',
      'src/i18n/messages.ts',
      'src/i18n/plural.ts',
    ],
    npm: ['node:'],
    why: 'The engine on the command line.',
  },
];

/** Views are the React half of a kind: they may use the screen, in their own folder. */
const VIEWS: Floor = {
  at: 'src/kinds/**/*.tsx',
  may: ['src/lib', 'src/flow', 'src/kinds', 'src/i18n', 'src/ui'],
  npm: ['react', 'lucide-react', 'react-aria-components'],
  why: 'A view draws its own kind with the design system.',
};
/** The words and forms that views share; React only. */
const VIEW_FILES =
  /^src\/kinds\/(?:[^/]+\/)?(?:[^/]+\.tsx|kind-view\.ts|kind-words\.ts|messages(?:\.en|\.fr)?\.ts|sentence-parts\.ts)$/;

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
