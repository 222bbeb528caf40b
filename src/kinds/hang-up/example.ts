/** What the help shows of “Hang up”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      closing: say('See you on Friday. Goodbye.', 'À vendredi. Au revoir.'),
      outcome: say('Table booked', 'Table réservée'),
    },
    before: [{ by: 'caller', text: say('That is all, thank you.', 'C’est tout, merci.') }],
  };
};
