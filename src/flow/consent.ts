/**
 * Which answer decides whether a call is recorded, and where the drawing asks for it. Pure; knows no kind but whether its
 * steps listen.
 */
import type { ExitId, FlowDocument, FlowNode, InformationId } from './document.ts';
import { factsOf } from './facts.ts';
import { type DrawnKinds, isListening } from './kind.ts';

/** The yes-or-no information that decides; null when none is set, it is gone, or it cannot be answered by yes or no. */
export function consentOf({ settings, information }: FlowDocument): InformationId | null {
  const id = settings.consent;
  if (id === null || !Object.hasOwn(information, id)) return null;
  return information[id]!.type === 'yes-no' ? id : null;
}

/** Whether callers are asked at this step: what another system tells about them is no consent. */
export function asksConsent(node: FlowNode, registry: DrawnKinds, consent: InformationId): boolean {
  return isListening(registry.get(node.kind)) && factsOf(node, registry)?.uses.includes(consent) === true;
}

/** Whether callers who leave an asking step by this exit may have agreed; by a failure exit nobody has. */
export function mayHaveAgreed(node: FlowNode, exit: ExitId, registry: DrawnKinds): boolean {
  return factsOf(node, registry)?.exits.some(({ id, role }) => id === exit && role !== 'failure') === true;
}
