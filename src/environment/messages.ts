/** What each environment variable is for, in both languages of the README; faults are told to operators in English. */
import { defineMessages } from '../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const environmentMessages = defineMessages(en, fr);
