/** The command behind a problem's button: the analyser's own, or a block where one surely helps. Knows no component. */
import { blockOf } from '../../blocks/registry.ts';
import { standing } from '../../blocks/standing.ts';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import { exitsOf } from '../../flow/facts.ts';
import type { Fix, Problem } from '../../flow/problem.ts';
import { drawnKinds } from '../../kinds/drawn.ts';

export interface QuickFix extends Fix {
  /** Where it leads, when it is a link: the button says so. */
  readonly leadsTo?: { readonly step: NodeId } | { readonly block: string };
}

/** Whoever cannot be helped can leave a message. */
const MESSAGE = 'take-a-message';

export function quickFix(problem: Problem, document: FlowDocument): QuickFix | undefined {
  if (problem.fix) return problem.fix;
  return problem.code === 'unwired-exit' ? leadToMessage(problem, document) : undefined;
}

/** For a step that failed only: where the usual way goes on is for the person to say. */
function leadToMessage({ at }: Problem, document: FlowDocument): QuickFix | undefined {
  const node = at.node === undefined ? undefined : document.nodes[at.node];
  const exit = node && exitsOf(node, drawnKinds).find(({ id }) => id === at.exit);
  const block = blockOf(MESSAGE);
  if (!node || exit?.role !== 'failure' || !block) return undefined;
  const from = { node: node.id, exit: exit.id };
  const step = standing(block, document);
  if (step === node.id) return undefined;
  return step
    ? { command: 'connect', args: { ...from, to: step }, leadsTo: { step } }
    : { command: 'insert-block', args: { block: MESSAGE, from }, leadsTo: { block: MESSAGE } };
}
