/** Words of the e-mails that the server writes, in French. */
import type { Messages } from '../../../../src/i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  invitation: {
    subject: (workspace) => `Invitation à rejoindre ${workspace} sur AlloKoli`,
    text: ({ inviter, workspace, link, days }) =>
      `Bonjour,

${inviter} vous invite dans l’espace de travail « ${workspace} » sur AlloKoli, où l’on dessine la façon de répondre au téléphone.

Acceptez l’invitation ici :
${link}

Le lien sert une seule fois, avec cette adresse e-mail, dans les ${days} jours.
Si vous n’attendiez pas ce message, ne faites rien : sans votre accord, rien ne se passe.
`,
  },
} satisfies Messages<typeof en>;
