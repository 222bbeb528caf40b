/** Words of the publication, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Publish',
  lead: 'You see what will happen before it happens.',
  cancel: 'Cancel',
  close: 'Close',
  publish: 'Publish',
  preparing: 'Looking at what will change…',
  blockedTitle: 'Not ready yet',
  blocked: (count: number) =>
    pluralEn(count, {
      one: 'One problem would break calls. Fix it first.',
      other: '# problems would break calls. Fix them first.',
    }),
  show: 'Show',
  where: 'Where',
  number: 'Phone number',
  noNumber: 'This workspace has no phone number yet.',
  getTestNumber: 'Get a test number',
  answersNow: (flow: string) => `“${flow}” answers there now. It will be replaced.`,
  answersItself: 'This flow answers there already. It will be replaced by the new version.',
  answersNothing: 'Nothing answers there yet.',
  activating: 'This number is still being set up.',
  blockedNumber: 'This number is blocked by its provider.',
  changes: (version: number) => `What changes with version ${version}`,
  firstVersion: 'This is the first version of this flow.',
  noChanges: (version: number) => `Nothing: the drawing is as in version ${version}.`,
  moreChanges: (count: number) =>
    pluralEn(count, { one: 'and one more change', other: 'and # more changes' }),
  compareWith: (version: number) => `Compare with version ${version}`,
  note: 'Note',
  noteHint: 'What is new, for whoever looks at the versions later. It cannot be changed afterwards.',
  seeWarnings: (count: number) => pluralEn(count, { one: 'See the warning', other: 'See the # warnings' }),
  callNumber: (number: string) => `Call ${number} now`,
  versions: 'All versions',
  what: 'What will happen',
  unchanged: 'This very version is in service there already. Nothing would change.',
  creates: (count: number) =>
    pluralEn(count, {
      zero: 'Nothing new has to be made.',
      one: 'One part is made anew.',
      other: '# parts are made anew.',
    }),
  reuses: (count: number) =>
    pluralEn(count, { one: 'One part stays as it is.', other: '# parts stay as they are.' }),
  switch: (number: string) => `${number} answers with the new version at once.`,
  /** `hours`: as a list, empty for the rest of the time alone. */
  byHours: (number: string, hours: string, isRest: boolean) =>
    hours === ''
      ? `${number} answers by opening hours: with this flow outside of them.`
      : isRest
        ? `${number} answers by opening hours: with this flow during “${hours}”, and outside of them.`
        : `${number} answers by opening hours: with this flow during “${hours}”.`,
  byHoursNow: 'These are its hours: it answers with the new version at once.',
  byHoursLater: 'These are not its hours: the new version is made ready and answers when they begin.',
  byHoursNone: (number: string) =>
    `${number} answers by opening hours, and this flow is in none of them. Add it on the page of the number, or choose another number.`,
  toNumber: 'Open the number',
  liveLater: (version: number) => `Version ${version} is ready. It answers this number when its hours begin.`,
  ongoing: 'Calls already going on end with the old version.',
  warnings: (count: number) =>
    pluralEn(count, {
      one: 'One warning remains. It does not prevent publishing.',
      other: '# warnings remain. They do not prevent publishing.',
    }),
  secrecy: 'Professional secrecy: nothing is recorded, and nothing that is said is kept.',
  secrecyNoRecording:
    'The drawing records calls. Under professional secrecy it does not: take the recording, and the question about it, out of the flow.',
  colon: ': ',
  outside: 'What it does outside',
  effects: {
    dials: (number: string) => `Can call ${number}`,
    asks: (host: string) => `Can ask ${host}`,
    textsAddress: (number: string) => `Can send an SMS to ${number}`,
    textsCaller: 'Can send an SMS to the caller',
    textsInformation: (name: string) => `Can send an SMS to the number given as “${name}”`,
    mailsAddress: (address: string) => `Can send an e-mail to ${address}`,
    mailsInformation: (name: string) => `Can send an e-mail to the address given as “${name}”`,
    books: 'Can put an appointment into your calendar',
    booksIn: (calendar: string) => `Can put an appointment into the calendar “${calendar}”`,
  },
  inStep: (what: string, step: string) => `${what}, in “${step}”`,
  sends: (names: string) => `What goes along: ${names}`,
  differences: { new: 'New', 'sends-other': 'Other details', gone: 'No longer' },
  noEffects: 'It calls nobody and sends nothing.',
  running: 'Publishing',
  runningText: 'You may close this window: it goes on, and you can come back.',
  steps: {
    'create-assistant': (name: string) => `Prepare “${name}”`,
    'create-squad': (_name: string) => 'Put the parts together',
    verify: (_name: string) => 'Check everything',
    'switch-number': (name: string) => (name === '' ? 'Switch the number' : `Switch ${name}`),
    commit: (_name: string) => 'Note the version',
  },
  states: { pending: 'waiting', 'in-flight': 'running', done: 'done', failed: 'failed' },
  liveTitle: 'In service',
  live: (version: number) => `Version ${version} now answers this number.`,
  liveOnLink: (version: number) => `Version ${version} now answers on the browser link.`,
  linkTitle: 'Browser link',
  linkToo: 'Once it is in service, it also answers at this address.',
  linkAlso: 'Also by this link:',
  linkPaused: 'The link is paused: visitors read your words instead.',
  linkAddress: 'Address of the browser link',
  copyLink: 'Copy the address',
  linkCopied: 'The address is copied.',
  linkNotCopied: 'The address could not be copied. Mark it and copy it by hand.',
  liveNews: (version: number) => `Version ${version} is in service.`,
  failedNews: 'The publication did not work. Calls are answered as before.',
  callIt: 'Call it now',
  failedTitle: 'That did not work',
  failedText: 'Calls are answered as before. Nothing was switched.',
  superseded: 'A newer publication took its place.',
  again: 'Try again',
  notSaved: 'The latest changes could not be saved, so they cannot be published yet.',
};
