/** Words that all pages share, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  tryAgain: 'Réessayer',
  failedTitle: 'Cette page n’a pas pu être chargée',
  brokenTitle: 'Cette page ne fonctionne plus',
  brokenText: 'Ce que vous avez enregistré est en sécurité. Rechargez la page pour continuer.',
  reload: 'Recharger la page',
  details: 'Pour l’assistance',
  notFoundTitle: 'Il n’y a rien ici',
  notFoundText: 'L’adresse est peut-être erronée, ou ce qui était ici a disparu.',
  toFlows: 'Vers les scénarios',
  loading: 'Chargement',
  none: '—',
  unknownFlow: 'Scénario supprimé',
  unknownCaller: 'Numéro masqué',
  reveal: 'Afficher le numéro',
  hide: 'Masquer le numéro',
  outcomes: {
    completed: 'Mené à bien',
    transferred: 'Transféré',
    'caller-hung-up': 'L’appelant a raccroché',
    silence: 'Silence',
    'too-long': 'Trop long',
    failed: 'En échec',
  },
  running: 'En cours',
  afterCalls: 'Les appels et ce qu’ils ont donné',
  places: { calls: 'Appels', appointments: 'Rendez-vous', messages: 'Messages' },
  cancelled: 'Annulé',
  messageStates: {
    queued: 'Nouvel essai bientôt',
    sending: 'En route',
    sent: 'Envoyé',
    caught: 'Gardé ici',
    rehearsed: 'Répétition, non envoyé',
    failed: 'Non envoyé',
  },
} satisfies Messages<typeof en>;
