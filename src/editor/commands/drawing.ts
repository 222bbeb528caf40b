/** Small edits of a draft that several commands share: links and what hangs on a step. Knows no command. */

import type { EdgeId, ExitId, FlowDocument, FlowEdge, NodeId, Point } from '../../flow/document.ts';
import { canBeLedTo, type DrawnKinds } from '../../flow/kind.ts';
import { type Draft, isWritten, original } from '../store/draft.ts';

type Drawing = Draft<FlowDocument>;

/** Where a link may begin. */
export interface ExitPlace {
  readonly node: NodeId;
  readonly exit: ExitId;
}

/** A step of an entry kind begins the call: nothing leads to it, and it is not copied or deleted. */
export function isEntry(document: FlowDocument, kinds: DrawnKinds, node: NodeId): boolean {
  const kind = document.nodes[node]?.kind;
  return kind !== undefined && kinds.get(kind)?.entry === true;
}

/** The beginning that may not be deleted or copied: without it nobody answers. */
export function isOnlyEntry(document: FlowDocument, kinds: DrawnKinds, node: NodeId): boolean {
  if (!isEntry(document, kinds, node)) return false;
  return Object.values(document.nodes).filter(({ kind }) => kinds.get(kind)?.entry === true).length === 1;
}

export function hasEntry(document: FlowDocument, kinds: DrawnKinds): boolean {
  return Object.values(document.nodes).some((node) => kinds.get(node.kind)?.entry === true);
}

/** True when the exit exists and the target may be led to. */
export function canConnect(document: FlowDocument, kinds: DrawnKinds, from: ExitPlace, to: NodeId): boolean {
  const source = document.nodes[from.node];
  const target = document.nodes[to];
  if (!source || !target || !canBeLedTo(kinds.get(target.kind))) return false;
  return exitIds(kinds, source.kind, source.data).includes(from.exit);
}

/** The ids of a step's exits; none for an unknown kind or data that the kind cannot read. */
export function exitIds(kinds: DrawnKinds, kind: string, data: unknown): ExitId[] {
  try {
    return (
      kinds
        .get(kind)
        ?.exits(data)
        .map((exit) => exit.id) ?? []
    );
  } catch {
    return []; // broken data is a problem of the checks, not a reason to lose the editor
  }
}

/** The link that leaves an exit, if it leads to a step that is there. */
export function linkOf(document: FlowDocument, { node, exit }: ExitPlace): FlowEdge | undefined {
  return (Object.values(document.edges) as FlowEdge[]).find(
    (edge) => edge.from === node && edge.exit === exit && document.nodes[edge.to] !== undefined,
  );
}

/** The first exit of a step that leads nowhere. */
export function freeExit(document: FlowDocument, kinds: DrawnKinds, node: NodeId): ExitId | undefined {
  const step = document.nodes[node];
  if (!step) return undefined;
  const wired = new Set(
    Object.values(document.edges)
      .filter((edge) => edge.from === node && document.nodes[edge.to] !== undefined)
      .map((edge) => edge.exit),
  );
  return exitIds(kinds, step.kind, step.data).find((exit) => !wired.has(exit));
}

/**
 * The links as they stand, without wrapping each of thousands in a draft, which would cost more than any edit. Links are
 * added and taken away, never written into, so what stands behind the draft is what they are.
 */
function linksOf({ edges }: Drawing): FlowEdge[] {
  const before: FlowDocument['edges'] = original(edges) ?? {};
  const ids = Reflect.ownKeys(edges) as EdgeId[];
  return ids.map((id) => before[id] ?? (edges[id] as FlowEdge));
}

const byStep = new WeakMap<FlowDocument['edges'], ReadonlyMap<NodeId, readonly FlowEdge[]>>();

/** The links that leave each step; remembered, as most edits leave all links alone. */
function linksByStep(edges: FlowDocument['edges']): ReadonlyMap<NodeId, readonly FlowEdge[]> {
  const known = byStep.get(edges);
  if (known) return known;
  const made = new Map<NodeId, FlowEdge[]>();
  for (const edge of Object.values(edges) as FlowEdge[]) {
    const list = made.get(edge.from);
    if (list) list.push(edge);
    else made.set(edge.from, [edge]);
  }
  byStep.set(edges, made);
  return made;
}

/** Links an exit to a step; a link that left this exit before is taken away. */
export function link(draft: Drawing, from: ExitPlace, to: NodeId, id: EdgeId): void {
  for (const edge of linksOf(draft)) {
    if (edge.from === from.node && edge.exit === from.exit) delete draft.edges[edge.id as EdgeId];
  }
  draft.edges[id] = { id, from: from.node, exit: from.exit, to } as Draft<FlowDocument['edges'][EdgeId]>;
}

/** Takes away the links of exits that the step no longer has. */
export function dropLooseLinks(draft: Drawing, kinds: DrawnKinds, node: NodeId): void {
  const step = draft.nodes[node];
  if (!step) return;
  const before = original(draft.edges);
  const left =
    before && !isWritten(draft.edges)
      ? (linksByStep(before).get(node) ?? [])
      : linksOf(draft).filter((edge) => edge.from === node);
  if (left.length === 0) return;
  const exits = new Set(exitIds(kinds, step.kind, step.data));
  for (const edge of left) if (!exits.has(edge.exit)) delete draft.edges[edge.id as EdgeId];
}

/** Takes away steps and every link from or to them. Steps of a section that goes stay, without it. */
export function removeSteps(draft: Drawing, nodes: ReadonlySet<NodeId>): void {
  for (const edge of linksOf(draft)) {
    if (nodes.has(edge.from) || nodes.has(edge.to)) delete draft.edges[edge.id as EdgeId];
  }
  // Looked up in what stands behind the draft: thousands of steps would be wrapped otherwise.
  const before = original(draft) ?? draft;
  for (const { id, section } of Object.values(before.nodes)) {
    const step = section !== undefined && nodes.has(section) ? draft.nodes[id] : undefined;
    if (step) delete step.section;
  }
  for (const id of nodes) delete draft.nodes[id];
}

/** Whole pixels: readable documents, small patches. */
export function rounded(point: Point): Point {
  return { x: Math.round(point.x), y: Math.round(point.y) };
}
