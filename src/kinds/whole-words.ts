/**
 * All words of all kinds by id, found by their file name: what forms call their fields and what is wrong with a step, too. For
 * whatever comes after the first picture; that has only what cards show (`kind-words.ts`). Knows no kind.
 */
import type { LanguageState } from '../i18n/language.ts';
import { type MessageBundle, wordsIn } from '../i18n/messages.ts';
import type { KindWords } from './kind-view.ts';

const modules = import.meta.glob<{ messages: MessageBundle<KindWords> }>('./*/messages.ts', { eager: true });

const bundles: ReadonlyMap<string, MessageBundle<KindWords>> = new Map(
  Object.entries(modules).map(([path, module]) => [path.split('/')[1] ?? '', module.messages]),
);

/** Undefined for an unknown kind. */
export function wordsOf(kind: string, state: LanguageState): KindWords | undefined {
  const bundle = bundles.get(kind);
  return bundle && wordsIn(bundle, state);
}
