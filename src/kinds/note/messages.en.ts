/** Words of a note, in English. */
export const en = {
  name: 'Note',
  hint: 'A word to yourselves; callers never hear it',
  'help.what':
    'A piece of paper on the drawing, for you and the people you work with. It changes nothing about the call.',
  'help.when': 'To say why something is drawn as it is, or what is still to be settled.',
  'help.tip': 'No link leads to it, and no caller ever hears it.',
  'field.text': 'Note',
  'field.text.hint': 'Only for you and your colleagues: it is never spoken.',
  'field.text.placeholder': 'Ask Dr Martin about Saturdays',
  empty: 'Empty note',
};
