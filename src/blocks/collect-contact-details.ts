/** Collect contact details: name and number, and the e-mail address of who has one; goes on either way. */
import { ask } from '../kinds/ask/kind.ts';
import { say } from '../kinds/say/kind.ts';
import { type Block, step } from './block.ts';
import { NEEDS } from './need.ts';

const SPOKEN = {
  en: {
    title: 'Contact details',
    question: 'May I have your name, please?',
    onTitle: 'Details noted',
    on: 'Very well, thank you.',
  },
  fr: {
    title: 'Coordonnées',
    question: 'À quel nom, s’il vous plaît ?',
    onTitle: 'Coordonnées notées',
    on: 'Très bien, merci.',
  },
};

export const collectContactDetails: Block = {
  id: 'collect-contact-details',
  icon: 'contact',
  words: {
    en: { name: 'Collect contact details', hint: 'Name, number and e-mail address' },
    fr: { name: 'Prendre les coordonnées', hint: 'Nom, numéro et adresse e-mail' },
  },
  draw({ language, collect }) {
    const words = SPOKEN[language];
    return {
      steps: [
        step('contact', ask, language, words.title, {
          question: words.question,
          items: [
            { information: collect(NEEDS.name), optional: false },
            { information: collect(NEEDS.phone), optional: false },
            { information: collect(NEEDS.email), optional: true },
          ],
          readBack: true,
        }),
        step('on', say, language, words.onTitle, { text: words.on, exactly: false }),
      ],
      links: [
        ['contact', 'got-it', 'on'],
        ['contact', 'would-not-say', 'on'],
      ],
    };
  },
};
