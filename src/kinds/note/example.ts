/** What the help shows of “Note”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      text: say(
        'Ask Anna who answers on Saturdays, and then change the number.',
        'Demander à Anna qui répond le samedi, puis changer le numéro.',
      ),
      color: 'yellow',
    },
    isSilent: true,
  };
};
