/** The document as React Flow's nodes and links. Pure; knows no store. Cards read their words by id, not from here. */
import { type Edge, type Node, Position } from '@xyflow/react';
import type { EdgeId, FlowDocument, FlowEdge, FlowNode, NodeId } from '../../flow/document.ts';
import { canBeLedTo, type DrawnKinds } from '../../flow/kind.ts';
import { CARD_FOOT, CARD_HEAD, CARD_ROW, CARD_WIDTH } from '../../kinds/card-size.ts';
import type { Selection } from '../store/selection.ts';
import { cardGeometry, ENTRY_HANDLE, ENTRY_Y, exitY, handleAt } from './card-geometry.ts';
import { type FoldedRow, frameOf, type Members, membersOf, rowsOf } from './sections.ts';

export interface CanvasData extends Record<string, unknown> {
  /** Of a folded section: how many steps lie in it, and what leaves it. */
  readonly folded?: { readonly steps: readonly NodeId[]; readonly rows: readonly FoldedRow[] };
}

/** `frame`: an open section round its steps; `folded`: one card in their place. */
export type CanvasNode = Node<CanvasData, 'step' | 'frame' | 'folded'>;
export type CanvasEdge = Edge<Record<string, never>, 'link'>;

const NO_DATA: Record<string, never> = {};
/** React Flow would say "node" and "edge" in English to screen readers. */
const PLAIN_GROUP = { 'aria-roledescription': undefined };

export interface Drawn {
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
}

/** What is drawn besides the document itself. */
export interface Look {
  readonly kinds: DrawnKinds;
  readonly selection: Selection;
  readonly members: Members;
  readonly folded: ReadonlySet<NodeId>;
  /** Links that no test has taken, while that is shown. */
  readonly untried?: ReadonlySet<EdgeId>;
  nameOf(node: FlowNode): string;
}

/** Undefined for a step inside a folded section. */
export function drawNode(node: FlowNode, document: FlowDocument, look: Look): CanvasNode | undefined {
  if (isHidden(node, look)) return undefined;
  const base = {
    id: node.id,
    selected: look.selection.nodes.has(node.id),
    ariaLabel: look.nameOf(node),
    domAttributes: PLAIN_GROUP,
  };
  const steps = look.members.get(node.id);
  if (!steps) {
    const { width, height, handles } = cardGeometry(node, canBeLedTo(look.kinds.get(node.kind)));
    const measured = { width, height };
    return { ...base, type: 'step', position: node.position, data: NO_DATA, measured, handles };
  }
  const { x, y, width, height } = frameOf(document.nodes, steps);
  if (look.folded.has(node.id)) return { ...base, position: { x, y }, ...foldedCard(document, steps) };
  return {
    ...base,
    type: 'frame',
    position: { x, y },
    data: NO_DATA,
    measured: { width, height },
    handles: [],
    // Below links and cards, also while it is selected, which lifts it by 1,000.
    zIndex: -1001,
    style: { pointerEvents: 'none', width, height },
    dragHandle: '.section-head',
  };
}

/** Whether React Flow would draw the same: the words of a card are not its business, and its name follows a moment later. */
export function isDrawnAlike(before: CanvasNode, after: CanvasNode): boolean {
  return (
    before.position.x === after.position.x &&
    before.position.y === after.position.y &&
    before.measured?.width === after.measured?.width &&
    before.measured?.height === after.measured?.height &&
    before.selected === after.selected &&
    before.handles?.length === after.handles?.length &&
    (before.handles ?? []).every(({ id, y }, index) => {
      const other = after.handles?.[index];
      return id === other?.id && y === other?.y;
    })
  );
}

function isHidden({ section }: FlowNode, { folded, members }: Look): boolean {
  return section !== undefined && folded.has(section) && members.has(section);
}

function foldedCard(document: FlowDocument, steps: readonly NodeId[]) {
  const rows = rowsOf(document, steps);
  return {
    type: 'folded' as const,
    data: { folded: { steps, rows } },
    measured: {
      width: CARD_WIDTH,
      height: CARD_HEAD + (rows.length === 0 ? 0 : rows.length * CARD_ROW + CARD_FOOT),
    },
    handles: [
      handleAt(ENTRY_HANDLE, 'target', Position.Left, 0, ENTRY_Y),
      ...rows.map(({ edge }, index) => handleAt(edge, 'source', Position.Right, CARD_WIDTH, exitY(index))),
    ],
  };
}

/** Undefined for a link that leads nowhere, which is a problem, not a line, and for one inside a folded section. */
export function drawEdge(edge: FlowEdge, document: FlowDocument, look: Look): CanvasEdge | undefined {
  if (!leads(edge, document)) return undefined;
  const cardOf = (id: NodeId) => {
    const node = document.nodes[id];
    return node && isHidden(node, look) ? (node.section ?? id) : id;
  };
  const [source, target] = [cardOf(edge.from), cardOf(edge.to)];
  if (source === target && source !== edge.from) return undefined;
  return {
    id: edge.id,
    type: 'link',
    source,
    sourceHandle: source === edge.from ? edge.exit : edge.id,
    target,
    targetHandle: ENTRY_HANDLE,
    data: NO_DATA,
    selected: look.selection.edges.has(edge.id),
    ariaLabel: linkName(edge, document, look.nameOf),
    domAttributes: PLAIN_GROUP,
    ...(look.untried?.has(edge.id) ? { className: 'is-untried' } : {}),
  };
}

/** The steps at both ends: says the same in every language. The link leads somewhere. */
export function linkName(edge: FlowEdge, document: FlowDocument, nameOf: (node: FlowNode) => string): string {
  return [document.nodes[edge.from], document.nodes[edge.to]].map((node) => node && nameOf(node)).join(' → ');
}

/** Everything, from nothing. */
export function drawEverything(document: FlowDocument, look: Look): Drawn {
  return {
    nodes: (Object.values(document.nodes) as FlowNode[]).flatMap(
      (node) => drawNode(node, document, look) ?? [],
    ),
    edges: (Object.values(document.edges) as FlowEdge[]).flatMap(
      (edge) => drawEdge(edge, document, look) ?? [],
    ),
  };
}

/** Everything, with all sections open. */
export function drawAll(
  document: FlowDocument,
  kinds: DrawnKinds,
  selection: Selection,
  nameOf: (node: FlowNode) => string,
): Drawn {
  const members = membersOf(document, kinds);
  return drawEverything(document, { kinds, selection, members, folded: new Set(), nameOf });
}

export function leads(edge: FlowEdge, document: FlowDocument): boolean {
  return document.nodes[edge.from] !== undefined && document.nodes[edge.to] !== undefined;
}

/** Which exits of which step are linked, as one word a step: equal words mean that no dot changes. */
export function wiredExits(document: FlowDocument): Map<NodeId, string> {
  const wired = new Map<NodeId, string>();
  for (const edge of Object.values(document.edges) as FlowEdge[]) {
    if (leads(edge, document)) wired.set(edge.from, `${wired.get(edge.from) ?? '\n'}${edge.exit}\n`);
  }
  return wired;
}
