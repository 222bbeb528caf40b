/**
 * What answers a number past the limit of its workspace: the message, then the end of the call or a person. A drawing like any other, so
 * that it is compiled, and says that a machine speaks, like any other. Pure.
 */
import type { CallLanguage, FlowDocument } from '../flow/document.ts';
import { drawing } from './template.ts';

export interface LimitAnswer {
  readonly language: CallLanguage;
  readonly message: string;
  /** E.164; null: the message is said, and the call ends. */
  readonly transferTo: string | null;
}

const WORDS = {
  en: {
    name: 'Monthly limit',
    greeting: 'Hello.',
    disclosure: 'I am an automated assistant.',
    closing: 'Thank you for calling. Goodbye.',
    nobody: 'Nobody can take your call right now. Please try again later. Goodbye.',
    connecting: 'One moment, I am putting you through.',
    person: 'Monthly limit',
  },
  fr: {
    name: 'Plafond mensuel',
    greeting: 'Bonjour.',
    disclosure: 'Je suis un assistant vocal automatisé.',
    closing: 'Merci de votre appel. Au revoir.',
    nobody: 'Personne ne peut prendre votre appel pour le moment. Merci de rappeler plus tard. Au revoir.',
    connecting: 'Un instant, je vous mets en relation.',
    person: 'Plafond mensuel',
  },
} as const;

export function limitAnswerFlow({ language, message, transferTo }: LimitAnswer): FlowDocument {
  const words = WORDS[language];
  const flow = drawing(words.name, language)
    .step('answer', 'answer', words.name, {
      greeting: words.greeting,
      disclosure: words.disclosure,
      assistantName: '',
    })
    .step('message', 'say', words.name, {
      // Braces would name information that the call does not have.
      text: message.replaceAll(/[{}]/g, ''),
      exactly: true,
    });
  if (transferTo === null)
    return flow
      .step('end', 'hang-up', words.name, { closing: words.closing, outcome: '' })
      .ways('answer', { next: 'message' })
      .ways('message', { next: 'end' })
      .build();
  return flow
    .step('person', 'transfer', words.person, {
      message: words.connecting,
      people: [{ name: words.person, number: transferTo }],
      tellWhy: false,
    })
    .step('end', 'hang-up', words.name, { closing: words.nobody, outcome: '' })
    .ways('answer', { next: 'message' })
    .ways('message', { next: 'person' })
    .ways('person', { 'no-answer': 'end' })
    .build();
}
