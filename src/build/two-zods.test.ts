/** Built, `zod/mini` shares no file with `zod`, and each reads the other's schemas. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoZods } from './two-zods.ts';

const SOURCES: Readonly<Record<string, string>> = {
  small: `import * as z from 'zod/mini'; export const small = z.strictObject({ a: z.string() });`,
  whole: `import * as z from 'zod'; import { small } from 'small';
    const both = z.strictObject({ small, more: z.array(small), at: z.email() });
    export const fits = (json) => both.safeParse(json).success;`,
};

const folder = mkdtempSync(join(tmpdir(), 'two-zods-'));
let chunks: readonly Rolldown.OutputChunk[];

beforeAll(async () => {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      rolldownOptions: {
        input: ['small', 'whole'],
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
    plugins: [
      {
        name: 'sources',
        enforce: 'pre',
        // beside the packages that it names
        resolveId: (id) => (SOURCES[id] ? resolve(import.meta.dirname, `${id}.js`) : null),
        load: (id) => SOURCES[/build[\\/](\w+)\.js$/.exec(id)?.[1] ?? ''] ?? null,
      },
      twoZods(),
    ],
  })) as Rolldown.RolldownOutput;
  chunks = output.filter((file) => file.type === 'chunk');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what takes the small one gets nothing of the whole one', () => {
  const size = (file: string): number => {
    const { code, imports } = chunks.find(({ fileName }) => fileName === file)!;
    return imports.reduce((sum, one) => sum + size(one), code.length);
  };
  expect(size('small.mjs')).toBeLessThan(20_000);
  expect(size('whole.mjs')).toBeGreaterThan(60_000);
});

test('each reads what the other says of itself', async () => {
  const { fits } = (await import(join(folder, 'whole.mjs'))) as { fits(json: unknown): boolean };
  expect(fits({ small: { a: '1' }, more: [{ a: '2' }], at: 'a@b.example' })).toBe(true);
  expect(fits({ small: { a: '1' }, more: [{ a: 2 }], at: 'a@b.example' })).toBe(false);
  expect(fits({ small: { a: '1', b: '2' }, more: [], at: 'a@b.example' })).toBe(false);
});
