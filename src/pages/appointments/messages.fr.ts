/** Words of the appointments, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Rendez-vous',
  emptyTitle: 'Aucun rendez-vous à venir',
  emptyText:
    'Une étape « Prendre rendez-vous » propose vos créneaux libres à ceux qui appellent. Leurs rendez-vous apparaissent ici.',
  emptyAction: 'Voir les scénarios',
  nameless: 'sans nom',
  calendars: 'Agenda',
  allCalendars: 'Tous',
  usualCalendar: 'L’agenda habituel',
  noneHere: 'Aucun rendez-vous à venir dans cet agenda.',
  toCall: 'L’appel',
  cancel: 'Annuler',
  cancelOne: (name: string) => (name === '' ? 'Annuler le rendez-vous' : `Annuler le rendez-vous de ${name}`),
  cancelTitle: (name: string, when: string) => `Annuler le rendez-vous : ${name}, ${when} ?`,
  cancelText:
    'Ce créneau redevient libre aussitôt pour les autres. Personne n’est prévenu : appelez vous-même la personne.',
  cancelConfirm: 'Libérer ce créneau',
  cancelledNow: 'Le rendez-vous est annulé.',
  feed: {
    title: 'Dans votre agenda',
    text: 'Google Agenda, Outlook, Calendrier d’Apple et d’autres peuvent afficher ces rendez-vous : donnez-leur une adresse secrète, ils se tiennent à jour tout seuls.',
    make: 'Créer l’adresse',
    address: 'Adresse secrète',
    secret:
      'Toute personne qui a cette adresse voit les noms et les numéros. Ne la donnez qu’à votre agenda.',
    which: 'Rendez-vous de',
    copy: 'Copier',
    copied:
      'L’adresse est copiée. Collez-la dans votre agenda, sous « s’abonner » ou « à partir d’une URL ».',
    notCopied: 'L’adresse n’a pas pu être copiée. Sélectionnez-la et copiez-la vous-même.',
    renew: 'Remplacer',
    renewTitle: 'Remplacer l’adresse ?',
    renewText: 'L’adresse actuelle cesse aussitôt. Les agendas qui la suivent auront besoin de la nouvelle.',
    stop: 'Ne plus partager',
    stopTitle: 'Ne plus partager ?',
    stopText: 'L’adresse cesse aussitôt, et les agendas qui la suivent ne reçoivent plus rien.',
  },
} satisfies Messages<typeof en>;
