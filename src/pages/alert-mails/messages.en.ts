/** Words of the page behind the links in e-mails about alerts, in English. */
export const en = {
  title: 'Alerts by e-mail',
  looking: 'Looking at the link',
  retry: 'Try again',
  confirm: (workspace: string) => `Alerts of ${workspace}`,
  confirmText: (address: string) =>
    `Shall ${address} be told when calls fail, a limit is reached or a number does not answer? Each of these e-mails can stop them again.`,
  confirmDo: 'Yes, send them to me',
  confirmed: (address: string) => `${address} is told from now on. You can close this page.`,
  stop: (workspace: string) => `No more alerts of ${workspace}?`,
  stopText: (address: string) => `Nothing more is sent to ${address}.`,
  stopDo: 'Stop them',
  stopped: 'No more alerts are sent to this address. You can close this page.',
  gone: 'This link is too old, or whoever asked has changed their mind. Ask them to send it again.',
  unknown: 'This link is incomplete. Open the one in the e-mail once more.',
};
