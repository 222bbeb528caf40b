/** English callers of payloads that we did not write: easy, confused and contrary ones. */
import type { Talk } from './foreign-chat.ts';

export const ENGLISH_TALKS: readonly Talk[] = [
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
