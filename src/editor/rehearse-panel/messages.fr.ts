/** Words of the rehearsal, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Répétition',
  tabs: { talk: 'Parler', tests: 'Essais', listen: 'Écouter' },
  sandbox: 'bac à sable',
  sandboxHint: 'Jouée par un modèle simple sur cette machine, pas par le véritable assistant.',
  close: 'Fermer',
  restart: 'Recommencer',
  follow: 'Montrer l’étape en cours sur le plan',
  placeholder: 'Dites quelque chose…',
  send: 'Dire',
  caller: 'Vous',
  assistant: 'Assistant',
  suggestions: 'Vous pourriez dire',
  refuse: 'Je préfère ne pas le dire',
  somethingElse: 'Tout à fait autre chose',
  information: 'Informations recueillies',
  nothingYet: 'rien pour l’instant',
  hungUp: 'L’appel est terminé.',
  transferred: 'L’appelant a été mis en relation avec une personne.',
  preparing: 'Préparation de la conversation…',
  thinking: 'L’assistant répond',
  notSaved:
    'Les dernières modifications n’ont pas pu être enregistrées ; elles ne peuvent donc pas encore être répétées.',
  errorsFirst: 'Le scénario a des problèmes à corriger d’abord.',
  showProblems: 'Voir les problèmes',
  retry: 'Réessayer',
  answers: {
    name: 'Camille Martin',
    phone: '06 39 98 00 11',
    email: 'camille@example.org',
    date: 'demain',
    time: 'dix heures',
    number: '4',
    'yes-no': 'oui',
    choice: '',
    address: '12 rue des Lilas, à Lyon',
    text: 'c’est au sujet de ma dernière visite',
  },
} satisfies Messages<typeof en>;
