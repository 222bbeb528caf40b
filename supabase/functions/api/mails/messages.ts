/** Words of the e-mails that the server writes, in both languages. */
import { defineMessages } from '../../../../src/i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const mails = defineMessages(en, fr);
