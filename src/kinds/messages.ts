/** The words that the forms of several kinds share, both languages together. */
import { defineMessages } from '../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const formMessages = defineMessages(en, fr);
