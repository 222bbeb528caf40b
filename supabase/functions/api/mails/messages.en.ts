/** Words of the e-mails that the server writes, in English. */
export const en = {
  invitation: {
    subject: (workspace: string) => `Invitation to ${workspace} on AlloKoli`,
    text: ({ inviter, workspace, link, days }: Invitation) =>
      `Hello,

${inviter} invites you to the workspace “${workspace}” on AlloKoli, where it is drawn how a phone is answered.

Accept the invitation here:
${link}

The link can be used once, with this e-mail address, within ${days} days.
If you were not expecting this, do nothing: without your consent nothing happens.
`,
  },
};

export interface Invitation {
  readonly inviter: string;
  readonly workspace: string;
  readonly link: string;
  readonly days: number;
}
