/** What the help shows of “Say”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      text: say(
        'The kitchen is closed this week for works. The bar is open as usual.',
        'Cette semaine, la cuisine est fermée pour travaux. Le bar reste ouvert comme d’habitude.',
      ),
      exactly: true,
    },
    exit: 'next',
    after: [{ by: 'assistant', text: say('What can I do for you?', 'Que puis-je faire pour vous ?') }],
  };
};
