/** Turns the code of a failure into a sentence. Knows no page and no request. */
import { defineMessages, type Messages } from '../messages.ts';
import { useMessages } from '../use-messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const failureMessages = defineMessages(en, fr);

/** The sentence of a code; that of `unexpected` for a code without one. Pure. */
export function failureText(sentences: Messages<typeof en>, code: string): string {
  const known: Readonly<Record<string, string>> = sentences;
  return known[code] ?? sentences.unexpected;
}

/** `const say = useFailureText()`, then `say(failure.code)`. */
export function useFailureText(): (code: string) => string {
  const sentences = useMessages(failureMessages);
  return (code) => failureText(sentences, code);
}
