/** Words of the step “Pass to a person”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Passer à quelqu’un',
  hint: 'Met l’appelant en relation avec une personne',
  'help.what':
    'Dit une phrase et met l’appelant en relation avec une personne. L’assistant ne fait alors plus partie de l’appel.',
  'help.when':
    'Quand on veut absolument une personne, quand c’est urgent, ou quand le scénario ne sait pas mieux faire.',
  'help.tip':
    'Il se peut que personne ne décroche : menez toujours « personne ne répond » à un message, pour que l’appel ne finisse pas dans le silence.',
  'exit.no-answer': 'personne ne répond',
  'field.message': 'Phrase dite avant',
  'field.message.hint': 'L’appelant l’entend avant que cela sonne chez la personne.',
  'field.message.placeholder': 'Un instant, je vous passe quelqu’un.',
  people: 'Qui appeler',
  'people.hintOne': 'La personne ou le service qui prend l’appel.',
  'people.hint': 'Dans cet ordre. Qui est hors de ses horaires n’est pas appelé.',
  'field.people.name': 'Nom',
  'field.people.name.placeholder': 'Accueil',
  'field.people.number': 'Numéro de téléphone',
  'field.people.number.hint': 'Tel que vous le composez, ou avec l’indicatif du pays.',
  'field.people.hours': 'Appelé pendant',
  'field.people.hours.hint': 'En dehors de ces horaires, on n’appelle pas cette personne.',
  always: 'À tout moment',
  'field.people.ringSeconds': 'Durée de sonnerie, en secondes',
  'field.people.ringSeconds.hint':
    'Seulement sur les lignes de votre propre standard (SIP) ; ailleurs, environ une minute.',
  personMore: 'Horaires et durée de sonnerie',
  personMoreSet: (hours: string) => `Appelé pendant : ${hours}`,
  addPerson: 'Ajouter une personne',
  'field.tellWhy': 'Expliquer le motif à la personne',
  'field.tellWhy.hint': 'Elle entend un court résumé de l’appel avant d’être mise en relation.',
  'field.waitForAnswer': 'Rester jusqu’à ce que quelqu’un réponde',
  'field.waitForAnswer.hint':
    'Si une personne ne répond pas, la suivante est appelée ; si personne ne répond, l’appel continue à « personne ne répond ». Fonctionne avec les numéros Twilio.',
  leavesAtOnce:
    'L’appel part aussitôt, vers la première personne. Si elle ne décroche pas, il sonne ou tombe sur sa messagerie : l’assistant n’en sait rien. « Personne ne répond » ne sert que si l’appel n’a pas pu être transféré du tout.',
  more: (count: number) => `et ${count} de plus`,
  nobody: 'Personne pour l’instant',
  'changed.people.number': (number: string) => `Les appels sont maintenant passés au ${number}.`,
  'problem.person-without-number': (params: { name: string }) =>
    params.name === ''
      ? 'Une personne n’a pas de numéro de téléphone'
      : `« ${params.name} » n’a pas de numéro de téléphone`,
  'problem.person-without-number.do': 'Elle n’est pas appelée. Ajoutez le numéro, ou retirez-la.',
  'problem.hours-missing': (params: { name: string }) => `Les horaires de « ${params.name} » n’existent plus`,
  'problem.hours-missing.do':
    'Cette personne ne serait jamais appelée. Choisissez d’autres horaires, ou appelez-la à tout moment.',
  'problem.never-on-duty': (params: { name: string }) => `« ${params.name} » n’est jamais appelé`,
  'problem.never-on-duty.do':
    'Ses horaires n’ont pas une minute d’ouverture. Changez les horaires, ou appelez cette personne à tout moment.',
  'problem.only-first-called': (params: { name: string }) => `Seul « ${params.name} » peut être appelé`,
  'problem.only-first-called.do':
    'L’appel part aussitôt, personne ne remarque donc l’absence de réponse. Pour appeler aussi les autres, restez jusqu’à ce que quelqu’un réponde.',
  'problem.line-cannot-wait': 'Cette ligne ne peut pas attendre que quelqu’un réponde',
  'problem.line-cannot-wait.do':
    'Seuls les numéros Twilio le peuvent. Sur celui-ci, l’appel part aussitôt vers la première personne, sans résumé.',
  'problem.no-number': 'Il n’y a personne à appeler',
  'problem.no-number.do':
    'Sans numéro de téléphone, l’appelant ne peut pas être mis en relation. Ajoutez-en un.',
  'problem.bad-number': (params: { number: string }) =>
    `« ${params.number} » n’est pas un numéro de téléphone`,
  'problem.bad-number.do':
    'Écrivez-le comme vous le composez (01 42 68 53 00) ou avec son indicatif (+32 2 555 12 12).',
  'problem.number-unknown': (params: { number: string }) =>
    `Le « ${params.number} » n’est pas un numéro de téléphone`,
  'problem.number-unknown.do': 'Aucun pays n’a de tel numéro : il n’est pas appelé. Vérifiez les chiffres.',
  'problem.number-special': (params: { number: string }) => `Le « ${params.number} » n’est pas appelé`,
  'problem.number-special.do':
    'Les numéros surtaxés, satellitaires ou spéciaux peuvent coûter très cher. Utilisez un numéro ordinaire.',
  'problem.number-abroad': (params: { number: string }) =>
    `Le « ${params.number} » est dans un pays désactivé`,
  'problem.number-abroad.do': 'Il n’est pas appelé. Un propriétaire peut activer ce pays dans les réglages.',
  'problem.premium-number': (params: { number: string }) => `Appeler le « ${params.number} » est surtaxé`,
  'problem.premium-number.do': 'Chaque appel passé coûterait plus cher. Utilisez un numéro ordinaire.',
  'problem.emergency-number': (params: { number: string }) =>
    `Le « ${params.number} » est un numéro d’urgence`,
  'problem.emergency-number.do':
    'Les secours doivent être appelés par la personne elle-même, depuis son téléphone. Dites plutôt le numéro, puis raccrochez.',
  'problem.same-number': (params: { number: string }) => `Le « ${params.number} » est appelé deux fois`,
  'problem.same-number.do':
    'Qui n’a pas répondu la première fois ne répondra guère la seconde. Retirez-en un, ou changez-le.',
} satisfies Messages<typeof en>;
