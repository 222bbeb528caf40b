/** Words of the tour of the editor, in both languages. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const tourMessages = defineMessages(en, fr);
