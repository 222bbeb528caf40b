/** Words of a note, in English. */
export const en = {
  name: 'Note',
  hint: 'A word to yourselves; callers never hear it',
  'field.text': 'Note',
  'field.text.placeholder': 'Ask Dr Martin about Saturdays',
  empty: 'Empty note',
};
