/**
 * Which words of a member must be heard exactly, and where they are best spoken: what the exact pass decides before it makes
 * tools. Knows fragments, not kinds. Pure.
 */
import type { CodeTool } from '../../vapi/contract/tool.ts';
import type { Instruction, ScriptStep, Target, WheneverLine } from '../../vapi/script/script.ts';
import type { FlowDocument, InformationId, NodeId } from '../document.ts';
import type { Fragment } from '../kind.ts';
import { spokenText } from '../text.ts';
import { type LinkedMember, mapTargets } from './link.ts';
import { LONGEST_WORDS } from './speaking-tools.ts';

export interface ExactInput {
  readonly document: FlowDocument;
  readonly key: string;
  readonly member: LinkedMember;
  readonly fragments: ReadonlyMap<NodeId, Fragment>;
  readonly lane: readonly WheneverLine[];
  /** Numbers of the steps at which the member may begin. */
  readonly starts: readonly number[];
  /** Information that Liquid does not know before the member is left. */
  readonly fresh: ReadonlySet<InformationId>;
  /** Information that the member's own tools store: a prompt shows it as it was when the member began. */
  readonly stored: ReadonlySet<InformationId>;
  readonly toolName: (purpose: string, id: string) => string;
}

/** What is to be said where; changed while sentences are carried along. */
export interface Plan extends ExactInput {
  readonly steps: readonly ScriptStep[];
  readonly nodeOf: ReadonlyMap<number, NodeId>;
  readonly numberOf: ReadonlyMap<number, ScriptStep>;
  /** How many ways lead to a step. */
  readonly waysIn: ReadonlyMap<number, number>;
  /** Who is called by which steps, by telephone number. */
  readonly callers: ReadonlyMap<string, readonly number[]>;
  /** Exact words of each step that can be reached; empty once another tool speaks them. */
  readonly words: Map<number, string>;
  readonly handoffWords: Map<string, string>;
  /** Words spoken by the tool of a computed rule. */
  readonly ruleWords: Map<NodeId, string>;
}

/** The exact words of a linked member, each still at its own step. */
export function planOf(input: ExactInput): Plan {
  const { steps, numbers } = input.member;
  const nodeOf = new Map([...numbers].map(([node, number]) => [number, node]));
  const numberOf = new Map(steps.map((step) => [step.number, step]));
  const waysIn = new Map<number, number>();
  const reach = (number: number) => waysIn.set(number, (waysIn.get(number) ?? 0) + 1);
  for (const number of input.starts) reach(number);
  for (const { to } of input.lane) if (to !== 'back' && 'step' in to) reach(to.step);
  // A map is gone through in the order of insertion, and what is added meanwhile is met as well.
  for (const number of waysIn.keys())
    for (const to of targetsOf(numberOf.get(number)?.instruction)) if ('step' in to) reach(to.step);
  const words = new Map<number, string>();
  for (const { number, instruction } of steps) {
    const wanted = waysIn.has(number) ? wordsOf(instruction, input.fragments.get(nodeOf.get(number)!)) : '';
    if (wanted !== '') words.set(number, wanted);
  }
  const callers = new Map<string, number[]>();
  for (const { number } of steps)
    for (const person of waysIn.has(number) ? peopleOf(number, { ...input, nodeOf }) : [])
      if (!callers.get(person)?.push(number)) callers.set(person, [number]);
  return {
    ...input,
    steps,
    nodeOf,
    numberOf,
    waysIn,
    callers,
    words,
    handoffWords: new Map(),
    ruleWords: new Map(),
  };
}

function targetsOf(instruction: Instruction<Target> | undefined): Target[] {
  const targets: Target[] = [];
  if (instruction) mapTargets(instruction, (to) => targets.push(to));
  return targets;
}

/** What a step says word for word. */
function wordsOf(instruction: Instruction<Target>, fragment: Fragment | undefined): string {
  if (instruction.do === 'say') return instruction.exact ? instruction.text : '';
  if (instruction.do === 'end') return instruction.closing;
  return instruction.do === 'transfer' ? (fragment?.transferTo?.[0]?.message ?? '') : '';
}

/** Puts sentences into what their step leads to, where that is certain and has the room. */
export function carryAlong(plan: Plan): void {
  for (const { number, instruction } of plan.steps) {
    const words = plan.words.get(number) ?? '';
    if (instruction.do !== 'say' || words === '' || !isKnown(words, plan)) continue;
    if (carries(words, instruction.to, number, plan)) plan.words.set(number, '');
  }
}

function carries(words: string, to: Target, from: number, plan: Plan): boolean {
  if ('tool' in to) {
    if (!isShort(words, plan)) return false;
    plan.handoffWords.set(to.tool, words);
    return true;
  }
  const next = plan.numberOf.get(to.step);
  if (!next || plan.waysIn.get(next.number) !== 1) return false;
  const own = plan.words.get(next.number) ?? '';
  const both = own === '' ? words : `${words} ${own}`;
  if (!isShort(both, plan) || !isKnown(own, plan)) return false;
  const node = plan.nodeOf.get(next.number);
  switch (next.instruction.do) {
    case 'say':
      // A step that has been looked at already keeps what it says.
      if (!next.instruction.exact || own === '' || next.number < from) return false;
      break;
    case 'end':
      break;
    case 'transfer':
      if (!callsOnce(next, plan)) return false;
      break;
    case 'compute':
      if (!node || !ruleTool(plan.fragments.get(node)!)) return false;
      plan.ruleWords.set(node, words);
      return true;
    default:
      return false;
  }
  plan.words.set(next.number, both);
  return true;
}

/** Whether the step surely calls one person, whom no other step of the member calls. */
function callsOnce({ number, instruction }: ScriptStep, plan: Plan): boolean {
  if (instruction.do !== 'transfer' || instruction.onDuty || instruction.instead) return false;
  return peopleOf(number, plan).every((person) => plan.callers.get(person)?.length === 1);
}

/** The telephone numbers that a step calls. */
function peopleOf(step: number, { nodeOf, fragments }: Pick<Plan, 'nodeOf' | 'fragments'>): string[] {
  const fragment = fragments.get(nodeOf.get(step)!);
  return fragment?.transferTo?.map((destination) => destination.number) ?? [];
}

/** The silent tool that computes a rule at Vapi. */
function ruleTool({ instruction, tools }: Fragment): CodeTool | null {
  const [only] = tools;
  const isSilent = only?.messages?.every((message) => message.content === '') === true;
  return tools.length === 1 && instruction.do === 'compute' && only?.type === 'code' && isSilent
    ? only
    : null;
}

/** Information in the words that only the conversation knows. */
export function freshIn(words: string, fresh: ReadonlySet<InformationId>): InformationId[] {
  if (!words.includes('{{')) return [];
  const found = [...words.matchAll(/\{\{ (\w+) \| default: /g)].map((chip) => chip[1] as InformationId);
  return [...new Set(found)].filter((id) => fresh.has(id)).sort();
}

/** Whether the words hold something that may have another value by then than the prompt says. */
export function isRenewed(words: string, { stored }: Pick<ExactInput, 'stored'>): boolean {
  return freshIn(words, stored).length > 0;
}

/** Whether one tool message has room for the words. */
export function isShort(words: string, { document }: Pick<ExactInput, 'document'>): boolean {
  return spokenText(words, document).length <= LONGEST_WORDS;
}

/** Whether Liquid knows what the words hold when they are spoken. */
export function isKnown(words: string, { fresh }: Pick<ExactInput, 'fresh'>): boolean {
  return freshIn(words, fresh).length === 0;
}

/** The closing that the end tool can speak, as every end of the member has it; null when they differ. */
export function commonClosing(plan: Plan): string | null {
  const ends = plan.steps.filter(
    ({ number, instruction }) => instruction.do === 'end' && plan.waysIn.has(number),
  );
  const closings = new Set(ends.map(({ number }) => plan.words.get(number) ?? ''));
  const [closing = ''] = closings;
  return closings.size === 1 && isShort(closing, plan) && isKnown(closing, plan) ? closing : null;
}

/** Steps that call somebody with other words than another step does, or with words that Liquid does not know. */
export function unsettledTransfers(plan: Plan): Set<number> {
  const found = new Set<number>();
  for (const callers of plan.callers.values()) {
    const words = new Set(callers.map((step) => plan.words.get(step) ?? ''));
    if (words.size > 1 || [...words].some((one) => !isKnown(one, plan)))
      for (const step of callers) if (plan.words.has(step)) found.add(step);
  }
  return found;
}
