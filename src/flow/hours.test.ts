/** Opening hours have one meaning in three forms: computed here, by Liquid, and by a code tool. */
import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, it, vi } from 'vitest';
import type { OpeningHours } from './document.ts';
import { isOpen, openingCode, openingLiquid } from './hours.ts';

const seed = Number(process.env.SEED ?? 20261123);
const hour = (h: number, m = 0) => h * 60 + m;
const office = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Paris',
  week: [
    ...Array.from({ length: 5 }, () => [
      { from: hour(9), to: hour(12, 30) },
      { from: hour(14), to: hour(18) },
    ]),
    [{ from: hour(9), to: hour(12) }],
    [],
  ],
  closedOn: ['2026-12-25', '2027-01-01'],
} as unknown as OpeningHours;

const liquid = new Liquid();

/** The answers of the three forms at one instant. */
function threeAnswers(hours: OpeningHours, now: number) {
  vi.setSystemTime(now);
  const rendered = liquid.parseAndRenderSync(`${openingLiquid(hours, 'open_1')}{{ open_1 }}`);
  const code: unknown = new Function(`return ${openingCode(hours)}`)();
  return { meaning: isOpen(hours, now), liquid: rendered === 'yes', code };
}

describe('opening hours', () => {
  it.each([
    ['Monday 09:00 in winter', '2026-11-23T08:00:00Z', true],
    ['Monday 08:59 in winter', '2026-11-23T07:59:00Z', false],
    ['Monday 12:30, lunch', '2026-11-23T11:30:00Z', false],
    ['Monday 14:00', '2026-11-23T13:00:00Z', true],
    ['Monday 18:00', '2026-11-23T17:00:00Z', false],
    ['Saturday noon', '2026-11-28T11:00:00Z', false],
    ['Sunday', '2026-11-29T10:00:00Z', false],
    ['Christmas, a Friday', '2026-12-25T09:00:00Z', false],
    ['Monday 09:00 in summer', '2026-07-06T07:00:00Z', true],
    ['the hour before, in summer', '2026-07-06T06:59:00Z', false],
    ['after the change to summer time', '2027-03-29T07:00:00Z', true],
    ['after the change to winter time', '2026-10-26T07:59:00Z', false],
  ])('%s', (_, instant, expected) => {
    vi.useFakeTimers();
    expect(threeAnswers(office, Date.parse(instant))).toEqual({
      meaning: expected,
      liquid: expected,
      code: expected,
    });
    vi.useRealTimers();
  });

  it(`agree at any instant, in any zone (seed ${seed})`, () => {
    vi.useFakeTimers();
    const zone = fc.constantFrom(
      'Europe/Paris',
      'America/Toronto',
      'Indian/Reunion',
      'Pacific/Noumea',
      'UTC',
      'Mars/Base',
    );
    const span = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    const week = fc.array(fc.array(span, { maxLength: 3 }), { minLength: 7, maxLength: 7 });
    const instant = fc.integer({
      min: Date.parse('2026-01-01T00:00:00Z'),
      max: Date.parse('2028-01-01T00:00:00Z'),
    });
    fc.assert(
      fc.property(zone, week, instant, fc.boolean(), (timeZone, spans, now, closed) => {
        const hours = {
          ...office,
          timeZone,
          week: spans,
          closedOn: closed ? [new Date(now).toISOString().slice(0, 10)] : [],
        };
        const answers = threeAnswers(hours, now);
        expect(answers.liquid).toBe(answers.meaning);
        expect(answers.code).toBe(answers.meaning);
      }),
      { seed, numRuns: 1000 },
    );
    vi.useRealTimers();
  });
});
