/** Words of the panel of problems, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Problèmes',
  close: 'Fermer',
  none: 'Aucun problème trouvé',
  noneText: 'Ce scénario peut être publié.',
  whole: 'Le scénario entier',
  groups: { blocking: 'Bloque un appel', looking: 'À regarder' },
  fix: 'Corriger',
  safe: (count: number) =>
    pluralFr(count, { one: '# se corrige sans risque', other: '# se corrigent sans risque' }),
  fixAll: 'Tout corriger…',
  fixAllTitle: (count: number) =>
    pluralFr(count, { one: 'Corriger un problème ?', other: 'Corriger # problèmes ?' }),
  fixAllText:
    'Voici ce qui change. Aucune de vos phrases n’est touchée, et une seule annulation remet tout comme avant.',
  fixAllNow: 'Corriger',
  leadToStep: (name: string) => `Mener à « ${name} »`,
  leadToBlock: (name: string) => `Mener à un nouveau bloc « ${name} »`,
} satisfies Messages<typeof en>;
