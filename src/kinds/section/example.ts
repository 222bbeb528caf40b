/** What the help shows of “Section”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: { title: say('Appointments', 'Rendez-vous'), color: 'blue' },
    isSilent: true,
  };
};
