/** Words of the sign-in, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  signIn: 'Se connecter',
  signUp: 'Créer un compte',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  passwordHint: 'Au moins 8 caractères',
  forgot: 'Mot de passe oublié ?',
  sendLink: 'Recevoir plutôt un lien',
  noAccount: 'Pas encore de compte ?',
  haveAccount: 'Vous avez déjà un compte ?',
  or: 'ou',
  demo: 'Continuer avec le compte de démonstration',
  demoWorkspace: 'Cabinet Martin',
  linkSentTitle: 'Consultez votre boîte de réception',
  linkSent: (email: string) =>
    `Nous avons envoyé un lien à ${email}. Ouvrez-le sur cet appareil pour vous connecter.`,
  recoverySent: (email: string) =>
    `Nous avons envoyé un lien à ${email}. Ouvrez-le pour choisir un nouveau mot de passe.`,
  confirmSent: (email: string) =>
    `Nous avons envoyé un lien à ${email}. Ouvrez-le pour confirmer votre adresse.`,
  backToSignIn: 'Retour à la connexion',
  choosePassword: 'Choisissez un nouveau mot de passe',
  savePassword: 'Enregistrer le nouveau mot de passe',
  needEmail: 'Indiquez votre adresse e-mail, par exemple nom@exemple.fr.',
  needPassword: 'Indiquez votre mot de passe.',
  again: {
    title: 'Reconnectez-vous',
    lead: 'Votre session est terminée. Votre travail est toujours là et reprend dès que vous êtes connecté.',
    other: 'Je suis une autre personne',
  },
  failures: {
    'wrong-password': 'L’adresse e-mail ou le mot de passe est incorrect.',
    'weak-password': 'Ce mot de passe est trop facile à deviner. Choisissez-en un d’au moins 8 caractères.',
    'already-registered': 'Il existe déjà un compte avec cette adresse e-mail. Connectez-vous avec celui-ci.',
    'invalid-email': 'Cette adresse e-mail ne semble pas correcte.',
    'not-confirmed': 'Confirmez d’abord votre adresse e-mail : ouvrez le lien que nous vous avons envoyé.',
    'same-password': 'C’est votre mot de passe actuel. Choisissez-en un autre.',
    'link-expired': 'Ce lien a déjà servi, ou il est trop ancien. Demandez-en un nouveau.',
    'too-many': 'Trop de tentatives. Attendez une minute, puis réessayez.',
    offline: 'Pas de connexion. Vérifiez votre réseau, puis réessayez.',
    unexpected: 'Une erreur est survenue de notre côté. Réessayez dans un instant.',
  },
} satisfies Messages<typeof en>;
