/** Three callers who could not be answered: one in the evening, one who mishears, one who gives nothing away. */
import { type Caller, SUNDAY_NIGHT, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: SUNDAY_NIGHT,
    lines: {
      fr: ['Zoé Durand', 'Un devis pour ma cuisine.', 'Oui, bien sûr.', 'Jeudi matin de préférence.'],
      en: ['Zoe Smith', 'A quote for my kitchen.', 'Yes, of course.', 'Thursday morning if possible.'],
    },
    reaches: 'done',
  },
  {
    id: 'confused',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Allô ? Vous m’entendez ?',
        'Paul Petit',
        'C’est pour le jardin.',
        'Hein ?',
        'Non, non.',
        'Heu, attendez.',
        '06 98 76 54 32',
        'Oui.',
        'Demain vers 10 heures.',
      ],
      en: [
        'Hello? Is this thing on?',
        'Paul Little',
        'It is about the garden.',
        'What?',
        'No, no.',
        'Er, wait a moment.',
        '020 7946 0999',
        'Yes.',
        'Tomorrow around 10.',
      ],
    },
    reaches: 'done',
  },
  {
    id: 'difficult',
    at: TUESDAY_NOON,
    lines: {
      fr: ['Allô ?', 'Je préfère ne pas répondre.'],
      en: ['Hello?', 'I would rather not say.'],
    },
    nobodyAnswers: true,
    reaches: 'declined',
  },
];
