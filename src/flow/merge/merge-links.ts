/**
 * Merges links by the exit that they leave: one exit leads to one step, whatever the links' ids. Links that a side lost
 * because it removed a step are not edits of their own. Knows no step kind. Pure; the same whoever is mine.
 */
import type { Json } from '../../lib/json.ts';
import type { FlowDocument, FlowEdge, NodeId } from '../document.ts';
import { decide, type Judge, type Sides } from './conflict.ts';

/** All links of one exit; more than one only in a drawing that is wrong. */
type Links = readonly FlowEdge[];
type LinksByExit = ReadonlyMap<string, Links>;
type Documents = { readonly base: FlowDocument; readonly mine: FlowDocument; readonly theirs: FlowDocument };

export interface MergedLinks {
  readonly links: readonly FlowEdge[];
  /** Links that somebody drew or led elsewhere. */
  readonly edited: ReadonlySet<FlowEdge>;
}

export function mergeLinks(documents: Documents, judge: Judge): MergedLinks {
  const [base, mine, theirs] = [documents.base, documents.mine, documents.theirs].map(linksByExit) as [
    LinksByExit,
    LinksByExit,
    LinksByExit,
  ];
  const links: FlowEdge[] = [];
  const edited = new Set<FlowEdge>();
  for (const exit of new Set([...base.keys(), ...theirs.keys(), ...mine.keys()])) {
    const before = base.get(exit) ?? [];
    const after = {
      base: before,
      mine: withoutLosses(mine.get(exit), before, documents.base, documents.mine),
      theirs: withoutLosses(theirs.get(exit), before, documents.base, documents.theirs),
    };
    const merged = mergeExit(after, judge);
    links.push(...merged);
    if (targets(merged) !== targets(before)) for (const link of merged) edited.add(link);
  }
  return { links, edited };
}

/** The steps that a side newly leads to, and those that it newly leads away from. */
export function newlyLinked(base: FlowDocument, side: FlowDocument): ReadonlySet<NodeId> {
  const before = linksByExit(base);
  const steps = new Set<NodeId>();
  for (const [exit, links] of linksByExit(side)) {
    if (targets(links) === targets(before.get(exit) ?? [])) continue;
    for (const { from, to } of links) steps.add(from).add(to);
  }
  return steps;
}

function mergeExit({ base, mine, theirs }: Sides<Links> & { base: Links }, judge: Judge): Links {
  const [before, here, there] = [targets(base), targets(mine ?? []), targets(theirs ?? [])];
  if (here === there) return here === before ? base : sameWhoever(mine ?? [], theirs ?? []);
  if (here === before) return theirs ?? [];
  if (there === before) return mine ?? [];
  const [{ from, exit }] = [...(mine ?? []), ...(theirs ?? [])] as unknown as [FlowEdge];
  const sides = { base: goal(base), mine: goal(mine), theirs: goal(theirs) };
  return decide<Json>(sides, ['edges', from, exit], judge) === sides.mine ? (mine ?? []) : (theirs ?? []);
}

function linksByExit({ edges }: FlowDocument): LinksByExit {
  const byExit = new Map<string, FlowEdge[]>();
  for (const link of Object.values(edges)) {
    const exit = `${link.from}\u0000${link.exit}`;
    const known = byExit.get(exit);
    if (known) known.push(link);
    else byExit.set(exit, [link]);
  }
  return byExit;
}

/** A link that went with its step counts as if it were still there. */
function withoutLosses(
  links: Links | undefined,
  before: Links,
  base: FlowDocument,
  side: FlowDocument,
): Links {
  if (links) return links;
  const isRemoved = (step: NodeId) => Object.hasOwn(base.nodes, step) && !Object.hasOwn(side.nodes, step);
  return before.filter(({ from, to }) => isRemoved(from) || isRemoved(to));
}

function targets(links: Links): string {
  return links
    .map(({ to }) => to)
    .sort()
    .join('\u0000');
}

function goal(links: Links | undefined): Json | undefined {
  if (!links || links.length === 0) return undefined;
  return links.length === 1 ? links[0]!.to : links.map(({ to }) => to).sort();
}

function sameWhoever(mine: Links, theirs: Links): Links {
  const text = (links: Links) => links.map(({ id }) => id).join('\u0000');
  return text(mine) < text(theirs) ? mine : theirs;
}
