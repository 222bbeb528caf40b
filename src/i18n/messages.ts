/** Typed sentences in the languages of the screen. Knows no area's words; each area brings its own two files. */

import { DeferredWords } from './deferred-words.ts';
import { frenchSpacing } from './french-spacing.ts';

export type ScreenLanguage = 'en' | 'fr';
export const SCREEN_LANGUAGES: readonly ScreenLanguage[] = ['en', 'fr'];

/** A sentence, a sentence made from values, or a group of such. */
export type MessageTree = { readonly [key: string]: MessageValue };
// biome-ignore lint/suspicious/noExplicitAny: a sentence's parameters are its own; `Messages` keeps them exact
type MessageValue = string | ((...values: any[]) => string) | MessageTree;

/** The shape that the other language must have: the same keys, and functions of the same parameters. */
export type Messages<En> = {
  readonly [Key in keyof En]: En[Key] extends string
    ? string
    : En[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Messages<En[Key]>;
};

export interface MessageBundle<Words> {
  readonly en: Words;
  readonly fr: Words;
}

/**
 * Binds the two languages of an area together, and sets the French one as French is set. Pure. In the built app the
 * words of a language are there once it was loaded (`deferred-words.ts`).
 */
export function defineMessages<En extends MessageTree>(
  en: En,
  fr: Messages<En>,
): MessageBundle<Messages<En>> {
  let french: Messages<En> | undefined;
  return {
    get en() {
      return wordsOf(en) as unknown as Messages<En>;
    },
    get fr() {
      french ??= mapTexts(wordsOf(fr), frenchSpacing) as unknown as Messages<En>;
      return french;
    },
  };
}

/** The compiler cannot see that every shape of words is a tree of messages. */
function wordsOf(words: unknown): MessageTree {
  return (words instanceof DeferredWords ? words.loaded : words) as MessageTree;
}

function mapTexts(tree: MessageTree, change: (text: string) => string): MessageTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      if (typeof value === 'string') return [key, change(value)];
      if (typeof value === 'function') return [key, (...values: unknown[]) => change(value(...values))];
      return [key, mapTexts(value, change)];
    }),
  );
}

/** The area's sentences as the screen shows them: in its language, or their keys. Pure. */
export function wordsIn<Words>(
  bundle: MessageBundle<Words>,
  { language, keys = false }: { readonly language: ScreenLanguage; readonly keys?: boolean },
): Words {
  return keys ? showKeys(bundle, language) : bundle[language];
}

/** The area's sentences in one language, for code outside React. Pure. */
export function messagesIn<Words>(bundle: MessageBundle<Words>, language: ScreenLanguage): Words {
  return bundle[language];
}

const keysOf = new WeakMap<object, unknown>();

/**
 * The same tree, each sentence replaced by its key: shows on screen which words are not translated. The values of a sentence
 * stand after its key and not in it, so that an untranslated word among them is seen too. The keys are the same in both
 * languages; only the one given need be loaded.
 */
export function showKeys<Words>(bundle: MessageBundle<Words>, language: ScreenLanguage): Words {
  const known = keysOf.get(bundle);
  if (known !== undefined) return known as Words;
  const keys = replaceByKeys(bundle[language] as MessageTree, '');
  keysOf.set(bundle, keys);
  return keys as Words;
}

function replaceByKeys(tree: MessageTree, path: string): MessageTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      const name = path === '' ? key : `${path}.${key}`;
      const shown = `⟦${name}⟧`;
      if (typeof value === 'string') return [key, shown];
      if (typeof value === 'function')
        return [key, (...values: unknown[]) => [shown, ...values.map(bare)].join(' ')];
      return [key, replaceByKeys(value, name)];
    }),
  );
}

/** A value as text; of a record, its values. */
function bare(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(bare).join(' ')
    : String(value);
}
