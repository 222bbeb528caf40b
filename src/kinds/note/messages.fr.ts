/** Words of a note, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Note',
  hint: 'Un mot entre vous ; l’appelant ne l’entend jamais',
  'help.what':
    'Un bout de papier sur le dessin, pour vous et ceux avec qui vous travaillez. Il ne change rien à l’appel.',
  'help.when': 'Pour dire pourquoi une chose est dessinée ainsi, ou ce qui reste à décider.',
  'help.tip': 'Aucun lien n’y mène, et aucun appelant ne l’entend.',
  'field.text': 'Note',
  'field.text.hint': 'Pour vous et vos collègues seulement : elle n’est jamais dite.',
  'field.text.placeholder': 'Voir avec le Dr Martin pour le samedi',
  empty: 'Note vide',
} satisfies Messages<typeof en>;
