/**
 * What is heard of the example of a kind: a small drawing around the one step, played by the simulator, and what is said before and
 * after it. Knows no kind. Pure.
 */
import { circumstancesFor } from '../callers/circumstances.ts';
import { type Conversation, conversationAlong } from '../callers/conversation.ts';
import { spokenSeconds } from '../callers/talk-time.ts';
import {
  type CallLanguage,
  type EdgeId,
  emptyDocument,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  type NodeId,
} from '../flow/document.ts';
import type { Way } from '../flow/paths.ts';
import type { HelpExample } from '../kinds/help-example.ts';
import { helpExampleOf } from '../kinds/help-examples.ts';
import { kinds } from '../kinds/list.ts';
import { registry } from '../kinds/registry.ts';
import type { JsonObject } from '../lib/json.ts';
import type { HearableLine } from '../read-aloud/conversation-to-hear.tsx';

export interface ExampleTalk {
  readonly lines: readonly HearableLine[];
  readonly end: Conversation['end'];
}

const STEP = 'example' as NodeId;
const FIRST = 'first' as NodeId;
const LAST = 'last' as NodeId;

/** The step alone, with what it speaks of. Undefined for a kind that this version does not know. */
export function exampleStep(kind: string, language: CallLanguage) {
  const example = helpExampleOf(kind, language);
  if (!example) return undefined;
  const node: FlowNode = { id: STEP, kind, position: { x: 0, y: 0 }, data: example.data };
  return { example, node, document: around(node, example, language) };
}

/** Null where nothing of the kind is heard. `seconds` of a line are those of the usual speed. */
export function exampleTalk(kind: string, language: CallLanguage): ExampleTalk | null {
  const step = exampleStep(kind, language);
  if (!step || step.example.isSilent) return null;
  const { example, document } = step;
  const way = wayThrough(document, example);
  const circumstances = circumstancesFor(document, way);
  if (!circumstances) return null;
  const talk = conversationAlong(document, way, circumstances);
  const isOver = example.exit === undefined;
  const heard = talk.lines.filter(({ node }) => node === STEP);
  const lines = [...(example.before ?? []), ...heard, ...(example.after ?? [])].map(
    (line): HearableLine => ({
      by: line.by,
      text: line.text,
      isFree: 'isFree' in line && line.isFree === true,
      seconds: spokenSeconds(line.text, language),
    }),
  );
  return { lines, end: isOver ? talk.end : null };
}

function around(step: FlowNode, example: HelpExample, language: CallLanguage): FlowDocument {
  const isEntry = registry.get(step.kind)?.entry === true;
  const made = (id: NodeId, kind: (typeof kinds)[number] | undefined): FlowNode[] =>
    kind
      ? [{ id, kind: kind.id, position: { x: 0, y: 0 }, data: kind.create({ language }) as JsonObject }]
      : [];
  const first = isEntry
    ? [step]
    : made(
        FIRST,
        kinds.find((kind) => 'entry' in kind && kind.entry === true),
      );
  const last = made(
    LAST,
    kinds.find((kind) => (kind.family as string) === 'leave' && exitsOf(kind.id, language).length === 0),
  );
  const nodes = [...first, ...(isEntry ? [] : [step]), ...last];
  const links = nodes.slice(1).flatMap(({ id: to }, index): FlowEdge[] => {
    const from = nodes[index]!;
    const exit = from.id === STEP ? example.exit : exitsOf(from.kind, language)[0]?.id;
    return exit === undefined ? [] : [{ id: `${from.id}-${to}` as EdgeId, from: from.id, exit, to }];
  });
  const byId = <One extends { readonly id: string }>(all: readonly One[]) =>
    Object.fromEntries(all.map((one) => [one.id, one]));
  return {
    ...emptyDocument('', language),
    nodes: byId(nodes),
    edges: byId(links),
    information: byId(example.information ?? []),
    hours: byId(example.hours ?? []),
  };
}

function exitsOf(kind: string, language: CallLanguage) {
  const one = registry.get(kind);
  return one?.exits(one.create({ language })) ?? [];
}

/** From the beginning through the step, as far as its example goes. */
function wayThrough({ nodes, edges }: FlowDocument, { exit }: HelpExample): Way {
  const order = Object.keys(nodes) as NodeId[];
  const steps = order.map((node) => {
    const left = Object.values<FlowEdge>(edges).find(({ from }) => from === node)?.exit;
    return left === undefined ? { node } : { node, exit: left };
  });
  const until = exit === undefined ? order.indexOf(STEP) + 1 : steps.length;
  return { steps: steps.slice(0, until), end: 'end' };
}
