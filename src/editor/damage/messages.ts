/** Words about flows that cannot be read whole, both languages together. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const damageMessages = defineMessages(en, fr);
