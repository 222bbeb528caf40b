/** What the help shows of “Check a rule”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import { type HelpExample, weekdayHours } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'house', is: true }] }],
    },
    hours: [weekdayHours('house', say('Reception', 'Accueil'))],
    exit: 'yes',
    before: [{ by: 'caller', text: say('May I speak to somebody?', 'Je peux parler à quelqu’un ?') }],
    after: [
      {
        by: 'assistant',
        text: say('We are open: I am putting you through.', 'Nous sommes ouverts : je vous passe l’accueil.'),
      },
    ],
  };
};
