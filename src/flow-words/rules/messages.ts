/** What the rules that hold at any time are called, both languages together. Apart from other words of flows: the lane shows them at once. */
import { defineMessages } from '../../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const ruleNames = defineMessages(en, fr);
