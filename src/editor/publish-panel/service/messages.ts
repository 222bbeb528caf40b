/** The words about what is in service, both languages together. */
import { defineMessages } from '../../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const serviceMessages = defineMessages(en, fr);
