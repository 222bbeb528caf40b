/** Words about flows that cannot be read whole, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  banner:
    'Une partie de ce scénario est illisible. Vous pouvez consulter le reste, pas le modifier ; rien n’est perdu.',
  steps: (count: string, most: string) =>
    `Ce scénario compte ${count} étapes. Au-delà de ${most}, il ne peut pas être modifié ici : vous pouvez le consulter, et le diviser ailleurs en plusieurs scénarios.`,
  size: (megabytes: string, most: string) =>
    `Ce scénario occupe ${megabytes} Mo. Au-delà de ${most} Mo, rien ne peut être enregistré : vous pouvez le consulter, pas le modifier.`,
  tooLarge: (megabytes: string, most: string) =>
    `Vos modifications ne peuvent pas être enregistrées : le scénario occupe ${megabytes} Mo, et ${most} Mo est le maximum. Retirez des étapes ou de longs textes.`,
  show: 'Voir ce qui ne va pas',
  title: 'Ce qui est illisible',
  lead: 'Cela vient d’une autre version d’AlloKoli, ou a été abîmé en chemin. Ce qui est enregistré reste tel quel.',
  more: (count: number) => pluralFr(count, { one: 'et # autre', other: 'et # autres' }),
  repairTitle: 'Réparer ce qui peut l’être',
  repairText:
    'Une copie est faite de tout ce qui est lisible. Là où quelque chose ne l’est pas, la copie reçoit ce qu’aurait une nouvelle étape, ou l’omet. Ce scénario n’est pas touché.',
  repair: 'Réparer dans une copie',
  noRepair: 'Rien ne peut être réparé ici. Ouvrez-le avec la version d’AlloKoli qui l’a enregistré.',
  download: 'Télécharger l’original',
  downloadHint: 'Le fichier contient tout ce qui est enregistré, pour la personne qui vous aide.',
  copyName: (name: string) => (name.trim() === '' ? 'Scénario réparé' : `${name} (réparé)`),
  fileName: 'scenario',
  repaired: 'La copie réparée est enregistrée.',
} satisfies Messages<typeof en>;
