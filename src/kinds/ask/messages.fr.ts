/** Words of the step “Ask”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Demander',
  hint: 'Obtient des informations, une question à la fois',
  'help.what':
    'Demande à l’appelant ce que vous devez savoir, une question à la fois, et garde les réponses comme informations.',
  'help.when':
    'Dès qu’il vous faut un nom, un numéro, une date ou un oui. Les étapes suivantes peuvent s’en servir.',
  'help.tip':
    '« obtenu » mène à la suite. « ne veut pas le dire » est pour ceux qui refusent : menez-la à une personne ou à un message, jamais à la même question.',
  'exit.got-it': 'obtenu',
  'exit.would-not-say': 'ne veut pas le dire',
  'field.question': 'Première question',
  'field.question.hint': 'Elle demande la première information ; les autres auront chacune leur question.',
  'field.question.only': 'Posée avec ces mots.',
  'field.question.placeholder': 'À quel nom, s’il vous plaît ?',
  items: 'Informations à obtenir',
  itemsHint: 'Chacune est demandée à son tour, et peut ensuite servir dans les étapes suivantes.',
  'field.name': 'Nom',
  'field.optional': 'Peut rester inconnue',
  'field.optional.hint': 'L’appelant qui ne veut pas répondre continue quand même.',
  addItem: 'Ajouter une information',
  'field.readBack': 'Faire confirmer la réponse',
  'field.readBack.hint': 'Répète ce qui a été compris et laisse l’appelant corriger.',
  more: 'Patience',
  'field.retries': 'Combien de fois redemander',
  'field.retries.hint': 'Ensuite, une réponse qui ne convient pas vaut « ne veut pas le dire ».',
  'field.skipKnown': 'Ne pas redemander ce qui a déjà été dit',
  'field.skipKnown.hint':
    'Reprend ce que l’appelant a dit plus tôt dans l’appel. À laisser désactivé là où une nouvelle réponse est voulue, une autre date par exemple.',
  obtains: (names: string) => `Obtient : ${names}`,
  'problem.nothing-asked': 'Rien n’est demandé',
  'problem.nothing-asked.do': 'Ajoutez au moins une information, comme le nom de l’appelant.',
  'problem.no-question': 'Il n’y a pas de question',
  'problem.no-question.do': 'Écrivez la première question, pour qu’elle soit posée comme vous la poseriez.',
  'problem.many-items': (params: { count: number | string }) => `${params.count} questions à la suite`,
  'problem.many-items.do':
    'Les appelants perdent patience. Demandez ce qu’il faut maintenant, et le reste plus tard.',
  'problem.same-choices': (params: { name: string; choice: string }) =>
    `« ${params.choice} » est proposé deux fois pour « ${params.name} »`,
  'problem.same-choices.do': 'L’assistant ne pourrait pas les distinguer. Retirez l’un des deux.',
  'problem.only-choice': (params: { name: string }) => `« ${params.name} » n’a qu’une réponse possible`,
  'problem.only-choice.do':
    'Il n’y a rien à choisir. Ajoutez des réponses, ou faites-en une question à laquelle on répond par oui ou non.',
  'problem.reads-back-yes': 'Un simple oui ou non est à confirmer',
  'problem.reads-back-yes.do': 'Confirmer un oui par un autre oui est pénible. Désactivez la confirmation.',
  'problem.no-second-chance': (params: { name: string }) => `« ${params.name} » n’est demandée qu’une fois`,
  'problem.no-second-chance.do':
    'Au téléphone, on entend facilement mal un numéro, une date ou une adresse. Laissez l’assistant redemander.',
  'problem.asked-twice': 'La même information est demandée deux fois',
  'problem.asked-twice.do': 'Les appelants n’aiment pas se répéter. Retirez l’une des deux.',
} satisfies Messages<typeof en>;
