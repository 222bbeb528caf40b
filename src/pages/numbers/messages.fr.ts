/** Words of the list of numbers, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Numéros',
  lead: 'Quel scénario répond à quel numéro de téléphone.',
  add: 'Ajouter un numéro',
  questionOf: (at: number, of: number) => `Question ${at} sur ${of}`,
  next: 'Continuer',
  previous: 'Retour',
  goes: (time: string) => `Sera rendu à ${time}`,
  forwarded: (number: string) => `Le ${number} y renvoie ses appels`,
  forwardedUnproved: (number: string) => `Le ${number} devrait y renvoyer ses appels : pas encore vérifié`,
  call: 'L’appeler',
  answers: 'Répond',
  nobody: 'Personne encore : publiez-y un scénario',
  sentence: 'Une phrase, selon les horaires',
  message: 'Un message : le scénario est hors service',
  changed: 'Modifié chez Vapi',
  changedHint: 'Quelqu’un a modifié ce qui répond ici. Ouvrez le scénario, puis « Publier », pour décider.',
  provider: 'Fournisseur',
  providers: {
    vapi: 'Vapi',
    sandbox: 'Bac à sable',
    twilio: 'Twilio',
    telnyx: 'Telnyx',
    vonage: 'Vonage',
    'byo-phone-number': 'Trunk SIP',
  },
  states: { active: 'Prêt', activating: 'En préparation', blocked: 'Bloqué' },
  stateHints: {
    active: 'Les appels arrivent.',
    activating: 'Il ne sonne pas encore. Cela prend quelques minutes, et vous n’avez rien à faire.',
    blocked: 'Le fournisseur l’a bloqué : ceux qui appellent ne joignent personne. Écrivez-lui.',
  },
  elsewhere: 'Autre compte',
  elsewhereHint: 'Il est resté dans l’ancien compte Vapi et y répond comme avant.',
  emptyTitle: 'Pas encore de numéro',
  emptyText:
    'Gardez celui que vous avez, connectez-en un ou prenez un numéro d’essai, puis publiez-y un scénario.',
} satisfies Messages<typeof en>;
