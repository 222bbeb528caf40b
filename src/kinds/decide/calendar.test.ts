/** Rules on the calendar: open, closed, a holiday or an ordinary day, alone, joined, and beside what the caller said. */
import { Liquid } from 'liquidjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument, type FlowDocument, type HoursId, type OpeningHours } from '../../flow/document.ts';
import type { CheckContext, LowerContext } from '../../flow/kind.ts';
import { decideCase } from './judge.ts';
import { type DecideData, decide } from './kind.ts';
import type { Rule } from './rule.ts';

const lunch = [{ from: 12 * 60, to: 14 * 60 }];
const place: OpeningHours = {
  id: 'main' as HoursId,
  name: 'Main',
  timeZone: 'Europe/Paris',
  week: [[], lunch, lunch, lunch, lunch, lunch, lunch],
  holidays: 'france',
  exceptions: [{ date: '2026-12-24', spans: lunch }],
  shared: null,
};
const document: FlowDocument = {
  ...emptyDocument('', 'en'),
  hours: { [place.id]: place } as FlowDocument['hours'],
};
const context = { document, language: 'en', toolName: (purpose: string) => purpose } as LowerContext;

const open: Rule = { type: 'open', hours: 'main', is: true };
const holiday: Rule = { type: 'holiday', hours: 'main', is: true };
const ordinary: Rule = { type: 'holiday', hours: 'main', is: false };
const many: Rule = { type: 'compare', information: 'guests', operator: 'more-than', value: '8' };
const lost: Rule = { type: 'holiday', hours: 'nowhere', is: false };

const step = (data: DecideData) => ({ id: 'n', kind: 'decide', position: { x: 0, y: 0 }, data }) as never;
const one = (rules: Rule[], match: 'all' | 'any' = 'all'): DecideData => ({
  cases: [{ id: 'yes', name: '', match, rules }],
});

/** What the compiled step does at this moment. */
function compiled(data: DecideData, args: Readonly<Record<string, string>>): string {
  const { instruction, tools } = decide.lower(step(data), context);
  const tool = tools[0];
  if (tool?.type === 'code') return new Function('args', tool.code)(args).outcome;
  if (instruction.do !== 'when') return 'otherwise';
  const found = instruction.cases.find(
    ({ liquid }) =>
      new Liquid().parseAndRenderSync(`${instruction.prepare ?? ''}{% if ${liquid} %}held{% endif %}`) ===
      'held',
  );
  return found?.to ?? instruction.otherwise;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const TUESDAY_LUNCH = '2026-11-24T12:00:00Z';
const CHRISTMAS = '2026-12-25T12:00:00Z';
const CHRISTMAS_EVE = '2026-12-24T12:00:00Z';

describe('the drawing and the compiled step agree', () => {
  it.each<[string, DecideData, string, string]>([
    ['an ordinary day', one([holiday]), TUESDAY_LUNCH, 'otherwise'],
    ['a public holiday', one([holiday]), CHRISTMAS, 'yes'],
    ['a special day', one([holiday]), CHRISTMAS_EVE, 'yes'],
    ['not a holiday', one([ordinary]), TUESDAY_LUNCH, 'yes'],
    ['not a holiday, at Christmas', one([ordinary]), CHRISTMAS, 'otherwise'],
    ['open on a special day', one([open, holiday]), CHRISTMAS_EVE, 'yes'],
    ['open and a holiday, at Christmas', one([open, holiday]), CHRISTMAS, 'otherwise'],
    ['open or a holiday, at Christmas', one([open, holiday], 'any'), CHRISTMAS, 'yes'],
    ['hours that are gone', one([lost]), TUESDAY_LUNCH, 'otherwise'],
    ['beside what was said', one([many, holiday]), CHRISTMAS, 'yes'],
    ['beside what was said, on an ordinary day', one([many, holiday]), TUESDAY_LUNCH, 'otherwise'],
    ['beside what was said, hours that are gone', one([many, lost]), CHRISTMAS, 'otherwise'],
  ])('%s', (_, data, instant, expected) => {
    const now = Date.parse(instant);
    vi.setSystemTime(now);
    const information = { guests: '9' };
    expect(decideCase(data.cases, document, { now, information: information as never })).toBe(expected);
    expect(compiled(data, information)).toBe(expected);
  });
});

describe('for reading and checking', () => {
  const problems = (data: DecideData, hours: OpeningHours) =>
    decide.checks
      .flatMap((check) =>
        check.test(step(data), {
          document: { ...document, hours: { [hours.id]: hours } },
        } as unknown as CheckContext),
      )
      .map(({ code, severity }) => `${code} ${severity}`);

  it('a rule has a word of its own', () => {
    expect(decide.conditions?.(one([holiday, ordinary]), document)).toEqual([
      {
        exit: 'yes',
        match: 'all',
        tests: [
          { word: 'holiday', values: ['Main'] },
          { word: 'no-holiday', values: ['Main'] },
        ],
      },
    ]);
  });

  it('hours without any holiday make the rule idle, and hours that are gone an error', () => {
    expect(problems(one([holiday]), place)).toEqual([]);
    expect(problems(one([holiday]), { ...place, holidays: 'none' })).toEqual([]);
    expect(problems(one([holiday]), { ...place, holidays: 'none', exceptions: [] })).toEqual([
      'decide/no-holidays warning',
    ]);
    expect(problems(one([open]), { ...place, holidays: 'none', exceptions: [] })).toEqual([]);
    expect(problems(one([lost]), place)).toEqual(['decide/hours-missing error']);
  });
});
