/** Sections of a drawing: which steps lie in them, the frame round these, and what leaves a folded one. Pure; knows no store. */
import type { EdgeId, ExitId, FlowDocument, FlowEdge, FlowNode, NodeId } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import type { Selection } from '../store/selection.ts';
import { cardGeometry } from './card-geometry.ts';
import type { Box } from './link-route.ts';

/** Steps by the section they lie in. */
export type Members = ReadonlyMap<NodeId, readonly NodeId[]>;

const PADDING = 24;
/** The line of the title, above the steps. */
export const FRAME_HEAD = 38;

/** Sections with steps; a section in a section, or one that is gone, gathers nothing. */
export function membersOf(document: FlowDocument, kinds: DrawnKinds): Members {
  const members = new Map<NodeId, NodeId[]>();
  const isSection = (id: NodeId) => {
    const node = document.nodes[id];
    return node !== undefined && kinds.get(node.kind)?.gathers === true;
  };
  for (const { id, section } of Object.values(document.nodes) as FlowNode[]) {
    if (section === undefined || !isSection(section) || isSection(id)) continue;
    const steps = members.get(section);
    if (steps) steps.push(id);
    else members.set(section, [id]);
  }
  return members;
}

/** The drawing without the sections that are frames round their steps: a layout has no place for them. */
export function withoutFrames(document: FlowDocument, kinds: DrawnKinds): FlowDocument {
  const frames = membersOf(document, kinds);
  if (frames.size === 0) return document;
  const cards = Object.entries(document.nodes).filter(([id]) => !frames.has(id as NodeId));
  return { ...document, nodes: Object.fromEntries(cards) };
}

/** The frame round the steps. */
export function frameOf(nodes: FlowDocument['nodes'], steps: readonly NodeId[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of steps) {
    const node = nodes[id];
    if (!node) continue;
    const { width, height } = cardGeometry(node, true);
    left = Math.min(left, node.position.x);
    top = Math.min(top, node.position.y);
    right = Math.max(right, node.position.x + width);
    bottom = Math.max(bottom, node.position.y + height);
  }
  return {
    x: left - PADDING,
    y: top - PADDING - FRAME_HEAD,
    width: right - left + 2 * PADDING,
    height: bottom - top + 2 * PADDING + FRAME_HEAD,
  };
}

/** A way out that leaves a folded section: a row of its card. */
export interface FoldedRow {
  readonly edge: EdgeId;
  readonly node: NodeId;
  readonly exit: ExitId;
}

/** From top to bottom as the steps stand, then as their exits do. */
export function rowsOf(document: FlowDocument, steps: readonly NodeId[]): FoldedRow[] {
  const inside = new Set(steps);
  const rows: (FoldedRow & { readonly x: number; readonly y: number })[] = [];
  for (const { id, from, exit, to } of Object.values(document.edges) as FlowEdge[]) {
    const step = document.nodes[from];
    if (!step || !inside.has(from) || inside.has(to) || !document.nodes[to]) continue;
    const index = cardGeometry(step, false).handles.findIndex((handle) => handle.id === exit);
    rows.push({ edge: id, node: from, exit, x: step.position.x, y: step.position.y + index / 1000 });
  }
  rows.sort((a, b) => a.x - b.x || a.y - b.y || (a.edge < b.edge ? -1 : 1));
  return rows.map(({ edge, node, exit }) => ({ edge, node, exit }));
}

/** Whoever selects a folded section means its steps too. The same selection when there is none. */
export function withFoldedSteps(
  selection: Selection,
  document: FlowDocument,
  kinds: DrawnKinds,
  folded: ReadonlySet<NodeId>,
): Selection {
  if (![...selection.nodes].some((id) => folded.has(id))) return selection;
  const members = membersOf(document, kinds);
  const nodes = new Set(selection.nodes);
  for (const id of selection.nodes)
    if (folded.has(id)) for (const step of members.get(id) ?? []) nodes.add(step);
  return { nodes, edges: selection.edges };
}
