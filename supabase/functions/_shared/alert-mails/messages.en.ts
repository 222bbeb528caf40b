/** Words of the e-mails about alerts, in English. */
export const en = {
  subjects: {
    began: (kind: string, workspace: string) => `${workspace}: ${kind}`,
    worse: (kind: string, workspace: string) => `${workspace}: ${kind} (worse)`,
    still: (kind: string, workspace: string) => `${workspace}: ${kind} (still)`,
    ended: (kind: string, workspace: string) => `${workspace}: all right again (${kind})`,
    test: (_kind: string, workspace: string) => `${workspace}: test of your alerts`,
  },
  text: ({ sentence, link, phase }: AlertText) =>
    `${sentence}

See more: ${link}
${phase === 'began' || phase === 'worse' || phase === 'still' ? '\nWhile it goes on you hear of it once a day at most, and once when it is over.\n' : ''}`,
  test: 'This is a test. Alerts of this workspace reach you here.',
  toMember: (link: string) => `Choose what you are told, or stop these e-mails: ${link}\n`,
  toAddress: (link: string) => `Stop these e-mails: ${link}\n`,
  confirm: {
    subject: (workspace: string) => `Alerts of ${workspace}: do you want them?`,
    text: ({ workspace, link, days }: ConfirmText) =>
      `Hello,

“${workspace}” uses AlloKoli to answer its telephone, and would like to send alerts to this address: when calls fail, a limit is reached or a number does not answer.

Say yes here:
${link}

The link is good for ${days} days. If you do nothing, nothing is sent to you any more.
`,
  },
};

export interface AlertText {
  readonly sentence: string;
  readonly link: string;
  readonly phase: string;
}

export interface ConfirmText {
  readonly workspace: string;
  readonly link: string;
  readonly days: number;
}
