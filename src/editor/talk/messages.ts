/** Words of talking with one's own voice, in both languages. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const talkMessages = defineMessages(en, fr);
