/** The glossary explains words that the app really uses, and finds them by their letters. */
import { describe, expect, it } from 'vitest';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import { foldedWords } from '../lib/folded-words.ts';
import { findTerms, termAddress, termsIn } from './glossary.ts';
import { helpMessages } from './messages.ts';

const files = import.meta.glob<Record<string, unknown>>(
  ['../**/messages.{en,fr}.ts', '!../help/**', '!../pages/help/**'],
  {
    eager: true,
  },
);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  // A sentence with values: what is written in it.
  if (typeof value === 'function') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe.each(SCREEN_LANGUAGES)('the words of the app in %s', (language) => {
  const terms = termsIn(helpMessages[language].terms, language);

  it.each(terms.map(({ name }) => name))('%s is one that the screens use', (name) => {
    const screens = Object.entries(files).filter(([path]) => path.endsWith(`.${language}.ts`));
    const texts = screens.map(([, words]) => foldedWords(textsOf(words[language]).join(' ')));
    expect(texts.filter((text) => ` ${text}`.includes(` ${foldedWords(name)}`)).length).toBeGreaterThan(0);
  });

  it('stand in the order of the language, each with an explanation and one address', () => {
    const names = terms.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator(language).compare));
    expect(new Set(names.map(foldedWords)).size).toBe(names.length);
    expect(new Set(terms.map(({ id }) => termAddress(id))).size).toBe(terms.length);
    for (const { id, text } of terms) expect([id, text.length > 20]).toEqual([id, true]);
  });
});

it('is searched without accents, words that are named so first', () => {
  const terms = termsIn(helpMessages.fr.terms, 'fr');
  expect(findTerms(terms, 'scenario')[0]!.id).toBe('flow');
  expect(findTerms(terms, 'REPETITION').map(({ id }) => id)).toEqual(['rehearsal', 'test']);
  expect(findTerms(terms, 'xylophone')).toEqual([]);
});

it('has addresses that do not change', () => {
  expect(Object.keys(helpMessages.en.terms)).toEqual(
    expect.arrayContaining(['flow', 'exit', 'anytime', 'version', 'transfer']),
  );
  expect(termAddress('flow')).toBe('/help/words#flow');
});
