/** What the commands share that put a step on a link: the link leads to the step, and its main way out goes on. Knows no command. */

import type { EdgeId, ExitId, FlowDocument, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { canBeLedTo, type DrawnKinds, type ExitRole } from '../../flow/kind.ts';
import { cardGeometry } from '../canvas/card-geometry.ts';
import { makeRoom, placeOnLink } from '../canvas/make-room.ts';
import { type Draft, original } from '../store/draft.ts';
import { link, rounded } from './drawing.ts';

/** Which way out goes on to where the link led: the usual one, else the first of several, else what happens when it fails. */
const ROLES: readonly ExitRole[] = ['next', 'case', 'failure'];

export function mainExit(kinds: DrawnKinds, kind: string, data: unknown): ExitId | undefined {
  try {
    const exits = kinds.get(kind)?.exits(data) ?? [];
    return ROLES.flatMap((role) => exits.filter((exit) => exit.role === role))[0]?.id;
  } catch {
    return undefined;
  }
}

/** A step that links may lead to and that nothing is linked with yet. */
export function isLoose(document: FlowDocument, kinds: DrawnKinds, node: NodeId): boolean {
  const step = document.nodes[node];
  if (!step || !canBeLedTo(kinds.get(step.kind))) return false;
  return !Object.values(document.edges).some((edge) => edge.from === node || edge.to === node);
}

/**
 * Puts `step`, which is in the draft already, on the link; the cards to its right make room. `wanted` is the middle of the card as
 * the person meant it, for links that are long.
 */
export function threadStep(
  draft: Draft<FlowDocument>,
  {
    step,
    edge,
    wanted,
  }: { readonly step: FlowNode; readonly edge: EdgeId; readonly wanted?: Point | undefined },
  context: { readonly kinds: DrawnKinds; newEdgeId(): EdgeId },
): void {
  const document = original(draft) ?? draft;
  const old = document.edges[edge];
  const drawn = draft.edges[edge];
  const mine = draft.nodes[step.id];
  if (!old || !drawn || !mine) return;
  const { width, height } = cardGeometry(step, true);
  const others = { ...document, nodes: { ...document.nodes } };
  delete others.nodes[step.id];
  const place = rounded(placeOnLink(others, old, height, wanted));
  mine.position = place;
  const start = document.nodes[old.from];
  const end = document.nodes[old.to];
  if (start && end && end.position.x > start.position.x)
    for (const [id, point] of makeRoom(others, { ...place, width, height }, old.to)) {
      const node = draft.nodes[id];
      if (node) node.position = rounded(point);
    }
  drawn.to = step.id as typeof drawn.to;
  const exit = mainExit(context.kinds, step.kind, step.data);
  if (exit !== undefined) link(draft, { node: step.id, exit }, old.to, context.newEdgeId());
}
