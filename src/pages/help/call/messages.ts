/** Words of “What happens to a call”, in both languages. */
import { defineMessages } from '../../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const callMessages = defineMessages(en, fr);
