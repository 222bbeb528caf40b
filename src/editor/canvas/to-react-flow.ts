/** The document as React Flow's nodes and links. Pure; knows no store. Cards read their words by id, not from here. */
import type { Edge, Node } from '@xyflow/react';
import type { FlowDocument, FlowEdge, FlowNode, NodeId } from '../../flow/document.ts';
import { canBeLedTo, type Registry } from '../../flow/kind.ts';
import type { Selection } from '../store/selection.ts';
import { cardGeometry, ENTRY_HANDLE } from './card-geometry.ts';

export type CanvasNode = Node<Record<string, never>, 'step'>;
export type CanvasEdge = Edge<Record<string, never>, 'link'>;

const NO_DATA: Record<string, never> = {};

export interface Drawn {
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
}

export function drawNode(node: FlowNode, kinds: Registry, selected: boolean, name: string): CanvasNode {
  const { width, height, handles } = cardGeometry(node, canBeLedTo(kinds.get(node.kind)));
  return {
    id: node.id,
    type: 'step',
    position: node.position,
    data: NO_DATA,
    measured: { width, height },
    handles,
    selected,
    ariaLabel: name,
  };
}

/** Whether React Flow would draw the same: the words of a card are not its business. */
export function isDrawnAlike(before: CanvasNode, after: CanvasNode): boolean {
  return (
    before.position.x === after.position.x &&
    before.position.y === after.position.y &&
    before.measured?.width === after.measured?.width &&
    before.measured?.height === after.measured?.height &&
    before.selected === after.selected &&
    before.ariaLabel === after.ariaLabel &&
    before.handles?.length === after.handles?.length &&
    (before.handles ?? []).every(({ id, y }, index) => {
      const other = after.handles?.[index];
      return id === other?.id && y === other?.y;
    })
  );
}

export function drawEdge(edge: FlowEdge, selected: boolean): CanvasEdge {
  return {
    id: edge.id,
    type: 'link',
    source: edge.from,
    sourceHandle: edge.exit,
    target: edge.to,
    targetHandle: ENTRY_HANDLE,
    data: NO_DATA,
    selected,
  };
}

/** Everything, from nothing. Links that lead nowhere are left out: they are a problem, not a line. */
export function drawAll(
  document: FlowDocument,
  kinds: Registry,
  selection: Selection,
  nameOf: (node: FlowNode) => string,
): Drawn {
  const nodes = Object.values(document.nodes) as FlowNode[];
  const edges = Object.values(document.edges) as FlowEdge[];
  return {
    nodes: nodes.map((node) => drawNode(node, kinds, selection.nodes.has(node.id), nameOf(node))),
    edges: edges
      .filter((edge) => leads(edge, document))
      .map((edge) => drawEdge(edge, selection.edges.has(edge.id))),
  };
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
