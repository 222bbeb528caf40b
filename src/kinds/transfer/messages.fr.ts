/** Words of the step “Pass to a person”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Passer à quelqu’un',
  hint: 'Met l’appelant en relation avec une personne',
  'exit.no-answer': 'personne ne répond',
  'field.message': 'Dit avant',
  'field.message.placeholder': 'Un instant, je vous passe quelqu’un.',
  people: 'Qui appeler',
  'people.hint': 'La première personne est appelée.',
  'field.people.name': 'Nom',
  'field.people.name.placeholder': 'Accueil',
  'field.people.number': 'Numéro de téléphone',
  addPerson: 'Ajouter une personne',
  'field.tellWhy': 'Expliquer le motif à la personne',
  'field.tellWhy.hint': 'Elle entend d’abord un court résumé, si la ligne le permet.',
  nobody: 'Personne pour l’instant',
  'changed.people.number': (number: string) => `Les appels sont maintenant passés au ${number}.`,
  'problem.no-number': 'Il n’y a personne à appeler',
  'problem.no-number.do':
    'Sans numéro de téléphone, l’appelant ne peut pas être mis en relation. Ajoutez-en un.',
  'problem.bad-number': (params: { number: string }) =>
    `« ${params.number} » n’est pas un numéro de téléphone`,
  'problem.bad-number.do':
    'Écrivez-le comme vous le composez (01 42 68 53 00) ou avec son indicatif (+32 2 555 12 12).',
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
