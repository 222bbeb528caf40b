/** Words of the publication, in English. */
import { pluralEn } from '../../i18n/plural.ts';

export const en = {
  title: 'Put in service',
  lead: 'You see what will happen before it happens.',
  cancel: 'Cancel',
  close: 'Close',
  publish: 'Put in service',
  preparing: 'Looking at what will change…',
  blockedTitle: 'Not ready yet',
  blocked: (count: number) =>
    pluralEn(count, {
      one: 'One problem would break calls. Mend it first.',
      other: '# problems would break calls. Mend them first.',
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
  ongoing: 'Calls already going on end with the old version.',
  warnings: (count: number) =>
    pluralEn(count, {
      one: 'One warning remains. It does not prevent publishing.',
      other: '# warnings remain. They do not prevent publishing.',
    }),
  colon: ': ',
  outside: 'What it does outside',
  dials: (target: string, step: string) => `Can call ${target}, in “${step}”`,
  noEffects: 'It calls nobody and sends nothing.',
  running: 'Being put in service',
  runningText: 'You may close this window: it goes on, and you can come back.',
  steps: {
    'create-assistant': (name: string) => `Prepare “${name}”`,
    'create-squad': (_name: string) => 'Put the parts together',
    verify: (_name: string) => 'Check everything',
    'switch-number': (name: string) => `Switch ${name}`,
    commit: (_name: string) => 'Note the version',
  },
  states: { pending: 'waiting', 'in-flight': 'running', done: 'done', failed: 'failed' },
  liveTitle: 'In service',
  live: (version: number) => `Version ${version} now answers this number.`,
  liveNews: (version: number) => `Version ${version} is in service.`,
  failedNews: 'The publication did not work. Calls are answered as before.',
  callIt: 'Call it',
  failedTitle: 'That did not work',
  failedText: 'Calls are answered as before. Nothing was switched.',
  superseded: 'A newer publication took its place.',
  again: 'Try again',
  notSaved: 'The latest changes could not be saved, so they cannot be published yet.',
};
