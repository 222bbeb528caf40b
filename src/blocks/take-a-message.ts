/** Take a message: who calls, their number and what it is about; sent on where that is possible, then goodbye. */
import { ask } from '../kinds/ask/kind.ts';
import { hangUp } from '../kinds/hang-up/kind.ts';
import { send } from '../kinds/send/kind.ts';
import { ME } from '../kinds/send/recipient.ts';
import { type Block, step } from './block.ts';
import { NEEDS } from './need.ts';

const SPOKEN = {
  en: {
    title: 'Take a message',
    question: 'I will take a message for you. Your name, please?',
    sendTitle: 'Send it to me',
    subject: (name: string) => `Message from ${name}`,
    text: (name: string, phone: string, message: string) => `${name} (${phone}) called: ${message}`,
    takenTitle: 'Message taken',
    taken: 'Thank you, your message is noted. Goodbye.',
    takenOutcome: 'Message taken',
    noneTitle: 'No message',
    none: 'Very well. Thank you for calling. Goodbye.',
    noneOutcome: 'No message left',
  },
  fr: {
    title: 'Prendre un message',
    question: 'Je prends un message. À quel nom, s’il vous plaît ?',
    sendTitle: 'Me l’envoyer',
    subject: (name: string) => `Message de ${name}`,
    text: (name: string, phone: string, message: string) => `${name} (${phone}) a appelé : ${message}`,
    takenTitle: 'Message pris',
    taken: 'Merci, votre message est noté. Au revoir.',
    takenOutcome: 'Message pris',
    noneTitle: 'Pas de message',
    none: 'Très bien. Merci de votre appel. Au revoir.',
    noneOutcome: 'Aucun message',
  },
};

export const takeAMessage: Block = {
  id: 'take-a-message',
  icon: 'message-square-text',
  words: {
    en: { name: 'Take a message', hint: 'Name, number and message, then goodbye' },
    fr: { name: 'Prendre un message', hint: 'Nom, numéro et message, puis au revoir' },
  },
  draw({ language, hasRuntime, collect }) {
    const words = SPOKEN[language];
    const [name, phone, message] = [collect(NEEDS.name), collect(NEEDS.phone), collect(NEEDS.message)];
    const chip = (id: string) => `{{${id}}}`;
    return {
      steps: [
        step('message', ask, language, words.title, {
          question: words.question,
          items: [name, phone, message].map((information) => ({ information, optional: false })),
        }),
        ...(hasRuntime
          ? [
              step('send', send, language, words.sendTitle, {
                channel: 'email',
                to: ME,
                subject: words.subject(chip(name)),
                text: words.text(chip(name), chip(phone), chip(message)),
              }),
            ]
          : []),
        step('taken', hangUp, language, words.takenTitle, {
          closing: words.taken,
          outcome: words.takenOutcome,
        }),
        step('none', hangUp, language, words.noneTitle, { closing: words.none, outcome: words.noneOutcome }),
      ],
      links: [
        ['message', 'got-it', hasRuntime ? 'send' : 'taken'],
        ['message', 'would-not-say', 'none'],
        // What was said is kept with the call, whether or not it could be sent.
        ...(hasRuntime
          ? ([
              ['send', 'sent', 'taken'],
              ['send', 'problem', 'taken'],
            ] as const)
          : []),
      ],
    };
  },
};
