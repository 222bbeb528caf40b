/** Words of the step “Pass to a person”, in English. */
export const en = {
  name: 'Pass to a person',
  hint: 'Puts the caller through to somebody',
  'exit.no-answer': 'nobody answers',
  'field.message': 'Said before',
  'field.message.placeholder': 'One moment, I am putting you through.',
  people: 'Who to call',
  'people.hint': 'The first one is called.',
  'field.people.name': 'Name',
  'field.people.name.placeholder': 'Reception',
  'field.people.number': 'Phone number',
  addPerson: 'Add a person',
  'field.tellWhy': 'Tell the person why',
  'field.tellWhy.hint': 'They hear a short summary first, where the line allows it.',
  nobody: 'Nobody chosen yet',
  'changed.people.number': (number: string) => `Transfers now go to ${number}.`,
  'problem.no-number': 'There is nobody to call',
  'problem.no-number.do': 'Without a phone number the caller cannot be put through. Add one.',
  'problem.bad-number': (params: { number: string }) => `“${params.number}” is not a phone number`,
  'problem.bad-number.do':
    'Write it as you dial it (01 42 68 53 00) or with its country code (+44 20 7946 0000).',
  'problem.premium-number': (params: { number: string }) => `Calling “${params.number}” costs extra`,
  'problem.premium-number.do':
    'Every call passed on would be charged at a higher rate. Use an ordinary number.',
  'problem.emergency-number': (params: { number: string }) => `“${params.number}” is an emergency number`,
  'problem.emergency-number.do':
    'Emergency services must be called by the person in need, from their own phone. Say the number instead, and hang up.',
  'problem.same-number': (params: { number: string }) => `“${params.number}” is called twice`,
  'problem.same-number.do':
    'Who did not answer the first time will hardly do so the second. Remove one, or change it.',
};
