/** Words of the e-mails about alerts, in French. */
import type { Messages } from '../../../../src/i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  subjects: {
    began: (kind, workspace) => `${workspace} : ${kind}`,
    worse: (kind, workspace) => `${workspace} : ${kind} (plus grave)`,
    still: (kind, workspace) => `${workspace} : ${kind} (toujours)`,
    ended: (kind, workspace) => `${workspace} : tout est rentré dans l’ordre (${kind})`,
    test: (_kind, workspace) => `${workspace} : essai de vos alertes`,
  },
  text: ({ sentence, link, phase }) =>
    `${sentence}

En savoir plus : ${link}
${phase === 'began' || phase === 'worse' || phase === 'still' ? '\nTant que cela dure, vous le recevez une fois par jour au plus, et une fois quand c’est terminé.\n' : ''}`,
  test: 'Ceci est un essai. Les alertes de cet espace de travail vous parviennent ici.',
  toMember: (link) => `Choisir ce que vous recevez, ou ne plus rien recevoir : ${link}\n`,
  toAddress: (link) => `Ne plus recevoir ces e-mails : ${link}\n`,
  confirm: {
    subject: (workspace) => `Alertes de ${workspace} : voulez-vous les recevoir ?`,
    text: ({ workspace, link, days }) =>
      `Bonjour,

« ${workspace} » utilise AlloKoli pour répondre au téléphone, et souhaite envoyer des alertes à cette adresse : quand des appels échouent, qu’un plafond est atteint ou qu’un numéro ne répond pas.

Acceptez ici :
${link}

Le lien est valable ${days} jours. Si vous ne faites rien, plus rien ne vous sera envoyé.
`,
  },
} satisfies Messages<typeof en>;
