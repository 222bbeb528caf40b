/** Words of the list of numbers, in English. */
export const en = {
  title: 'Numbers',
  lead: 'Which flow answers which phone number.',
  getTest: 'Get a test number',
  gotTest: (number: string) => `Your test number: ${number}`,
  call: 'Call it',
  answers: 'Answers',
  nobody: 'Nobody yet: publish a flow on it',
  provider: 'Provider',
  providers: { vapi: 'Vapi', sandbox: 'Sandbox' },
  states: { active: 'Ready', activating: 'Being set up', blocked: 'Blocked' },
  stateHints: {
    active: 'Calls come in.',
    activating: 'This takes a few minutes. Nothing to do for you.',
    blocked: 'The provider has blocked it. Write to them.',
  },
  elsewhere: 'Other account',
  elsewhereHint: 'It stayed in the former Vapi account and answers there as before.',
  emptyTitle: 'No number yet',
  emptyText: 'Take a test number: publish a flow on it and call it.',
  notConnected: 'No telephone service is connected yet, so that there are no numbers to give.',
  publish: 'Choose a flow',
};
