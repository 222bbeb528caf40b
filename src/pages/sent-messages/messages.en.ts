/** Words of the messages that calls have sent, in English. */
export const en = {
  title: 'Messages',
  emptyTitle: 'No message yet',
  emptyText:
    'A step “Send” in a flow writes an SMS or an e-mail to the caller or to you. What it sends stands here.',
  emptyAction: 'See the flows',
  sms: 'SMS',
  email: 'E-mail',
  toCaller: 'The caller',
  parts: (count: number) => `counts as ${count} SMS`,
  toCall: 'The call',
  caught: 'Nothing really leaves: on this machine, messages are kept here instead of being sent.',
  someCaught: (channel: string) => `${channel}: nothing really leaves, messages are kept here.`,
  none: (channel: string) =>
    `${channel}: no provider is connected yet, so a step “Send” takes its way out “did not work”. Whoever runs AlloKoli can connect one.`,
};
