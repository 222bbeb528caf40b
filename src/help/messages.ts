/** Words of the help wherever it is shown, in both languages. */
import { defineMessages } from '../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const helpMessages = defineMessages(en, fr);
