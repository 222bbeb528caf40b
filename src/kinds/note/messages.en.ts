/** Words of a note, in English. */
export const en = {
  name: 'Note',
  hint: 'A word to yourselves; callers never hear it',
  'field.text': 'Note',
  'field.text.hint': 'Only for you and your colleagues: it is never spoken.',
  'field.text.placeholder': 'Ask Dr Martin about Saturdays',
  empty: 'Empty note',
};
