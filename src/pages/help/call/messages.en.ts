/** Words of “What happens to a call”, in English. */
import { pluralEn } from '../../../i18n/plural.ts';

const days = (count: number) => pluralEn(count, { one: 'one day', other: '# days' });

export const en = {
  title: 'What happens to a call',
  lead: (workspace: string) =>
    `From the settings of ${workspace} and from what answers its calls now. You may print it and show it to whoever asks.`,
  asOf: (date: string) => `As of ${date}`,
  print: 'Print',
  drawing: 'The way of a call, as a drawing',
  drawingText: (stations: string) =>
    `The call goes from the caller through the operator to Vapi, which asks those that hear, think and speak; afterwards it tells us, and we show it to you. The stations, by number: ${stations}.`,
  during: 'While the call lasts',
  after: 'After the call',
  list: 'Who gets what',
  sound: 'the sound',
  asks: 'asks and gets answers',
  news: 'what happened',
  shows: 'shows it',
  stations: {
    caller: 'The caller',
    line: 'The operator',
    vapi: 'The exchange',
    transcriber: 'The ear',
    model: 'The head',
    documents: 'Your documents',
    asks: 'Another system',
    voice: 'The voice',
    texts: 'SMS',
    mails: 'E-mail',
    storage: 'AlloKoli',
    you: 'You',
  },
  gets: {
    caller: 'Rings your number, hears at once that an automated assistant speaks, and talks with it.',
    line: 'Carries the call, as with every telephone: who calls, when, and the sound.',
    vapi: 'Runs the call as your flow says: passes what it hears to the ear, the head and the voice, and their answers back.',
    transcriber: 'Hears the caller, and writes down what is said.',
    model: 'Reads what was written down and your flow, and writes what is answered.',
    documents: 'Are searched for the answer to the caller’s question.',
    asks: 'Is asked by a step of yours, and gets what that step sends along.',
    voice: 'Reads what is answered, and speaks it.',
    texts: 'Delivers messages: the number and the text of each.',
    mails: 'Delivers messages: the address and the text of each.',
    storage:
      'Gets what happened on the call, keeps it for as long as is written below, and then deletes it here and at Vapi.',
    you: 'You and the people of your workspace see the call. Whenever somebody opens what was said, that is noted.',
  },
  by: (companies: string) => `Company: ${companies}`,
  here: 'On this machine: no company is involved.',
  notYet: 'Which company is settled when you publish.',
  places: {
    us: 'In the United States.',
    eu: 'In the European Union.',
    common: 'In the region that was chosen for this site.',
    sandbox:
      'This is the sandbox: the telephone network and Vapi are played on this machine, and no word of a call leaves it, except for messages and systems that are named here.',
    none: 'No account at Vapi is connected yet: no call can come in.',
  },
  storedWhere: 'In the region that was chosen when this site was set up.',
  notServing: 'No flow answers calls yet. This is how it will be with the settings as they are.',
  kept: 'What is kept, and for how long',
  recordedNo: 'The sound is not recorded.',
  recordedSecret: 'The sound is never recorded: this workspace is bound by professional secrecy.',
  recorded: (flows: string) =>
    `The sound is recorded in ${flows}, if the caller was asked and said yes. Whoever says no is served all the same.`,
  words: (count: number) =>
    `What was said is kept in writing for ${days(count)}, with the sound if there is any; then it is deleted, here and at Vapi.`,
  wordsSecret: 'What was said is not kept at all, neither here nor at Vapi: it is dropped as it comes in.',
  information: (count: number) =>
    `What the caller told for you (a name, a number, an appointment) is kept for ${days(count)}.`,
  calls: (count: number) =>
    `That there was a call, when, how long and which way it went, is kept for ${days(count)}, without words and names.`,
  hidden: (count: number) =>
    pluralEn(count, {
      zero: 'Nothing is blacked out: what callers say is kept as they say it.',
      one: 'One sort of detail is blacked out before anything is kept.',
      other: '# sorts of details are blacked out before anything is kept.',
    }),
  hiddenSecret: 'No words are kept in which anything would have to be blacked out.',
  rights: 'What callers can ask of you',
  rightsText:
    'To know what you keep about them, to get it, and to have it deleted. You find everything about a number, and delete it, with a few clicks.',
  rightsLink: 'Privacy settings',
};
