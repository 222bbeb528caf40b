/** Words of the gallery, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Nouveau scénario',
  back: 'Scénarios',
  lead: 'Choisissez ce qui se rapproche le plus de votre métier. Tout peut être changé ensuite.',
  collects: 'Recueille',
  bestFor: (whom: string) => `Idéal pour ${whom}`,
  bestForTitle: 'Idéal pour',
  empty: 'Partir de zéro',
  emptyText: 'Un plan vide, pour qui sait exactement ce qu’il veut.',
  choose: (title: string) => `Choisir : ${title}`,
  askTitle: 'Deux courtes questions',
  name: 'Quel est le nom de votre établissement ?',
  nameHint: 'Les appelants l’entendront dans le mot d’accueil.',
  nameMissing: 'Indiquez un nom.',
  language: 'Quelle langue parle-t-on pendant l’appel ?',
  languages: { fr: 'Français', en: 'Anglais' },
  create: 'Créer le scénario',
  createFailed: 'Le scénario n’a pas pu être créé.',
} satisfies Messages<typeof en>;
