/** Words of the page that shows where the calls of a flow go, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

const calls = (count: number) => pluralFr(count, { zero: 'aucun appel', one: '# appel', other: '# appels' });

export const fr = {
  title: 'Où vont les appels',
  titleOf: (flow) => `Où vont les appels de ${flow}`,
  back: 'Ouvrir le scénario',
  period: 'Période',
  periods: { '7': '7 jours', '30': '30 jours', '90': '90 jours' },
  shown: 'Appels de',
  allVersions: 'Toutes les versions',
  version: (number) => `Version ${number}`,
  liveVersion: (number) => `Version ${number}, en service`,
  draft: (number) => `Brouillon, avec les appels de la version ${number}`,
  draftHint: 'Les étapes qui ne sont pas encore publiées n’ont aucun appel.',
  compare: 'Comparer avec',
  noComparison: 'Sans comparaison',
  comparedWith: (number) => `Comparé à la version ${number}`,
  colon: ' : ',
  drawing: 'Le scénario avec ses appels',
  steps: 'Étapes',
  total: (count) => pluralFr(count, { one: '# appel terminé', other: '# appels terminés' }),
  inPeriod: (days) => `ces ${days} derniers jours`,
  onlyLatest: (most) => `Il y en a eu davantage : seuls les ${most} derniers appels sont comptés.`,
  missing: (count) =>
    pluralFr(count, {
      one: '# étape par laquelle des appels sont passés n’est pas dans ce dessin.',
      other: '# étapes par lesquelles des appels sont passés ne sont pas dans ce dessin.',
    }),
  emptyTitle: 'Aucun appel sur cette période',
  emptyText: 'Choisissez une période plus longue ou une autre version, ou appelez vous-même le numéro.',
  neverTitle: 'Rien n’est encore publié',
  neverText:
    'Dès que ce scénario répondra à un numéro, vous verrez ici où vont vos appelants et où ils raccrochent.',
  calls,
  noCall: 'aucun appel',
  hungUp: (count) => pluralFr(count, { one: '# a raccroché ici', other: '# ont raccroché ici' }),
  ended: {
    failed: (count) => pluralFr(count, { one: '# appel a échoué ici', other: '# appels ont échoué ici' }),
    silent: (count) =>
      pluralFr(count, {
        one: '# appelant est resté silencieux ici',
        other: '# appelants sont restés silencieux ici',
      }),
    tooLong: (count) =>
      pluralFr(count, {
        one: '# appel trop long a été coupé ici',
        other: '# appels trop longs ont été coupés ici',
      }),
  },
  wentWrong: (count) => `n’a pas fonctionné ${pluralFr(count, { one: '# fois', other: '# fois' })}`,
  average: (time) => `${time} en moyenne`,
  ledAway: (count) =>
    pluralFr(count, {
      one: '# appel emmené par une règle valable à tout moment',
      other: '# appels emmenés par une règle valable à tout moment',
    }),
  way: (exit, to) => `${exit} → ${to}`,
  wayCalls: (count, share) => `${calls(count)} (${share})`,
  atMost: (text) => `au plus ${text}`,
  concluded: 'déduit',
  concludedHint:
    'La plupart de ces appels n’ont pas signalé ce chemin ; nous le déduisons de ce qui a été dit.',
  points: (change) => `${change} points`,
  seconds: (change) => `${change} s`,
  compared: (one, other) => `${one} / ${other}`,
  biggest: 'Ce qui diffère le plus',
  change: {
    share: (step, change) => `${step} : ${change} points de tous les appels passent ici`,
    hungUp: (step, change) => `${step} : ${change} points de ses appelants raccrochent ici`,
    time: (step, change) => `${step} : ${change} s en moyenne`,
  },
  noChange: 'Aucune étape ne diffère de plus d’un point ou d’une seconde.',
  few: 'Peu d’appels : une différence peut être due au hasard.',
} satisfies Messages<typeof en>;
