/**
 * Drawings to lay out, of any size, the same for the same seed: a call that mostly goes on, sometimes meets again what
 * others lead to, ends at shared ends, and now and then goes back. Knows no step kind.
 */
import { emptyDocument, type FlowDocument, type FlowNode } from '../../document.ts';
import type { CardShape } from '../layout.ts';

/** About 1.3 links a step, as people draw. */
export function generatedDrawing(steps: number, seed: number): FlowDocument {
  const random = createRandom(seed);
  const nodes: Record<string, unknown> = {};
  const edges: Record<string, unknown> = {};
  const ends = Math.max(1, Math.round(steps / 25));
  const inner = steps - ends;
  const idOf = (index: number) => `s${index}`;
  for (let index = 0; index < steps; index += 1) {
    const roll = random();
    const exits = index >= inner ? 0 : roll < 0.55 ? 1 : roll < 0.85 ? 2 : roll < 0.95 ? 3 : 4;
    nodes[idOf(index)] = { id: idOf(index), kind: 'step', position: { x: 0, y: 0 }, data: { exits } };
    for (let exit = 0; exit < exits; exit += 1) {
      const to =
        exit === 0 && index + 1 < inner && random() < 0.8 ? index + 1 : goalOf(index, inner, ends, random);
      const id = `${idOf(index)}-${exit}`;
      edges[id] = { id, from: idOf(index), exit: `${exit}`, to: idOf(to) };
    }
  }
  return { ...emptyDocument('Generated', 'en'), nodes, edges } as FlowDocument;
}

function goalOf(index: number, inner: number, ends: number, random: () => number): number {
  const roll = random();
  if (roll < 0.04) return Math.max(0, index - 1 - Math.floor(random() * 8));
  if (roll < 0.2 || index + 2 >= inner) return inner + Math.floor((index / inner) * ends);
  return Math.min(inner - 1, index + 1 + Math.floor(random() ** 2 * 14));
}

/** Numbers from 0 to 1, not included (a linear congruential generator, Numerical Recipes). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const ROW = 32;
const HEAD = 88;

/** Cards about as large as the editor's. */
export function generatedShape(node: FlowNode): CardShape {
  const exits = Array.from({ length: Number(node.data.exits) }, (_, exit) => `${exit}`);
  return {
    width: 280,
    height: HEAD + exits.length * ROW,
    exits,
    entry: HEAD / 2,
    firstExit: HEAD + ROW / 2,
    exitStep: ROW,
  };
}
