/** Words of the panel of problems, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Problèmes',
  close: 'Fermer',
  none: 'Aucun problème trouvé',
  noneText: 'Ce scénario peut être mis en service.',
  whole: 'Le scénario entier',
  fix: 'Corriger',
  leadToStep: (name: string) => `Mener à « ${name} »`,
  leadToBlock: (name: string) => `Mener à un nouveau bloc « ${name} »`,
} satisfies Messages<typeof en>;
