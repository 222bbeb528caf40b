/** Words of the command line, both languages together. */
import { defineMessages } from '../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const commandMessages = defineMessages(en, fr);
export type CommandMessages = (typeof commandMessages)['en'];
