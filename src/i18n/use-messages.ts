/** Sentences in the language of the screen, for components. Knows no area's words. */
import { useLanguageState } from './language.ts';
import { type MessageBundle, showKeys } from './messages.ts';

/** `const t = useMessages(messages)`, then `t.save` or `t.calls(3)`. */
export function useMessages<Words>(bundle: MessageBundle<Words>): Words {
  const { language, keys } = useLanguageState();
  return keys ? showKeys(bundle, language) : bundle[language];
}
