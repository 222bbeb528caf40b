/** Words of the sandbox's telephone, in English. */
export const en = {
  title: 'Test telephone',
  sandbox:
    'This is the sandbox: no real phone rings, and nothing is charged. You type what the caller would say.',
  number: 'Number to call',
  from: 'Calling from',
  pad: 'Keys',
  key: (key: string) => `Key ${key}`,
  erase: 'Erase the last digit',
  call: 'Call',
  calling: 'Calling…',
  hangUp: 'Hang up',
  say: 'What the caller says',
  sayPlaceholder: 'Type what the caller says…',
  send: 'Say it',
  conversation: 'Conversation',
  connected: 'Connected',
  ended: 'The call has ended.',
  again: 'Call again',
  seeCalls: 'See the call in the list',
  assistant: 'Assistant',
  caller: 'You',
  failures: {
    offline: 'No connection. Check your network, then try again.',
    'no-answer': 'Nobody answers this number. Has a flow been published on it?',
    unexpected: 'The line has broken. Try again in a moment.',
  },
};
