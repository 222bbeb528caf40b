/** Three callers of a law firm: one with a new matter, one who does not know whom to ask, one who cannot wait. */
import type { Caller } from '../template.ts';

const TUESDAY_NOON = '2026-11-24T12:15:00+01:00';
const SUNDAY_NIGHT = '2026-11-22T23:30:00+01:00';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Bonjour, c’est pour un divorce.',
        'Zoé Durand',
        '06 12 34 56 78',
        'zoe@example.com',
        'Oui, c’est ça.',
        'La famille.',
        'Marc Durand',
        'Non, aucune.',
        'Non.',
        'Jeudi matin de préférence.',
      ],
      en: [
        'Hello, it is about a divorce.',
        'Zoe Smith',
        '020 7946 0018',
        'zoe@example.com',
        'Yes, that is right.',
        'Family.',
        'Mark Smith',
        'None so far.',
        'No.',
        'Thursday morning if possible.',
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
        'C’est au sujet de mon dossier.',
        'Pardon ?',
        'Paul Petit',
        'Je ne sais pas.',
        'Dites-lui que la lettre est arrivée.',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Hello? Is this thing on?',
        'It is about my case.',
        'Pardon?',
        'Paul Little',
        'I do not know.',
        'Say that the letter has arrived.',
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
      fr: [
        'J’ai besoin d’un avocat tout de suite !',
        'Lise Moreau',
        '06 11 22 33 44',
        'lise@example.com',
        'Oui.',
        'C’est du pénal.',
        'Non.',
        'Non.',
        'Oui, mon frère est en garde à vue.',
      ],
      en: [
        'I need a lawyer right now!',
        'Liz Moore',
        '020 7946 0777',
        'liz@example.com',
        'Yes.',
        'Criminal law.',
        'No.',
        'No.',
        'Yes, my brother is in police custody.',
      ],
    },
    nobodyAnswers: true,
    reaches: 'alerted',
  },
];
