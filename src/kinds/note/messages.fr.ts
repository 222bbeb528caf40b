/** Words of a note, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Note',
  hint: 'Un mot entre vous ; l’appelant ne l’entend jamais',
  'field.text': 'Note',
  'field.text.hint': 'Pour vous et vos collègues seulement : elle n’est jamais dite.',
  'field.text.placeholder': 'Voir avec le Dr Martin pour le samedi',
  empty: 'Note vide',
} satisfies Messages<typeof en>;
