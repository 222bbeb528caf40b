/** Alerts in words, on screen and in e-mails, in English. */
import { pluralEn } from '../i18n/plural.ts';
import type { Filling } from './alert.ts';

const flow = ({ flow: name }: Filling) => `“${name ?? '…'}”`;
const number = ({ number: name, flow: its }: Filling) =>
  its === undefined ? (name ?? '…') : `${name ?? '…'} (“${its}”)`;
const used = ({ unit, used: amount = 0, most = 0 }: Filling) =>
  unit === 'dollars'
    ? `$${amount.toFixed(2)} of $${most}`
    : `${Math.floor(amount)} of ${pluralEn(most, { one: 'one minute', other: '# minutes' })}`;

export const en = {
  kinds: {
    'failed-calls': 'Calls fail',
    budget: 'The monthly limit is near or reached',
    drift: 'Changed at Vapi',
    'silent-number': 'A number does not answer',
  },
  /** What is so now. */
  reasons: {
    'in-a-row': (t: Filling) =>
      `The latest ${pluralEn(t.count ?? 2, { one: 'call', other: '# calls' })} of ${flow(t)} failed.`,
    'of-latest': (t: Filling) => `${t.count} of the latest ${t.of} calls of ${flow(t)} failed.`,
    'near-limit': (t: Filling) => `More than 80 % of the monthly limit is used: ${used(t)}.`,
    'limit-reached': (t: Filling) =>
      `The monthly limit is reached: ${used(t)}. Your numbers answer with your message until the month ends or you raise the limit.`,
    'changed-at-vapi': (t: Filling) =>
      `Somebody changed at Vapi what answers ${number(t)}. It is not what you published any more.`,
    gone: (t: Filling) => `The number ${number(t)} does not exist at Vapi any more: nobody can call it.`,
    'nothing-answers': (t: Filling) => `At Vapi nothing is set to answer ${number(t)}: callers hear nothing.`,
    blocked: (t: Filling) => `Vapi has blocked the number ${number(t)}: it takes no calls.`,
    'not-active': (t: Filling) =>
      `The number ${number(t)} is still not activated at Vapi: it takes no calls.`,
    'no-word': (t: Filling) =>
      `The latest call to ${number(t)} failed before the first word: whoever called heard nothing.`,
    'no-calls': (t: Filling) =>
      `${number(t)} had no call for ${pluralEn(t.days ?? 0, { one: 'one day', other: '# days' })}, longer than ever in the weeks before. Call it from another telephone to see whether it answers.`,
  },
  /** That it is over. */
  endings: {
    'failed-calls': (t: Filling) => `Calls of ${flow(t)} come through again, or a new version answers since.`,
    budget: () => 'The month began anew, or the limit was changed.',
    drift: (t: Filling) => `What answers ${number(t)} is as it should be again.`,
    'silent-number': (t: Filling) =>
      `What was wrong with ${number(t)} is over: it is active again, was called, or answers with something new.`,
  },
};
