/** Words of the tour of the editor, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  stop: (number, of) => `Visite : ${number} sur ${of}`,
  skip: 'Passer la visite',
  back: 'Retour',
  next: 'Suite',
  done: 'Terminé',
  stops: {
    drawing: {
      title: 'Voici votre appel',
      text: 'Il commence ici, par l’étape qui décroche. Chaque ligne d’une étape est une chose qui peut arriver, et mène à l’étape suivante.',
    },
    drawingPhone: {
      title: 'Voici votre appel',
      text: 'Lisez-le de haut en bas, étape par étape. Cette barre le montre aussi en dessin, annule, cherche, et ajoute une étape.',
    },
    step: {
      title: 'Chaque étape peut être changée',
      text: 'Touchez une étape, et son formulaire s’ouvre : voici ce que vos appelants entendent en premier. Écrivez-le comme vous le diriez. Tout s’enregistre tout seul.',
    },
    stepPhone: {
      title: 'Chaque étape peut être changée',
      text: 'Touchez une étape, et son formulaire s’ouvre. Écrivez ce qui est dit comme vous le diriez. Tout s’enregistre tout seul.',
    },
    hear: {
      title: 'Écoutez-le, autant que vous voulez',
      text: 'Parlez à votre assistant, ou écoutez un appel. Personne n’est dérangé, et rien n’est facturé.',
    },
    publish: {
      title: 'Puis mettez-le sur un numéro',
      text: 'Les appelants n’entendent rien de vos changements tant que vous ne publiez pas. Vous voyez avant ce qui change, et pouvez revenir en arrière d’un clic.',
    },
  },
} satisfies Messages<typeof en>;
