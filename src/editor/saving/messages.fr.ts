/** Words about saving, choosing between two versions, and what was set aside, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  blocked:
    'Cet appareil ne peut pas garder de copie de votre travail : son stockage est plein ou bloqué. Vos modifications ne sont enregistrées qu’en ligne ; restez connecté.',
  conflict: {
    banner: (count: number) =>
      pluralFr(count, {
        one: 'Une chose que vous avez modifiée l’a aussi été ailleurs. Rien n’est perdu : choisissez ce que le scénario garde.',
        other:
          '# choses que vous avez modifiées l’ont aussi été ailleurs. Rien n’est perdu : choisissez ce que le scénario garde.',
      }),
    open: 'Comparer et choisir',
    title: 'Que doit garder le scénario ?',
    lead: 'Tout le reste a été réuni automatiquement. Ce que vous ne choisissez pas est mis de côté et peut être repris en copie.',
    mine: 'Ma version',
    theirs: 'L’autre version',
    allMine: 'Garder toutes mes versions',
    allTheirs: 'Garder toutes les autres',
    save: 'Enregistrer',
    left: (count: number) =>
      pluralFr(count, { zero: 'Tout est choisi', one: 'Reste # choix', other: 'Restent # choix' }),
    failed: 'L’enregistrement n’a pas abouti. Tout est encore là ; réessayez dans un instant.',
    kept: 'Enregistré selon vos choix. Les deux versions sont mises de côté.',
    show: 'Les voir',
    changed: 'Le scénario a encore changé entre-temps. Regardez ce qui reste à choisir.',
    places: {
      positions: (count: number) =>
        pluralFr(count, { one: 'Place d’une étape sur le dessin', other: 'Place de # étapes sur le dessin' }),
      settings: 'Réglages du scénario',
      anytime: 'À tout moment',
      name: 'Nom du scénario',
      language: 'Langue de l’appel',
      information: 'Information',
      hours: 'Horaires',
    },
  },
  aside: {
    title: 'Versions mises de côté',
    lead: 'Quand la même chose a été modifiée à deux endroits, les deux versions entières sont gardées ici : les 20 dernières, pendant 90 jours.',
    none: 'Rien n’a été mis de côté.',
    noneText: 'Quand vous choisissez entre deux versions, les deux sont gardées ici.',
    own: (who: string) => `La version de ${who}`,
    you: 'vous',
    someone: 'l’autre personne',
    other: 'Le scénario jusque-là',
    copy: 'Reprendre en copie',
    open: 'Ouvrir la copie',
    copyName: (name: string, when: string) => `${name} (${when})`,
    unreadable: 'Illisible ici.',
    failed: 'Cela n’a pas fonctionné. Réessayez dans un instant.',
    retry: 'Réessayer',
  },
  refused: {
    text: 'Vos modifications ne peuvent pas être enregistrées : vous pouvez seulement consulter ce scénario, ou il a été supprimé.',
    copy: 'Garder mon travail en copie',
    copyName: (name: string) => `${name} (mes modifications)`,
    copied: (name: string) => `Votre travail est enregistré sous « ${name} ».`,
    open: 'Ouvrir la copie',
    failed: 'Cela n’a pas fonctionné. Vos modifications sont toujours là.',
  },
} satisfies Messages<typeof en>;
