/** The words for beginning a rehearsal at a step, both languages together. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const playMessages = defineMessages(en, fr);
