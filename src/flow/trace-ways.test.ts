/** Silent rules on a recorded call: worked out as the calendar was then, or the shortest way where nobody knows when it was. */
import { expect, it } from 'vitest';
import { compileFlow, registry, traceCall } from '../kinds/registry.ts';
import { drawFlow } from '../kinds/testing/play-flow.ts';
import type { CallMessage } from './trace.ts';

const OFFICE = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Paris',
  week: Array.from({ length: 7 }, () => [{ from: 540, to: 1080 }]),
  holidays: 'none',
  exceptions: [],
  shared: null,
};
const LATE = { ...OFFICE, id: 'late', name: 'Late', week: OFFICE.week.map(() => [{ from: 540, to: 1320 }]) };
const isOpen = (hours: string) => ({
  cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours, is: true }] }],
});
const create = (kind: string, data: object) => ({
  kind,
  data: { ...(registry.get(kind)!.create({ language: 'en' }) as object), ...data },
});

const document = {
  ...drawFlow('en', {
    answer: { ...create('answer', { greeting: 'The shop.' }), to: { next: 'office' } },
    office: { kind: 'decide', data: isOpen('office'), to: { yes: 'hello', otherwise: 'late' } },
    late: { kind: 'decide', data: isOpen('late'), to: { yes: 'wish', otherwise: 'closed' } },
    hello: { ...create('say', { text: 'Good day to you.' }), to: { next: 'wish' } },
    wish: create('ask', { question: 'What may we do for you?' }),
    closed: create('hang-up', { closing: 'We are closed, goodbye.' }),
  }),
  hours: { office: OFFICE, late: LATE },
} as unknown as ReturnType<typeof drawFlow>;
const { manifest } = compileFlow(document, { mode: 'publish' });

const spoken = (text: string): CallMessage => ({ role: 'assistant', text });
const wayTo = (text: string, startedAt: string | null) =>
  traceCall(
    document,
    manifest,
    [spoken('The shop. I am an automated assistant.'), spoken(text)],
    startedAt === null ? null : Date.parse(startedAt),
  )
    .visits.map(({ node }) => node)
    .join(' ');

it.each([
  ['2026-11-24T11:00:00Z', 'What may we do for you?', 'answer office hello wish'],
  ['2026-11-24T19:00:00Z', 'What may we do for you?', 'answer office late wish'],
  // The words say that the clock was wrong: what was heard is shown.
  ['2026-11-24T11:00:00Z', 'We are closed, goodbye.', 'answer office late closed'],
  [null, 'What may we do for you?', 'answer office late wish'],
])('at %s, “%s”: %s', (startedAt, text, way) => {
  expect(wayTo(text, startedAt)).toBe(way);
});
