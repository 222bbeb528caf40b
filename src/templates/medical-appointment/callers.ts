/** Three callers of a practice: one who knows what to say, one who does not, one who is in an emergency half way. */
import { type Caller, SUNDAY_NIGHT, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Bonjour, je voudrais un rendez-vous.',
        'Zoé Durand',
        'le 12 mars 1985',
        '06 12 34 56 78',
        'J’ai mal au dos.',
        'Le docteur Martin.',
        'Jeudi matin de préférence.',
        'Oui, c’est ça.',
      ],
      en: [
        'Hello, I would like an appointment.',
        'Zoe Smith',
        'March 12, 1985',
        '020 7946 0018',
        'My back hurts.',
        'Doctor Martin.',
        'Thursday morning if possible.',
        'Yes, that is right.',
      ],
    },
    // Without a calendar the wish is noted: the secretary calls back.
    reaches: 'noted',
  },
  {
    id: 'confused',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Allô ? Vous m’entendez ?',
        'Faites-vous des visites à domicile ?',
        'Et la fille du facteur ?',
        'La fille du facteur !',
        'Je rappelle pour le facteur.',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Hello? Is this thing on?',
        'Do you make home visits?',
        'And the postman’s daughter?',
        'The postman’s daughter!',
        'I am calling about the postman.',
        'Paul Little',
        '020 7946 0999',
      ],
    },
    reaches: 'noted',
  },
  {
    id: 'difficult',
    at: SUNDAY_NIGHT,
    lines: {
      fr: ['C’est pour déplacer mon rendez-vous.', 'Attendez, il a mal à la poitrine !'],
      en: ['I want to move my appointment.', 'Wait, he has got chest pain!'],
    },
    reaches: 'urgent',
  },
];
