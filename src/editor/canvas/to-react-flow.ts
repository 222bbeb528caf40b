/** The document as React Flow's nodes and links. Pure; knows no store. Cards read their words by id, not from here. */
import type { Edge, Node } from '@xyflow/react';
import type { FlowDocument, FlowEdge, FlowNode, NodeId } from '../../flow/document.ts';
import { canBeLedTo, type Registry } from '../../flow/kind.ts';
import type { Selection } from '../store/selection.ts';
import { cardGeometry, ENTRY_HANDLE } from './card-geometry.ts';

export type CanvasNode = Node<Record<string, never>, 'step'>;
export type CanvasEdge = Edge<Record<string, never>, 'link'>;

const NO_DATA: Record<string, never> = {};
/** React Flow would say "node" and "edge" in English to screen readers. */
const PLAIN_GROUP = { 'aria-roledescription': undefined };

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
    domAttributes: PLAIN_GROUP,
  };
}

export function drawEdge(edge: FlowEdge, selected: boolean, name: string): CanvasEdge {
  return {
    id: edge.id,
    type: 'link',
    source: edge.from,
    sourceHandle: edge.exit,
    target: edge.to,
    targetHandle: ENTRY_HANDLE,
    data: NO_DATA,
    selected,
    ariaLabel: name,
    domAttributes: PLAIN_GROUP,
  };
}

/** The steps at both ends: says the same in every language. The link leads somewhere. */
export function linkName(edge: FlowEdge, document: FlowDocument, nameOf: (node: FlowNode) => string): string {
  return [document.nodes[edge.from], document.nodes[edge.to]].map((node) => node && nameOf(node)).join(' → ');
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
      .map((edge) => drawEdge(edge, selection.edges.has(edge.id), linkName(edge, document, nameOf))),
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
