/** What the help shows of “Find out what they want”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      question: say('What can I do for you?', 'Que puis-je faire pour vous ?'),
      choices: [
        {
          id: 'table',
          label: say('book a table', 'réserver une table'),
          examples: [say('We would like to come and eat tonight', 'On voudrait venir dîner ce soir')],
        },
        {
          id: 'question',
          label: say('a question', 'un renseignement'),
          examples: [say('Do you have a terrace?', 'Avez-vous une terrasse ?')],
        },
      ],
    },
    exit: 'table',
    after: [{ by: 'assistant', text: say('Gladly. For what day?', 'Avec plaisir. Pour quel jour ?') }],
  };
};
