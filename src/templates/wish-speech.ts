/** What is spoken, and stands on the cards, where the wishes of a template were chosen: in the language of the call. */
import type { CallLanguage } from '../flow/document.ts';

export interface WishSpeech {
  readonly menuTitle: string;
  readonly menuQuestion: string;
  readonly message: string;
  readonly messageExamples: readonly string[];
  readonly person: string;
  readonly personExamples: readonly string[];
  readonly goodbyeTitle: string;
  readonly goodbye: string;
  readonly goodbyeOutcome: string;
}

export const WISH_SPEECH: Readonly<Record<CallLanguage, WishSpeech>> = {
  en: {
    menuTitle: 'What would you like?',
    menuQuestion: 'What can I do for you?',
    message: 'leave a message',
    messageExamples: ['take a note for me', 'pass something on'],
    person: 'speak to somebody',
    personExamples: ['a human, please', 'put me through', 'somebody of your team'],
    goodbyeTitle: 'Nobody available',
    goodbye: 'I am sorry, I cannot do more for you just now. Please call again later. Goodbye.',
    goodbyeOutcome: 'Asked to call again',
  },
  fr: {
    menuTitle: 'Que souhaitez-vous ?',
    menuQuestion: 'Que puis-je faire pour vous ?',
    message: 'laisser un message',
    messageExamples: ['noter quelque chose pour moi', 'transmettez-lui ceci'],
    person: 'parler à quelqu’un',
    personExamples: ['un humain, s’il vous plaît', 'passez-moi une personne', 'quelqu’un de votre équipe'],
    goodbyeTitle: 'Personne de disponible',
    goodbye:
      'Je suis désolé, je ne peux pas faire davantage pour l’instant. Rappelez un peu plus tard. Au revoir.',
    goodbyeOutcome: 'Invité à rappeler',
  },
};
