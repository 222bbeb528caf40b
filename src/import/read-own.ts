/** Our own export: read by the engine, with new ids for steps and links. Pure and total. */
import {
  ANYTIME_RULES,
  type Anytime,
  type EdgeId,
  type FlowDocument,
  type FlowNode,
  type NodeId,
} from '../flow/document.ts';
import type { Place, Problem } from '../flow/problem.ts';
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
  const ids = new Map(
    Object.keys(read.document.nodes).map((id, index) => [id as NodeId, `n${index + 1}` as NodeId]),
  );
  const { document, dangling } = renamed(read.document, ids);
  const problems = read.problems.map((problem) => ({ ...problem, at: placeOf(problem.at, ids) }));
  return { document, problems: [...problems, ...dangling] };
}

function placeOf({ node, edge: _, ...place }: Place, ids: ReadonlyMap<NodeId, NodeId>): Place {
  const own = node && ids.get(node);
  return own ? { ...place, node: own } : place;
}

/** New ids everywhere; links whose ends are missing are left out and told. */
function renamed(
  document: FlowDocument,
  ids: ReadonlyMap<NodeId, NodeId>,
): { document: FlowDocument; dangling: Problem[] } {
  const dangling: Problem[] = [];
  const nodes = Object.values(document.nodes).map(({ section, ...node }): [NodeId, FlowNode] => {
    const own = section && ids.get(section);
    return [ids.get(node.id)!, { ...node, id: ids.get(node.id)!, ...(own ? { section: own } : {}) }];
  });
  const edges = Object.values(document.edges).flatMap((edge) => {
    const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
    if (from && to) return [{ from, exit: edge.exit, to }];
    dangling.push(
      fileProblem('import/dangling-link', `$.edges[${JSON.stringify(edge.id)}].${from ? 'to' : 'from'}`, {
        id: from ? edge.to : edge.from,
      }),
    );
    return [];
  });
  const anytime = Object.fromEntries(
    ANYTIME_RULES.map((rule) => {
      const setting = document.anytime[rule];
      return [rule, { ...setting, goTo: (setting.goTo && ids.get(setting.goTo)) ?? null }];
    }),
  ) as Anytime;
  return {
    document: {
      ...document,
      nodes: Object.fromEntries(nodes),
      edges: Object.fromEntries(
        edges.map((edge, index) => [`e${index + 1}`, { id: `e${index + 1}` as EdgeId, ...edge }]),
      ),
      anytime,
    },
    dangling,
  };
}
