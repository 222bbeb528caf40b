/** What counts as not being as it should, as a table. */
import { describe, expect, it } from 'vitest';
import { conditionsOf, type NumberFacts, type WorkspaceFacts } from './conditions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 11, 1);
const NONE: WorkspaceFacts = { flows: [], numbers: [], budget: null };
const NUMBER: NumberFacts = {
  id: 'n',
  name: 'Front desk',
  flow: 'Reception',
  state: 'active',
  since: NOW - 60 * DAY,
  findings: [],
  failedSilently: false,
  quiet: null,
};
const QUIET = { lastCallAt: NOW - 4 * DAY, calls: 30, longestPause: 2 * DAY };

const reasons = (facts: Partial<WorkspaceFacts>) =>
  conditionsOf({ ...NONE, ...facts }, NOW).map(({ kind, level, told }) => `${kind} ${told.reason} ${level}`);
const calls = (letters: string) => [
  { id: 'f', name: 'Reception', failed: [...letters].map((letter) => letter === 'x') },
];

describe('failed calls, latest first', () => {
  it.each([
    ['', []],
    ['x', []],
    ['xo', []],
    ['oxxo', []],
    ['xx', ['in-a-row']],
    ['xxoooooooo', ['in-a-row']],
    ['oxoxooooox', ['of-latest']],
    ['xxx', ['of-latest']],
    ['oxoxoooooox', []], // the eleventh is too long ago
  ])('%s', (letters, expected) => {
    expect(reasons({ flows: calls(letters) })).toEqual(expected.map((reason) => `failed-calls ${reason} 1`));
  });
});

describe('the limit of the month', () => {
  it.each([
    [79.9, []],
    [80, ['budget near-limit 1']],
    [99.9, ['budget near-limit 1']],
    [100, ['budget limit-reached 2']],
    [140, ['budget limit-reached 2']],
  ])('%d of 100', (used, expected) => {
    const budget = { month: '2026-12', unit: 'minutes', used, most: 100 } as const;
    expect(reasons({ budget })).toEqual(expected);
  });

  it('another limit is another alert', () => {
    const subjectOf = (most: number) =>
      conditionsOf({ ...NONE, budget: { month: '2026-12', unit: 'dollars', used: 500, most } }, NOW)[0]
        ?.subject;
    expect(subjectOf(100)).not.toBe(subjectOf(200));
  });
});

describe('a number', () => {
  it.each<[string, Partial<NumberFacts>, string[]]>([
    ['is fine', {}, []],
    ['is changed at Vapi', { findings: ['changed'] }, ['drift changed-at-vapi 1']],
    ['is gone at Vapi', { findings: ['number-gone'] }, ['silent-number gone 2']],
    ['has nothing to answer', { findings: ['number-silent'] }, ['silent-number nothing-answers 2']],
    [
      'is changed and blocked',
      { findings: ['number-other'], state: 'blocked' },
      ['drift changed-at-vapi 1', 'silent-number blocked 2'],
    ],
    ['is being activated', { state: 'activating', since: NOW - 20 * 60_000 }, []],
    ['was never activated', { state: 'activating' }, ['silent-number not-active 2']],
    ['failed before a word', { failedSilently: true }, ['silent-number no-word 2']],
    ['is quiet for twice the longest pause', { quiet: QUIET }, ['silent-number no-calls 1']],
    ['was quiet for longer before', { quiet: { ...QUIET, longestPause: 2.5 * DAY } }, []],
    ['is quiet, and seldom called', { quiet: { ...QUIET, calls: 7 } }, []],
    ['is quiet for two days', { quiet: { lastCallAt: NOW - 2 * DAY, calls: 90, longestPause: HOUR } }, []],
    ['was put in service yesterday', { quiet: QUIET, since: NOW - DAY }, []],
  ])('%s', (_name, changed, expected) => {
    expect(reasons({ numbers: [{ ...NUMBER, ...changed }] })).toEqual(expected);
  });

  it('tells its names and for how long, and nothing else', () => {
    const [told] = conditionsOf({ ...NONE, numbers: [{ ...NUMBER, quiet: QUIET }] }, NOW);
    expect(told?.told).toEqual({
      reason: 'no-calls',
      numberId: 'n',
      number: 'Front desk',
      flow: 'Reception',
      days: 4,
    });
  });
});
