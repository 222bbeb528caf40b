/** Words of an invitation, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Invitation',
  heading: (workspace: string) => `Rejoindre « ${workspace} »`,
  from: (inviter: string) => `${inviter} vous invite dans cet espace de travail.`,
  fromNobody: 'Vous êtes invité dans cet espace de travail.',
  roles: {
    editor: 'Vous pourrez tout consulter, dessiner des scénarios et les publier.',
    viewer: 'Vous pourrez tout consulter, sans rien modifier.',
  },
  forAddress: (email: string) => `L’invitation est pour ${email}.`,
  signInFirst: (workspace: string, email: string) =>
    `Vous êtes invité dans « ${workspace} ». Connectez-vous avec ${email}, ou créez un compte avec cette adresse.`,
  accept: 'Accepter l’invitation',
  notNow: 'Pas maintenant',
  otherAccount: 'Me connecter avec une autre adresse',
  signedInAs: (email: string) => `Vous êtes connecté en tant que ${email}.`,
  toApp: 'Voir mes espaces de travail',
  failedTitle: 'Cette invitation ne peut pas être acceptée',
  joined: (workspace: string) => `Bienvenue dans « ${workspace} ».`,
  alreadyIn: (workspace: string) => `Vous faites déjà partie de « ${workspace} ».`,
} satisfies Messages<typeof en>;
