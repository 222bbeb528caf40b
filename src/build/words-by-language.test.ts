/** Words are taken out of the code by the build: what it writes, and that nothing else holds words at hand. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { wordsByLanguage, wordsFile } from './words-by-language.ts';

const SRC = resolve(import.meta.dirname, '..');

function built(path: string, code: string): string | null {
  const { transform } = wordsByLanguage();
  if (typeof transform !== 'object') throw new Error('The plugin transforms nothing.');
  const handler = transform.handler as (code: string, id: string) => { code: string } | null;
  return handler(code, `${SRC}/${path}`)?.code ?? null;
}

test('a file of words becomes words that are fetched', () => {
  const code = built('editor/messages.fr.ts', 'export const fr = { save: "Enregistrer" };');
  expect(code).not.toContain('Enregistrer');
  expect(code).toContain("export const fr = new DeferredWords('fr', () => import(");
});

test('what is loaded later waits for its words, and nothing else is touched', () => {
  const code = 'const a = lazy(() => import("./a.tsx")); const b = lazy(() => import("./b.tsx"));';
  expect(built('editor/x.tsx', code)).toContain(
    'lazy(() => withWords(import("./a.tsx"))); const b = lazy(() => withWords(import("./b.tsx")));',
  );
  expect(built('editor/x.tsx', 'export const one = 1;')).toBeNull();
  expect(built('data/x.ts', code)).toBeNull();
});

test('words of templates are content and stay where they are', () => {
  expect(built('templates/restaurant/messages.fr.ts', 'export const fr = {};')).toBeNull();
});

test.each([
  ['app/messages.fr.ts', 'words-start-fr'],
  ['pages/sign-in/messages.en.ts', 'words-start-en'],
  ['pages/calls/messages.en.ts', 'words-calls-en'],
  ['kinds/say/messages.fr.ts?card', 'words-editor-fr'],
  ['kinds/say/messages.fr.ts', 'words-kinds-fr'],
  ['editor/find/messages.fr.ts', 'words-find-fr'],
])('%s goes into %s', (path, file) => {
  expect(wordsFile(`${SRC}/${path}?words`)).toBe(file);
});

/** Spread or read at once they would be empty in the built app, where they come later. */
test('words are only ever given to defineMessages', () => {
  const files = Object.entries(
    import.meta.glob<string>(
      ['../**/*.{ts,tsx}', '!../**/*.test.*', '!../**/testing/**', '!../templates/**', '!../command-line/**'],
      { query: '?raw', import: 'default', eager: true },
    ),
  );
  const users = files.flatMap(([path, code]) => {
    const { staticImports } = parseSync(path, code).module;
    return staticImports
      .filter(({ moduleRequest }) => /messages\.(en|fr)\.ts$/.test(moduleRequest.value))
      .flatMap(({ entries }) => entries.filter((entry) => !entry.isType))
      .map((entry) => ({ path, code, name: entry.localName.value }));
  });
  expect(users.length).toBeGreaterThan(60);
  const wrong = users.filter(({ code, name }) => {
    const uses = code
      .replaceAll(/^import .*$|typeof \w+/gm, '')
      .match(new RegExp(`(?<![\\w.'])${name}(?![\\w'])`, 'g'));
    return uses?.length !== 1 || !new RegExp(`defineMessages\\([^)]*(?<!\\w)${name}\\b`).test(code);
  });
  expect(wrong.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

test('the plugin is in the build', () => {
  expect(readFileSync(resolve(SRC, '../vite.config.ts'), 'utf8')).toContain('wordsByLanguage()');
});
