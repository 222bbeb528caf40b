/** Words of the step “Answer the call”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Décrocher',
  hint: 'Ce que l’appelant entend en premier',
  'help.what':
    'Décroche le téléphone. C’est ce que l’appelant entend en premier : votre accueil, puis la phrase qui dit qu’un assistant automatisé parle.',
  'help.when':
    'Chaque scénario commence par cette étape, une seule fois. Elle est déjà là, et ne peut pas être supprimée.',
  'help.tip': 'Deux phrases courtes suffisent : l’appelant veut dire pourquoi il appelle.',
  'exit.next': 'ensuite',
  'field.greeting': 'Accueil',
  'field.greeting.hint': 'Les premiers mots entendus : bonjour, et chez qui l’on est.',
  'field.greeting.placeholder': 'Cabinet Martin, bonjour.',
  'field.disclosure': 'Annonce de l’assistant',
  'field.disclosure.hint':
    'L’appelant doit savoir qu’il parle à un assistant automatisé. Reformulez cette phrase comme vous voulez ; elle ne peut pas disparaître.',
  'field.assistantName': 'Prénom de l’assistant',
  'field.assistantName.hint': 'Ce qu’il répond quand on lui demande son nom.',
  'problem.no-disclosure': 'L’appelant ne sait pas qu’un assistant lui répond',
  'problem.no-disclosure.do': (params: { sentence: string }) =>
    `La loi l’exige. Dites-le avec vos mots, avec « automatisé » ou « intelligence artificielle ». Par exemple : « ${params.sentence} »`,
  'problem.no-greeting': 'Il n’y a pas de mot d’accueil',
  'problem.no-greeting.do':
    'L’appelant veut savoir qu’il est au bon endroit. Dites bonjour et le nom de votre établissement.',
} satisfies Messages<typeof en>;
