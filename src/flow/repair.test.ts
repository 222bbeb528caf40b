/** A damaged drawing is repaired into one that can be read and worked on; a sound one comes back as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlow, registry } from '../kinds/registry.ts';
import { arbitraryFlow } from '../kinds/testing/arbitrary-flow.ts';
import { templates } from '../templates/registry.ts';
import { damageJson } from './check/testing/damage-json.ts';
import { hasLosses } from './read.ts';
import { repairDocument } from './repair.ts';

const seed = Number(process.env.SEED ?? 20261130);
const good = () => JSON.parse(JSON.stringify(templates[0]!.build('fr', { name: 'Cabinet' })));

describe('repair', () => {
  it('leaves a sound drawing as it is', () => {
    for (const { build } of templates) {
      const document = JSON.parse(JSON.stringify(build('en', { name: 'X' })));
      expect(repairDocument(document, registry)).toEqual(document);
    }
  });

  it('keeps of a step what can be read, and gives the rest the value of a new one', () => {
    const json = good();
    json.nodes.wish.data.question = 7;
    json.nodes.wish.position = { x: null, y: 4 };
    json.nodes.details.data.items.push({ information: 3 });
    const repaired = repairDocument(json, registry) as unknown as ReturnType<typeof good>;
    expect(repaired.nodes.wish.data.choices).toEqual(json.nodes.wish.data.choices);
    expect(repaired.nodes.wish.data.question).toBeTypeOf('string');
    expect(repaired.nodes.wish.position).toEqual({ x: 0, y: 0 });
    expect(repaired.nodes.details.data.items).toEqual(good().nodes.details.data.items);
    expect(repaired.edges).toEqual(json.edges);
  });

  it('keeps steps of kinds that are not known, untouched', () => {
    const json = good();
    json.nodes.wish.kind = 'hologram';
    json.nodes.wish.data = { beams: [1, { colour: 'red' }] };
    json.settings.voice = 'squeaky';
    const repaired = repairDocument(json, registry) as unknown as ReturnType<typeof good>;
    expect(repaired.nodes.wish).toEqual(json.nodes.wish);
    expect(repaired.settings).toEqual(good().settings);
  });

  it.each([null, 7, [], { format: 99, nodes: {} }, { format: 1 }, { format: 4, nodes: [] }])(
    'makes nothing of what is no flow of ours: %j',
    (json) => {
      expect(repairDocument(json, registry)).toBeNull();
    },
  );

  it(`gives a drawing without losses, whatever was damaged (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        arbitraryFlow(6),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 6 }),
        (flow, chance, times) => {
          const json = damageJson(flow, chance, times);
          const before = JSON.stringify(json);
          const repaired = repairDocument(json, registry);
          expect(JSON.stringify(json)).toBe(before);
          if (repaired === null) return;
          expect(hasLosses(readFlow(JSON.parse(JSON.stringify(repaired))).problems)).toBe(false);
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
