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
  named: {
    title: 'Vos agendas',
    text: 'Un agenda de plus se crée dans une étape « Prendre rendez-vous ». L’agenda habituel, lui, est toujours là.',
    ahead: (count: number) =>
      count === 0
        ? 'Aucun rendez-vous à venir'
        : count === 1
          ? '1 rendez-vous à venir'
          : `${count} rendez-vous à venir`,
    usedBy: 'Scénarios qui y prennent rendez-vous',
    inService: 'en service',
    name: 'Nom de l’agenda',
    rename: 'Renommer',
    renameOne: (name: string) => `Renommer l’agenda ${name}`,
    renameHint:
      'Les rendez-vous suivent, et les scénarios en service continuent d’y prendre rendez-vous sans être republiés.',
    renamed: (name: string, to: string) => `L’agenda « ${name} » s’appelle maintenant « ${to} ».`,
    taken:
      'Un autre agenda porte ou a porté ce nom, ou a des rendez-vous aux mêmes heures. Choisissez un autre nom.',
    remove: 'Retirer',
    removeOne: (name: string) => `Retirer l’agenda ${name}`,
    removeTitle: (name: string) => `Retirer l’agenda « ${name} » ?`,
    removed: (name: string, cancelled: number) =>
      cancelled === 0
        ? `L’agenda « ${name} » est retiré.`
        : `L’agenda « ${name} » est retiré, et ses rendez-vous à venir sont annulés (${cancelled}).`,
    serving: (names: readonly string[]) =>
      `${names.map((name) => `« ${name} »`).join(', ')} ${names.length === 1 ? 'répond' : 'répondent'} à des appels et y ${names.length === 1 ? 'prend' : 'prennent'} rendez-vous : l’étape dira aussitôt que la réservation n’a pas fonctionné, et l’appel continuera par cette sortie. Changez d’abord d’agenda dans l’étape, puis publiez.`,
    drafts: (names: readonly string[]) =>
      `Le brouillon de ${names.map((name) => `« ${name} »`).join(', ')} l’utilise : choisissez-y un autre agenda.`,
    keep: 'Les garder',
    keepHint: 'Ils restent dans cette liste et dans votre agenda, sous ce nom.',
    cancel: 'Les annuler',
    cancelHint: 'Personne n’est prévenu : appelez vous-même ces personnes.',
    past: 'Les rendez-vous passés restent aussi longtemps que vos informations sont conservées.',
  },
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
