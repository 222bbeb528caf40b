/** Hours of the workspace and their copies in drawings. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type HoursId, type OpeningHours } from './document.ts';
import {
  contentOf,
  readSharedHours,
  sharedHoursIn,
  staleHours,
  storedHours,
  withSharedHours,
} from './shared-hours.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const copy: OpeningHours = {
  id: 'main' as HoursId,
  name: 'Salon',
  timeZone: 'Europe/Paris',
  week: [[], [{ from: 540, to: 1080 }], [], [], [], [], []],
  holidays: 'france',
  exceptions: [{ date: '2026-12-24', spans: [{ from: 540, to: 1080 }] }],
  shared: ID,
};
const own: OpeningHours = { ...copy, id: 'own' as HoursId, shared: null };
const drawing: FlowDocument = {
  ...emptyDocument('', 'fr'),
  hours: { [copy.id]: copy, [own.id]: own } as FlowDocument['hours'],
};
const newer = { ...contentOf(copy), name: 'Salon de thé', holidays: 'none' as const };

describe('hours of the workspace', () => {
  it('are read back as they were stored', () => {
    expect(readSharedHours('Salon', storedHours(contentOf(copy)))).toEqual(contentOf(copy));
  });

  it('of an older format are migrated', () => {
    const old = { format: 2, timeZone: 'Europe/Paris', week: copy.week, closedOn: ['2026-12-25'] };
    expect(readSharedHours('Salon', old)).toEqual({
      ...contentOf(copy),
      holidays: 'none',
      exceptions: [{ date: '2026-12-25', spans: [] }],
    });
  });

  it.each([
    ['no object', []],
    ['no format', { week: [] }],
    ['a newer format', { ...storedHours(contentOf(copy)), format: 99 }],
    ['a broken week', { ...storedHours(contentOf(copy)), week: 'always' }],
  ])('are not read from %s', (_, stored) => {
    expect(readSharedHours('Salon', stored)).toBeNull();
  });

  it('are taken over by the copies that follow them, and by no others', () => {
    expect(sharedHoursIn(drawing)).toEqual([ID]);
    expect(staleHours(drawing, [{ id: ID, content: newer }])).toEqual([{ ...copy, ...newer }]);
    const refreshed = withSharedHours(drawing, [{ id: ID, content: newer }]);
    expect(refreshed.hours).toEqual({ main: { ...copy, ...newer }, own });
  });

  it('change nothing when the copies are equal, or the hours are gone', () => {
    expect(withSharedHours(drawing, [{ id: ID, content: contentOf(copy) }])).toBe(drawing);
    expect(withSharedHours(drawing, [])).toBe(drawing);
  });
});
