/** Our own export: read by the engine as it is, with its ids, so that it can be compared with what it came from. Pure and total. */
import type { EdgeId, FlowDocument, FlowEdge, FlowNode, NodeId } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';
import { readFlow } from '../kinds/registry.ts';
import { isJsonObject } from '../lib/json.ts';
import { valueIn } from './foreign.ts';
import { fileProblem } from './problems.ts';

export function isOwn(json: unknown): boolean {
  return typeof valueIn(json, 'format') === 'number' && isJsonObject(valueIn(json, 'nodes') ?? {});
}

export function readOwn(json: unknown): {
  readonly document: FlowDocument | null;
  readonly problems: readonly Problem[];
} {
  const read = readFlow(json);
  if (read.problems.some(({ code }) => code === 'not-a-flow' || code === 'newer-format'))
    return { document: null, problems: read.problems };
  const { document, dangling } = withoutLooseEnds(read.document);
  return { document, problems: [...read.problems, ...dangling] };
}

/** Links whose ends are missing are left out and told; steps of a section that is gone stand outside. */
function withoutLooseEnds(document: FlowDocument): {
  readonly document: FlowDocument;
  readonly dangling: readonly Problem[];
} {
  const has = (id: NodeId) => Object.hasOwn(document.nodes, id);
  const dangling: Problem[] = [];
  const edges: Record<EdgeId, FlowEdge> = {};
  for (const edge of Object.values<FlowEdge>(document.edges)) {
    const missing = has(edge.from) ? (has(edge.to) ? undefined : 'to') : 'from';
    if (missing === undefined) edges[edge.id] = edge;
    else
      dangling.push(
        fileProblem('import/dangling-link', `$.edges[${JSON.stringify(edge.id)}].${missing}`, {
          id: edge[missing],
        }),
      );
  }
  const nodes: Record<NodeId, FlowNode> = {};
  for (const node of Object.values<FlowNode>(document.nodes)) {
    const { section, ...outside } = node;
    nodes[node.id] = section === undefined || has(section) ? node : outside;
  }
  return { document: { ...document, nodes, edges }, dangling };
}
