/** Words of the step “Hang up”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Raccrocher',
  hint: 'Dit au revoir et termine l’appel',
  'help.what': 'Dit au revoir et termine l’appel.',
  'help.when': 'À la fin de chaque chemin où personne n’est mis en relation.',
  'help.tip':
    'Son résultat, un mot ou deux, est ce que vous lirez à côté de l’appel : « Rendez-vous pris », « Message laissé ».',
  'field.closing': 'Derniers mots',
  'field.closing.hint': 'Dits juste avant de raccrocher.',
  'field.closing.placeholder': 'Merci de votre appel. Au revoir.',
  'field.outcome': 'Résultat de l’appel',
  'field.outcome.hint': 'Affiché dans la liste de vos appels, par exemple « rendez-vous demandé ».',
  'problem.no-closing': 'L’appel se termine sans au revoir',
  'problem.no-closing.do': 'L’appelant croira à une coupure. Ajoutez une dernière phrase.',
} satisfies Messages<typeof en>;
