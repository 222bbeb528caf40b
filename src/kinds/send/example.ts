/** What the help shows of “Send”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import { type HelpExample, informationNamed } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      channel: 'sms',
      to: 'caller',
      address: '',
      subject: '',
      text: say('See you {{moment}}. The Round Table', 'À {{moment}}. La Table Ronde'),
    },
    information: [informationNamed('moment', 'text', say('Booked moment', 'Moment réservé'))],
    exit: 'sent',
    before: [
      {
        by: 'assistant',
        text: say('It is booked for Friday at 8.', 'C’est réservé pour vendredi à 20 heures.'),
      },
    ],
    after: [
      {
        by: 'assistant',
        text: say(
          'You will get a text message that confirms it.',
          'Vous allez recevoir un SMS de confirmation.',
        ),
      },
    ],
  };
};
