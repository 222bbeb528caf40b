/** Words of reading aloud, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  controls: 'Écouter',
  play: 'Écouter',
  playSilently: 'Suivre le texte',
  goOn: 'Reprendre',
  pause: 'Pause',
  stop: 'Arrêter',
  next: 'Phrase suivante',
  speed: 'Vitesse',
  times: (speed: string) => `${speed} ×`,
  conversation: 'Conversation',
  assistant: 'Assistant',
  caller: 'Appelant',
  free: 'En italique : l’assistant le dira avec ses propres mots.',
  browserVoice: 'Lu par les voix de votre navigateur, et non par celle qu’entendront les appelants.',
  noVoice: 'Votre navigateur n’a pas de voix pour cette langue. La conversation peut être lue à l’écran.',
  hungUp: 'L’appel est terminé.',
  transferred: 'L’appelant est mis en relation avec une personne.',
} satisfies Messages<typeof en>;
