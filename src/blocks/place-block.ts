/**
 * A block as part of a drawing: steps with ids, the information they need (that of the drawing where it means the same),
 * links, and cards laid out from left to right. Changes nothing. Pure: ids are minted by the caller.
 */
import {
  type EdgeId,
  type ExitId,
  emptyDocument,
  type FlowDocument,
  type FlowNode,
  type FlowSettings,
  type Information,
  type InformationId,
  type NodeId,
} from '../flow/document.ts';
import { collectedBy, exitsOf, factsOf } from '../flow/facts.ts';
import { buildGraph } from '../flow/graph.ts';
import { knownBefore } from '../flow/known.ts';
import { layout } from '../flow/layout/layout.ts';
import { cardShape } from '../kinds/card-size.ts';
import { registry } from '../kinds/registry.ts';
import type { Block } from './block.ts';
import { findInformation, firstFree, newInformation } from './need.ts';

export interface ExitPlace {
  readonly node: NodeId;
  readonly exit: ExitId;
}

export interface BlockPlace {
  readonly document: FlowDocument;
  /** The way out that will lead to the block. */
  readonly from?: ExitPlace | undefined;
  readonly hasRuntime: boolean;
  /** A fresh id for the step of that name inside the block; asked in order, once a step. */
  mint(step: string): NodeId;
}

export interface PlacedBlock {
  /** The step that the call comes to first is the first. Positions count from the upper left corner of the block. */
  readonly nodes: readonly FlowNode[];
  readonly links: readonly { readonly from: ExitPlace; readonly to: NodeId }[];
  /** Ways out that lead nowhere yet: where the call goes on. */
  readonly open: readonly ExitPlace[];
  /** What the drawing does not have yet. */
  readonly information: readonly Information[];
  readonly settings: Partial<FlowSettings>;
  /** Of the whole block, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

export function placeBlock(block: Block, { document, from, hasRuntime, mint }: BlockPlace): PlacedBlock {
  const added: Record<InformationId, Information> = {};
  const drawing = block.draw({
    language: document.language,
    hasRuntime,
    known: knownAt(document, from),
    settings: document.settings,
    collect(need, chosen) {
      const all = { ...document.information, ...added };
      const own = chosen ? (all as FlowDocument['information'])[chosen] : undefined;
      if (own?.type === need.type) return own.id;
      const found = findInformation(all, need) ?? newInformation(all, need, document.language);
      if (!Object.hasOwn(all, found.id)) added[found.id] = found;
      return found.id;
    },
  });
  const ids = new Map(drawing.steps.map((step) => [step.id, mint(step.id)]));
  const titles = new Set(Object.values<FlowNode>(document.nodes).map(({ title }) => title));
  const loose = drawing.steps.map(({ id, kind, title, data }): FlowNode => {
    const free = firstFree(title, ' ', (candidate) => titles.has(candidate));
    titles.add(free);
    return { id: ids.get(id)!, kind, title: free, position: { x: 0, y: 0 }, data };
  });
  const links = drawing.links.map(([step, exit, to]) => ({
    from: { node: ids.get(step)!, exit },
    to: ids.get(to)!,
  }));
  const nodes = laidOut(loose, links);
  const wired = new Set(links.map((link) => `${link.from.node} ${link.from.exit}`));
  return {
    nodes,
    links,
    open: nodes.flatMap((node) =>
      exitsOf(node, registry)
        .filter(({ id }) => !wired.has(`${node.id} ${id}`))
        .map(({ id }) => ({ node: node.id, exit: id })),
    ),
    information: Object.values(added),
    settings: drawing.settings ?? {},
    size: sizeOf(nodes),
  };
}

function laidOut(nodes: readonly FlowNode[], links: PlacedBlock['links']): FlowNode[] {
  const edges = links.map(({ from, to }, index) => ({
    id: `e${index}` as EdgeId,
    from: from.node,
    exit: from.exit,
    to,
  }));
  const byId = (all: readonly { readonly id: string }[]) =>
    Object.fromEntries(all.map((one) => [one.id, one]));
  const alone = { ...emptyDocument('', 'en'), nodes: byId(nodes), edges: byId(edges) } as FlowDocument;
  const points = layout(alone, cardShape);
  return nodes.map((node) => ({ ...node, position: points[node.id] ?? node.position }));
}

function sizeOf(nodes: readonly FlowNode[]): PlacedBlock['size'] {
  return {
    width: Math.max(0, ...nodes.map((node) => node.position.x + cardShape(node).width)),
    height: Math.max(0, ...nodes.map((node) => node.position.y + cardShape(node).height)),
  };
}

/** What every call has told on its way here; without a way, all that the drawing asks for. */
function knownAt(document: FlowDocument, from: ExitPlace | undefined): Information[] {
  const information = Object.values<Information>(document.information);
  const source = from && document.nodes[from.node];
  if (!from || !source) {
    const asked = new Set(
      Object.values<FlowNode>(document.nodes)
        .flatMap((node) => factsOf(node, registry)?.collects ?? [])
        .flat(),
    );
    return information.filter(({ id }) => asked.has(id));
  }
  const before = knownBefore(document, buildGraph(document, registry)).get(from.node);
  const there = collectedBy(factsOf(source, registry), from.exit);
  return information.filter(({ id }) => before?.has(id) || there.includes(id));
}
