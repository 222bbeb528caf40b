/** The words that the app uses, explained: in the order of the language, found by their letters. Ids are stable: they stand in addresses. Pure. */
import type { ScreenLanguage } from '../i18n/messages.ts';
import { foldedWords } from '../lib/folded-words.ts';
import type { en } from './messages.en.ts';

type Terms = (typeof en)['terms'];
export type TermId = keyof Terms;

export interface Term {
  readonly id: TermId;
  readonly name: string;
  readonly text: string;
}

/** By name. */
export function termsIn(terms: Terms, language: ScreenLanguage): readonly Term[] {
  const { compare } = new Intl.Collator(language);
  return (Object.keys(terms) as TermId[])
    .map((id) => ({ id, ...terms[id] }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Every word begins one of the name or the text, whatever its accents; those with it in their name first. */
export function findTerms(terms: readonly Term[], query: string): readonly Term[] {
  const wanted = foldedWords(query).split(' ');
  const has = (text: string) => {
    const words = foldedWords(text).split(' ');
    return wanted.every((word) => words.some((one) => one.startsWith(word)));
  };
  const named = terms.filter(({ name }) => has(name));
  return [...named, ...terms.filter((term) => !named.includes(term) && has(`${term.name} ${term.text}`))];
}

/** Where a term stands on the page of the glossary. */
export const termAddress = (id: TermId) => `/help/words#${id}`;
