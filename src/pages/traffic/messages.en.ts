/** Words of the page that shows where the calls of a flow go, in English. */
import { pluralEn } from '../../i18n/plural.ts';

const calls = (count: number) => pluralEn(count, { zero: 'no call', one: '# call', other: '# calls' });

export const en = {
  title: 'Where calls go',
  titleOf: (flow: string) => `Where the calls of ${flow} go`,
  back: 'Open the flow',
  period: 'Period',
  periods: { '7': '7 days', '30': '30 days', '90': '90 days' },
  shown: 'Calls of',
  allVersions: 'All versions',
  version: (number: number) => `Version ${number}`,
  liveVersion: (number: number) => `Version ${number}, in service`,
  draft: (number: number) => `Draft, with the calls of version ${number}`,
  draftHint: 'Steps that are not published yet have no call.',
  compare: 'Compare with',
  noComparison: 'Not compared',
  comparedWith: (number: number) => `Compared with version ${number}`,
  colon: ': ',
  drawing: 'The flow with its calls',
  steps: 'Steps',
  total: (count: number) => pluralEn(count, { one: '# call ended', other: '# calls ended' }),
  inPeriod: (days: string) => `in the last ${days} days`,
  onlyLatest: (most: string) => `There were more: only the latest ${most} calls are counted.`,
  missing: (count: number) =>
    pluralEn(count, {
      one: '# step that calls went through is not in this drawing.',
      other: '# steps that calls went through are not in this drawing.',
    }),
  emptyTitle: 'No call in this time',
  emptyText: 'Choose a longer period or another version, or call the number yourself.',
  neverTitle: 'Nothing is published yet',
  neverText: 'Once this flow answers a number, you see here where callers go and where they hang up.',
  calls,
  noCall: 'no call',
  hungUp: (count: number) => `${pluralEn(count, { one: '#', other: '#' })} hung up here`,
  ended: {
    failed: (count: number) => pluralEn(count, { one: '# call failed here', other: '# calls failed here' }),
    silent: (count: number) =>
      pluralEn(count, { one: '# caller fell silent here', other: '# callers fell silent here' }),
    tooLong: (count: number) =>
      pluralEn(count, {
        one: '# call was cut off here for its length',
        other: '# calls were cut off here for their length',
      }),
  },
  wentWrong: (count: number) => `did not work ${pluralEn(count, { one: 'once', other: '# times' })}`,
  average: (time: string) => `${time} on average`,
  ledAway: (count: number) => `${calls(count)} led away by a rule valid at any time`,
  way: (exit: string, to: string) => `${exit} → ${to}`,
  wayCalls: (count: number, share: string) => `${calls(count)} (${share})`,
  atMost: (text: string) => `at most ${text}`,
  concluded: 'concluded',
  concludedHint: 'Most of these calls did not report the way; we conclude it from what was said.',
  points: (change: string) => `${change} points`,
  seconds: (change: string) => `${change} s`,
  compared: (one: string, other: string) => `${one} / ${other}`,
  biggest: 'What differs most',
  change: {
    share: (step: string, change: string) => `${step}: ${change} points of all calls come here`,
    hungUp: (step: string, change: string) => `${step}: ${change} points of its callers hang up here`,
    time: (step: string, change: string) => `${step}: ${change} s on average`,
  },
  noChange: 'No step differs by more than a point or a second.',
  few: 'Few calls: a difference may be chance.',
};
