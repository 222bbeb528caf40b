/** Words of the page behind the links in e-mails about alerts, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Alertes par e-mail',
  looking: 'Vérification du lien',
  retry: 'Réessayer',
  confirm: (workspace) => `Alertes de ${workspace}`,
  confirmText: (address) =>
    `Faut-il prévenir ${address} quand des appels échouent, qu’un plafond est atteint ou qu’un numéro ne répond pas ? Chacun de ces e-mails permet d’y mettre fin.`,
  confirmDo: 'Oui, me les envoyer',
  confirmed: (address) => `${address} est prévenu à partir de maintenant. Vous pouvez fermer cette page.`,
  stop: (workspace) => `Ne plus recevoir les alertes de ${workspace} ?`,
  stopText: (address) => `Plus rien ne sera envoyé à ${address}.`,
  stopDo: 'Ne plus les recevoir',
  stopped: 'Plus aucune alerte n’est envoyée à cette adresse. Vous pouvez fermer cette page.',
  gone: 'Ce lien est trop ancien, ou la personne qui a demandé a changé d’avis. Demandez-lui de l’envoyer de nouveau.',
  unknown: 'Ce lien est incomplet. Ouvrez de nouveau celui de l’e-mail.',
} satisfies Messages<typeof en>;
