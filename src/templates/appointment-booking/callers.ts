/** Three callers of a practice: one who knows what to say, one who does not, one who will not. */
import { type Caller, SUNDAY_NIGHT, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Bonjour, je voudrais un rendez-vous.',
        'Zoé Durand',
        '06 12 34 56 78',
        'J’ai mal au dos.',
        'Jeudi matin de préférence.',
        'Oui, c’est ça.',
      ],
      en: [
        'Hello, I would like an appointment.',
        'Zoe Smith',
        '020 7946 0018',
        'My back hurts.',
        'Thursday morning if possible.',
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
        'C’est pour ma facture.',
        'Ma facture de mardi est fausse.',
        'Pardon ?',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Hello? Is this thing on?',
        'It is about my bill.',
        'Tuesday’s bill is wrong.',
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
        'Je ne peux pas venir demain.',
        'Je préfère ne pas répondre.',
        'Je préfère ne pas répondre.',
        'C’est pour annuler, un point c’est tout.',
        'Lise Moreau',
        '06 11 22 33 44',
      ],
      en: [
        'I cannot come tomorrow.',
        'I would rather not say.',
        'I would rather not say.',
        'I am cancelling, that is all.',
        'Liz Moore',
        '020 7946 0777',
      ],
    },
    nobodyAnswers: true,
    reaches: 'noted',
  },
];
