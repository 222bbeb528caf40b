/** Words of the step “Say”, in English. */
export const en = {
  name: 'Say',
  hint: 'Speaks, then goes on',
  'exit.next': 'then',
  'field.text': 'What it says',
  'field.text.hint': 'Spoken when the call comes here; nobody has to answer.',
  'field.text.placeholder': 'We are closed on Monday.',
  'field.exactly': 'Word for word',
  'field.exactly.hint': 'Off: the meaning is kept, the wording may fit the conversation.',
  'problem.nothing-said': 'This step says nothing',
  'problem.nothing-said.do': 'Write what the caller should hear, or delete the step.',
};
