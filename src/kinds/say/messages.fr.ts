/** Words of the step “Say”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Dire',
  hint: 'Parle, puis continue',
  'help.what': 'Dit quelque chose, puis continue sans attendre de réponse.',
  'help.when':
    'Pour ce que tout le monde doit entendre : le parking est fermé, vous êtes en congé, en cas d’urgence composer un autre numéro.',
  'help.tip':
    'Cochez « Mot pour mot » pour ce qui doit être dit exactement ainsi. Sinon, l’assistant peut le dire plus naturellement.',
  'exit.next': 'ensuite',
  'field.text': 'Ce qui est dit',
  'field.text.hint': 'Dit quand l’appel arrive ici ; personne n’a à répondre.',
  'field.text.placeholder': 'Nous sommes fermés le lundi.',
  'field.exactly': 'Mot pour mot',
  'field.exactly.hint': 'Sinon, le sens est gardé et les mots s’adaptent à la conversation.',
  'problem.nothing-said': 'Cette étape ne dit rien',
  'problem.nothing-said.do': 'Écrivez ce que l’appelant doit entendre, ou supprimez l’étape.',
} satisfies Messages<typeof en>;
