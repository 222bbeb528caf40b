/** Words of listening to a way, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  lead: 'Choisissez un chemin du scénario et écoutez-le, appelant et assistant.',
  search: 'Chercher un chemin',
  ways: 'Chemins du scénario',
  count: (count) => pluralFr(count, { one: '# chemin', other: '# chemins' }),
  nothing: 'Aucun chemin ne contient ces mots.',
  cut: 'Il y en a davantage.',
  more: (count) =>
    pluralFr(count, {
      one: 'Encore un : cherchez pour le trouver.',
      other: 'Encore # : cherchez pour les trouver.',
    }),
  at: (step, exit) => (step.endsWith('?') ? `${step} ${exit}` : `${step} : ${exit}`),
  takenOver: (step) => `${step} : une personne répond`,
  back: 'Tous les chemins',
  impossible:
    'Les règles de ce chemin se contredisent : aucun appelant, aucun jour ne peut y mener. Il peut rester ainsi, ou être dessiné autrement.',
  lasts: (duration, low, high) => `Environ ${duration} au téléphone, de ${low} à ${high} par appel.`,
  prices: (low, high, source, month) =>
    `Estimation : de ${low} à ${high} la minute, tout compris (${source}, ${month}). Seul votre contrat fait foi.`,
} satisfies Messages<typeof en>;
