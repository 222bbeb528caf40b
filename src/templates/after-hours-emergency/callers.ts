/** Three callers at night: one with a leak, one whose matter can wait, one who is in danger. */
import { type Caller, SUNDAY_NIGHT } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Non, rien de tout ça.',
        'J’ai une fuite d’eau !',
        '06 12 34 56 78',
        '3 rue de la Paix, Paris',
        'Un tuyau a éclaté dans la cuisine.',
        'Oui.',
        'Oui, c’est ça.',
      ],
      en: [
        'No, none of that.',
        'Water is leaking everywhere!',
        '020 7946 0018',
        '3 Peace Street, London',
        'A pipe has burst in the kitchen.',
        'Yes.',
        'Yes, that is right.',
      ],
    },
    reaches: 'on-call',
  },
  {
    id: 'confused',
    at: SUNDAY_NIGHT,
    lines: {
      fr: [
        'Allô ? Vous m’entendez ?',
        'Non, tout va bien.',
        'C’est pour ma voiture.',
        'Enfin, au sujet de ma facture.',
        'La facture est trop élevée.',
        'Paul Petit',
        '06 98 76 54 32',
      ],
      en: [
        'Hello? Is this thing on?',
        'No, everything is fine.',
        'It is my car.',
        'I mean, it is about my bill.',
        'The bill is too high.',
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
      fr: ['C’est une urgence, dépêchez-vous !', 'Oui, oui, ça brûle dans la cuisine !'],
      en: ['This is an emergency, hurry up!', 'Yes, yes, the kitchen is burning!'],
    },
    reaches: 'danger-end',
  },
];
