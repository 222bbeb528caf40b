/** Words of the step “Hang up”, in English. */
export const en = {
  name: 'Hang up',
  hint: 'Says goodbye and ends the call',
  'help.what': 'Says goodbye and ends the call.',
  'help.when': 'At the end of every way on which nobody is put through.',
  'help.tip':
    'Its outcome, a word or two, is what you will read beside the call: “Appointment made”, “Message left”.',
  'field.closing': 'Last words',
  'field.closing.hint': 'Spoken just before the call is ended.',
  'field.closing.placeholder': 'Thank you for calling. Goodbye.',
  'field.outcome': 'How the call went',
  'field.outcome.hint': 'Shown in your list of calls, for example “appointment asked for”.',
  'problem.no-closing': 'The call ends without a goodbye',
  'problem.no-closing.do': 'Callers think that the line broke. Add a last sentence.',
};
