/** Where in the editor a problem is mended: a step's form, the settings of the flow, or the lane. Pure; knows no component. */
import { ANYTIME_RULES, type AnytimeRule, type FlowDocument, type NodeId } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';

export type ProblemPlace =
  | { readonly type: 'step'; readonly node: NodeId }
  | { readonly type: 'settings' }
  | { readonly type: 'rule'; readonly rule: AnytimeRule };

/** Rules that a problem is about without naming them. */
const RULE_OF: Readonly<Record<string, AnytimeRule>> = { 'no-emergency-rule': 'emergency' };
/** Nothing on the drawing yet that one could be led to. */
const NOWHERE: ReadonlySet<string> = new Set(['no-answer', 'no-person', 'no-end', 'too-much-text']);

/** Undefined when there is no single place. */
export function problemPlace(
  { code, at, params }: Problem,
  document: FlowDocument,
): ProblemPlace | undefined {
  const node = at.node ?? (at.edge === undefined ? undefined : document.edges[at.edge]?.from);
  if (node !== undefined && document.nodes[node]) return { type: 'step', node };
  const rule = ANYTIME_RULES.find((one) => one === params.rule) ?? RULE_OF[code];
  if (rule) return { type: 'rule', rule };
  return NOWHERE.has(code) || node !== undefined ? undefined : { type: 'settings' };
}
