/** Words of the widgets themselves, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  cancel: 'Annuler',
  close: 'Fermer',
  clearSearch: 'Effacer la recherche',
  loading: 'Chargement',
  dismiss: 'Masquer',
  notifications: 'Notifications',
  increase: (what) => `Augmenter : ${what}`,
  decrease: (what) => `Diminuer : ${what}`,
  optional: 'facultatif',
  languageMissing: 'Les textes de cette langue n’ont pas pu être chargés. Réessayez une fois en ligne.',
} satisfies Messages<typeof en>;
