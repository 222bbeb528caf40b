/** Consent to recording: asks before anything is kept, and goes on whatever the answer. Switches recording on for those who agree. */
import { ask } from '../kinds/ask/kind.ts';
import { say } from '../kinds/say/kind.ts';
import { type Block, step } from './block.ts';
import { NEEDS } from './need.ts';

const SPOKEN = {
  en: {
    title: 'May we record?',
    question:
      'With your agreement, this call is recorded so that your request is handled well. Do you agree?',
    onTitle: 'Answer noted',
    on: 'Very well, thank you.',
  },
  fr: {
    title: 'Accord pour enregistrer',
    question:
      'Avec votre accord, cet appel est enregistré pour bien traiter votre demande. Êtes-vous d’accord ?',
    onTitle: 'Réponse notée',
    on: 'Très bien, merci.',
  },
};

export const recordingConsent: Block = {
  id: 'recording-consent',
  icon: 'disc',
  words: {
    en: { name: 'Consent to recording', hint: 'Asks first, records those who agree' },
    fr: { name: 'Accord pour enregistrer', hint: 'Demande d’abord, enregistre si c’est oui' },
  },
  draw({ language, settings, collect }) {
    const words = SPOKEN[language];
    const consent = collect(NEEDS.consent, settings.consent);
    return {
      steps: [
        step('consent', ask, language, words.title, {
          question: words.question,
          items: [{ information: consent, optional: false }],
        }),
        step('on', say, language, words.onTitle, { text: words.on, exactly: false }),
      ],
      links: [
        ['consent', 'got-it', 'on'],
        ['consent', 'would-not-say', 'on'],
      ],
      settings: { recording: true, consent },
    };
  },
};
