/** Words above a flow that was just made, in English. */
export const en = {
  label: 'First steps',
  ready: 'Your assistant is ready.',
  talk: 'Talk to it',
  listen: 'Listen to a call',
  later: 'Next, whenever you like:',
  allDone: 'Everything is on its way.',
  steps: {
    hours: 'Set your opening hours',
    calendar: 'Connect a calendar',
    number: 'Choose a number',
  },
  done: ', done',
  close: 'Put away',
};
