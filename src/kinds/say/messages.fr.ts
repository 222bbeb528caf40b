/** Words of the step “Say”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Dire',
  hint: 'Parle, puis continue',
  'exit.next': 'ensuite',
  'field.text': 'Ce qui est dit',
  'field.text.hint': 'Dit quand l’appel arrive ici ; personne n’a à répondre.',
  'field.text.placeholder': 'Nous sommes fermés le lundi.',
  'field.exactly': 'Mot pour mot',
  'field.exactly.hint': 'Sinon, le sens est gardé et les mots s’adaptent à la conversation.',
  'problem.nothing-said': 'Cette étape ne dit rien',
  'problem.nothing-said.do': 'Écrivez ce que l’appelant doit entendre, ou supprimez l’étape.',
} satisfies Messages<typeof en>;
