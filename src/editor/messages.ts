/** The words of the editor's frame and canvas, both languages together. */
import { defineMessages } from '../i18n/messages.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

export const editorMessages = defineMessages(en, fr);
