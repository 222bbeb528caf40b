/** Sentences in the language of the screen, for components. Knows no area's words. */
import { languageState, useLanguageState } from './language.ts';
import { type MessageBundle, wordsIn } from './messages.ts';

/** `const t = useMessages(messages)`, then `t.save` or `t.calls(3)`. */
export function useMessages<Words>(bundle: MessageBundle<Words>): Words {
  return wordsIn(bundle, useLanguageState());
}

/** The same at this moment, for code outside React. */
export function messagesNow<Words>(bundle: MessageBundle<Words>): Words {
  return wordsIn(bundle, languageState());
}
