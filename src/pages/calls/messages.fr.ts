/** Words of the list of calls, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Appels',
  period: 'Période',
  periods: { '7': '7 jours', '30': '30 jours', all: 'Tout' },
  outcome: 'Issue',
  allOutcomes: 'Tous',
  flow: 'Scénario',
  allFlows: 'Tous les scénarios',
  when: 'Quand',
  caller: 'Appelant',
  length: 'Durée',
  cost: 'Coût',
  figures: {
    calls: 'Appels',
    served: 'Appels aboutis',
    length: 'Durée moyenne',
    cost: 'Coût',
  },
  none: '—',
  count: (count: number) => pluralFr(count, { one: '# appel', other: '# appels' }),
  onDay: (day, calls) => `${day} : ${calls}`,
  chart: 'Appels par jour',
  openCall: (when: string) => `Appel du ${when}`,
  emptyTitle: 'Pas encore d’appel',
  emptyText:
    'Mettez un scénario sur un numéro et appelez-le : vous verrez ici ce qui s’est dit, et le chemin suivi.',
  emptyAction: 'Voir les numéros',
  nothingTitle: 'Aucun appel trouvé',
  nothingText: 'Choisissez une période plus longue, ou affichez tous les appels.',
  showAll: 'Tout afficher',
} satisfies Messages<typeof en>;
