/** Dates and shares as each language writes them. */
import { expect, it } from 'vitest';
import { formattersIn } from './format.ts';

const FIRST = '2026-12-01T10:00:00Z';
const ELEVENTH = '2026-12-11T10:00:00Z';

it('writes the first of a month as French does', () => {
  const { date, shortDate, dateTime, dayIn } = formattersIn('fr');
  expect(date(FIRST)).toBe('1er décembre 2026');
  expect(shortDate(FIRST)).toBe('1er déc.');
  expect(dateTime(FIRST)).toMatch(/^1er déc\./);
  expect(dayIn(FIRST, 'Europe/Paris')).toMatch(/^mardi 1er décembre/);
  expect(date(ELEVENTH)).toBe('11 décembre 2026');
  expect(formattersIn('en').date(FIRST)).toBe('1 December 2026');
});

it('puts a space before the sign of a share in French only', () => {
  expect(formattersIn('en').percent(0.8)).toBe('80%');
  expect(formattersIn('fr').percent(0.8)).toMatch(/^80\s%$/);
});
