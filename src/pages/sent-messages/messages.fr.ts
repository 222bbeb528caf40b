/** Words of the messages that calls have sent, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Messages',
  emptyTitle: 'Pas encore de message',
  emptyText:
    'Une étape « Envoyer » écrit un SMS ou un e-mail à la personne qui appelle, ou à vous. Ce qu’elle envoie apparaît ici.',
  emptyAction: 'Voir les scénarios',
  sms: 'SMS',
  email: 'E-mail',
  toCaller: 'La personne qui appelle',
  parts: (count: number) => `compte pour ${count} SMS`,
  toCall: 'L’appel',
  caught: 'Rien ne part vraiment : sur cette machine, les messages sont gardés ici au lieu d’être envoyés.',
  someCaught: (channel: string) => `${channel} : rien ne part vraiment, les messages sont gardés ici.`,
  none: (channel: string) =>
    `${channel} : aucun fournisseur n’est encore connecté, et une étape « Envoyer » prend donc sa sortie « n’a pas fonctionné ». La personne qui gère AlloKoli peut en connecter un.`,
} satisfies Messages<typeof en>;
