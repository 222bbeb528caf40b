import { expect, it } from 'vitest';
import { trafficOn } from '../../flow/traffic.ts';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { choiceFrom } from './choice.ts';
import { differences } from './differences.ts';

const VERSIONS = [
  { id: 'three', number: 3 },
  { id: 'two', number: 2 },
  { id: 'one', number: 1 },
];

it.each([
  ['', 2, 'two two two -'],
  ['', null, 'three three three -'],
  ['version=one&with=three', 2, 'one one one three'],
  ['version=all&with=one', 2, 'all two - one'],
  ['version=draft', 2, 'draft two two -'],
  // A version is not compared with itself, and one that is not known is none.
  ['version=one&with=one', 2, 'one one one -'],
  ['version=nine&with=nine', 2, 'two two two -'],
])('“%s”, version %s in service: %s', (address, live, expected) => {
  const choice = choiceFrom(new URLSearchParams(address), VERSIONS, live)!;
  expect(
    [choice.shown, choice.version.id, choice.counted?.id ?? '-', choice.compared?.id ?? '-'].join(' '),
  ).toBe(expected);
});

it('of nothing there is no choice', () => {
  expect(choiceFrom(new URLSearchParams(), [], null)).toBeUndefined();
});

it('the largest differences come first, and none where nobody called', () => {
  const document = templates[0]!.build('en', { name: 'Desk' });
  const [first, second] = trafficOn(document, registry, { calls: 0, steps: [], links: [] }).steps;
  const step = (node: string, calls: number, hungUp: number, spent: number) => ({
    ...{ node, calls, hungUp, spent, timed: calls, failed: 0, silent: 0, tooLong: 0 },
  });
  const traffic = (calls: number, steps: ReturnType<typeof step>[]) =>
    trafficOn(document, registry, { calls, steps, links: [] });
  const now = traffic(100, [step(first!.node, 100, 40, 800_000), step(second!.node, 30, 0, 30_000)]);
  const before = traffic(50, [step(first!.node, 50, 5, 250_000), step(second!.node, 25, 0, 25_000)]);
  expect(differences(now, before)).toEqual([
    { node: first!.node, what: 'hungUp', change: 30 },
    { node: second!.node, what: 'share', change: -20 },
    { node: first!.node, what: 'time', change: 3 },
  ]);
  expect(differences(now, traffic(0, []))).toEqual([]);
});
