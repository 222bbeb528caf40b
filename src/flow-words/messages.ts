/** Words about whole flows, both languages together. */
import { defineMessages } from '../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const flowMessages = defineMessages(en, fr);
export type FlowMessages = (typeof flowMessages)['en'];
