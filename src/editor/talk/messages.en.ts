/** Words of talking with one's own voice, in English. */
import { pluralEn } from '../../i18n/plural.ts';

const minutes = (count: number) => pluralEn(count, { one: 'one minute', other: '# minutes' });

export const en = {
  talkAloud: 'Talk with your voice',
  title: 'Talk',
  back: 'Back to writing',
  preparing: 'Looking for a line…',
  retry: 'Try again',
  why: 'Your microphone is used to speak to the assistant, only while you talk.',
  asksNext: 'Your browser asks for it next.',
  begin: 'Start talking',
  sandbox: {
    title: 'This is the sandbox',
    lead: 'A simple model answers, read aloud by your browser. The real assistant has another voice and understands more.',
    hearing:
      'Your browser turns your speech into text, some browsers on servers of their maker. It uses its own choice of microphone.',
    turns: 'Wait until it has finished speaking, then answer.',
    cannot:
      'This browser cannot turn speech into text. Write instead, or use Chrome, Edge or Safari. With a Vapi connection every browser can talk.',
    silent: 'This browser has no voice to read aloud; you can read the answers.',
  },
  vapi: {
    title: 'A real test call',
    lead: 'The real assistant answers, in its own voice. Your Vapi account is charged as for any call.',
    transfers: 'Transfers are not dialled in a test call: it goes on as if nobody had answered.',
    limit: (each: number, left: number) =>
      `A call ends by itself after ${minutes(each)}. Left today: ${minutes(left)}.`,
  },
  none: 'Nothing answers yet: connect Vapi in Settings, or write to the flow here.',
  connecting: 'Connecting…',
  speaking: 'The assistant is speaking',
  listening: 'Listening to you',
  thinking: 'The assistant is about to answer',
  muted: 'Your microphone is off',
  waiting: 'The assistant is taking longer than usual.',
  weak: 'Your connection is weak: words may be lost.',
  blocked: 'Your browser plays no sound before you press here.',
  unblock: 'Turn the sound on',
  transcript: 'What is said',
  you: 'You',
  assistant: 'Assistant',
  now: 'Current step',
  inferred: 'inferred from what was said',
  loudness: { you: 'How loud you are', assistant: 'How loud the assistant is' },
  mute: 'Turn my microphone off',
  unmute: 'Turn my microphone on',
  hangUp: 'Hang up',
  left: (time: string) => `${time} left`,
  devices: 'Microphone and loudspeaker',
  microphone: 'Microphone',
  speaker: 'Loudspeaker',
  browserChooses: 'Chosen by the browser',
  ends: {
    assistant: 'The assistant has ended the call.',
    left: 'You have hung up.',
    'time-up': 'The time of this test call was up.',
    silence: 'The call has ended because nothing was heard for a while.',
    'not-joined': 'The call was not entered in time. Try again.',
    broken: 'Something failed behind the assistant, and the call has ended. Try again in a moment.',
    other: 'The call has ended.',
  },
  lasted: (time: string) => `It lasted ${time}`,
  cost: (amount: string) => `and cost ${amount}.`,
  settling: 'How long it lasted and what it cost is being read back…',
  leftToday: (left: number) => `Left today: ${minutes(left)}.`,
  again: 'Talk again',
  trouble: {
    'not-allowed': {
      what: 'The microphone is not allowed here.',
      todo: 'Press the sign beside the address of this page, allow the microphone, then try again.',
    },
    'no-microphone': {
      what: 'No microphone was found.',
      todo: 'Connect one, or choose one in the settings of your computer, then try again.',
    },
    'in-use': {
      what: 'Another program uses the microphone.',
      todo: 'End the call or recording in the other program, then try again.',
    },
    insecure: {
      what: 'Browsers give no microphone to this page, because its address does not begin with https.',
      todo: 'Open AlloKoli at its https address.',
    },
    unsupported: {
      what: 'This browser cannot use a microphone here.',
      todo: 'Use another browser, or write instead.',
    },
    'nothing-heard': { what: 'Nothing was heard.', todo: 'Try again, a little closer to the microphone.' },
    offline: {
      what: 'There is no connection.',
      todo: 'Check your network, then try again.',
    },
    'not-reached': {
      what: 'The line could not be reached.',
      todo: 'A network may block calls in the browser: try again, or from another network.',
    },
    'line-lost': { what: 'The line was lost.', todo: 'Check your network, then try again.' },
    conversation: {
      what: 'The sandbox did not answer.',
      todo: 'Go back to writing to see why, then try again.',
    },
    'not-saved': {
      what: 'The latest changes could not be saved, so you cannot talk to them yet.',
      todo: 'Try again once they are saved.',
    },
    'not-loaded': {
      what: 'A part of the app could not be fetched.',
      todo: 'Check your network, then try again.',
    },
    'minutes-used': {
      what: 'The minutes for test calls of the last 24 hours are used up.',
      todo: 'Write to the flow instead, or come back later.',
    },
    'too-many-at-once': {
      what: 'Two test calls of this workspace are going on already.',
      todo: 'Wait until one of them has ended.',
    },
    'past-limit': {
      what: 'The monthly limit of this workspace is reached.',
      todo: 'An owner can raise it in Settings, Spending.',
    },
    unexpected: { what: 'Talking did not work this time.', todo: 'Try again in a moment.' },
  },
};
