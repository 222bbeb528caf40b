/** Words of a new workspace, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Nouvel espace de travail',
  lead: 'Pour une autre entreprise ou équipe : avec ses propres scénarios, numéros, appels et membres.',
  name: 'Nom',
  nameHint: 'Le nom de votre entreprise ou de votre équipe, tel que vos collègues le voient.',
  create: 'Créer l’espace de travail',
  noneTitle: 'Vous ne faites partie d’aucun espace de travail',
  noneText: 'Créez-en un, ou demandez à un collègue de vous inviter dans le sien.',
  signOut: 'Se déconnecter',
} satisfies Messages<typeof en>;
