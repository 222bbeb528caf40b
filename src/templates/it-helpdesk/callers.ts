/** Three callers of a helpdesk: one with a jammed printer, one who does not know what it is, one who was tricked. */
import { type Caller, SUNDAY_NIGHT, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'Zoé Durand',
        'La société Lumière.',
        '06 12 34 56 78',
        'C’est l’imprimante.',
        'Il y a un bourrage papier.',
        'Merci, c’est tout.',
      ],
      en: [
        'Zoe Smith',
        'The Lumen company.',
        '020 7946 0018',
        'It is the printer.',
        'There is a paper jam.',
        'Thank you, that is all.',
      ],
    },
    reaches: 'solved',
  },
  {
    id: 'confused',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Paul Petit',
        'La mairie de Vaux.',
        '06 98 76 54 32',
        'Euh, comment dire…',
        'Tout est bleu.',
        'L’écran est tout bleu.',
        'Depuis ce matin.',
        'Oui, je ne peux plus rien faire.',
      ],
      en: [
        'Paul Little',
        'The town hall.',
        '020 7946 0999',
        'Well, hard to explain.',
        'Everything is blue.',
        'The screen is all blue.',
        'Since this morning.',
        'Yes, I am stuck.',
      ],
    },
    // Without a ticket system it is noted, and a technician calls back.
    reaches: 'noted',
  },
  {
    id: 'difficult',
    at: TUESDAY_NOON,
    lines: {
      fr: ['Lise Moreau', 'Moreau Frères.', '06 11 22 33 44', 'J’ai cliqué sur un lien bizarre !'],
      en: ['Liz Moore', 'Moore Brothers.', '020 7946 0777', 'I clicked on a strange link!'],
    },
    reaches: 'on-call',
  },
];
