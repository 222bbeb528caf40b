/** Names and hints of blocks in the language of the screen. */
import type { Block, BlockWords } from '../../blocks/block.ts';
import { blocks } from '../../blocks/registry.ts';
import { type LanguageState, useLanguageState } from '../../i18n/language.ts';
import { defineMessages, type MessageBundle, wordsIn } from '../../i18n/messages.ts';

const bundles: ReadonlyMap<string, MessageBundle<BlockWords>> = new Map(
  blocks.map(({ id, words }: Block) => [id, defineMessages({ ...words.en }, { ...words.fr })]),
);

export function blockWordsIn(state: LanguageState): (block: string) => BlockWords {
  return (block) => {
    const bundle = bundles.get(block);
    if (!bundle) return { name: block, hint: '' };
    return wordsIn(bundle, state);
  };
}

export function useBlockWords(): (block: string) => BlockWords {
  return blockWordsIn(useLanguageState());
}
