/** The person chooses the language of the screen; when its words cannot be fetched, says so in the one there is. */
import { currentLanguage, setLanguage } from '../i18n/language.ts';
import { messagesIn, type ScreenLanguage } from '../i18n/messages.ts';
import { messages } from './messages.ts';
import { notify } from './toast.tsx';

export async function switchLanguage(language: ScreenLanguage): Promise<void> {
  if (await setLanguage(language)) return;
  notify({ text: messagesIn(messages, currentLanguage()).languageMissing, tone: 'danger' });
}
