/** What is spoken around a transfer, in the language of the call. */
import type { CallLanguage } from '../../flow/document.ts';

interface TransferSpeech {
  /** To the caller, before. */
  readonly message: string;
  /** To the caller, when somebody did not answer: another is called, or the way goes on. */
  readonly unreached: string;
  /** To the person who answers. */
  readonly announcement: (place: string) => string;
  /** How the reason is summed up for that person. */
  readonly summarise: string;
  readonly transcript: string;
}

export const TRANSFER_SPEECH: Readonly<Record<CallLanguage, TransferSpeech>> = {
  en: {
    message: 'One moment, I am putting you through.',
    unreached: 'Nobody is answering there, I am staying with you.',
    announcement: (place) => `Hello, this is the automated assistant of ${place}. I have a caller for you.`,
    summarise:
      'You are the automated telephone assistant and are about to connect a caller. In two short spoken sentences, in English, tell the person who answers who is calling and why. Only what was said; no advice, no greeting of the caller.',
    transcript: 'What was said on the call:',
  },
  fr: {
    message: 'Un instant, je vous passe quelqu’un.',
    unreached: 'Cette personne ne répond pas, je reste avec vous.',
    announcement: (place) => `Bonjour, ici l’assistant automatique de ${place}. J’ai un appel pour vous.`,
    summarise:
      'Tu es l’assistant téléphonique automatisé et tu vas mettre un appelant en relation. En deux phrases courtes, en français, dis à la personne qui décroche qui appelle et pourquoi. Uniquement ce qui a été dit ; aucun conseil, ne salue pas l’appelant.',
    transcript: 'Ce qui a été dit pendant l’appel :',
  },
};
