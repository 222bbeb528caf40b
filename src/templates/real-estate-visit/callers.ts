/** Three callers of an agency: one with a reference, one who knows only what they dream of, one who sells. */
import { type Caller, SUNDAY_NIGHT, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Bonjour, j’aimerais visiter un appartement.',
        'C’est la référence A 214.',
        'Zoé Durand',
        '06 12 34 56 78',
        'Le prêt est accordé.',
        'Jeudi matin de préférence.',
        'Oui, c’est ça.',
      ],
      en: [
        'Hello, I would like to visit an apartment.',
        'It is reference A 214.',
        'Zoe Smith',
        '020 7946 0018',
        'The loan is agreed.',
        'Thursday morning if possible.',
        'Yes, that is right.',
      ],
    },
    reaches: 'noted',
  },
  {
    id: 'confused',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Allô ? Vous m’entendez ?',
        'J’appelle pour une annonce.',
        'Je ne sais pas, j’ai perdu le papier.',
        'À Lyon.',
        'Une maison avec un jardin.',
        'Pardon ?',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Hello? Is this thing on?',
        'I am calling about an advertisement.',
        'I do not know, I have lost the paper.',
        'In Leeds.',
        'A house with a garden.',
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
        'Combien vaut ma maison ?',
        '3 rue de la Paix, Paris',
        'Non, ça ne vous regarde pas.',
        'Passez-moi quelqu’un.',
      ],
      en: [
        'What is my house worth?',
        '3 Peace Street, London',
        'That is none of your business.',
        'I want to speak to somebody.',
      ],
    },
    reaches: 'agency',
  },
];
