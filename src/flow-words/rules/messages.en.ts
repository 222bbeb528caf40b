/** What the rules that hold at any time are called, in English. */
export const en = {
  'wants-human': 'The caller wants a person',
  emergency: 'Emergency',
  robot: '“Are you a robot?”',
  silence: 'The caller is silent',
  unclear: 'The caller is not understood',
  language: 'Another language',
  angry: 'The caller is angry',
};
