/** Questions about the "at any time" lane of a document. Pure; knows no kind but whether it begins a call or only aids. */
import {
  ANYTIME_RULES,
  type AnytimeRule,
  type AnytimeSetting,
  type FlowDocument,
  type NodeId,
} from '../document.ts';
import { canBeLedTo, type DrawnKinds } from '../kind.ts';
import { ANYTIME_WORDS } from './speech.ts';

/** What the rule says: the person's words, else the standard ones of the call's language. */
export function anytimeSentence(document: FlowDocument, rule: AnytimeRule): string {
  const own = document.anytime[rule].sentence;
  return own.trim() === '' ? ANYTIME_WORDS[document.language][rule].sentence : own;
}

/** By which words of callers the rule is known. */
export function anytimePhrases(document: FlowDocument, rule: AnytimeRule): string[] {
  const own = document.anytime[rule].phrases.filter((phrase) => phrase.trim() !== '');
  return [...new Set([...own, ...ANYTIME_WORDS[document.language][rule].phrases])];
}

/** Where the rule leads: null for back to where it was, and for a step that is gone or that nothing may lead to. */
export function anytimeTarget(
  document: FlowDocument,
  registry: DrawnKinds,
  rule: AnytimeRule,
): NodeId | null {
  const { enabled, goTo } = document.anytime[rule];
  // A silence is met by reminders that no prompt sees: nothing can be led anywhere.
  if (!enabled || goTo === null || rule === 'silence') return null;
  return isPossibleTarget(document, registry, goTo) ? goTo : null;
}

export function isPossibleTarget(document: FlowDocument, registry: DrawnKinds, node: NodeId): boolean {
  const kind = Object.hasOwn(document.nodes, node) ? registry.get(document.nodes[node]!.kind) : undefined;
  return kind !== undefined && canBeLedTo(kind);
}

/** Steps to which the lane leads, sorted, each once. */
export function anytimeTargets(document: FlowDocument, registry: DrawnKinds): NodeId[] {
  const targets = ANYTIME_RULES.map((rule) => anytimeTarget(document, registry, rule));
  return [...new Set(targets.filter((node) => node !== null))].sort();
}

/** The rules that are on, in order, with their settings. */
export function enabledRules({
  anytime,
}: Pick<FlowDocument, 'anytime'>): { rule: AnytimeRule; setting: AnytimeSetting }[] {
  return ANYTIME_RULES.filter((rule) => anytime[rule].enabled).map((rule) => ({
    rule,
    setting: anytime[rule],
  }));
}
