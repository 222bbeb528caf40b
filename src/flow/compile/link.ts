/**
 * Link pass: numbers the steps of a member and turns each exit into a step number or a handoff.
 * Knows fragments, not kinds. Pure.
 */
import { oneLine } from '../../vapi/script/print.ts';
import type { Begin, BeginByRule, Instruction, ScriptStep, Target } from '../../vapi/script/script.ts';
import type { EdgeId, ExitId, FlowEdge, NodeId } from '../document.ts';
import type { FlowGraph } from '../graph.ts';
import type { Fragment } from '../kind.ts';
import type { Group } from './group.ts';

/** A way from one member to another. `vetoUnless` names the outcome that allows it. */
export interface Handoff {
  readonly tool: string;
  readonly edge: FlowEdge;
  readonly to: NodeId;
  readonly wish: string;
  readonly vetoUnless?: { readonly variable: string; readonly outcome: string };
}

export interface LinkedMember {
  readonly group: Group;
  readonly steps: readonly ScriptStep[];
  /** Step number of each node; the number of the emergency end, if any, belongs to no node. */
  readonly numbers: ReadonlyMap<NodeId, number>;
  readonly handoffs: readonly Handoff[];
}

export interface LinkInput {
  readonly graph: FlowGraph;
  readonly fragments: ReadonlyMap<NodeId, Fragment>;
  readonly title: (node: NodeId) => string;
  readonly handoffName: (edge: EdgeId) => string;
  /** Said when a way out leads nowhere: nobody is left in silence. */
  readonly cannotGoOn: { readonly title: string; readonly closing: string };
}

/** Links one member. Its first step number is 1; unwired exits share one closing step at the end. */
export function linkMember(group: Group, input: LinkInput): LinkedMember {
  const { graph, fragments } = input;
  const inside = new Set(group.nodes);
  const hidden = hiddenEntry(group, inside, graph);
  const shown = group.nodes.filter((node) => node !== hidden);
  const numbers = new Map(shown.map((node, index) => [node, index + 1]));
  const handoffs = new Map<EdgeId, Handoff>();
  const end = { number: shown.length + 1, used: shown.length === 0 };

  const targetOf = (node: NodeId, exit: ExitId): Target => {
    const edge = graph.next(node, exit);
    if (!edge) {
      end.used = true;
      return { step: end.number };
    }
    const number = numbers.get(edge.to);
    if (inside.has(edge.to) && number !== undefined) return { step: number };
    const fragment = fragments.get(node)!;
    const handoff: Handoff = {
      tool: input.handoffName(edge.id),
      edge,
      to: edge.to,
      wish: oneLine(wishOf(fragment.instruction, exit) ?? input.title(edge.to)),
      ...(fragment.outcomeVariable
        ? { vetoUnless: { variable: fragment.outcomeVariable, outcome: exit } }
        : {}),
    };
    handoffs.set(edge.id, handoff);
    return { tool: handoff.tool };
  };

  const steps: ScriptStep[] = shown.map((node) => ({
    number: numbers.get(node)!,
    title: input.title(node),
    instruction: mapTargets(fragments.get(node)!.instruction, (exit) => targetOf(node, exit)),
  }));
  if (end.used)
    steps.push({
      number: end.number,
      title: input.cannotGoOn.title,
      instruction: { do: 'end', tool: 'endCall', closing: input.cannotGoOn.closing },
    });
  return { group, steps, numbers, handoffs: [...handoffs.values()] };
}

/** The answering step needs no number when the first message speaks it and nothing leads back to it. */
function hiddenEntry(group: Group, inside: ReadonlySet<NodeId>, graph: FlowGraph): NodeId | null {
  if (group.leader !== graph.entry) return null;
  const ways = graph.out(group.leader);
  const goesOnInside = ways.length === 1 && inside.has(ways[0]!.to) && ways[0]!.to !== group.leader;
  return goesOnInside && graph.into(group.leader).length === 0 ? group.leader : null;
}

/** What the caller wants when leaving by this exit, in the words of the choice. */
function wishOf(instruction: Instruction<ExitId>, exit: ExitId): string | undefined {
  return instruction.do === 'choose'
    ? instruction.choices.find((choice) => choice.to === exit)?.label
    : undefined;
}

/** The same instruction with every way out replaced. */
export function mapTargets<From, To>(
  instruction: Instruction<From>,
  map: (way: From) => To,
): Instruction<To> {
  switch (instruction.do) {
    case 'say':
    case 'go':
      return { ...instruction, to: map(instruction.to) };
    case 'ask':
      return { ...instruction, to: map(instruction.to), refused: map(instruction.refused) };
    case 'choose':
      return {
        ...instruction,
        choices: instruction.choices.map((choice) => ({ ...choice, to: map(choice.to) })),
        otherwise: map(instruction.otherwise),
      };
    case 'inform':
      return { ...instruction, to: map(instruction.to), unknown: map(instruction.unknown) };
    case 'compute': {
      const { failed, ...rest } = instruction;
      return {
        ...rest,
        outcomes: instruction.outcomes.map((row) => ({ ...row, to: map(row.to) })),
        ...(failed === undefined ? {} : { failed: map(failed) }),
      };
    }
    case 'when':
      return {
        ...instruction,
        cases: instruction.cases.map((row) => ({ ...row, to: map(row.to) })),
        otherwise: map(instruction.otherwise),
      };
    case 'transfer':
      return { ...instruction, otherwise: map(instruction.otherwise) };
    case 'end':
      return instruction;
  }
}

/** How the call opens: what the first message says, and where the prompt begins after it. */
export interface Opening {
  readonly text: string;
  readonly begin: Begin | BeginByRule;
  /** Steps that the first message speaks whatever a rule decides. */
  readonly nodes: readonly NodeId[];
}

/**
 * Folds the first steps into the first message as far as it can speak them: exact words, no waiting for a caller who
 * waits for us. Rules that Liquid decides are followed into each branch.
 */
export function openCall(member: LinkedMember, input: LinkInput): Opening {
  const { graph, fragments } = input;
  const walk = (node: NodeId, seen: readonly NodeId[]): Opening => {
    const number = member.numbers.get(node);
    const stop: Opening = {
      text: '',
      begin: { start: number ?? member.steps.at(-1)!.number, opened: false },
      nodes: [],
    };
    const fragment = fragments.get(node)!;
    if (seen.includes(node) || seen.length > 12) return stop;
    const follow = (exit: ExitId): Opening | null => {
      const edge = graph.next(node, exit);
      return edge && member.numbers.has(edge.to) ? walk(edge.to, [...seen, node]) : null;
    };
    const { instruction, opening } = fragment;
    if (instruction.do === 'when') return openByRule(instruction, follow) ?? stop;
    if (!opening) return stop;
    if (opening.listens)
      return number === undefined
        ? stop
        : { text: opening.text, begin: { start: number, opened: true }, nodes: [node] };
    if (instruction.do !== 'say' && instruction.do !== 'go') return stop;
    const rest = follow(instruction.to);
    if (rest) return { text: join(opening.text, rest.text), begin: rest.begin, nodes: [node, ...rest.nodes] };
    // Nothing more can be spoken here: the entry still greets, any other step is left to the prompt.
    return node === graph.entry ? { ...stop, text: opening.text, nodes: [node] } : stop;
  };
  return walk(member.group.leader, []);
}

function openByRule(
  instruction: Extract<Instruction<ExitId>, { do: 'when' }>,
  follow: (exit: ExitId) => Opening | null,
): Opening | null {
  const cases = instruction.cases.map((row) => ({ liquid: row.liquid, opening: follow(row.to) }));
  const otherwise = follow(instruction.otherwise);
  if (!otherwise || cases.some((row) => !row.opening)) return null;
  const text = cases
    .map((row, index) => `{% ${index === 0 ? 'if' : 'elsif'} ${row.liquid} %}${row.opening!.text}`)
    .join('');
  return {
    text: `${instruction.prepare}${text}{% else %}${otherwise.text}{% endif %}`,
    begin: {
      prepare: instruction.prepare,
      cases: cases.map((row) => ({ liquid: row.liquid, begin: row.opening!.begin })),
      otherwise: otherwise.begin,
    },
    nodes: [],
  };
}

function join(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join(' ');
}
