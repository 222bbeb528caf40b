/** A drawing for tours: a step of every kind, sound ones first and then each kind's own examples, with their problems. */
import type { FlowDocument, FlowNode, NodeId } from '../../../src/flow/document.ts';
import { kinds } from '../../../src/kinds/registry.ts';
import { everyKind } from '../../../src/kinds/testing/every-kind.ts';

export interface TourDrawing {
  readonly document: FlowDocument;
  /** Titles of steps to look at: each example of each kind. */
  readonly examples: readonly string[];
}

const WIDTH = 380;
const HEIGHT = 330;
const BELOW = 2400;

export function tourDrawing(language: 'en' | 'fr'): TourDrawing {
  const sound = everyKind(language);
  const examples: FlowNode[] = kinds.flatMap((kind, row) =>
    kind.entry
      ? []
      : Object.entries(kind.examples).map(([name, data], column) => ({
          id: `example-${kind.id}-${column}` as NodeId,
          kind: kind.id,
          title: `${kind.id} ${name}`,
          position: { x: column * WIDTH, y: BELOW + row * HEIGHT },
          data: data as FlowNode['data'],
        })),
  );
  return {
    document: {
      ...sound,
      nodes: { ...sound.nodes, ...Object.fromEntries(examples.map((node) => [node.id, node])) },
    },
    examples: examples.map(({ title }) => title ?? ''),
  };
}
