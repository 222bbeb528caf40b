/** Names and hints of blocks in the language of the screen. */
import type { Block, BlockWords } from '../../blocks/block.ts';
import { blocks } from '../../blocks/registry.ts';
import { type LanguageState, useLanguageState } from '../../i18n/language.ts';
import { defineMessages, type MessageBundle, showKeys } from '../../i18n/messages.ts';

const bundles: ReadonlyMap<string, MessageBundle<BlockWords>> = new Map(
  blocks.map(({ id, words }: Block) => [id, defineMessages({ ...words.en }, { ...words.fr })]),
);

export function blockWordsIn({ language, keys }: LanguageState): (block: string) => BlockWords {
  return (block) => {
    const bundle = bundles.get(block);
    if (!bundle) return { name: block, hint: '' };
    return keys ? showKeys(bundle) : bundle[language];
  };
}

export function useBlockWords(): (block: string) => BlockWords {
  return blockWordsIn(useLanguageState());
}
