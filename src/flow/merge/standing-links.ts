/** Which merged links can stand: their ends and the way out that they leave by are there. Names no step kind. Pure. */
import type { EdgeId, FlowDocument, FlowEdge, FlowNode, NodeId } from '../document.ts';
import type { DrawnKinds } from '../kind.ts';
import { type Conflict, decide, type Judge } from './conflict.ts';
import type { MergedLinks } from './merge-links.ts';
import { type Edits, hasExit, json, own, wasStep } from './records.ts';

/** A link that somebody drew needs the way out that it leaves by: data that lost it are one value again. */
export function withKnownExits(
  steps: FlowDocument['nodes'],
  { edited }: MergedLinks,
  { base, mine, theirs }: Edits,
  kinds: DrawnKinds,
  judge: Judge,
): FlowDocument['nodes'] {
  const nodes: Record<NodeId, FlowNode> = { ...steps };
  for (const { from, exit } of edited) {
    const [step, before, here, there] = [nodes, base.nodes, mine.nodes, theirs.nodes].map((all) =>
      own(all, from),
    );
    if (!step || !before || !here || !there || hasExit(kinds, step, exit)) continue;
    if (!hasExit(kinds, here, exit) && !hasExit(kinds, there, exit)) continue;
    const path = ['nodes', from, 'data'];
    forget(judge, path);
    const sides = { base: json(before.data), mine: json(here.data), theirs: json(there.data) };
    nodes[from] = { ...step, data: decide(sides, path, judge) as FlowNode['data'] };
  }
  return nodes;
}

/** What was decided in parts is decided as a whole now. */
function forget({ conflicts }: Judge, path: readonly string[]): void {
  const isWithin = (conflict: Conflict) => path.every((key, index) => conflict.path[index] === key);
  conflicts.splice(0, conflicts.length, ...conflicts.filter((conflict) => !isWithin(conflict)));
}

/** Links whose ends are there, each with an id of its own. */
export function standingLinks(
  { links }: MergedLinks,
  nodes: FlowDocument['nodes'],
  edits: Edits,
  kinds: DrawnKinds,
): FlowDocument['edges'] {
  const edges: Record<EdgeId, FlowEdge> = {};
  const isLost = (id: NodeId) => !own(nodes, id) && wasStep(edits, id);
  for (const link of links) {
    if (isLost(link.from) || isLost(link.to) || lostExit(link, nodes, edits, kinds)) continue;
    let { id } = link;
    for (let count = 2; Object.hasOwn(edges, id); count += 1)
      id = `${link.id.slice(0, 36)}-${count}` as EdgeId;
    edges[id] = id === link.id ? link : { ...link, id };
  }
  return edges;
}

function lostExit(
  { from, exit }: FlowEdge,
  nodes: FlowDocument['nodes'],
  { base, mine, theirs }: Edits,
  kinds: DrawnKinds,
): boolean {
  const step = own(nodes, from);
  if (!step || hasExit(kinds, step, exit)) return false;
  return [base, mine, theirs].some((document) => {
    const known = own(document.nodes, from);
    return known !== undefined && hasExit(kinds, known, exit);
  });
}
