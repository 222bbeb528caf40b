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
  'problem.no-number': 'Il n’y a personne à appeler',
  'problem.no-number.do':
    'Sans numéro de téléphone, l’appelant ne peut pas être mis en relation. Ajoutez-en un.',
  'problem.bad-number': (params: { number: string }) =>
    `« ${params.number} » n’est pas un numéro de téléphone`,
  'problem.bad-number.do':
    'Écrivez-le comme vous le composez (01 42 68 53 00) ou avec son indicatif (+32 2 555 12 12).',
} satisfies Messages<typeof en>;
