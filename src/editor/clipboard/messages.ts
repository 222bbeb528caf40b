/** What is said about copying and pasting steps, both languages together. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const clipboardMessages = defineMessages(en, fr);
export type ClipboardWords = (typeof clipboardMessages)['en'];
