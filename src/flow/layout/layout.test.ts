/** Laid out drawings: readable from left to right, nothing overlaps, the same every time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardShape } from '../../kinds/card-size.ts';
import { arbitraryFlow } from '../../kinds/testing/arbitrary-flow.ts';
import { templates } from '../../templates/registry.ts';
import type { FlowDocument, FlowNode, Point } from '../document.ts';
import { layout } from './layout.ts';

const seed = Number(process.env.SEED ?? 20261123);

function overlaps(document: FlowDocument, points: Record<string, Point>): string[] {
  const boxes = (Object.values(document.nodes) as FlowNode[]).map((node) => ({
    id: node.id,
    ...points[node.id]!,
    ...cardShape(node),
  }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .flatMap((b) =>
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
          ? [`${a.id} ${b.id}`]
          : [],
      ),
  );
}

describe('layout', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s runs from left to right',
    (_, template) => {
      const document = template.build('fr', { name: 'X' });
      const points = layout(document, cardShape);
      for (const edge of Object.values(document.edges) as {
        from: keyof typeof points;
        to: keyof typeof points;
      }[])
        expect(points[edge.from]!.x).toBeLessThan(points[edge.to]!.x);
      expect(overlaps(document, points)).toEqual([]);
      expect(Math.min(...Object.values(points).map((point) => point.y))).toBe(0);
    },
  );

  it(`never overlaps and does not change from run to run (seed ${seed})`, () => {
    fc.assert(
      fc.property(arbitraryFlow(20), (document) => {
        const points = layout(document, cardShape);
        expect(Object.keys(points).sort()).toEqual(Object.keys(document.nodes).sort());
        expect(overlaps(document, points)).toEqual([]);
        expect(layout(document, cardShape)).toEqual(points);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('takes an empty drawing', () => {
    expect(layout({ ...templates[0]!.build('fr', { name: 'X' }), nodes: {}, edges: {} }, cardShape)).toEqual(
      {},
    );
  });
});
