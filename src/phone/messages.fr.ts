/** Words of the sandbox's telephone, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Téléphone d’essai',
  sandbox:
    'C’est le bac à sable : aucun vrai téléphone ne sonne et rien n’est facturé. Vous écrivez ou dites ce que dirait l’appelant.',
  number: 'Numéro à appeler',
  from: 'Appel depuis',
  pad: 'Touches',
  keys: { star: 'Étoile', hash: 'Dièse' },
  erase: 'Effacer le dernier chiffre',
  call: 'Appeler',
  calling: 'Appel en cours…',
  hangUp: 'Raccrocher',
  say: 'Ce que dit l’appelant',
  sayPlaceholder: 'Écrivez ce que dit l’appelant…',
  send: 'Le dire',
  aloud: 'Lire à voix haute ce que dit l’assistant',
  talk: 'Parler',
  talked: 'J’ai fini de parler',
  listening: 'J’écoute…',
  talkHint:
    'Appuyez sur le micro pour parler. Votre navigateur en fait du texte, parfois sur les serveurs de son éditeur.',
  cannotListen:
    'Ce navigateur ne sait pas transformer la parole en texte. Écrivez, ou essayez avec Chrome, Edge ou Safari.',
  hearing: {
    'not-allowed':
      'Le micro n’est pas autorisé ici. Autorisez-le à côté de l’adresse de cette page, puis appuyez de nouveau.',
    'nothing-heard': 'Rien n’a été entendu. Appuyez de nouveau et parlez un peu plus près.',
    'no-microphone': 'Aucun micro n’a été trouvé. Branchez-en un, ou écrivez.',
    offline: 'Votre navigateur ne joint pas son service de reconnaissance. Écrivez plutôt.',
    unexpected: 'L’écoute n’a pas fonctionné cette fois. Appuyez de nouveau, ou écrivez.',
  },
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
