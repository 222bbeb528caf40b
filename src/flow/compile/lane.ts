/**
 * The "at any time" lane of each member: which lines its prompt gets and where they lead. A target inside is a step number,
 * one in a later member a silent handoff (members stay a DAG); a short way to the end of the call is copied into members
 * that come after it; what remains is only spoken, and reported. Knows fragments, not kinds. Pure.
 */
import type { SpokenRule, WheneverLine } from '../../vapi/script/script.ts';
import { anytimePhrases, anytimeSentence, anytimeTarget, enabledRules } from '../anytime/anytime.ts';
import { ANYTIME_RULES, type FlowDocument, type NodeId } from '../document.ts';
import type { FlowGraph } from '../graph.ts';
import type { Fragment, Registry } from '../kind.ts';
import type { Manifest } from '../manifest.ts';
import type { Problem } from '../problem.ts';
import { fillSentence, plainText, promptText } from '../text.ts';
import { breadthFirst, type Group } from './group.ts';
import type { LinkedMember } from './link.ts';
import { SPEECH } from './speech.ts';

/** Longest way from a target to the ends of the call that is copied into a member which comes after it. */
const LONGEST_COPY = 6;

/** Members that wait for callers get the short ways to which the lane leads, when no later member holds them. */
export function copyLane(
  groups: readonly Group[],
  graph: FlowGraph,
  fragments: ReadonlyMap<NodeId, Fragment>,
): Group[] {
  return groups.map((group, index) => {
    if (graph.lane.length === 0 || !listens(group, fragments)) return group;
    const inside = new Set(group.nodes);
    for (const target of graph.lane) {
      const later = groups.slice(index + 1).some((other) => other.nodes.includes(target));
      const way = inside.has(target) || later ? [] : closure(target, graph);
      const isPlain = way.every((node) => fragments.get(node)?.outcomeVariable === undefined);
      if (way.length <= LONGEST_COPY && isPlain) for (const node of way) inside.add(node);
    }
    return inside.size === group.nodes.length
      ? group
      : { ...group, nodes: breadthFirst(group.leader, inside, graph) };
  });
}

function closure(from: NodeId, graph: FlowGraph): NodeId[] {
  const seen = new Set<NodeId>([from]);
  for (const node of seen) {
    if (seen.size > LONGEST_COPY) break;
    for (const edge of graph.out(node)) seen.add(edge.to);
  }
  return [...seen];
}

const SILENT = new Set<Fragment['instruction']['do']>(['say', 'go', 'compute', 'when', 'transfer', 'end']);

function listens(group: Group, fragments: ReadonlyMap<NodeId, Fragment>): boolean {
  return group.nodes.some((node) => !SILENT.has(fragments.get(node)!.instruction.do));
}

/** A way out of a member at any time. */
export interface LaneHandoff {
  readonly tool: string;
  readonly to: NodeId;
  readonly wish: string;
}

/** What one member gets of the lane. */
export interface MemberLane {
  readonly lines: readonly WheneverLine[];
  readonly handoffs: readonly LaneHandoff[];
}

export interface LaneInput {
  readonly document: FlowDocument;
  /** For each member the document that says where its lane leads. */
  readonly documents: readonly FlowDocument[];
  readonly registry: Registry;
  readonly fragments: ReadonlyMap<NodeId, Fragment>;
  readonly members: readonly LinkedMember[];
  readonly memberOf: ReadonlyMap<NodeId, number>;
  readonly title: (node: NodeId) => string;
  readonly handoffName: (request: string) => string;
}

/** The lane of every member, in their order, and the rules that cannot lead where they should. */
export function layLane(input: LaneInput): { lanes: MemberLane[]; problems: Problem[] } {
  const { document, documents, registry, fragments, members, memberOf } = input;
  const rules = enabledRules(document).flatMap(({ rule }) => (rule === 'silence' ? [] : [rule]));
  const stuck = new Map<SpokenRule, NodeId>();
  const lanes = members.map((member, index): MemberLane => {
    const handoffs = new Map<NodeId, LaneHandoff>();
    const lines = rules.map((rule): WheneverLine => {
      const line = {
        rule,
        phrases: anytimePhrases(document, rule).map((phrase) => plainText(phrase)),
        say: promptText(anytimeSentence(document, rule), document),
      };
      const target = anytimeTarget(documents[index]!, registry, rule);
      const step = target === null ? undefined : member.numbers.get(target);
      if (step !== undefined) return { ...line, to: { step } };
      if (target !== null && (memberOf.get(target) ?? -1) > index) {
        const tool = input.handoffName(`${target}_${index + 1}`);
        handoffs.set(target, { tool, to: target, wish: input.title(target) });
        return { ...line, to: { tool } };
      }
      if (target !== null && listens(member.group, fragments)) stuck.set(rule, target);
      return { ...line, to: 'back' };
    });
    return { lines, handoffs: [...handoffs.values()] };
  });
  const problems = [...stuck].map(
    ([rule, node]): Problem => ({
      code: 'anytime-unreachable',
      severity: 'warning',
      at: { node },
      params: { rule },
    }),
  );
  return { lanes, problems };
}

/** The reminders when nobody speaks; null when the rule is off. Hooks render no Liquid: chips are said as not given. */
export function remindersOf(document: FlowDocument): readonly string[] | null {
  const { enabled, sentence } = document.anytime.silence;
  if (!enabled) return null;
  const own = plainText(fillSentence(sentence, document, {}));
  return own === '' ? SPEECH[document.language].reminders : [own];
}

/** By what the rules of a call are recognised afterwards. */
export function laneManifest(document: FlowDocument, registry: Registry): NonNullable<Manifest['anytime']> {
  return ANYTIME_RULES.filter((rule) => document.anytime[rule].enabled && rule !== 'silence').map((rule) => ({
    rule,
    sentence: anytimeSentence(document, rule),
    node: anytimeTarget(document, registry, rule),
  }));
}
