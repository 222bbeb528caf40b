/** The words of all kinds for tests, as the screen finds them. */
import { defineMessages, type MessageTree, type ScreenLanguage } from '../../i18n/messages.ts';
import type { WordsOfKind } from '../step-words.ts';

const modules = import.meta.glob<Readonly<Record<string, MessageTree>>>('../../kinds/*/messages.{en,fr}.ts', {
  eager: true,
});

export function kindWordsIn(language: ScreenLanguage): WordsOfKind {
  return (kind) => {
    const en = modules[`../../kinds/${kind}/messages.en.ts`]?.en;
    const fr = modules[`../../kinds/${kind}/messages.fr.ts`]?.fr;
    return en && fr ? defineMessages(en, fr as typeof en)[language] : undefined;
  };
}
