/** Merges the steps of a drawing: who removed what the other came to use. Names no step kind. Pure. */
import { isSameJson } from '../../lib/same-json.ts';
import type { FlowDocument, FlowNode, NodeId } from '../document.ts';
import type { DrawnKinds } from '../kind.ts';
import { decide, type Judge } from './conflict.ts';
import { newlyLinked } from './merge-links.ts';
import { mergeStep, whole } from './merge-step.ts';
import { type Edits, keysOf, own, wasStep } from './records.ts';

export function mergeSteps(
  { base, mine, theirs }: Edits,
  kinds: DrawnKinds,
  judge: Judge,
): FlowDocument['nodes'] {
  const merged: Record<NodeId, FlowNode> = {};
  const used = { mine: usedSteps(base, mine), theirs: usedSteps(base, theirs) };
  for (const id of keysOf(base.nodes, theirs.nodes, mine.nodes)) {
    const [before, here, there] = [own(base.nodes, id), own(mine.nodes, id), own(theirs.nodes, id)];
    const sides = { base: before, mine: here, theirs: there };
    let step: FlowNode | undefined;
    if (before && here && there) step = mergeStep({ base: before, mine: here, theirs: there }, kinds, judge);
    else if (!before) step = here && there ? whole(sides, ['nodes', id], judge) : (here ?? there);
    else {
      const kept = here ?? there;
      const isWanted = (here ? used.mine : used.theirs).has(id);
      // A step that was only moved is not missed by whoever moved it.
      if (kept && (isWanted || !isSameJson({ ...kept, position: before.position }, before)))
        step = decide(sides, ['nodes', id], judge);
    }
    if (step) merged[id] = step;
  }
  return merged;
}

/** The steps that a side newly speaks of: leads to, goes on at, puts others into. */
function usedSteps(base: FlowDocument, side: FlowDocument): ReadonlySet<NodeId> {
  const steps = new Set(newlyLinked(base, side));
  for (const { id, section } of Object.values(side.nodes))
    if (section !== undefined && own(base.nodes, id)?.section !== section) steps.add(section);
  for (const [rule, { goTo }] of Object.entries(side.anytime))
    if (goTo !== null && base.anytime[rule as keyof FlowDocument['anytime']]?.goTo !== goTo) steps.add(goTo);
  return steps;
}

/** A section that went lets its steps go. */
export function withoutLostSections(steps: FlowDocument['nodes'], edits: Edits): FlowDocument['nodes'] {
  const nodes: Record<NodeId, FlowNode> = { ...steps };
  for (const node of Object.values(steps)) {
    if (node.section === undefined || own(steps, node.section) || !wasStep(edits, node.section)) continue;
    const { section: _, ...rest } = node;
    nodes[node.id] = rest;
  }
  return nodes;
}
