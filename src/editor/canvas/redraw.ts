/** Lists of what is drawn, exchanged item by item so that what looks the same is not rendered again. Pure. */
import type { CanvasEdge, CanvasNode } from './to-react-flow.ts';

/** The list with the touched items drawn anew, added at the end or taken out; the others keep their identity. */
export function replaced<Item extends CanvasNode | CanvasEdge>(
  items: Item[],
  touched: ReadonlySet<string>,
  draw: (id: string) => Item | undefined,
): Item[] {
  if (touched.size === 0) return items;
  const left = new Set(touched);
  const result = items.flatMap((item) => {
    if (!left.delete(item.id)) return [item];
    const next = draw(item.id);
    return next ? [isSame(item, next) && item.type === 'frame' ? item : next] : [];
  });
  return [...result, ...[...left].flatMap((id) => draw(id) ?? [])];
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
