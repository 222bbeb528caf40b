/** Words of the list of flows, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Scénarios',
  newFlow: 'Nouveau scénario',
  search: 'Chercher un scénario',
  show: 'Afficher',
  filters: { all: 'Tous', live: 'En service', drafts: 'Brouillons' },
  live: (version: number) => `En service, version ${version}`,
  draft: 'Brouillon',
  problems: (count: number) => pluralFr(count, { one: '# problème', other: '# problèmes' }),
  changed: (when: string) => `Modifié ${when}`,
  map: (name: string) => `Dessin de ${name}`,
  more: (name: string) => `Plus d’actions pour ${name}`,
  open: 'Ouvrir',
  traffic: 'Où vont les appels',
  rename: 'Renommer',
  versions: 'Versions',
  duplicate: 'Dupliquer',
  delete: 'Supprimer',
  copyName: (name: string) => `${name} (copie)`,
  renameTitle: 'Renommer le scénario',
  name: 'Nom',
  save: 'Enregistrer',
  deleteTitle: (name: string) => `Supprimer « ${name} » ?`,
  deleteText:
    'Le dessin est supprimé définitivement. Les appels déjà reçus restent dans la liste des appels.',
  deleteLive: 'Il répond à un numéro de téléphone. Mettez d’abord un autre scénario sur ce numéro.',
  deleted: 'Le scénario est supprimé.',
  duplicated: 'Le scénario est dupliqué.',
  emptyTitle: 'Comment faut-il répondre à votre téléphone ?',
  emptyForViewers: 'Personne n’a encore dessiné de scénario dans cet espace de travail.',
  nothingTitle: 'Aucun scénario trouvé',
  nothingText: 'Essayez un autre mot, ou affichez tous les scénarios.',
  showAll: 'Tout afficher',
} satisfies Messages<typeof en>;
