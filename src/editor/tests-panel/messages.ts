/** The words of the tests, both languages together. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const testsMessages = defineMessages(en, fr);
