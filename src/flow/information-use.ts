/** Which steps speak of an information. Pure; asks the kinds through the registry. */
import {
  ANYTIME_RULES,
  type FlowDocument,
  type FlowNode,
  type InformationId,
  informationIn,
} from './document.ts';
import type { DrawnKinds } from './kind.ts';

/** True when some step collects it, needs it or says it, or a rule valid at any time says it. */
export function isUsed(document: FlowDocument, kinds: DrawnKinds, id: InformationId): boolean {
  if (ANYTIME_RULES.some((rule) => informationIn(document.anytime[rule].sentence).includes(id))) return true;
  return Object.values(document.nodes).some((node) => speaksOf(node, kinds, id));
}

/** The steps that collect it, need it or say it. */
export function stepsThatUse(document: FlowDocument, kinds: DrawnKinds, id: InformationId): FlowNode[] {
  return Object.values(document.nodes).filter((node) => speaksOf(node, kinds, id));
}

function speaksOf(node: FlowNode, kinds: DrawnKinds, id: InformationId): boolean {
  const kind = kinds.get(node.kind);
  // An unknown kind may use anything: keep what we cannot judge.
  if (!kind) return JSON.stringify(node.data).includes(id);
  try {
    if (kind.uses(node.data).includes(id)) return true;
    if (kind.exits(node.data).some((exit) => kind.collects(node.data, exit.id).includes(id))) return true;
    return kind.sentences(node.data).some(({ text }) => informationIn(text).includes(id));
  } catch {
    return true;
  }
}
