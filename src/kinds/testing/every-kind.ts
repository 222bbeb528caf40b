/** A drawing for tests with a step of every kind that a call goes through, and rules about information of several types. */
import type { CallLanguage, FlowDocument } from '../../flow/document.ts';
import { drawing } from '../../templates/template.ts';

const DAY = [{ from: 540, to: 1080 }];
const compare = (information: string, operator: string, value: string) => ({
  type: 'compare',
  information,
  operator,
  value,
});
const end = (closing: string) => ({ closing, outcome: '' });
const items = (...ids: string[]) => ids.map((information) => ({ information, optional: false }));

export function everyKind(language: CallLanguage): FlowDocument {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return drawing(say('The Workshop', 'L’Atelier'), language)
    .collect('who', 'name', say('Name', 'Nom'))
    .collect('moment', 'text', say('Wished moment', 'Moment souhaité'))
    .collect('day', 'date', say('Day', 'Jour'))
    .collect('pieces', 'number', say('Number of pieces', 'Nombre de pièces'))
    .collect('urgent', 'yes-no', 'Urgent')
    .collect('colour', 'choice', say('Colour', 'Couleur'), [say('red', 'rouge'), say('blue', 'bleu')])
    .collect('state', 'text', say('State of the order', 'État de la commande'))
    .open('workshop', say('Workshop', 'Atelier'), [DAY, DAY, DAY, DAY, DAY, [], []])
    .step('answer', 'answer', 'Answer', {
      greeting: say('The Workshop, hello.', 'L’Atelier, bonjour.'),
      disclosure: say('I am an automated assistant.', 'Je suis l’assistant vocal automatisé.'),
      assistantName: '',
    })
    .step('words', 'say', 'Words', {
      text: say('We are glad that you call.', 'Merci de votre appel.'),
      exactly: false,
    })
    .step('wish', 'understand', 'Wish', {
      question: say('Is it about a question or an order?', 'C’est pour un renseignement ou une commande ?'),
      choices: [
        { id: 'facts', label: say('a question', 'un renseignement'), examples: [] },
        { id: 'order', label: say('an order', 'une commande'), examples: [] },
      ],
    })
    .step('facts', 'inform', 'Facts', {
      invitation: say('What would you like to know?', 'Que souhaitez-vous savoir ?'),
      facts: [
        {
          id: 'parking',
          question: say('Is there parking?', 'Avez-vous un parking ?'),
          answer: say('Yes, behind the house.', 'Oui, derrière la maison.'),
        },
      ],
      strictness: 'only-these',
    })
    .step('details', 'ask', 'Details', {
      question: say('For what day is it?', 'C’est pour quel jour ?'),
      items: items('day', 'pieces', 'urgent', 'colour', 'who', 'moment'),
      readBack: true,
    })
    .step('rule', 'decide', 'Rule', {
      cases: [
        {
          id: 'early',
          name: say('Early', 'Tôt'),
          match: 'all',
          rules: [compare('day', 'before', '2026-12-20'), compare('urgent', 'is', 'yes')],
        },
        {
          id: 'large',
          name: say('Large', 'Grand'),
          match: 'any',
          rules: [compare('pieces', 'more-than', '10'), compare('colour', 'is', say('blue', 'bleu'))],
        },
      ],
    })
    .step('look', 'connect', 'Look', {
      label: say('Look the order up', 'Chercher la commande'),
      method: 'POST',
      url: 'https://api.example.com/orders',
      headers: [],
      body: [{ name: 'who', information: 'who', value: '' }],
      answers: [{ path: 'order.state', information: 'state' }],
      timeoutSeconds: 5,
      say: say('One moment, I am looking.', 'Un instant, je regarde.'),
    })
    .step('ready', 'decide', 'Ready', {
      cases: [{ id: 'yes', name: '', match: 'all', rules: [compare('state', 'is', 'ready')] }],
    })
    .step('book', 'book', 'Book', {
      service: say('Collection', 'Retrait'),
      minutes: 30,
      hours: 'workshop',
      buffer: 0,
      notice: 2,
      when: 'moment',
      name: 'who',
      phone: '',
      confirmation: say('It is noted for {{moment}}.', 'C’est noté pour {{moment}}.'),
    })
    .step('send', 'send', 'Send', {
      channel: 'sms',
      to: 'caller',
      address: '',
      subject: '',
      text: say('See you {{moment}}.', 'À {{moment}}.'),
    })
    .step('open', 'decide', 'Open', {
      cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'workshop', is: true }] }],
    })
    .step('person', 'transfer', 'Person', {
      message: say('I am putting you through.', 'Je vous passe quelqu’un.'),
      people: [{ name: 'Workshop', number: '01 99 00 12 34' }],
      tellWhy: false,
    })
    .step('done', 'hang-up', 'Done', end(say('See you soon. Goodbye.', 'À bientôt. Au revoir.')))
    .step(
      'sorry',
      'hang-up',
      'Sorry',
      end(say('We will call you. Goodbye.', 'Nous vous rappelons. Au revoir.')),
    )
    .link('answer', 'next', 'words')
    .link('words', 'next', 'wish')
    .link('wish', 'facts', 'facts')
    .link('wish', 'order', 'details')
    .link('wish', 'something-else', 'open')
    .link('facts', 'satisfied', 'done')
    .link('facts', 'could-not-answer', 'open')
    .link('details', 'got-it', 'rule')
    .link('details', 'would-not-say', 'open')
    .link('rule', 'early', 'open')
    .link('rule', 'large', 'book')
    .link('rule', 'otherwise', 'look')
    .link('look', 'worked', 'ready')
    .link('look', 'problem', 'open')
    .link('ready', 'yes', 'done')
    .link('ready', 'otherwise', 'book')
    .link('book', 'booked', 'send')
    .link('book', 'no-slot', 'sorry')
    .link('book', 'problem', 'sorry')
    .link('send', 'sent', 'done')
    .link('send', 'problem', 'sorry')
    .link('open', 'yes', 'person')
    .link('open', 'otherwise', 'sorry')
    .link('person', 'no-answer', 'sorry')
    .always('wants-human', { goTo: 'open' })
    .build();
}
