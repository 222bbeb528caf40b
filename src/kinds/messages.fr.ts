/** Words that the forms of several kinds share, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  insert: 'Insérer une information',
  insertShort: 'information',
  insertTitle: 'Ce qu’a dit l’appelant',
  find: 'Chercher ou nommer une information',
  create: (name: string) => `Créer « ${name} »`,
  noneYet: 'Rien n’est encore demandé. Tapez un nom pour en créer une.',
  unknownInformation: 'inconnue',
  nothingYet: 'Rien d’écrit pour l’instant',
  remove: 'Retirer',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  information: {
    name: 'Un nom',
    phone: 'Un numéro de téléphone',
    email: 'Une adresse e-mail',
    date: 'Une date',
    time: 'Une heure',
    number: 'Un nombre',
    'yes-no': 'Oui ou non',
    choice: 'Un choix dans une liste',
    address: 'Une adresse postale',
    text: 'Texte libre',
  },
} satisfies Messages<typeof en>;
