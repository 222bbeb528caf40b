/**
 * A conversation to read before anything is drawn: a caller with lines of their own tries a drawing. Which way they go is found by
 * trying: what they say is held against what each step understands, and all that they have to say must be said. Played by the
 * simulator; pure.
 */
import type { ExitId, FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import { newSimulation, type Simulation, simulate, type Turn } from '../flow/simulate.ts';
import { registry } from '../kinds/registry.ts';
import { foldedWords } from '../lib/folded-words.ts';
import {
  type AskedData,
  askExchange,
  type Conversation,
  endOf,
  informExchange,
  type Line,
  slotIn,
  takenOver,
  withoutEnd,
} from './conversation.ts';
import { candidatesFor } from './told.ts';

/** Somebody who tries a drawing. */
export interface SampleCaller {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly lines: readonly string[];
  readonly nobodyAnswers: boolean;
  /** The step at which the call is over, where what the caller says does not tell. */
  readonly reaches: string;
}

/** Null when these lines lead nowhere. */
export function sampleConversation(document: FlowDocument, caller: SampleCaller): Conversation | null {
  for (const isGuessing of [false, true]) {
    const player = new Player(document, caller, isGuessing);
    const found = player.play();
    if (found) return found;
  }
  return null;
}

/** One thing that can happen at a step. */
interface Move {
  readonly exit: ExitId;
  readonly lines: readonly Line[];
  /** How many of the caller's lines it takes. */
  readonly spent: number;
  readonly values: Readonly<Record<InformationId, string>>;
}

class Player {
  private readonly document: FlowDocument;
  private readonly caller: SampleCaller;
  /** Values that the lines do not give away are tried out, and the call must end where it should. */
  private readonly isGuessing: boolean;
  private budget = 4_000;

  constructor(document: FlowDocument, caller: SampleCaller, isGuessing: boolean) {
    this.document = document;
    this.caller = caller;
    this.isGuessing = isGuessing;
  }

  play(): Conversation | null {
    const turn = simulate(this.document, registry, newSimulation(this.caller.now), { type: 'call' });
    return this.from(turn, [], 0);
  }

  private from(turn: Turn, before: readonly Line[], said: number): Conversation | null {
    this.budget -= 1;
    if (this.budget < 0) return null;
    const lines = [
      ...before,
      ...turn.said.map(({ node, text }) => ({ by: 'assistant', node, text }) as const),
    ];
    const call = turn.simulation;
    if (call.waitsAt === null) return this.over(call, lines, said);
    for (const { exit, values, spent, lines: more } of this.moves(call, said)) {
      if (!call.exits.includes(exit)) continue;
      const next = simulate(this.document, registry, call, { type: 'answer', exit, values });
      const found = this.from(next, [...lines, ...more], said + spent);
      if (found) return found;
    }
    return null;
  }

  private over(call: Simulation, lines: readonly Line[], said: number): Conversation | null {
    const visited = call.visited.map(({ node }) => node);
    const end = endOf(call);
    const isRight = !this.isGuessing || visited.at(-1) === this.caller.reaches;
    return end !== null && said === this.caller.lines.length && isRight ? { lines, visited, end } : null;
  }

  private moves(call: Simulation, said: number): Move[] {
    const node = call.waitsAt!;
    const { kind, data } = this.document.nodes[node]!;
    const asked = data as AskedData;
    const rest = this.caller.lines.slice(said);
    if (asked.items) return this.answers(node, asked, call, rest);
    if (asked.choices) return this.choices(node, asked.choices, rest);
    if (asked.facts) return this.questions(node, asked.facts, rest);
    const over = takenOver(this.document, call);
    const taken = over !== undefined && !this.caller.nobodyAnswers ? [over] : [];
    const rows = registry.get(kind)!.exits(data as never);
    const values = asked.when ? { [asked.when]: slotIn(this.document.language) } : {};
    return [...taken, ...rows.map(({ id }) => id)].map((exit) => ({ exit, lines: [], spent: 0, values }));
  }

  private answers(
    node: NodeId,
    { items = [], readBack = false, skipKnown = false }: AskedData,
    call: Simulation,
    rest: readonly string[],
  ): Move[] {
    const asked = items
      .map(({ information }) => information)
      .filter((id) => !skipKnown || !call.information[id]);
    const spent = asked.length + (readBack ? 1 : 0);
    if (rest.length < spent) return [];
    const lines = askExchange(this.document, node, asked, rest.slice(0, spent));
    return this.meanings(asked, rest).map((values) => ({ exit: 'got-it', lines, spent, values }));
  }

  /** What the answers may mean, together. */
  private meanings(
    asked: readonly InformationId[],
    rest: readonly string[],
  ): Readonly<Record<InformationId, string>>[] {
    return asked.reduce<Record<InformationId, string>[]>(
      (known, id, index) =>
        known.flatMap((values) =>
          this.valuesOf(id, rest[index] ?? '').map((value) => ({ ...values, [id]: value })),
        ),
      [{}],
    );
  }

  private valuesOf(id: InformationId, line: string): string[] {
    const { type } = this.document.information[id]!;
    const words = foldedWords(line);
    if (type === 'yes-no') return [/^(?:non|no)\b/.test(words) ? 'no' : 'yes'];
    if (type !== 'number') return [withoutEnd(line)];
    const digits = /\d+/.exec(line)?.[0];
    if (digits !== undefined) return [digits];
    // A number in words: whatever the rules of the drawing compare it with.
    return this.isGuessing
      ? candidatesFor(this.document, id, 0, this.caller.now).map(({ value }) => value)
      : [];
  }

  private choices(
    node: NodeId,
    choices: NonNullable<AskedData['choices']>,
    [line]: readonly string[],
  ): Move[] {
    if (line === undefined) return [];
    const said: Line = { by: 'caller', text: line, node };
    const near = choices
      .map(({ id, label, examples }) => ({
        id,
        score: Math.max(...[label, ...examples].map((phrase) => likeness(phrase, line))),
      }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    return near.map(({ id }) => ({ exit: id, lines: [said], spent: 1, values: {} }));
  }

  /** Questions as long as they are understood; the last line says that it was all. */
  private questions(node: NodeId, facts: NonNullable<AskedData['facts']>, rest: readonly string[]): Move[] {
    return rest
      .map((_, index) => index)
      .reverse()
      .map((count): Move => {
        const asked = rest.slice(0, count).map((line) => ({
          question: line,
          answer: facts.reduce((best, fact) =>
            likeness(fact.question, line) > likeness(best.question, line) ? fact : best,
          ).answer,
        }));
        const lines = informExchange(this.document.language, node, asked, rest[count]!);
        return { exit: 'satisfied', lines, spent: count + 1, values: {} };
      });
  }
}

/** How much of what was meant is said: words in common by their beginnings, long ones count more. */
function likeness(meant: string, said: string): number {
  const spoken = stems(said);
  const wanted = stems(meant);
  return wanted.reduce((sum, word) => sum + (spoken.includes(word) ? word.length : 0), 0);
}

/** The beginnings of words that carry meaning. */
function stems(text: string): string[] {
  const words = foldedWords(text).split(' ');
  return words.filter((word) => word.length > 2).map((word) => word.slice(0, 5));
}
