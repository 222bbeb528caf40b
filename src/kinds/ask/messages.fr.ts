/** Words of the step “Ask”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Demander',
  hint: 'Obtient des informations, une question à la fois',
  'exit.got-it': 'obtenu',
  'exit.would-not-say': 'ne veut pas le dire',
  'field.question': 'Première question',
  'field.question.hint': 'Elle demande la première information ; les autres auront chacune leur question.',
  'field.question.placeholder': 'À quel nom, s’il vous plaît ?',
  items: 'Informations à obtenir',
  'field.name': 'Nom',
  'field.type': 'De quoi il s’agit',
  'field.choices': 'Réponses possibles',
  'field.choices.hint': 'Une réponse par ligne.',
  'field.optional': 'Peut rester inconnue',
  addItem: 'Ajouter une information',
  'field.readBack': 'Relire à voix haute',
  'field.readBack.hint': 'Répète ce qui a été compris et laisse l’appelant corriger.',
  obtains: (names: string) => `Obtient : ${names}`,
  'problem.nothing-asked': 'Rien n’est demandé',
  'problem.nothing-asked.do': 'Ajoutez au moins une information, comme le nom de l’appelant.',
  'problem.no-question': 'Il n’y a pas de question',
  'problem.no-question.do': 'Écrivez la première question, pour qu’elle soit posée comme vous la poseriez.',
  'problem.asked-twice': 'La même information est demandée deux fois',
  'problem.asked-twice.do': 'Les appelants n’aiment pas se répéter. Retirez l’une des deux.',
} satisfies Messages<typeof en>;
