/** Words of the sandbox's telephone, in English. */
export const en = {
  title: 'Test telephone',
  sandbox:
    'This is the sandbox: no real phone rings, and nothing is charged. You type or say what the caller would say.',
  number: 'Number to call',
  from: 'Calling from',
  pad: 'Keys',
  keys: { star: 'Star', hash: 'Hash' },
  erase: 'Erase the last digit',
  call: 'Call',
  calling: 'Calling…',
  hangUp: 'Hang up',
  say: 'What the caller says',
  sayPlaceholder: 'Type what the caller says…',
  send: 'Say it',
  aloud: 'Read aloud what the assistant says',
  talk: 'Speak',
  talked: 'Done speaking',
  listening: 'Listening…',
  talkHint:
    'Press the microphone to speak. Your browser turns it into text, some browsers on servers of their maker.',
  cannotListen: 'This browser cannot turn speech into text. Type instead, or use Chrome, Edge or Safari.',
  hearing: {
    'not-allowed':
      'The microphone is not allowed here. Allow it beside the address of this page, then press again.',
    'nothing-heard': 'Nothing was heard. Press again and speak a little closer.',
    'no-microphone': 'No microphone was found. Connect one, or type instead.',
    offline: 'Your browser cannot reach its speech service. Type instead.',
    unexpected: 'Listening did not work this time. Press again, or type instead.',
  },
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
