/** Every code of a problem has its sentences, in both languages: what is wrong, and what to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../flow/problem.ts';
import { SCREEN_LANGUAGES } from '../../i18n/messages.ts';
import { kinds } from '../../kinds/registry.ts';
import { problemWordsIn } from './problem-words.ts';

const FLOW = join(import.meta.dirname, '../../flow');

/** Codes written in the engine's sources, wherever a problem is made there. */
function engineCodes(): string[] {
  const files = readdirSync(FLOW, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|testing/.test(file),
  );
  const found = files.flatMap((file) => {
    const text = readFileSync(join(FLOW, file), 'utf8');
    return [...text.matchAll(/(?:code: |unreadable\()'([a-z-]+)'(?=,\s*(?:severity|\{)| \})/g)].map(
      (match) => match[1]!,
    );
  });
  return [...new Set(found)].sort();
}

const codes = [...engineCodes(), ...kinds.flatMap((kind) => kind.checks.map(({ code }) => code))];
const params = {
  information: 'Name',
  choice: 'book',
  example: 'a table',
  other: 'cancel',
  number: 2,
  sentence: 'I am automated.',
  rule: 'robot',
  title: 'Ask',
  zone: 'Mars/Base',
  most: 14,
  label: 'then',
  name: 'Authorization',
  hours: 'Shop',
  part: 'name',
  path: 'data.tier',
  reason: 'private',
  count: 2,
  limit: 70,
  minutes: 300,
  longest: 240,
  address: 'anna@',
};
const problem = (code: string): Problem => ({ code, severity: 'error', at: {}, params });

describe.each(SCREEN_LANGUAGES)('sentences of problems (%s)', (language) => {
  it('finds the codes of the engine', () => {
    expect(engineCodes()).toEqual(
      expect.arrayContaining(['no-answer', 'unwired-exit', 'not-a-flow', 'unreadable-step']),
    );
  });

  it.each(codes)('%s', (code) => {
    const words = problemWordsIn({ language, keys: false }, problem(code));
    expect(words?.what).toMatch(/\S/);
    expect(words?.todo).toMatch(/\S/);
    expect(`${words?.what} ${words?.todo}`).not.toMatch(/undefined|\{\{|\[object/);
  });
});
