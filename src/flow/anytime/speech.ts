/**
 * What the rules of the lane say when the person has written nothing else, and the phrases by which callers are known,
 * per language of the call. Spoken words only; what the rules are called on screen stands elsewhere.
 */
import type { AnytimeRule, CallLanguage } from '../document.ts';

export interface AnytimeWords {
  /** The standard sentence. Empty for `silence`, whose reminders stand in `compile/speech.ts`. */
  readonly sentence: string;
  /** Short, telling phrases: one is recognised when all its words that carry meaning are said. */
  readonly phrases: readonly string[];
}

const en: Readonly<Record<AnytimeRule, AnytimeWords>> = {
  'wants-human': {
    sentence: 'I understand, you would like to speak to somebody.',
    phrases: [
      'speak to somebody',
      'speak to someone',
      'talk to somebody',
      'talk to someone',
      'speak to a person',
      'talk to a human',
      'a real person',
      'put me through to somebody',
    ],
  },
  emergency: {
    sentence: 'If somebody is in danger, please hang up and call 112 or 999 now.',
    phrases: [
      'this is an emergency',
      'call an ambulance',
      'cannot breathe',
      'chest pain',
      'bleeding heavily',
      'there is a fire',
      'somebody is unconscious',
    ],
  },
  robot: {
    sentence: 'Yes, I am an automated assistant.',
    phrases: [
      'are you a robot',
      'are you a machine',
      'is this a computer',
      'are you human',
      'an artificial intelligence',
    ],
  },
  silence: { sentence: '', phrases: [] },
  unclear: { sentence: 'I am sorry, I still do not understand. Could you put it another way?', phrases: [] },
  language: {
    sentence: 'I am sorry, only English is spoken on this line. Désolé, cette ligne ne répond qu’en anglais.',
    phrases: [
      'parlez-vous français',
      'en français s’il vous plaît',
      'do you speak French',
      'habla español',
      'do you speak Spanish',
      'sprechen Sie Deutsch',
    ],
  },
  angry: {
    sentence: 'I am sorry about this. I will do my best to help you.',
    phrases: ['this is ridiculous', 'I am fed up', 'this is unacceptable', 'I am furious', 'what a disgrace'],
  },
};

const fr: Readonly<Record<AnytimeRule, AnytimeWords>> = {
  'wants-human': {
    sentence: 'Je comprends, vous souhaitez parler à quelqu’un.',
    phrases: [
      'parler à quelqu’un',
      'parler à une personne',
      'une vraie personne',
      'parler à un humain',
      'parler à un conseiller',
      'passez-moi quelqu’un',
    ],
  },
  emergency: {
    sentence: 'Si quelqu’un est en danger, raccrochez et appelez tout de suite le 15 ou le 112.',
    phrases: [
      'c’est une urgence',
      'appelez une ambulance',
      'n’arrive plus à respirer',
      'mal à la poitrine',
      'perd beaucoup de sang',
      'il y a le feu',
      'a perdu connaissance',
    ],
  },
  robot: {
    sentence: 'Oui, je suis un assistant vocal automatisé.',
    phrases: [
      'êtes-vous un robot',
      'c’est un robot',
      'je parle à une machine',
      'c’est un répondeur',
      'êtes-vous une vraie personne',
      'une intelligence artificielle',
    ],
  },
  silence: { sentence: '', phrases: [] },
  unclear: {
    sentence: 'Pardon, je ne comprends toujours pas. Pouvez-vous le dire autrement ?',
    phrases: [],
  },
  language: {
    sentence: 'Désolé, cette ligne ne répond qu’en français. I am sorry, only French is spoken on this line.',
    phrases: [
      'do you speak English',
      'in English please',
      'parlez-vous anglais',
      'habla español',
      'parlez-vous espagnol',
      'sprechen Sie Deutsch',
    ],
  },
  angry: {
    sentence: 'Je suis désolé. Je vais faire de mon mieux pour vous aider.',
    phrases: [
      'c’est n’importe quoi',
      'j’en ai marre',
      'c’est inadmissible',
      'je suis furieux',
      'c’est scandaleux',
    ],
  },
};

export const ANYTIME_WORDS: Readonly<Record<CallLanguage, Readonly<Record<AnytimeRule, AnytimeWords>>>> = {
  en,
  fr,
};
