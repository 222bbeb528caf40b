/** Which templates are meant by some words: goal, trade, what is collected, in either language; accents do not matter. Pure. */
import { CALL_LANGUAGES } from '../../flow/document.ts';
import { foldedWords } from '../../lib/folded-words.ts';
import type { Template } from '../../templates/template.ts';
import { wishesOf } from '../../templates/wishes.ts';

/** Everything that a template can be found by. */
export function findableWords(template: Template, trades: readonly string[]): string {
  const own = CALL_LANGUAGES.flatMap((language) => {
    const { title, goal, collects, bestFor } = template.messages[language];
    return [title, goal, bestFor, ...collects, ...wishesOf(template, language).map(({ label }) => label)];
  });
  return foldedWords([...own, ...trades].join(' '));
}

/** Every word begins one of the template's; nothing asked for is always found. */
export function isMeant(words: string, query: string): boolean {
  const all = words.split(' ');
  return foldedWords(query)
    .split(' ')
    .every((wanted) => all.some((word) => word.startsWith(wanted)));
}
