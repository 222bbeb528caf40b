/** Words of the sandbox's telephone, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Téléphone d’essai',
  sandbox:
    'C’est le bac à sable : aucun vrai téléphone ne sonne et rien n’est facturé. Vous écrivez ce que dirait l’appelant.',
  number: 'Numéro à appeler',
  from: 'Appel depuis',
  pad: 'Touches',
  key: (key: string) => `Touche ${key}`,
  erase: 'Effacer le dernier chiffre',
  call: 'Appeler',
  calling: 'Appel en cours…',
  hangUp: 'Raccrocher',
  say: 'Ce que dit l’appelant',
  sayPlaceholder: 'Écrivez ce que dit l’appelant…',
  send: 'Le dire',
  conversation: 'Conversation',
  connected: 'En ligne',
  ended: 'L’appel est terminé.',
  again: 'Rappeler',
  seeCalls: 'Voir l’appel dans la liste',
  assistant: 'Assistant',
  caller: 'Vous',
  failures: {
    offline: 'Pas de connexion. Vérifiez votre réseau, puis réessayez.',
    'no-answer': 'Personne ne répond à ce numéro. Un scénario y est-il publié ?',
    unexpected: 'La ligne a été coupée. Réessayez dans un instant.',
  },
} satisfies Messages<typeof en>;
