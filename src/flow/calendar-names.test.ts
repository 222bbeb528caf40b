/** What a calendar of a drawing is called now. */
import { expect, it } from 'vitest';
import { calendarNow } from './calendar-names.ts';

const workspace = {
  names: ['Dr Martin', 'Room 2'],
  former: [
    { name: 'Dr Roux', current: 'Dr Martin' },
    { name: 'Dr Petit', current: null },
  ],
};

it.each([
  ['Dr Martin', 'Dr Martin'],
  ['dr martin', 'Dr Martin'],
  ['DR ROUX', 'Dr Martin'],
  ['Dr Petit', null],
  ['Nobody listed it', 'Nobody listed it'],
  ['', ''],
])('“%s” is now %s', (wanted, now) => {
  expect(calendarNow(workspace, wanted)).toBe(now);
});
