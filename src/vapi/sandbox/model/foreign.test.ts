/**
 * Payloads that we did not write, talked to by easy, confused and contrary callers. Each row is what the caller says and what
 * is then said and called. The clock says Wednesday, 25 November 2026.
 */
import { describe, expect, it } from 'vitest';
import type { JsonRecord } from '../runtime/record.ts';
import { testSandbox } from '../testing.ts';
import { languageOfText } from './foreign-language.ts';
import { chosenOf, optionsOf } from './foreign-options.ts';
import { FOREIGN } from './testing/foreign-payloads.ts';

interface Talk {
  readonly to: keyof typeof FOREIGN;
  readonly who: string;
  readonly talk: readonly (readonly string[])[];
  readonly because: readonly string[];
}

const TALKS: readonly Talk[] = [
  {
    to: 'pizza',
    who: 'an easy caller',
    talk: [
      ['A large pizza with ham and olives please', 'Delivered to your home: yes or no?'],
      ['Yes', 'What is your full name?'],
      [
        'Bob Smith',
        'Let me read that back. Size of the pizza: large, toppings: olives, ham, Delivered to your home: yes, full name: Bob Smith. Is that right?',
      ],
      [
        'yes',
        'place_order {"size":"large","toppings":["olives","ham"],"delivery":true,"customerName":"Bob Smith"}',
        'Done. Your pizza is ready in 20 minutes. Is there anything else I can do for you?',
      ],
      ['no thanks', 'endCall {}', 'Ciao!'],
    ],
    because: [
      'caller-chose: place order',
      'caller-gave: Size of the pizza, toppings, Delivered to your home, full name',
      'tool-worked',
      'no-more-questions',
    ],
  },
  {
    to: 'pizza',
    who: 'one who asks in between and corrects',
    talk: [
      ['Good evening', 'Size of the pizza: small, medium or large?'],
      ['I would like, uh, a medium one with mushrooms', 'Delivered to your home: yes or no?'],
      [
        'no, wait, can you tell me when you are open?',
        'Opening hours: every day from 11 am to 10 pm. Delivered to your home: yes or no?',
      ],
      ['no', 'What is your full name?'],
      [
        'my name is Bob Smith',
        'Let me read that back. Size of the pizza: medium, toppings: mushrooms, Delivered to your home: no, full name: Bob Smith. Is that right?',
      ],
      [
        'no, the size is large',
        'Let me read that back. Size of the pizza: large, toppings: mushrooms, Delivered to your home: no, full name: Bob Smith. Is that right?',
      ],
      [
        'yes',
        'place_order {"size":"large","toppings":["mushrooms"],"delivery":false,"customerName":"Bob Smith"}',
        'Done. Your pizza is ready in 20 minutes. Is there anything else I can do for you?',
      ],
      ['goodbye', 'endCall {}', 'Ciao!'],
    ],
    because: [
      'went-on',
      'caller-gave: Size of the pizza, toppings, Delivered to your home, full name',
      'tool-worked',
      'no-more-questions',
    ],
  },
  {
    to: 'pizza',
    who: 'one who wants nothing',
    talk: [['No thanks', 'endCall {}', 'Ciao!']],
    because: ['caller-refused'],
  },
  {
    to: 'reception',
    who: 'one who says it all at once',
    talk: [
      [
        'Je voudrais prendre rendez-vous lundi à 10 heures',
        'vers_rendez_vous {"destination":"Rendez-vous"}',
        'Pouvez-vous me donner votre nom ?',
      ],
      ['Anna Martin', 'Pouvez-vous me donner votre numéro de téléphone ?'],
      [
        '06 12 34 56 78',
        'Je récapitule : date du rendez-vous : lundi 30 novembre, heure souhaitée : 10:00, nom : Anna Martin, numéro de téléphone : 06 12 34 56 78. C’est bien cela ?',
      ],
      [
        'oui',
        'prendre_rendez_vous {"date":"2026-11-30","heure":"10:00","nom":"Anna Martin","telephone":"0612345678"}',
        'C’est fait. Le rendez-vous est confirmé.',
        'endCall {}',
      ],
    ],
    because: [
      'caller-chose: Rendez-vous',
      'caller-chose: prendre rendez vous',
      'caller-gave: Date du rendez-vous, Heure souhaitée, Nom, Numéro de téléphone',
      'tool-worked',
      'went-on',
    ],
  },
  {
    to: 'reception',
    who: 'one who asks about a bill',
    talk: [
      [
        'J’ai reçu une facture bizarre',
        'vers_facturation {"destination":"Facturation"}',
        'Que puis-je faire pour vous ?',
      ],
      [
        'Sous combien de jours se règle une facture ?',
        'Les factures se règlent sous 30 jours. Puis-je faire autre chose pour vous ?',
      ],
      ['au revoir', 'endCall {}'],
    ],
    because: ['caller-chose: Facturation', 'caller-refused'],
  },
  {
    to: 'reception',
    who: 'a confused one who will not give a name',
    talk: [
      ['Bonjour', 'Que puis-je faire pour vous : Rendez-vous ou Facturation ?'],
      ['c’est pour le docteur', 'Que puis-je faire pour vous : Rendez-vous ou Facturation ?'],
      ['le premier', 'vers_rendez_vous {"destination":"Rendez-vous"}', 'Date du rendez-vous : quel jour ?'],
      ['mercredi', 'Heure souhaitée : à quelle heure ?'],
      ['neuf heures', 'Pouvez-vous me donner votre nom ?'],
      ['je préfère ne pas le dire', 'Je comprends. Puis-je faire autre chose pour vous ?'],
      ['au revoir', 'endCall {}'],
    ],
    because: ['caller-chose: Rendez-vous', 'went-on', 'caller-refused', 'caller-refused'],
  },
  {
    to: 'survey',
    who: 'one who answers, in the end within the scale',
    talk: [
      ['Yes', 'What is the rating of our service?'],
      ['eleven', 'Sorry, I did not catch that. What is the rating of our service?'],
      ['nine', 'Would you come back?'],
      ['of course', 'What is your comment?'],
      [
        'All good',
        'Let me read that back. Rating of our service: 9, Would you come back: yes, Your comment: All good. Is that right?',
      ],
      ['yes', 'save_answers {"score":9,"wouldReturn":true,"comment":"All good"}', 'Done.', 'endCall {}'],
    ],
    because: [
      'went-on',
      'caller-gave: Rating of our service, Would you come back, Your comment',
      'tool-worked',
      'went-on',
    ],
  },
  {
    to: 'survey',
    who: 'one without time',
    talk: [['No, I have no time', 'endCall {}']],
    because: ['caller-refused'],
  },
  {
    to: 'survey',
    who: 'one who stops halfway',
    talk: [
      ['Yes', 'What is the rating of our service?'],
      ['7', 'Would you come back?'],
      ['I would rather not say', 'I understand. Is there anything else I can do for you?'],
      ['bye', 'endCall {}'],
    ],
    because: ['went-on', 'caller-refused', 'caller-refused'],
  },
  {
    to: 'triage',
    who: 'one whose device is broken',
    talk: [
      ['My screen is broken', 'transferCall {"destination":"Technical"}', 'Technical support.'],
      ['It is A B 1 2 3 4', 'What is wrong?'],
      [
        'It stays dark',
        'Let me read that back. Serial number of the device: AB1234, What is wrong: It stays dark. Is that right?',
      ],
      [
        'yes',
        'open_ticket {"serial":"AB1234","problem":"It stays dark"}',
        'Done. Ticket 12 is open. Is there anything else I can do for you?',
      ],
    ],
    because: [
      'caller-chose: Technical',
      'went-on',
      'caller-gave: Serial number of the device, What is wrong',
      'tool-worked',
    ],
  },
  {
    to: 'triage',
    who: 'one who says hello first',
    talk: [
      ['Hello', 'What may I do for you: Billing or Technical?'],
      [
        'I was charged twice',
        'transferCall {"destination":"Billing"}',
        'I pass you to billing.',
        'Billing speaking.',
      ],
      [
        'When are invoices sent?',
        'Invoices are sent on the first of the month. Is there anything else I can do for you?',
      ],
    ],
    because: ['caller-chose: Billing'],
  },
  {
    to: 'garage',
    who: 'one who is known by name, asks and corrects',
    talk: [
      [
        'Vous êtes ouverts quand ?',
        'Nous sommes ouverts du lundi au vendredi de 8 h à 18 h. Puis-je faire autre chose pour vous ?',
      ],
      ['un devis alors', 'Pouvez-vous me donner votre budget maximum en euros ?'],
      ['8 000 euros', 'Pouvez-vous me préciser : panne constatée ?'],
      [
        'le moteur',
        'Je récapitule : nom : Zoé Petit, immatriculation : AB-123-CD, budget maximum en euros : 8000, panne constatée : le moteur. C’est bien cela ?',
      ],
      [
        'non, la panne c’est les freins',
        'Je récapitule : nom : Zoé Petit, immatriculation : AB-123-CD, budget maximum en euros : 8000, panne constatée : les freins. C’est bien cela ?',
      ],
      [
        'oui',
        'demander_devis {"nom":"Zoé Petit","immatriculation":"AB-123-CD","budget":8000,"panne":"les freins"}',
        'C’est fait. Puis-je faire autre chose pour vous ?',
      ],
      ['merci, au revoir', 'Merci de votre appel. Au revoir.'],
    ],
    because: [
      'caller-chose: demander devis',
      'caller-gave: Nom, Immatriculation, Budget maximum en euros, Panne constatée',
      'tool-worked',
      'no-more-questions',
    ],
  },
  {
    to: 'garage',
    who: 'one who says what is not wanted',
    talk: [
      [
        'Je ne veux pas de devis, je veux parler à un conseiller',
        'transferCall {"destination":"+33199000001"}',
        'Transferring the call now.',
        'Je suis désolé, personne ne peut prendre votre appel pour le moment.',
      ],
    ],
    because: ['caller-chose: Un conseiller de l’atelier', 'nobody-answered'],
  },
  {
    to: 'garage',
    who: 'one who changes his mind',
    talk: [
      ['Il me faut un devis', 'Pouvez-vous me donner votre budget maximum en euros ?'],
      [
        'en fait je veux parler à quelqu’un',
        'transferCall {"destination":"+33199000001"}',
        'Transferring the call now.',
        'Je suis désolé, personne ne peut prendre votre appel pour le moment.',
      ],
    ],
    because: ['caller-chose: demander devis', 'caller-chose: Un conseiller de l’atelier', 'nobody-answered'],
  },
  {
    to: 'hotel',
    who: 'one who asks first and books then',
    talk: [
      [
        'Do you have a room for 2 tomorrow?',
        'check_availability {"arrival":"2026-11-26","guests":2}',
        'Done. One room is free. Is there anything else I can do for you?',
      ],
      ['Then book it', 'What is your email?'],
      [
        'bob at example dot com',
        'Let me read that back. arrival: Thursday, November 26, Number of guests: 2, email: bob@example.com. Is that right?',
      ],
      [
        'yes',
        'book_room {"arrival":"2026-11-26","guests":2,"email":"bob@example.com"}',
        'Done. Is there anything else I can do for you?',
      ],
      ['no', 'endCall {}'],
    ],
    because: [
      'caller-chose: check availability',
      'caller-gave: arrival, Number of guests',
      'tool-worked',
      'caller-chose: book room',
      'caller-gave: arrival, Number of guests, email',
      'tool-worked',
      'no-more-questions',
    ],
  },
  {
    to: 'hotel',
    who: 'one who asks what the prompt knows, and what it does not',
    talk: [
      [
        'When is breakfast served?',
        'Breakfast is served from 7 to 10. Is there anything else I can do for you?',
      ],
      ['Is there a sauna?', 'What may I do for you: check availability or book room?'],
    ],
    because: [],
  },
  {
    to: 'parcel',
    who: 'one who gives the number at once',
    talk: [
      [
        'Ma livraison, le colis 778899',
        'vers_livraison {"destination":"Livraison","numero_colis":"778899"}',
        'Je regarde le colis 778899.',
      ],
    ],
    because: ['caller-chose: Livraison', 'caller-gave: Numéro du colis'],
  },
  {
    to: 'parcel',
    who: 'one who must be asked twice',
    talk: [
      ['Où est ma livraison ?', 'Pouvez-vous me préciser : numéro du colis ?'],
      ['euh', 'Pardon, je n’ai pas bien compris. Pouvez-vous me préciser : numéro du colis ?'],
      [
        'AB 1234',
        'vers_livraison {"destination":"Livraison","numero_colis":"AB1234"}',
        'Je regarde le colis AB1234.',
      ],
    ],
    because: ['caller-chose: Livraison', 'caller-gave: Numéro du colis'],
  },
  {
    to: 'plumber',
    who: 'one with a leak',
    talk: [
      ['J’ai une fuite', 'Pouvez-vous me donner votre nom ?'],
      ['Luc Morel', 'Pouvez-vous me donner votre numéro de téléphone ?'],
      ['06 12 34 56 78', 'Pouvez-vous me préciser : rue et numéro ?'],
      ['3 rue Haute', 'Pouvez-vous me préciser : ville ?'],
      ['Lyon', 'Pour quel jour ?'],
      ['demain', 'À quelle heure ?'],
      [
        '14h30',
        'Je récapitule : nom : Luc Morel, numéro de téléphone : 06 12 34 56 78, rue et numéro : 3 rue Haute, ville : Lyon, jour : jeudi 26 novembre, heure : 14:30. C’est bien cela ?',
      ],
      [
        'oui',
        'enregistrer_demande {"fullName":"Luc Morel","phone":"0612345678","address":{"street":"3 rue Haute","city":"Lyon"},"visit":"2026-11-26T14:30:00"}',
        'C’est fait. Puis-je faire autre chose pour vous ?',
      ],
    ],
    because: [
      'went-on',
      'caller-gave: nom, numéro de téléphone, Rue et numéro, Ville, jour, heure',
      'tool-worked',
    ],
  },
  {
    to: 'plumber',
    who: 'one who gives up',
    talk: [
      ['au secours', 'Pouvez-vous me donner votre nom ?'],
      ['laissez tomber', 'Je comprends. Puis-je faire autre chose pour vous ?'],
      ['au revoir', 'endCall {}'],
    ],
    because: ['went-on', 'caller-refused', 'caller-refused'],
  },
  {
    to: 'message',
    who: 'one who leaves a message',
    talk: [
      ['Yes', 'What is your name?'],
      ['Bob', 'What is your message?'],
      ['Call me back', 'Let me read that back. Your name: Bob, Your message: Call me back. Is that right?'],
      [
        'yes',
        'take_message {"from":"Bob","text":"Call me back"}',
        'Done. Is there anything else I can do for you?',
      ],
    ],
    because: ['went-on', 'caller-gave: Your name, Your message', 'tool-worked'],
  },
  {
    to: 'message',
    who: 'one who leaves none after all',
    talk: [
      ['Yes', 'What is your name?'],
      ['no', 'What is your message?'],
      ['nothing', 'I understand. Is there anything else I can do for you?'],
      ['bye', 'Thank you for your call. Goodbye.'],
    ],
    because: ['went-on', 'caller-refused', 'caller-refused'],
  },
  {
    to: 'vetoed',
    who: 'one whom the rules are against',
    talk: [
      ['I want to become a member', 'What is your age?'],
      ['30', 'Let me read that back. Your age: 30. Is that right?'],
      [
        'yes',
        'register_member {"age":30}',
        'I am sorry, that is not possible right now. Is there anything else I can do for you?',
      ],
      ['Then cancel my membership', 'What is the member number?'],
      ['1234', 'Let me read that back. Member number: 1234. Is that right?'],
      ['yes', 'cancel_membership {"memberNumber":"1234"}', 'I am sorry, that did not work.'],
      ['mumble', 'What may I do for you: register member, cancel membership or The manager?'],
      ['rhubarb', 'What may I do for you: register member, cancel membership or The manager?'],
      [
        'blah',
        'transferCall {"destination":"+14155550100"}',
        'Transferring the call now.',
        'I am sorry, nobody can take your call right now.',
      ],
    ],
    because: [
      'caller-chose: register member',
      'caller-gave: Your age',
      'rule-failed',
      'caller-chose: cancel membership',
      'caller-gave: Member number',
      'tool-failed',
      'nothing-fitted',
      'nobody-answered',
    ],
  },
  {
    to: 'vetoed',
    who: 'one who takes what is offered',
    talk: [
      ['something', 'What may I do for you: register member, cancel membership or The manager?'],
      [
        'the third',
        'transferCall {"destination":"+14155550100"}',
        'Transferring the call now.',
        'I am sorry, nobody can take your call right now.',
      ],
    ],
    because: ['caller-chose: The manager', 'nobody-answered'],
  },
];

interface ToolCall {
  readonly function: { readonly name: string; readonly arguments: string };
}
interface Output {
  readonly role: string;
  readonly content: string;
  readonly tool_calls?: readonly ToolCall[];
}

/** A chat from the first message on; gives the turns behind it, and every reason as a line. */
async function chat(target: JsonRecord, inputs: readonly string[]) {
  const { send } = testSandbox();
  const turns: string[][] = [];
  let id = '';
  for (const input of ['', ...inputs]) {
    const answer = await send('POST', '/chat', { input, ...(id === '' ? target : { previousChatId: id }) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    id = answer.body.id;
    const output = answer.body.output as readonly Output[];
    turns.push(
      output.flatMap(({ role, content, tool_calls = [] }) => [
        ...(role === 'assistant' && content !== '' ? [content.replaceAll('\u202f', ' ')] : []),
        ...tool_calls.map((call) => `${call.function.name} ${call.function.arguments}`),
      ]),
    );
  }
  const { body } = await send('GET', `/sandbox/control/conversations/${id}`);
  const reasons = body.reasons as readonly { code: string; params: Record<string, string> }[];
  return {
    turns: turns.slice(1),
    because: reasons.map(({ code, params }) => [code, ...Object.values(params)].join(': ')),
  };
}

describe('prompts of others', () => {
  it.each(TALKS)('$to: $who', async ({ to, talk, because }) => {
    const said = talk.map(([input]) => input!);
    const played = await chat(FOREIGN[to], said);
    expect(said.map((input, index) => [input, ...played.turns[index]!])).toEqual(talk);
    expect(played.because).toEqual(because);
    expect(await chat(FOREIGN[to], said), 'the same every time').toEqual(played);
  });

  it('are at least ten, each with callers', () => {
    expect(new Set(TALKS.map(({ to }) => to)).size).toBe(Object.keys(FOREIGN).length);
    expect(Object.keys(FOREIGN).length).toBeGreaterThanOrEqual(10);
  });
});

describe('the language', () => {
  it.each([
    ['Vous êtes la voix du garage.', 'fr'],
    ['You are the voice of the garage.', 'en'],
    ['Bonjour, comment ça va', 'fr'],
    ['Garage', null],
  ])('%s → %s', (text, language) => {
    expect(languageOfText(text)).toBe(language);
  });

  it('of the one who listens goes before that of the prompt', async () => {
    const own = (rest: JsonRecord) => ({
      assistant: {
        name: 'A',
        firstMessageMode: 'assistant-speaks-first-with-model-generated-message',
        model: {
          provider: 'openai',
          model: 'gpt-4o',
          messages: [{ role: 'system', content: 'You are the voice of the garage.' }],
        },
        ...rest,
      },
    });
    const opening = async (rest: JsonRecord) =>
      (await testSandbox().send('POST', '/chat', { input: '', ...own(rest) })).body.output[0].content;
    expect(await opening({})).toBe('How can I help you?');
    for (const rest of [
      { transcriber: { provider: 'deepgram', model: 'nova-3', language: 'fr-CA' } },
      { voice: { provider: 'azure', voiceId: 'fr-FR-DeniseNeural' } },
      { transcriber: { provider: 'google', language: 'French' } },
    ])
      expect(await opening(rest)).toBe('Que puis-je faire pour vous\u202f?');
  });
});

describe('what is meant', () => {
  const options = optionsOf(
    [
      ['book_appointment', 'Use when the caller wants to book an appointment'],
      ['cancel_appointment', 'Use when the caller wants to cancel an appointment'],
      ['handoff_to_billing', 'Questions about a payment'],
    ].map(([name, description]) => ({
      name: name!,
      description: description!,
      type: 'function',
      parameters: { type: 'object' as const, properties: {} },
    })),
  );
  it.each([
    ['I would like to reserve an appointment', 'book appointment'],
    ['please cancel it', 'cancel appointment'],
    ['annuler mon rendez-vous', 'cancel appointment'],
    ['je voudrais réserver', 'book appointment'],
    ['I have a question about an invoice', 'billing'],
    ['I do not want to cancel, I want to book', 'book appointment'],
    ['an appointment', 'book appointment or cancel appointment'],
    ['the customer wants to call', null],
    ['', null],
  ])('%s → %s', (said, meant) => {
    const chosen = chosenOf(said, options);
    const found = chosen && ('option' in chosen ? [chosen.option] : chosen.between);
    expect(found?.map(({ label }) => label).join(' or ') ?? null).toBe(meant);
  });
});
