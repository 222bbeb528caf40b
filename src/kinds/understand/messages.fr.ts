/** Words of the step “Find out what they want”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Comprendre la demande',
  hint: 'Demande, puis suit la réponse',
  'help.what':
    'Pose une question ouverte et suit la réponse : chaque choix que vous écrivez devient une sortie.',
  'help.when':
    'Là où les appelants veulent des choses différentes : un rendez-vous, un renseignement, une personne.',
  'help.tip':
    'Écrivez chaque choix comme le diraient vos appelants, avec un exemple ou deux. Ce qui ne correspond à aucun part par « autre chose ».',
  'exit.something-else': 'autre chose',
  'field.question': 'Question',
  'field.question.hint': 'Posée avec ces mots ; on répond librement, avec les siens.',
  'field.question.placeholder': 'Que puis-je faire pour vous ?',
  choices: 'Ce que les appelants peuvent vouloir',
  choicesHint: 'Chaque demande a sa propre sortie, dans l’ordre de la carte.',
  'field.choices.label': (number: number) => `Demande ${number}`,
  'field.choices.label.placeholder': 'prendre un rendez-vous',
  'field.choices.examples': 'Par exemple',
  'field.choices.examples.hint': 'Un exemple par ligne. Toute phrase de même sens convient.',
  'field.choices.examples.placeholder': 'Je voudrais voir le docteur',
  'field.choices.counterExamples': 'À ne pas confondre avec',
  'field.choices.counterExamples.hint':
    'Ce qui ressemble à cette demande sans en être une, une phrase par ligne.',
  'field.choices.counterExamples.placeholder': 'Je voudrais annuler mon rendez-vous',
  more: 'Patience',
  'field.retries': 'Combien de fois redemander',
  'field.retries.hint': 'Ensuite, l’appel continue à « autre chose ».',
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
  'problem.contradicting-examples': (params: { choice: string; example: string }) =>
    `« ${params.example} » compte et ne compte pas comme « ${params.choice} »`,
  'problem.contradicting-examples.do':
    'L’assistant ne peut pas suivre les deux. Retirez cette phrase de l’une des deux listes.',
  'problem.same-choice': (params: { choice: string }) => `« ${params.choice} » figure deux fois`,
  'problem.same-choice.do':
    'L’assistant ne pourrait pas les distinguer. Reformulez l’une des deux, ou retirez-la.',
  'problem.overlapping-choices': (params: { choice: string; other: string }) =>
    `« ${params.choice} » et « ${params.other} » partagent les mêmes mots`,
  'problem.overlapping-choices.do':
    'Qui les prononce pourrait vouloir dire l’un ou l’autre. Utilisez des mots qui n’appartiennent qu’à l’un des deux, ou notez-les pour l’un sous « À ne pas confondre avec ».',
} satisfies Messages<typeof en>;
