/** Words of the step “Book”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Prendre rendez-vous',
  hint: 'Trouve un créneau libre et le réserve pour l’appelant',
  'help.what': 'Cherche un moment libre dans votre agenda et le réserve pendant que l’appelant est en ligne.',
  'help.when': 'Pour un rendez-vous ou une table, une fois que l’on sait pour quand et pour qui.',
  'help.tip':
    'Faites demander le jour souhaité avant. Menez « rien de libre » à une étape qui demande un autre jour, ou qui prend un message.',
  'exit.booked': 'réservé',
  'exit.no-slot': 'rien de libre',
  'exit.problem': 'n’a pas fonctionné',
  'field.service': 'Ce qui est réservé',
  'field.service.hint': 'Un nom court, comme vous l’écririez dans votre agenda.',
  'field.service.placeholder': 'Consultation',
  'field.minutes': 'Durée',
  'field.minutes.hint': 'Le rendez-vous entier doit tenir dans les horaires.',
  'field.hours': 'Quand on peut réserver',
  'field.hours.hint': 'Seuls les créneaux compris dans ces horaires sont proposés.',
  'field.calendar': 'Agenda',
  'field.calendar.hint':
    'Les rendez-vous d’un agenda ne prennent pas de place dans un autre : un agenda par médecin, par exemple.',
  calendar: {
    usual: 'L’agenda habituel',
    make: 'Nouvel agenda…',
    name: 'Nom du nouvel agenda',
    placeholder: 'Dr Martin',
    create: 'Créer',
    leave: 'Annuler',
    removed: (name: string) => `${name} (retiré)`,
    gone: 'Cet agenda a été retiré : cette étape ne peut plus y prendre de rendez-vous, et l’appelant part par « n’a pas fonctionné ». Choisissez-en un autre, puis publiez.',
    renamed: (name: string, current: string) => `« ${name} » s’appelle maintenant « ${current} ».`,
    notKept:
      'L’agenda figure dans cette étape, mais n’a pas pu être ajouté à la liste de votre espace. Vérifiez la connexion.',
  },
  'field.when': 'Jour et heure souhaités',
  'field.when.hint': 'Ce que l’appelant a demandé ; une fois le rendez-vous pris, c’est le créneau réservé.',
  'field.name': 'Nom',
  'field.name.hint': 'Le nom auquel le rendez-vous est pris.',
  'field.phone': 'Numéro de téléphone',
  'field.phone.hint': 'Celui auquel vous pouvez rappeler l’appelant.',
  'field.confirmation': 'Phrase de confirmation',
  'field.confirmation.hint': 'Le jour et l’heure sont ajoutés si vous ne les citez pas.',
  'field.confirmation.placeholder': 'Votre rendez-vous est pris.',
  spacing: 'Pauses et délai',
  'field.buffer': 'Pause entre deux rendez-vous',
  'field.buffer.hint': 'Le temps laissé libre après chacun.',
  'field.notice': 'Délai minimal',
  'field.notice.hint': 'Aucun rendez-vous ne commence avant ce délai.',
  minutes: (count: number) => (count <= 1 ? `${count} minute` : `${count} minutes`),
  nothingYet: 'Rien à réserver pour l’instant',
  anyTime: 'horaires à choisir',
  'problem.no-service': 'On ne sait pas ce qui est réservé',
  'problem.no-service.do': 'Personne ne pourrait distinguer les rendez-vous. Donnez un nom court à celui-ci.',
  'problem.hours-missing': 'On ne sait pas quand il est possible de réserver',
  'problem.hours-missing.do':
    'Sans horaires, rien ne peut être proposé. Choisissez-en, ou créez-en de nouveaux.',
  'problem.calendar-removed': (params: { name: string }) => `L’agenda « ${params.name} » a été retiré`,
  'problem.calendar-removed.do':
    'Aucun rendez-vous ne peut plus y être pris : l’appelant quitte cette étape par « n’a pas fonctionné ». Choisissez un autre agenda, ou créez-en un nouveau sous ce nom.',
  'problem.no-wish': 'Le jour et l’heure souhaités sont inconnus',
  'problem.no-wish.do':
    'Sans souhait, rien ne peut être cherché. Faites-le demander avant par une étape « Demander », puis choisissez-le ici.',
  'problem.long-duration': (params: { minutes: number; longest: number }) =>
    `Le rendez-vous dure ${params.minutes} minutes, mais il n’en tient que ${params.longest}`,
  'problem.long-duration.do':
    'Aucun créneau libre ne serait assez long. Raccourcissez-le, ou changez les horaires.',
} satisfies Messages<typeof en>;
