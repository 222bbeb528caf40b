/** Whether a block stands in a drawing already, by what it asks for: put in by hand, by a template or by us. Pure. */
import type { FlowDocument, FlowNode, NodeId } from '../flow/document.ts';
import { factsOf } from '../flow/facts.ts';
import { registry } from '../kinds/registry.ts';
import type { Block } from './block.ts';
import { placeBlock } from './place-block.ts';

/** The step where the call comes to the block: one that asks for everything that its first step asks for. */
export function standing(block: Block, document: FlowDocument): NodeId | undefined {
  const mint = (step: string) => step as NodeId;
  const { nodes, information } = placeBlock(block, { document, hasRuntime: false, mint });
  const [first] = nodes;
  // What nobody asks for yet is asked for by no step.
  if (!first || information.length > 0) return undefined;
  const wanted = factsOf(first, registry)?.uses ?? [];
  return Object.values<FlowNode>(document.nodes)
    .filter((node) => node.kind === first.kind)
    .find((node) => {
      const uses = factsOf(node, registry)?.uses ?? [];
      return wanted.every((id) => uses.includes(id));
    })?.id;
}
