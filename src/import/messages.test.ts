/** Every code and every guess of an import has its sentences, in both languages, and none is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';
import { GUESSES, IMPORT_CODES } from './problems.ts';

type Word = string | ((params: Record<string, string | number>) => string);
const params = {
  path: '$.nodes[0]',
  text: 'abc',
  id: 'n',
  line: 1,
  column: 2,
  count: 501,
  limit: 500,
  key: 'x',
};
const say = (word: Word | undefined, more = {}) =>
  typeof word === 'function' ? word({ ...params, ...more }) : (word ?? '');

describe.each([
  ['en', en],
  ['fr', fr],
] as const)('sentences of an import (%s)', (language, messages) => {
  const words = messages as Readonly<Record<string, Word>>;

  it.each(IMPORT_CODES)('%s', (code) => {
    for (const key of [code, `${code}.do`]) {
      expect(say(words[key], { guess: 'shortened' })).toMatch(/\S/);
      expect(say(words[key], { guess: 'shortened' })).not.toMatch(/undefined|\[object/);
    }
  });

  it.each(GUESSES)('guess %s', (guess) => {
    const unknown = say(words['import/please-check'], { guess: 'no such guess' });
    const sentence = say(words['import/please-check'], { guess });
    expect(sentence).toMatch(/\S/);
    expect(sentence).not.toBe(unknown);
    expect(sentence).not.toMatch(/undefined/);
  });

  it('has no sentence for a code that is gone', () => {
    const codes = new Set<string>(IMPORT_CODES.flatMap((code) => [code, `${code}.do`]));
    expect(Object.keys(words).filter((key) => !codes.has(key))).toEqual([]);
    const source = readFileSync(join(import.meta.dirname, `messages.${language}.ts`), 'utf8');
    const guesses = [...source.slice(0, source.indexOf('export const')).matchAll(/^ {2}'?([a-z-]+)'?: \(/gm)];
    expect(guesses.map((found) => found[1]).sort()).toEqual([...GUESSES].sort());
  });
});

it('every code and guess is told somewhere', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((file) => /^(?!messages|problems).*(?<!\.test)\.ts$/.test(file))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  expect([...IMPORT_CODES, ...GUESSES].filter((code) => !sources.includes(`'${code}'`))).toEqual([
    'import/please-check',
  ]);
});
