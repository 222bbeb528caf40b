/** What the help knows about some words: pages, kinds of steps, words of the app. */
import { findTerms, termAddress, termsIn } from '../../help/glossary.ts';
import { helpMessages } from '../../help/messages.ts';
import { useLanguage, useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { kinds } from '../../kinds/list.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { foldedWords } from '../../lib/folded-words.ts';
import { type PlaceRow, PlacesCard } from '../places-card.tsx';
import { messages } from './messages.ts';

export function FoundHelp({ query }: { readonly query: string }) {
  const t = useMessages(messages);
  const found = useFound(query);
  return (
    <section aria-label={t.results} className="flex flex-col gap-3">
      <p role="status" className="text-sm text-muted">
        {found.length === 0 ? t.nothing(query.trim()) : t.found(found.length)}
      </p>
      {found.length > 0 && <PlacesCard places={found} />}
    </section>
  );
}

function useFound(query: string): readonly PlaceRow[] {
  const t = useMessages(messages);
  const { terms } = useMessages(helpMessages);
  const names = useKindNames();
  const language = useLanguage();
  const state = useLanguageState();
  const pages: PlaceRow[] = [
    { href: '/help/call', title: t.call, hint: t.callHint },
    { href: '/help/words', title: t.words, hint: t.wordsHint },
    { href: '/help/keys', title: t.keys, hint: t.keysHint },
    { href: '/help/software', title: t.software, hint: t.softwareHint },
  ];
  const steps = kinds.map(({ id }): PlaceRow => {
    const what = wordsOf(id, state)?.['help.what'];
    return {
      href: `/help/steps/${id}`,
      title: names.kind(id),
      hint: typeof what === 'string' ? what : names.hint(id),
    };
  });
  const words = findTerms(termsIn(terms, language), query).map(
    ({ id, name, text }): PlaceRow => ({ href: termAddress(id), title: name, hint: text }),
  );
  return [...[...steps, ...pages].filter((row) => has(row, query)), ...words];
}

function has({ title, hint }: PlaceRow, query: string): boolean {
  const words = foldedWords(`${title} ${hint}`).split(' ');
  return foldedWords(query)
    .split(' ')
    .every((word) => words.some((one) => one.startsWith(word)));
}
