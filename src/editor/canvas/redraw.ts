/** Lists of what is drawn, exchanged item by item so that what looks the same is not rendered again. Pure. */
import { type CanvasEdge, type CanvasNode, isDrawnAlike } from './to-react-flow.ts';

/** The list with the touched items drawn anew, added at the end or taken out; the others, and those drawn alike, keep their identity. */
export function replaced<Item extends CanvasNode | CanvasEdge>(
  items: Item[],
  touched: ReadonlySet<string>,
  indexOf: IndexOf,
  draw: (id: string) => Item | undefined,
): Item[] {
  let next = items;
  const added: Item[] = [];
  const gone = new Set<string>();
  for (const id of touched) {
    const index = indexOf(items, id);
    const before = items[index];
    const drawn = draw(id);
    if (!before) added.push(...(drawn ? [drawn] : []));
    else if (!drawn) gone.add(id);
    else if (!isAlike(before, drawn)) {
      if (next === items) next = [...items];
      next[index] = drawn;
    }
  }
  if (gone.size > 0) next = next.filter(({ id }) => !gone.has(id));
  return added.length > 0 ? [...next, ...added] : next;
}

/** Where an item stands in the list, -1 if it does not. */
export type IndexOf = (items: readonly { readonly id: string }[], id: string) => number;

/** Remembers the order, which stays the same while items are moved or drawn anew: they are not searched for at each step. */
export function createIndex(): IndexOf {
  let known = new Map<string, number>();
  let knownOf: readonly unknown[] = [];
  return (items, id) => {
    const index = known.get(id) ?? -1;
    if (items[index]?.id === id || items === knownOf) return index;
    known = new Map(items.map((item, at) => [item.id, at]));
    knownOf = items;
    return known.get(id) ?? -1;
  };
}

/** Whether React Flow would draw the same: the words of a step's card are not its business. */
function isAlike(before: CanvasNode | CanvasEdge, after: CanvasNode | CanvasEdge): boolean {
  const isStep =
    'position' in before && 'position' in after && before.type === 'step' && after.type === 'step';
  return isStep ? isDrawnAlike(before, after) : isSame(before, after);
}

/** Everything was drawn anew: what looks the same keeps its identity, so that it is not rendered again. */
export function kept<Item extends CanvasNode | CanvasEdge>(before: readonly Item[], next: Item[]): Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return next.map((item) => {
    const old = known.get(item.id);
    return old && isSame(old, item) ? old : item;
  });
}

function isSame(one: CanvasNode | CanvasEdge, other: CanvasNode | CanvasEdge): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
