/** Build only: React Aria's own sentences in the languages that the screen has, instead of its thirty-four. */
import type { Plugin } from 'vite';

const LOCALE =
  /\/(?:react-aria|react-stately|react-aria-components)\/dist\/.*intl\/.*\/([a-z]{2}-[A-Z]{2})\.m?js$/;
const KEPT = new Set(['en-US', 'fr-FR']);

export function twoLocales(): Plugin {
  return {
    name: 'two-locales',
    apply: 'build',
    transform: {
      filter: { id: LOCALE },
      handler: (_code, id) =>
        KEPT.has(LOCALE.exec(id)?.[1] ?? '') ? null : { code: 'export default {};', map: null },
    },
  };
}
