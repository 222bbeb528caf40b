/** Words of the step “Pass to a person”, in English. */
export const en = {
  name: 'Pass to a person',
  hint: 'Puts the caller through to somebody',
  'help.what':
    'Says a sentence and puts the caller through to a person. From then on the assistant is no longer part of the call.',
  'help.when': 'When somebody insists on a person, when it is urgent, or when the flow knows no better.',
  'help.tip':
    'Nobody may pick up: always lead “nobody answers” to a message, so that the call does not end in silence.',
  'exit.no-answer': 'nobody answers',
  'field.message': 'Said before',
  'field.message.hint': 'Spoken to the caller before it rings at the other end.',
  'field.message.placeholder': 'One moment, I am putting you through.',
  people: 'Who to call',
  'people.hintOne': 'The person, or the service, that takes over the call.',
  'people.hint': 'In this order. Whoever is outside their hours is left out.',
  'field.people.name': 'Name',
  'field.people.name.placeholder': 'Reception',
  'field.people.number': 'Phone number',
  'field.people.number.hint': 'As you dial it, or with its country code.',
  'field.people.hours': 'Called during',
  'field.people.hours.hint': 'Outside these hours this person is left out.',
  always: 'At any time',
  'field.people.ringSeconds': 'Ringing time, in seconds',
  'field.people.ringSeconds.hint':
    'Only on lines of your own telephone system (SIP); elsewhere about a minute.',
  personMore: 'Hours and ringing time',
  personMoreSet: (hours: string) => `Called during: ${hours}`,
  addPerson: 'Add a person',
  'field.tellWhy': 'Tell the person why',
  'field.tellWhy.hint': 'They hear a short summary of the call before they are connected.',
  'field.waitForAnswer': 'Stay until somebody answers',
  'field.waitForAnswer.hint':
    'If somebody does not answer, the next one is called; if nobody does, the call goes on at “nobody answers”. Works on Twilio numbers.',
  leavesAtOnce:
    'The call leaves at once, to the first of them. Whoever does not pick up lets it ring or go to their voicemail: nobody tells the assistant. “Nobody answers” is only for calls that could not be passed on at all.',
  more: (count: number) => `and ${count} more`,
  nobody: 'Nobody chosen yet',
  'changed.people.number': (number: string) => `Transfers now go to ${number}.`,
  'problem.person-without-number': (params: { name: string }) =>
    params.name === '' ? 'One person has no phone number' : `“${params.name}” has no phone number`,
  'problem.person-without-number.do': 'They are left out. Add the number, or remove them.',
  'problem.hours-missing': (params: { name: string }) => `The hours of “${params.name}” no longer exist`,
  'problem.hours-missing.do': 'They would never be called. Choose other hours, or call them at any time.',
  'problem.never-on-duty': (params: { name: string }) => `“${params.name}” is never called`,
  'problem.never-on-duty.do': 'Their hours have no open minute. Change the hours, or call them at any time.',
  'problem.only-first-called': (params: { name: string }) => `Only “${params.name}” is ever called`,
  'problem.only-first-called.do':
    'The call leaves at once, so nobody notices that they do not answer. To call the others too, stay until somebody answers.',
  'problem.line-cannot-wait': 'This line cannot stay until somebody answers',
  'problem.line-cannot-wait.do':
    'Only Twilio numbers can. On this one the call leaves at once, to the first person, without a summary.',
  'problem.no-number': 'There is nobody to call',
  'problem.no-number.do': 'Without a phone number the caller cannot be put through. Add one.',
  'problem.bad-number': (params: { number: string }) => `“${params.number}” is not a phone number`,
  'problem.bad-number.do':
    'Write it as you dial it (01 42 68 53 00) or with its country code (+44 20 7946 0000).',
  'problem.number-unknown': (params: { number: string }) => `“${params.number}” is no telephone number`,
  'problem.number-unknown.do': 'No country has such a number, so it is not called. Check its digits.',
  'problem.number-special': (params: { number: string }) => `“${params.number}” is not called`,
  'problem.number-special.do':
    'Premium, satellite and other special numbers can cost a fortune. Use an ordinary number.',
  'problem.number-abroad': (params: { number: string }) =>
    `“${params.number}” is in a country that is switched off`,
  'problem.number-abroad.do': 'It is not called. An owner can switch the country on in the settings.',
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
