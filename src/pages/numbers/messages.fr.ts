/** Words of the list of numbers, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Numéros',
  lead: 'Quel scénario répond à quel numéro de téléphone.',
  getTest: 'Obtenir un numéro d’essai',
  gotTest: (number: string) => `Votre numéro d’essai : ${number}`,
  call: 'L’appeler',
  answers: 'Répond',
  nobody: 'Personne encore : publiez-y un scénario',
  message: 'Un message : le scénario est hors service',
  changed: 'Modifié chez Vapi',
  changedHint: 'Quelqu’un a modifié ce qui répond ici. Ouvrez le scénario, puis « Publier », pour décider.',
  provider: 'Fournisseur',
  providers: { vapi: 'Vapi', sandbox: 'Bac à sable' },
  states: { active: 'Prêt', activating: 'En préparation', blocked: 'Bloqué' },
  stateHints: {
    active: 'Les appels arrivent.',
    activating: 'Cela prend quelques minutes. Vous n’avez rien à faire.',
    blocked: 'Le fournisseur l’a bloqué. Écrivez-lui.',
  },
  elsewhere: 'Autre compte',
  elsewhereHint: 'Il est resté dans l’ancien compte Vapi et y répond comme avant.',
  emptyTitle: 'Pas encore de numéro',
  emptyText: 'Prenez un numéro d’essai : publiez-y un scénario, puis appelez-le.',
  notConnected: 'Aucun service téléphonique n’est encore connecté : il n’y a pas de numéro à donner.',
  publish: 'Choisir un scénario',
} satisfies Messages<typeof en>;
