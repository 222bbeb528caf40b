/** Words above a flow that was just made, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  label: 'Premiers pas',
  ready: 'Votre assistant est prêt.',
  talk: 'Lui parler',
  listen: 'Écouter un appel',
  later: 'Ensuite, quand vous voudrez :',
  allDone: 'Tout est en bonne voie.',
  steps: {
    hours: 'Régler vos horaires',
    calendar: 'Relier un agenda',
    number: 'Choisir un numéro',
  },
  done: ', fait',
  close: 'Ranger',
} satisfies Messages<typeof en>;
