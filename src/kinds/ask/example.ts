/** What the help shows of “Ask”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import { type HelpExample, informationNamed } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      question: say('What name is it, please?', 'À quel nom, s’il vous plaît ?'),
      items: [
        { information: 'who', optional: false },
        { information: 'phone', optional: false },
      ],
      readBack: true,
    },
    information: [
      informationNamed('who', 'name', say('Name', 'Nom')),
      informationNamed('phone', 'phone', say('Phone number', 'Numéro de téléphone')),
    ],
    exit: 'got-it',
  };
};
