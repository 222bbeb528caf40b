/**
 * Exact pass: words that must be heard as they are written are spoken by tools, never by the model (vapi-facts §11.2). A
 * sentence is put into the tool that its step calls next anyway, where only that step leads there (handoff, transfer, end,
 * computed rule), so that nobody waits for a call more; elsewhere it gets a tool of its own. What Liquid does not know yet,
 * because it was obtained in this very member, is stored by a tool first. Knows fragments, not kinds. Pure.
 */
import type { VapiTool } from '../../vapi/contract/tool.ts';
import type { Before, Instruction, ScriptStep, Target, WheneverLine } from '../../vapi/script/script.ts';
import type { InformationId, NodeId } from '../document.ts';
import type { Fragment } from '../kind.ts';
import type { ManifestTool } from '../manifest.ts';
import type { Problem } from '../problem.ts';
import { spokenText } from '../text.ts';
import { endCallTool, saying } from './emit.ts';
import {
  carryAlong,
  commonClosing,
  type ExactInput,
  freshIn,
  isKnown,
  isRenewed,
  isShort,
  type Plan,
  planOf,
  unsettledTransfers,
} from './exact-plan.ts';
import { keepTool, piecesOf, speakTool } from './speaking-tools.ts';

/** Tools that speak in one member; what comes after them is left to the prompt. Models take 128 tools in all. */
const MOST_SPEAKING = 64;

export interface ExactMember {
  readonly steps: readonly ScriptStep[];
  readonly lane: readonly WheneverLine[];
  /** Of the member's own steps, their tools with the words put into them. */
  readonly fragments: readonly Fragment[];
  /** What handoffs say before they lead on, by the name of the tool. */
  readonly handoffWords: ReadonlyMap<string, string>;
  readonly tools: readonly VapiTool[];
  /** The member's tool that ends the call; null when none of its steps does. */
  readonly endTool: VapiTool | null;
  readonly manifest: readonly ManifestTool[];
  /** Steps whose words are only asked of the model. */
  readonly left: readonly NodeId[];
}

/** Gives every exact sentence of a linked member to a tool. */
export function speakExactly(input: ExactInput): ExactMember {
  const plan = planOf(input);
  carryAlong(plan);
  const closing = commonClosing(plan);
  const unsettled = unsettledTransfers(plan);
  const speaking = createSpeaking(input);
  const steps = plan.steps.map((step): ScriptStep => {
    const { instruction, number } = step;
    const words = plan.words.get(number);
    if (words === undefined) return step;
    if (words === '' && instruction.do === 'say')
      return { ...step, instruction: { do: 'go', to: instruction.to } };
    if (instruction.do === 'transfer' && !unsettled.has(number)) return step;
    const before =
      instruction.do === 'end' && words === closing ? NOTHING : speaking.speak(step, words, plan);
    if (before !== null) return silenced(step, before);
    unsettled.delete(number);
    return spokenByModel(step, words);
  });
  const hasEnd = plan.steps.some(({ instruction }) => instruction.do === 'end');
  return {
    steps,
    lane: input.lane.map((line) => speaking.whenever(line)),
    fragments: input.member.group.nodes.map((node) => withWords(node, plan, unsettled)),
    handoffWords: plan.handoffWords,
    tools: speaking.tools,
    endTool: hasEnd ? endCallTool(closing ?? '') : null,
    manifest: speaking.manifest,
    left: speaking.left,
  };
}

const NOTHING: Before = { speak: [] };

/** The fragment of a step with what its tools say. */
function withWords(node: NodeId, plan: Plan, unsettled: ReadonlySet<number>): Fragment {
  const fragment = plan.fragments.get(node)!;
  const rule = plan.ruleWords.get(node);
  if (rule !== undefined)
    return {
      ...fragment,
      tools: fragment.tools.map((tool) => saying(rule, tool)),
    };
  const number = plan.member.numbers.get(node);
  const words = number === undefined ? undefined : plan.words.get(number);
  if (!fragment.transferTo || number === undefined || words === undefined) return fragment;
  const message = unsettled.has(number) ? '' : words;
  if (message === fragment.transferTo[0]?.message) return fragment;
  return { ...fragment, transferTo: fragment.transferTo.map((one) => ({ ...one, message })) };
}

/** A step whose words are spoken by tools. */
function silenced(step: ScriptStep, before: Before): ScriptStep {
  const { instruction } = step;
  const silent: Instruction<Target> =
    instruction.do === 'say'
      ? { do: 'go', to: instruction.to }
      : instruction.do === 'end'
        ? { ...instruction, closing: '' }
        : instruction;
  return { ...step, ...(before === NOTHING ? {} : { before }), instruction: silent };
}

/** Words that no tool had room for, with those that were carried here. */
function spokenByModel(step: ScriptStep, words: string): ScriptStep {
  const { instruction } = step;
  if (instruction.do === 'say') return { ...step, instruction: { ...instruction, text: words } };
  return instruction.do === 'end' ? { ...step, instruction: { ...instruction, closing: words } } : step;
}

/** The hint that more is to be said word for word than tools can say; none when nothing was left to the prompt. */
export function notWordForWord(left: readonly NodeId[]): Problem[] {
  const [node] = left;
  return node === undefined
    ? []
    : [{ code: 'not-word-for-word', severity: 'hint', at: { node }, params: { count: left.length } }];
}

/** Makes the tools that speak and keep, each once. */
function createSpeaking(input: ExactInput) {
  const { document, key, fresh, toolName } = input;
  const tools: VapiTool[] = [];
  const keeping = new Map<string, string>();
  const manifest: ManifestTool[] = [];
  const left: NodeId[] = [];
  let count = 0;
  const keep = (uses: readonly InformationId[]) => {
    const set = uses.join(' ');
    const name = keeping.get(set) ?? toolName('keep', `${key} ${set}`);
    if (!keeping.has(set)) tools.push(keepTool(name, uses, document));
    keeping.set(set, name);
    return name;
  };
  return {
    tools,
    manifest,
    left,
    /** Null when there is no room for more tools. */
    speak: ({ number, title }: ScriptStep, words: string, { nodeOf }: Plan): Before | null => {
      const node = nodeOf.get(number);
      const pieces = piecesOf(spokenText(words, document));
      if (words === '' || pieces.length === 0) return NOTHING;
      if (count + pieces.length > MOST_SPEAKING) {
        if (node) left.push(node);
        return null;
      }
      count += pieces.length;
      const uses = freshIn(words, fresh);
      const kept = uses.length === 0 ? undefined : keep(uses);
      const speak = pieces.map((piece, index) => {
        const name = toolName(index === 0 ? 'say' : `say_${index + 1}`, node ?? 'end');
        tools.push(speakTool(name, piece, title, document.language, kept));
        if (node) manifest.push({ member: key, name, node, role: 'speak' });
        return name;
      });
      return { ...(kept === undefined ? {} : { keep: { tool: kept, uses } }), speak };
    },
    /**
     * Of the lane only what is said in danger has a tool, and what a prompt would say with an old value: the others are rarely needed, and
     * every tool costs attention.
     */
    whenever: (line: WheneverLine): WheneverLine => {
      const words = spokenText(line.say, document);
      const isSayable = words !== '' && isShort(line.say, input) && isKnown(line.say, input);
      if (!isSayable || (line.rule !== 'emergency' && !isRenewed(line.say, input))) return line;
      const name = toolName('say', line.rule);
      tools.push(speakTool(name, words, null, document.language, undefined));
      return { ...line, say: '', speak: name };
    },
  };
}
