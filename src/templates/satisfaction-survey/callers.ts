/** Three customers who are called: one content, one who first asks what this is, one who wants no such calls. */
import { type Caller, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: ['Oui, allez-y.', 'Je mets 10.'],
      en: ['Yes, go ahead.', 'I would say 10.'],
    },
    // Without text messages the thanks are only said.
    reaches: 'delighted',
  },
  {
    id: 'confused',
    at: TUESDAY_NOON,
    lines: {
      fr: [
        'C’est un robot ?',
        'D’accord.',
        'Pardon ?',
        'Je dirais quatre.',
        'J’ai attendu deux semaines.',
        'Oui, rappelez-moi.',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Are you a robot?',
        'All right.',
        'Pardon?',
        'I would say four.',
        'I waited for two weeks.',
        'Yes, call me back.',
        'Paul Little',
        '020 7946 0999',
      ],
    },
    reaches: 'alerted',
  },
  {
    id: 'difficult',
    at: TUESDAY_NOON,
    lines: {
      fr: ['Bien sûr.', 'Non mais ne m’appelez plus !'],
      en: ['Of course.', 'No, do not call me again!'],
    },
    reaches: 'stop',
  },
];
