/** Words of the step “Say”, in English. */
export const en = {
  name: 'Say',
  hint: 'Speaks, then goes on',
  'help.what': 'Says something, then goes on without waiting for an answer.',
  'help.when':
    'For news that everybody should hear: the car park is closed, you are on holiday, in an emergency dial another number.',
  'help.tip':
    'Switch “Word for word” on for what must be said exactly so. Otherwise the assistant may put it more naturally.',
  'exit.next': 'then',
  'field.text': 'What it says',
  'field.text.hint': 'Spoken when the call comes here; nobody has to answer.',
  'field.text.placeholder': 'We are closed on Monday.',
  'field.exactly': 'Word for word',
  'field.exactly.hint': 'Off: the meaning is kept, the wording may fit the conversation.',
  'problem.nothing-said': 'This step says nothing',
  'problem.nothing-said.do': 'Write what the caller should hear, or delete the step.',
};
