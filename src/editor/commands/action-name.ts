/** The words of an action in the language of the screen. */
import { defineMessages } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ActionLabel } from '../store/history.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const messages = defineMessages(en, fr);

/** `name({ key, count })` → “Move 3 steps”. An unknown key says nothing wrong: it names no action. */
export function useActionName(): (label: ActionLabel) => string {
  const t: Readonly<Record<string, string | ((count: number) => string)>> = useMessages(messages);
  return ({ key, count = 0 }) => {
    const words = t[key];
    return typeof words === 'function' ? words(count) : (words ?? '');
  };
}
