/** Words of the search and of the list of shortcuts, both languages together. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const findMessages = defineMessages(en, fr);
