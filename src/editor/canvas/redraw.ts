/** Lists of what is drawn, exchanged item by item so that what looks the same is not rendered again. Pure. */
import { type CanvasEdge, type CanvasNode, isDrawnAlike } from './to-react-flow.ts';

/** The list with the touched items drawn anew, added at the end or taken out; the others, and those drawn alike, keep their identity. */
export function replaced<Item extends CanvasNode | CanvasEdge>(
  items: Item[],
  touched: ReadonlySet<string>,
  draw: (id: string) => Item | undefined,
): Item[] {
  if (touched.size === 0) return items;
  const left = new Set(touched);
  let hasChanged = false;
  const kept: Item[] = [];
  for (const item of items) {
    const drawn = left.size > 0 && left.delete(item.id) ? draw(item.id) : item;
    if (drawn === item || (drawn && isAlike(item, drawn))) kept.push(item);
    else {
      hasChanged = true;
      if (drawn) kept.push(drawn);
    }
  }
  if (!hasChanged && left.size === 0) return items;
  return [...kept, ...[...left].flatMap((id) => draw(id) ?? [])];
}

/** Where an item stands in the list, -1 if it does not. */
export type IndexOf = (items: readonly { readonly id: string }[], id: string) => number;

/** Remembers the order, which stays the same while items are moved or drawn anew: they are not searched for at each step. */
export function createIndex(): IndexOf {
  let known = new Map<string, number>();
  return (items, id) => {
    const index = known.get(id);
    if (index !== undefined && items[index]?.id === id) return index;
    known = new Map(items.map((item, at) => [item.id, at]));
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
