/** Words of the switch of a browser link, in English. */
import { pluralEn } from '../i18n/plural.ts';

export const en = {
  title: 'Browser links',
  lead: 'A page where anybody who has its address may talk to a published flow, without a number and without an account. Off until you switch it on.',
  list: 'Flows and their browser links',
  none: 'Draw a flow first: then it can have a link.',
  open: 'Open to anybody',
  openOf: (flow: string) => `Open to anybody: “${flow}”`,
  answers: (version: number) => `Answers with version ${version}.`,
  nothing: 'Nothing of this flow is in service yet.',
  today: (count: number) =>
    pluralEn(count, { zero: 'No call today.', one: 'One call in 24 hours.', other: '# calls in 24 hours.' }),
  address: (flow: string) => `Address of the link of “${flow}”`,
  copy: 'Copy the address',
  copied: 'The address is copied.',
  notCopied: 'The address could not be copied. Mark it and copy it by hand.',
  renew: 'New address',
  renewTitle: (flow: string) => `Give “${flow}” a new address?`,
  renewText: 'The present address leads nowhere from then on. Whoever has it needs the new one.',
  renewed: 'The link has a new address.',
  pause: 'Pause',
  pauseOf: (flow: string) => `Pause the link of “${flow}”`,
  resume: 'Resume',
  resumeOf: (flow: string) => `Resume the link of “${flow}”`,
  pauseTitle: (flow: string) => `Pause the link of “${flow}”?`,
  pauseLead:
    'Visitors read your words and cannot call. Calls that go on end normally; you resume with one press.',
  words: 'What visitors read',
  usualWords: 'Our assistant is paused at the moment. Please come back later.',
  wordsNeeded: 'Write what visitors should read: otherwise they would not know why nobody answers.',
  paused: (words: string) => `Paused. Visitors read: “${words}”`,
  cancel: 'Cancel',
  drifted: 'Somebody changed at Vapi what answers on this link.',
  seeDrift: 'Decide in the publish window of the flow',
  publish: 'Publish on the link',
  publishNew: 'Publish the newest drawing on the link',
  publishing: 'Publishing…',
  published: (version: number) => `Version ${version} answers on the link.`,
  failed: 'It could not be published. Open the flow to see why, then try again.',
  limits:
    'Every call counts towards your monthly limit. Each link takes a few calls at once and a limited number an hour; a visitor who calls too often is asked to wait.',
};
