/** Three people who are called back: one with a project, one who is driving, one who wants no more calls. */
import { type Caller, TUESDAY_NOON } from '../template.ts';

export const callers: readonly Caller[] = [
  {
    id: 'easy',
    at: TUESDAY_NOON,
    lines: {
      fr: ['Oui, allez-y.', 'Une cuisine neuve.', 'Huit mille euros.', 'Dans 2 mois.', 'Oui.'],
      en: ['Yes, go ahead.', 'A new kitchen.', '8000 euros', 'In 2 months.', 'Yes.'],
    },
    reaches: 'seller',
  },
  {
    id: 'confused',
    at: TUESDAY_NOON,
    lines: {
      fr: ['C’est un robot ?', 'Allô ?', 'Je suis en voiture.', 'Demain soir, après 18 heures.'],
      en: ['Are you a robot?', 'Hello?', 'I am driving.', 'Tomorrow after 6 pm.'],
    },
    reaches: 'later-noted',
  },
  {
    id: 'difficult',
    at: TUESDAY_NOON,
    lines: {
      fr: ['Bien sûr.', 'Changer la cuisine.', 'Bon, ne m’appelez plus !'],
      en: ['Of course.', 'Change the kitchen.', 'Well, do not call me again!'],
    },
    reaches: 'stop',
  },
];
