/**
 * What somebody who rehearses could say next, and what could be pretended, for each way out of where the call is. Knows only what
 * is seen and heard of the call. Pure.
 */
import type { ExitId, FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import { buildGraph } from '../flow/graph.ts';
import { isListening, type Reply } from '../flow/kind.ts';
import { knownBefore } from '../flow/known.ts';
import { fillSentence } from '../flow/text.ts';
import { registry } from '../kinds/registry.ts';
import { foldedWords } from '../lib/folded-words.ts';
import { instantsFrom } from './circumstances.ts';
import { repliesOf, spokenReply } from './replies.ts';
import { candidatesFor } from './told.ts';

/** Where a call is. */
export interface Moment {
  readonly current: string | null;
  /** What the caller has said since the call came to the step, in order. */
  readonly saidHere: readonly string[];
  /** What the assistant said last. */
  readonly heard: string;
  readonly information: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch: dates that are told come after it. */
  readonly now: number;
}

export interface Suggestion {
  readonly exit: ExitId;
  readonly words: string;
}

/** Answers of a list, or yes and no, that are offered for one question. */
const MOST_ANSWERS = 4;

/** For each way out what leads towards it now, in the order of the card's rows; saying it again and again leads there. */
export function suggestionsAt(document: FlowDocument, moment: Moment): Suggestion[] {
  const node = document.nodes[moment.current as NodeId];
  const kind = node && registry.get(node.kind);
  if (!node || !isListening(kind)) return [];
  const found = kind!.exits(node.data).flatMap(({ id }) => {
    const replies = repliesOf(document, node.id, id).filter(
      (reply) =>
        reply.type !== 'tells' ||
        (Object.hasOwn(document.information, reply.information) &&
          !(reply.skipsKnown && isGiven(moment, reply.information) && moment.saidHere.length === 0)),
    );
    if (cannotRefuse(document, node.id, id, moment)) return [];
    return linesFor(document, replies, moment).map((words) => ({ exit: id, words }));
  });
  return found.filter(
    ({ words }, index) => words.trim() !== '' && found.findIndex((other) => other.words === words) === index,
  );
}

/** The way out is closed where the step says so: who may leave everything out has refused nothing. */
function cannotRefuse(document: FlowDocument, id: NodeId, exit: ExitId, moment: Moment): boolean {
  const node = document.nodes[id]!;
  const information = moment.information as Readonly<Record<InformationId, string>>;
  const fill = (sentence: string) => fillSentence(sentence, document, information);
  const { result } = registry
    .get(node.kind)!
    .simulate(node, { type: 'enter' }, { document, information, now: moment.now, fill });
  return result.type === 'waiting' && !result.exits.includes(exit);
}

function linesFor(document: FlowDocument, replies: readonly Reply[], moment: Moment): string[] {
  const reply = replies[placeIn(document, replies, moment)];
  if (!reply) return [];
  if (reply.type !== 'tells') return [spokenReply(reply, document.language)];
  const { type } = document.information[reply.information]!;
  const place = Object.keys(document.information).indexOf(reply.information);
  const candidates = candidatesFor(document, reply.information, place, moment.now);
  const offered =
    type === 'choice' || type === 'yes-no' ? candidates.slice(0, MOST_ANSWERS) : candidates.slice(0, 1);
  return offered.map(({ spoken }) => spoken);
}

/** Whose turn it is: counted, unless the last question names another one. */
function placeIn(document: FlowDocument, replies: readonly Reply[], moment: Moment): number {
  const counted = Math.min(moment.saidHere.length, replies.length - 1);
  if (moment.saidHere.length === 0 || replies[counted]?.type === 'says') return counted;
  const heard = foldedWords(moment.heard);
  const isReadBack = moment.saidHere.some((line) => heard.includes(foldedWords(line)));
  const named = replies.flatMap((reply, index) => {
    if (reply.type !== 'tells') return [];
    const name = foldedWords(document.information[reply.information]!.name);
    return name !== '' && heard.includes(name) ? [index] : [];
  });
  return named.length === 1 && !isReadBack ? named[0]! : counted;
}

function isGiven({ information }: Moment, id: InformationId): boolean {
  return (information[id] ?? '') !== '';
}

/** What is surely known when a call comes to a step, and what the step itself looks at, with usual values. */
export function samplesBefore(
  document: FlowDocument,
  node: NodeId,
  now: number,
): Record<InformationId, string> {
  const known = knownBefore(document, buildGraph(document, registry)).get(node);
  const drawn = document.nodes[node];
  const kind = drawn && registry.get(drawn.kind);
  const looked = drawn && kind && !isListening(kind) ? kind.uses(drawn.data) : [];
  const ids = Object.keys(document.information) as InformationId[];
  const wanted = ids.filter((id) => known?.has(id) || looked.includes(id));
  return Object.fromEntries(
    wanted.flatMap((id) => {
      const value = candidatesFor(document, id, ids.indexOf(id), now)[0]?.value ?? '';
      return value === '' ? [] : [[id, value]];
    }),
  );
}

/** A way out that no word leads to: the step is told how to end, or the call is moved to another moment. */
export interface PretendedWay {
  readonly node: NodeId;
  readonly exit: ExitId;
  /** Milliseconds since the epoch, for steps that go by the calendar. */
  readonly now?: number;
}

const MOST_PRETENDED = 4;

/** What can be pretended between where the call is and the next step that waits for words; nearest first. */
export function pretendedAhead(document: FlowDocument, current: string | null, now: number): PretendedWay[] {
  const graph = buildGraph(document, registry);
  const seen = new Set<NodeId>(Object.hasOwn(document.nodes, current ?? '') ? [current as NodeId] : []);
  const found: PretendedWay[] = [];
  for (const id of seen) {
    const kind = registry.get(document.nodes[id]!.kind);
    if (id !== current) found.push(...pretendedWays(document, id, now));
    if (id === current || !isListening(kind)) for (const { to } of graph.out(id)) seen.add(to);
  }
  return found.slice(0, MOST_PRETENDED);
}

/** Ways out of one step that can be pretended. */
export function pretendedWays(document: FlowDocument, id: NodeId, now: number): PretendedWay[] {
  const node = document.nodes[id]!;
  const kind = registry.get(node.kind);
  if (!kind) return [];
  const exits = kind.exits(node.data);
  if (kind.family === 'act' || kind.family === 'leave')
    return exits.filter(({ role }) => role === 'failure').map(({ id: exit }) => ({ node: id, exit }));
  if (kind.family !== 'decide' || kind.uses(node.data).length > 0) return [];
  return exits.flatMap(({ id: exit }) => {
    const moment = momentFor(document, id, exit, now);
    return moment === null ? [] : [{ node: id, exit, now: moment }];
  });
}

/** An instant about then at which a step that goes by the calendar is left by the way out; null when there is none within a week. */
function momentFor(document: FlowDocument, id: NodeId, exit: ExitId, from: number): number | null {
  const node = document.nodes[id]!;
  const { simulate } = registry.get(node.kind)!;
  const leads = (now: number) => {
    const { result } = simulate(
      node,
      { type: 'enter' },
      { document, information: {}, now, fill: (sentence) => sentence },
    );
    return result.type === 'left' && result.exit === exit;
  };
  return [from, ...instantsFrom(from)].find(leads) ?? null;
}
