/** What is said where a flow was taken out of service, in the language of the call. The owner's words come in between. */
import type { CallLanguage } from '../../flow/document.ts';

export const speech = {
  en: {
    answerTitle: 'Answer the call',
    endTitle: 'Hang up',
    closing: 'Thank you for calling. Goodbye.',
    words: 'We cannot take your call at the moment. Please call again later.',
  },
  fr: {
    answerTitle: 'Décrocher',
    endTitle: 'Raccrocher',
    closing: 'Merci de votre appel. Au revoir.',
    words: 'Nous ne pouvons pas prendre votre appel pour le moment. Merci de rappeler plus tard.',
  },
} as const satisfies Readonly<Record<CallLanguage, object>>;

/** What the owner may start from. */
export function usualWords(language: CallLanguage): string {
  return speech[language].words;
}
