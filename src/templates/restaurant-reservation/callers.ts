/** Three callers of a restaurant: one who knows what to say, one who does not, one who changes their mind. */
import { type Caller, SUNDAY_NIGHT, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Bonjour, une table pour demain soir.',
        'demain',
        '20 heures',
        'Nous serons 4.',
        'Zoé Durand',
        '06 12 34 56 78',
        'Oui, c’est ça.',
      ],
      en: [
        'Hello, I would like to book a table.',
        'tomorrow',
        '8 pm',
        'There are 4 of us.',
        'Zoe Smith',
        '020 7946 0018',
        'Yes, that is right.',
      ],
    },
    reaches: 'booked',
  },
  {
    id: 'confused',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Allô ? Vous m’entendez ?',
        'Avez-vous un parking ?',
        'Y a-t-il de la place pour mon camion ?',
        'Pardon ?',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Hello? Is this thing on?',
        'Do you have parking?',
        'Is there room for my lorry?',
        'Pardon?',
        'Paul Little',
        '020 7946 0999',
      ],
    },
    reaches: 'noted',
  },
  {
    id: 'difficult',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Réserver une table.',
        'le 24 décembre',
        '20 heures',
        '2',
        'Lise Moreau',
        '06 11 22 33 44',
        'Non.',
        'Finalement nous serons 12 couverts.',
        'Oui.',
      ],
      en: [
        'Book a table.',
        'on December 24',
        '8 pm',
        '2',
        'Liz Moore',
        '020 7946 0777',
        'No.',
        'The number of guests is 12.',
        'Yes.',
      ],
    },
    reaches: 'manager',
  },
];
