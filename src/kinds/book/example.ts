/** What the help shows of “Book”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import { type HelpExample, informationNamed, weekdayHours } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      service: say('Haircut', 'Coupe'),
      minutes: 30,
      hours: 'salon',
      buffer: 0,
      notice: 2,
      when: 'moment',
      name: 'who',
      phone: '',
      confirmation: say('It is booked for {{moment}}.', 'C’est réservé pour {{moment}}.'),
    },
    information: [
      informationNamed('moment', 'text', say('Wished moment', 'Moment souhaité')),
      informationNamed('who', 'name', say('Name', 'Nom')),
    ],
    hours: [weekdayHours('salon', 'Salon')],
    exit: 'booked',
    before: [{ by: 'caller', text: say('Thursday morning, if possible.', 'Jeudi matin, si possible.') }],
  };
};
