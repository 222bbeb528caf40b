/** What the help shows of “Answer questions”, in both languages of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import type { HelpExample } from '../help-example.ts';

export const example = (language: CallLanguage): HelpExample => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return {
    data: {
      invitation: say('What would you like to know?', 'Que souhaitez-vous savoir ?'),
      facts: [
        {
          id: 'parking',
          question: say('Is there somewhere to park?', 'Peut-on se garer ?'),
          answer: say(
            'Yes, the car park behind the house is free for our guests.',
            'Oui, le parking derrière la maison est gratuit pour nos clients.',
          ),
        },
      ],
      strictness: 'only-these',
    },
    exit: 'satisfied',
  };
};
