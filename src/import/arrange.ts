/** Places for the steps of an imported flow: the file's where they leave room for our cards, else our layout. Pure. */
import type { FlowDocument, NodeId, Point } from '../flow/document.ts';
import { assignColumns } from '../flow/layout/columns.ts';
import { type CardShape, layout } from '../flow/layout/layout.ts';
import { CARD_WIDTH, cardShape } from '../kinds/card-size.ts';
import { NOWHERE } from './draft.ts';

const GAP = 40;
/** From one note to the next below it. */
const NOTE = 240;
/** Columns that links pass, all together, up to which the layout takes about as long as the import. */
const TANGLE = 6_000;

/** `notes` says beside which step each note belongs, if any. */
export function arrange(document: FlowDocument, notes: ReadonlyMap<NodeId, NodeId | null>): FlowDocument {
  const steps = {
    ...document,
    nodes: Object.fromEntries(Object.entries(document.nodes).filter(([id]) => !notes.has(id as NodeId))),
  };
  const ids = Object.keys(steps.nodes) as NodeId[];
  const shapes = new Map(ids.map((id) => [id, cardShape(document.nodes[id]!)]));
  const points: Readonly<Record<NodeId, Point>> = {
    ...(placesOfFile(steps, ids, shapes) ?? placesOfOurs(steps, ids, shapes)),
  };
  const placed = { ...points, ...placesOfNotes(points, shapes, notes) };
  const nodes = Object.fromEntries(
    (Object.keys(document.nodes) as NodeId[]).map((id) => [
      id,
      { ...document.nodes[id]!, position: placed[id] ?? NOWHERE },
    ]),
  );
  return { ...document, nodes };
}

/** Our layout. Where very many links pass over very many columns, plain columns: nobody waits for a tangle. */
function placesOfOurs(
  document: FlowDocument,
  ids: readonly NodeId[],
  shapes: ReadonlyMap<NodeId, CardShape>,
): Record<NodeId, Point> {
  const links = Object.values(document.edges).map(({ from, to }) => ({ from, to, offset: 0 }));
  const columns = assignColumns(ids, links);
  const crossed = links.reduce(
    (sum, link) => sum + Math.abs((columns.get(link.from) ?? 0) - (columns.get(link.to) ?? 0)),
    0,
  );
  if (crossed <= TANGLE) return layout(document, cardShape);
  const bottoms = new Map<number, number>();
  return Object.fromEntries(
    ids.map((id) => {
      const column = columns.get(id) ?? 0;
      const y = bottoms.get(column) ?? 0;
      bottoms.set(column, y + shapes.get(id)!.height + GAP);
      return [id, { x: column * (CARD_WIDTH + 3 * GAP), y }];
    }),
  );
}

/** Below the drawing, each under its step: notes are read, not followed. */
function placesOfNotes(
  points: Readonly<Record<NodeId, Point>>,
  shapes: ReadonlyMap<NodeId, CardShape>,
  notes: ReadonlyMap<NodeId, NodeId | null>,
): Record<NodeId, Point> {
  const bottom = Math.max(0, ...[...shapes].map(([id, shape]) => (points[id]?.y ?? 0) + shape.height));
  const below = new Map<number, number>();
  const places: Record<NodeId, Point> = {};
  for (const [id, beside] of notes) {
    const x = (beside && points[beside]?.x) ?? 0;
    const column = Math.floor(x / (CARD_WIDTH + GAP));
    const row = below.get(column) ?? 0;
    below.set(column, row + 1);
    places[id] = { x: column * (CARD_WIDTH + GAP), y: bottom + 3 * GAP + row * NOTE };
  }
  return places;
}

/** The file's places, the greeting before the first; null when a step has none or cards would lie on each other. */
function placesOfFile(
  document: FlowDocument,
  ids: readonly NodeId[],
  shapes: ReadonlyMap<NodeId, CardShape>,
): Record<NodeId, Point> | null {
  const points: Record<NodeId, Point> = {};
  for (const id of ids) {
    const { position } = document.nodes[id]!;
    if (position !== NOWHERE) points[id] = position;
  }
  if (Object.keys(points).length === 0) return null;
  // Steps that were added have no place: right of the step that leads to them.
  for (const edge of Object.values(document.edges)) {
    const from = points[edge.from];
    if (from && points[edge.to] === undefined)
      points[edge.to] = { x: from.x + CARD_WIDTH + 2 * GAP, y: from.y };
  }
  const first = Object.values(document.edges).find((edge) => edge.from === ids[0]);
  const beside = first && points[first.to];
  if (ids[0] && beside) points[ids[0]] = { x: beside.x - CARD_WIDTH - 2 * GAP, y: beside.y };
  const isPlaced = ids.every((id) => points[id] !== undefined);
  return isPlaced && !overlaps(ids, points, shapes) ? points : null;
}

function overlaps(
  ids: readonly NodeId[],
  points: Readonly<Record<NodeId, Point>>,
  shapes: ReadonlyMap<NodeId, CardShape>,
): boolean {
  const sorted = [...ids].sort((a, b) => points[a]!.x - points[b]!.x);
  return sorted.some((id, index) => {
    const [here, shape] = [points[id]!, shapes.get(id)!];
    for (let other = index + 1; other < sorted.length; other += 1) {
      const there = points[sorted[other]!]!;
      if (there.x >= here.x + shape.width + GAP) return false;
      const height = shapes.get(sorted[other]!)!.height;
      if (there.y < here.y + shape.height + GAP && here.y < there.y + height + GAP) return true;
    }
    return false;
  });
}
