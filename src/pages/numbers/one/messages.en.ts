/** Words of one number, in English. */
export const en = {
  title: 'Number',
  back: 'Numbers',
  call: 'Call it',
  answersTitle: 'What answers',
  nobody: 'Nobody yet. Open a flow, then press “Publish”, and choose this number.',
  openFlow: 'Open the flow',
  chooseFlow: 'Choose a flow',
  message: 'A message: the flow is out of service.',
  label: 'Its name here',
  save: 'Save',
  saved: 'Saved.',
  forwardingsTitle: 'Your own numbers that are forwarded to it',
  forwardingsNone: 'None. If your callers know another number, keep it: that line forwards its calls here.',
  forward: 'Keep my number',
  forwardAnother: 'Forward another number',
  verified: (when: string) => `A call arrived on ${when}.`,
  unverified: 'Not tested yet.',
  check: 'Test',
  checkOf: (number: string) => `Test ${number} with a call`,
  forget: (number: string) => `Forget ${number}`,
  forgetTitle: 'Forget this number?',
  forgetText: (off: string) =>
    off === ''
      ? 'Your line goes on forwarding until your operator switches it off.'
      : `Your line goes on forwarding until you dial ${off} on it.`,
  forgetDo: 'Forget',
  forgotten: 'Forgotten.',
  heardTitle: 'When the flow does not answer',
  heardNow: 'Heard now',
  heardNoLimit:
    'No monthly limit is set, so that the flow always answers. With a limit, callers hear a message of yours once it is reached, or are passed on.',
  heardThenEnds: 'Once the monthly limit is reached, callers hear this, and the call ends.',
  heardThenPasses: (number: string) =>
    `Once the monthly limit is reached, callers hear this, and are passed on to ${number}.`,
  heardOutOfService:
    'When you take the flow out of service, you choose the words that are said instead. Callers never meet silence.',
  heardChoose: 'Set a limit and choose the words',
  heardChange: 'Change the words or the number',
  removeTitle: 'Give it back',
  removeHints: {
    vapi: 'The number goes back to Vapi and may be given to somebody else. You will not get it again.',
    own: 'The number stays with your provider and rings here no more. The keys that connect it are deleted at the telephone service.',
  },
  remove: 'Give the number back',
  removeConfirm: 'Give this number back?',
  removeAnswers: (what: string) =>
    `“${what}” answers it now. Callers are answered for ten more minutes, then by nobody.`,
  removeNobody: 'Nothing answers it now.',
  removeForwarded: (numbers: string) => `${numbers} forwards its calls here: switch that off first.`,
  removeUndo: 'You can take this back for ten minutes.',
  goes: (time: string) => `This number is given back at ${time}. Until then it answers as before.`,
  keep: 'Keep it',
  kept: 'The number stays.',
  tooLate: 'It is being given back just now and cannot be kept any more.',
};
