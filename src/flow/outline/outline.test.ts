/** The order and the contents of the readable document, as data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../../kinds/registry.ts';
import { arbitraryFlow } from '../../kinds/testing/arbitrary-flow.ts';
import { templates } from '../../templates/registry.ts';
import type { FlowDocument } from '../document.ts';
import { type OutlineBlock, outline, type StepBlock } from './outline.ts';

const seed = Number(process.env.SEED ?? 20261126);
const numRuns = Number(process.env.RUNS ?? 500);
const booking = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });

function stepsOf(blocks: readonly OutlineBlock[]): StepBlock[] {
  return blocks.filter((block) => block.type === 'step');
}

describe('outline of a template', () => {
  const blocks = outline(booking, registry);
  const steps = stepsOf(blocks);
  const step = (node: string) => steps.find((one) => one.node === node)!;

  it('numbers the steps from the one that answers, nearest first', () => {
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.map(({ node }) => node)).toEqual([
      'answer',
      'wish',
      'details',
      'which',
      'open',
      'note',
      'booked',
      'changed',
      'desk',
      'noted',
    ]);
  });

  it('tells what is said, what is asked, and where each way out leads', () => {
    expect(step('details')).toMatchObject({
      said: [{ field: 'question', text: 'Certainly. Your full name, please?' }],
      asks: [
        { information: 'patient', isRequired: true },
        { information: 'phone', isRequired: true },
        { information: 'moment', isRequired: true },
        { information: 'reason', isRequired: false },
      ],
      uses: [],
      exits: [
        { exit: 'got-it', to: { node: 'booked', number: 7 } },
        { exit: 'would-not-say', to: { node: 'open', number: 5 } },
      ],
    });
    expect(step('open').exits[0]).toMatchObject({
      condition: { match: 'all', tests: [{ word: 'open', values: ['Opening hours'] }] },
    });
    expect(step('wish').exits[0]!.details).toEqual([
      expect.objectContaining({ path: 'choices.id' }),
      expect.objectContaining({ path: 'choices.label' }),
      {
        path: 'choices.examples',
        values: ['I would like an appointment', 'when can you see me', 'make a booking'],
      },
    ]);
  });

  it('says where information is asked for', () => {
    const block = blocks.find((one) => one.type === 'information')!;
    const phone = block.rows.find(({ information }) => information.id === 'phone')!;
    expect(phone.askedIn).toEqual([3, 4, 6]);
  });

  it('puts steps that no call reaches after the others, from their beginning', () => {
    const edges = Object.fromEntries(
      Object.entries(booking.edges).filter(([id]) => id !== 'wish-change'),
    ) as FlowDocument['edges'];
    const cut = stepsOf(outline({ ...booking, edges }, registry));
    expect(cut.filter(({ place }) => place === 'unreached').map(({ node }) => node)).toEqual([
      'which',
      'changed',
    ]);
    expect(cut.at(-1)!.node).toBe('changed');
  });
});

describe(`outline of any drawing (seed ${seed}, ${numRuns} runs)`, () => {
  it('holds every step once, and leads to numbers that exist', () => {
    fc.assert(
      fc.property(arbitraryFlow(), (document) => {
        const steps = stepsOf(outline(document, registry));
        expect(steps.map(({ node }) => node as string).sort()).toEqual(Object.keys(document.nodes).sort());
        for (const { exits } of steps)
          for (const { to } of exits) if (to) expect(steps[to.number - 1]!.node).toBe(to.node);
      }),
      { seed, numRuns },
    );
  });
});
