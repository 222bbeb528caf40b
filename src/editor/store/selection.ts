/** What is selected on the canvas: view state, never saved and never undone by itself. Knows no React. */
import type { EdgeId, NodeId } from '../../flow/document.ts';

export interface Selection {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
}

export const NOTHING_SELECTED: Selection = { nodes: new Set(), edges: new Set() };

export function selectNodes(...nodes: NodeId[]): Selection {
  return { nodes: new Set(nodes), edges: new Set() };
}

/** The one selected step; undefined when none, several, or a link is selected too. */
export function onlyNode(selection: Selection): NodeId | undefined {
  if (selection.nodes.size !== 1 || selection.edges.size > 0) return undefined;
  const [node] = selection.nodes;
  return node;
}

export function isEmpty(selection: Selection): boolean {
  return selection.nodes.size === 0 && selection.edges.size === 0;
}

export function equalSelections(a: Selection, b: Selection): boolean {
  return a === b || (sameMembers(a.nodes, b.nodes) && sameMembers(a.edges, b.edges));
}

function sameMembers<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  if (a.size !== b.size) return false;
  for (const value of a) if (!b.has(value)) return false;
  return true;
}
