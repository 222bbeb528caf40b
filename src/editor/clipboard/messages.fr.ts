/** What is said about copying and pasting steps, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  copy: 'Copier l’étape',
  copyMany: (count: number) => pluralFr(count, { one: 'Copier l’étape', other: 'Copier # étapes' }),
  cut: 'Couper l’étape',
  copied: (count: number) => pluralFr(count, { one: 'Étape copiée', other: '# étapes copiées' }),
  tooLargeToCopy: 'Rien n’a été copié : 500 étapes ou 2 Mo au plus à la fois. Sélectionnez moins d’étapes.',
  nothingToPaste: 'Rien à coller : copiez d’abord des étapes.',
  notCopied:
    'Votre navigateur n’a pas permis de copier depuis ce menu. Appuyez sur Ctrl C, ou ⌘ C sur un Mac.',
  noSecondBeginning: 'L’étape qui répond à l’appel n’a pas été collée : ce scénario en a déjà une.',
  onlyABeginning: 'Rien n’a été collé : ce scénario a déjà une étape qui répond à l’appel.',
  'too-large': 'Rien n’a été collé : 500 étapes ou 2 Mo au plus à la fois. Copiez-les en plusieurs parties.',
  newer:
    'Rien n’a été collé : ces étapes ont été copiées dans une version plus récente d’AlloKoli. Rechargez cette page, puis collez à nouveau.',
  unreadable: 'Rien n’a été collé : les étapes copiées sont illisibles. Copiez-les à nouveau, puis collez.',
} satisfies Messages<typeof en>;
