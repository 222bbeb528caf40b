/** Counts laid on a drawing: nothing is lost, nothing is guessed, whatever the counts say. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../kinds/registry.ts';
import { drawFlow } from '../kinds/testing/play-flow.ts';
import { type LinkCount, type StepCount, trafficOn } from './traffic.ts';

const create = (kind: string) => ({
  kind,
  data: registry.get(kind)!.create({ language: 'en' }) as object,
});
const document = drawFlow('en', {
  answer: { ...create('answer'), to: { next: 'ask' } },
  ask: { ...create('ask'), to: { 'got-it': 'end', 'would-not-say': 'end' } },
  end: create('hang-up'),
});
const exits = registry.get('ask')!.exits(document.nodes['ask' as never]!.data);
const failing = exits.find(({ role }) => role === 'failure')!.id;
const usual = exits.find(({ role }) => role !== 'failure')!.id;

const step = (node: string, calls: number, more: Partial<StepCount> = {}): StepCount => ({
  node,
  calls,
  hungUp: 0,
  failed: 0,
  silent: 0,
  tooLong: 0,
  timed: 0,
  spent: 0,
  ...more,
});
const link = (
  from: string,
  exit: string | null,
  to: string,
  calls: number,
  more: Partial<LinkCount> = {},
) => ({
  from,
  to,
  exit,
  noted: true,
  calls,
  sure: calls,
  ...more,
});
const on = (steps: StepCount[], links: LinkCount[], calls = 10) =>
  trafficOn(document, registry, { calls, steps, links });
const linksOf = (traffic: ReturnType<typeof on>) =>
  [...traffic.links.values()].map(
    ({ edge, calls, share, isSure, isAtMost }) =>
      `${edge.from} ${edge.exit}: ${calls}, ${share}${isSure ? '' : '?'}${isAtMost ? ' at most' : ''}`,
  );

describe('traffic', () => {
  it('goes by the way out that each call names', () => {
    const traffic = on(
      [step('answer', 10), step('ask', 8, { hungUp: 2, timed: 4, spent: 40_000 }), step('end', 6)],
      [
        link('answer', 'next', 'ask', 8),
        link('ask', usual, 'end', 4, { sure: 1 }),
        link('ask', failing, 'end', 2),
      ],
    );
    expect(linksOf(traffic).sort()).toEqual(
      ['answer next: 8, 0.8', `ask ${failing}: 2, 0.25`, `ask ${usual}: 4, 0.5?`].sort(),
    );
    expect(traffic.steps.map(({ node }) => node)).toEqual(['answer', 'ask', 'end']);
    expect(traffic.steps[1]).toMatchObject({
      calls: 8,
      share: 0.8,
      time: 10_000,
      // A caller who will not say is no failure of the step.
      wentWrong: 0,
      ends: { hungUp: 2 },
    });
  });

  it('counts what did not work', () => {
    const kind = registry.get('transfer')!;
    const exit = kind
      .exits(kind.create({ language: 'en' }))
      .find(({ because }) => because === 'nobody-answered')!.id;
    const desk = drawFlow('en', {
      answer: { ...create('answer'), to: { next: 'desk' } },
      desk: { ...create('transfer'), to: { [exit]: 'end' } },
      end: create('hang-up'),
    });
    const counts = { calls: 5, steps: [step('desk', 5)], links: [link('desk', exit, 'end', 3)] };
    const found = trafficOn(desk, registry, counts).steps.find(({ node }) => node === 'desk');
    expect(found).toMatchObject({ calls: 5, wentWrong: 3 });
  });

  it('of calls that name none is at most so much where several ways lead there', () => {
    const traffic = on([step('ask', 8)], [link('ask', null, 'end', 8, { noted: false })]);
    expect(linksOf(traffic)).toContain(`ask ${usual}: 8, 1? at most`);
    expect(linksOf(on([step('answer', 8)], [link('answer', null, 'ask', 8, { noted: false })]))).toContain(
      'answer next: 8, 1',
    );
  });

  it('tells what a rule led away, and what is not drawn here', () => {
    const traffic = on(
      [step('ask', 8), step('gone', 3)],
      [link('ask', null, 'end', 5), link('ask', usual, 'gone', 3)],
    );
    expect(traffic.missing).toBe(1);
    expect(traffic.steps.find(({ node }) => node === 'ask')).toMatchObject({ ledAway: 5 });
    expect([...traffic.links.values()].every(({ calls }) => calls === 0)).toBe(true);
  });

  it('takes any counts', () => {
    const name = fc.constantFrom('answer', 'ask', 'end', 'gone', '__proto__');
    const exit = fc.constantFrom(usual, failing, 'next', 'gone', null);
    const count = fc.nat(50);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ node: name, calls: count, timed: count, spent: count }), {
          selector: ({ node }) => node,
        }),
        fc.array(fc.record({ from: name, to: name, exit, noted: fc.boolean(), calls: count, sure: count })),
        (steps, links) => {
          const traffic = on(
            steps.map(({ node, calls, ...more }) => step(node, calls, more)),
            links,
          );
          for (const { share } of traffic.links.values()) expect(share).toBeLessThanOrEqual(1);
          // Every link of the drawing is there, and has no more than was counted.
          expect(traffic.links.size).toBe(3);
          const sum = links.reduce((total, { calls }) => total + calls, 0);
          for (const { calls } of traffic.links.values()) expect(calls).toBeLessThanOrEqual(sum);
        },
      ),
      { seed: 8 },
    );
  });
});
