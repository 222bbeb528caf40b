/** Words of the step “Send”, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Envoyer',
  hint: 'Envoie un SMS ou un e-mail',
  'help.what': 'Envoie un SMS ou un e-mail, à l’appelant ou à vous, pendant que l’appel continue.',
  'help.when':
    'Pour confirmer un rendez-vous par écrit, donner une adresse, ou vous prévenir qu’un message a été laissé.',
  'help.tip': 'L’appelant n’en entend rien : faites dire par l’étape suivante qu’un message part.',
  'exit.sent': 'envoyé',
  'exit.problem': 'n’a pas fonctionné',
  'field.channel': 'Moyen d’envoi',
  'field.channel.hint': 'Un SMS joint les mobiles ; un e-mail demande une adresse.',
  sms: 'SMS',
  email: 'E-mail',
  'field.to': 'À qui',
  'field.to.sms.hint': 'Le numéro qui appelle, un numéro donné par l’appelant, ou le vôtre.',
  'field.to.email.hint': 'Une adresse donnée par l’appelant, ou la vôtre.',
  caller: 'Le numéro qui appelle',
  me: 'Moi',
  'field.address.sms': 'Votre numéro de téléphone',
  'field.address.sms.hint': 'Les messages de cette étape y arrivent.',
  'field.address.sms.example': '06 12 34 56 78',
  'field.address.email.example': 'nom@exemple.fr',
  'field.address.email': 'Votre adresse e-mail',
  'field.address.email.hint': 'Les messages de cette étape y arrivent.',
  'field.subject': 'Objet',
  'field.subject.hint': 'Sans objet, c’est le nom du scénario.',
  'field.subject.placeholder': 'Un message d’un appelant',
  'field.text': 'Texte',
  'field.text.hint': 'Envoyé tel qu’il est écrit ici, sans aucun ajout.',
  'field.text.placeholder': 'Votre rendez-vous est confirmé.',
  to: (channel: string, recipient: string) => `${channel} à ${recipient}`,
  theCaller: 'l’appelant',
  nobody: 'personne pour l’instant',
  'problem.no-text': 'Il n’y a rien à envoyer',
  'problem.no-text.do': 'Un message vide n’est pas envoyé. Écrivez le texte.',
  'problem.no-address': 'On ne sait pas à qui envoyer le message',
  'problem.no-address.do':
    'Sans numéro de téléphone ni adresse e-mail, rien ne peut partir. Choisissez qui le reçoit.',
  'problem.bad-address': (params: { address: string }) =>
    `« ${params.address} » n’est pas une adresse d’envoi`,
  'problem.bad-address.do':
    'Pour un SMS, écrivez un numéro de téléphone (01 42 68 53 00 ou +32 2 555 12 12) ; pour un e-mail, une adresse comme anne@exemple.fr.',
  'problem.number-unknown': (params: { number: string }) =>
    `Le « ${params.number} » n’est pas un numéro de téléphone`,
  'problem.number-unknown.do':
    'Aucun pays n’a de tel numéro : il ne reçoit pas de SMS. Vérifiez les chiffres.',
  'problem.number-special': (params: { number: string }) => `Le « ${params.number} » ne reçoit pas de SMS`,
  'problem.number-special.do':
    'Les numéros surtaxés, satellitaires ou spéciaux coûtent trop cher. Utilisez un numéro de mobile ordinaire.',
  'problem.number-abroad': (params: { number: string }) =>
    `Le « ${params.number} » est dans un pays désactivé`,
  'problem.number-abroad.do':
    'Il ne reçoit pas de SMS. Un propriétaire peut activer ce pays dans les réglages.',
  'problem.long-sms': (params: { count: number; limit: number }) =>
    `Le SMS est long : environ ${params.count} caractères, un SMS en contient ${params.limit}`,
  'problem.long-sms.do':
    'Il arrive, mais compte pour plusieurs. Raccourcissez-le ; sans apostrophe courbe ni lettres comme ê ou ç, un SMS en contient 160.',
  'problem.caller-number-unknown': (params: { information: string }) =>
    `Le numéro qui appelle peut être masqué, alors que « ${params.information} » est connu`,
  'problem.caller-number-unknown.do':
    'Un SMS n’atteint ni un numéro masqué ni un téléphone fixe. Envoyez-le au numéro donné par l’appelant.',
} satisfies Messages<typeof en>;
