/** Words of the opening hours of the workspace, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Horaires d’ouverture',
  back: 'Réglages',
  lead: 'Saisissez-les une seule fois : tous les scénarios qui les suivent ont les mêmes heures, jours fériés et jours particuliers.',
  add: 'Nouveaux horaires',
  firstName: 'Horaires d’ouverture',
  emptyTitle: 'Pas encore d’horaires',
  emptyText:
    'Votre semaine, les jours fériés et les jours différents : les scénarios savent ainsi quand vous êtes ouvert.',
  change: 'Modifier les horaires',
  save: 'Enregistrer',
  discard: 'Abandonner les modifications',
  saved: 'Les horaires sont enregistrés.',
  conflict:
    'Quelqu’un d’autre a modifié ces horaires entre-temps. Les vôtres ne sont pas enregistrés ; voici les plus récents.',
  nameMissing: 'Donnez un nom à ces horaires.',
  remove: 'Supprimer',
  removeTitle: (name: string) => `Supprimer « ${name} » ?`,
  removeText: (flows: number) =>
    flows === 0
      ? 'Aucun scénario ne suit ces horaires.'
      : pluralFr(flows, {
          one: 'Un scénario les suit. Il garde sa copie.',
          other: '# scénarios les suivent. Ils gardent leur copie.',
        }),
  usedBy: 'Suivis par',
  unused: 'Aucun scénario ne suit encore ces horaires. Choisissez-les dans une étape « Vérifier ».',
  behind: (flow: string) =>
    `« ${flow} » répond encore avec d’anciens horaires. Publiez-le à nouveau pour utiliser ceux-ci.`,
  openFlow: 'Ouvrir le scénario',
  unreadable:
    'Ces horaires viennent d’une version plus récente d’AlloKoli, ou sont abîmés. Rien n’est perdu : les scénarios gardent les horaires qu’ils ont.',
  days: (days: string, times: string) => `${days} : ${times}`,
  closed: 'fermé',
} satisfies Messages<typeof en>;
