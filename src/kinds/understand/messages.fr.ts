/** Words of the step “Find out what they want”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Comprendre la demande',
  hint: 'Demande, puis suit la réponse',
  'exit.something-else': 'autre chose',
  'field.question': 'Question',
  'field.question.placeholder': 'Que puis-je faire pour vous ?',
  choices: 'Ce que les appelants peuvent vouloir',
  'field.choices.label': (number: number) => `Demande ${number}`,
  'field.choices.label.placeholder': 'prendre un rendez-vous',
  'field.choices.examples': 'Par exemple',
  'field.choices.examples.hint': 'Un exemple par ligne. Toute phrase de même sens convient.',
  'field.choices.examples.placeholder': 'Je voudrais voir le docteur',
  addChoice: 'Ajouter une demande',
  'exit.unnamed': 'sans nom',
  'problem.no-question': 'Il n’y a pas de question',
  'problem.no-question.do':
    'Écrivez ce qui est demandé, pour que l’appelant sache que c’est à lui de parler.',
  'problem.too-few-choices': 'Il n’y a qu’un seul chemin',
  'problem.too-few-choices.do': 'Ajoutez une deuxième demande, ou utilisez plutôt « Demander ».',
  'problem.unnamed-choice': (params: { number: number | string }) =>
    `La demande ${params.number} n’a pas de nom`,
  'problem.unnamed-choice.do': 'Dites en quelques mots ce que veut l’appelant, ou retirez-la.',
  'problem.same-choice': (params: { choice: string }) => `« ${params.choice} » figure deux fois`,
  'problem.same-choice.do':
    'L’assistant ne pourrait pas les distinguer. Reformulez l’une des deux, ou retirez-la.',
  'problem.overlapping-choices': (params: { choice: string; other: string }) =>
    `« ${params.choice} » et « ${params.other} » partagent les mêmes mots`,
  'problem.overlapping-choices.do':
    'Qui les prononce pourrait vouloir dire l’un ou l’autre. Utilisez des mots qui n’appartiennent qu’à l’un des deux.',
} satisfies Messages<typeof en>;
