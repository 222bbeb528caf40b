/** What the help shows of “Answer the call”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      greeting: say('Good evening, The Round Table.', 'La Table Ronde, bonsoir.'),
      disclosure: say('I am an automated assistant.', 'Je suis l’assistant vocal automatisé.'),
      assistantName: '',
    },
    exit: 'next',
    after: [{ by: 'caller', text: say('Hello, I would like a table.', 'Bonsoir, je voudrais une table.') }],
  };
};
