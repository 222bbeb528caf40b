/** Words of the e-mails about alerts, in both languages. */
import { defineMessages } from '../../../../src/i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const alertMails = defineMessages(en, fr);
