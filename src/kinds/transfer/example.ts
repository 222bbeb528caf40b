/** What the help shows of “Pass to a person”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      message: say('One moment, I am putting you through.', 'Un instant, je vous passe l’accueil.'),
      people: [{ name: say('Reception', 'Accueil'), number: '01 99 00 12 34' }],
      tellWhy: false,
    },
    before: [
      { by: 'caller', text: say('I want to speak to a person.', 'Je voudrais parler à une personne.') },
    ],
  };
};
