/**
 * Shows a call on the drawing: which steps it went through, from what was said and which tools were called.
 * Honest about what it knows: a tool call is `known`, everything found by words, by the calendar or by the shortest way is
 * `inferred`.
 * Pure and total.
 */
import { ANY_RESULT } from '../vapi/script/script.ts';
import { SPEECH } from './compile/speech.ts';
import type { AnytimeRule, ExitId, FlowDocument, FlowEdge, InformationId, NodeId } from './document.ts';
import { buildGraph, type FlowGraph } from './graph.ts';
import { fold, spokenParts } from './heard-words.ts';
import type { Reason, Registry } from './kind.ts';
import type { Manifest, ManifestMember, ManifestTool } from './manifest.ts';
import { type Confidence, type Leaving, leavingsOf, type Sighting } from './trace-leavings.ts';
import { silentRound, type Terrain, wayBetween } from './trace-ways.ts';

export type { Confidence, Leaving };

/** A message of a call or chat, whoever recorded it. `at` is milliseconds since the start of the call. */
export type CallMessage =
  | { readonly role: 'assistant' | 'caller'; readonly text: string; readonly at?: number }
  | {
      readonly role: 'tool-call';
      readonly tool: string;
      readonly arguments: Readonly<Record<string, unknown>>;
      readonly at?: number;
    }
  | { readonly role: 'tool-result'; readonly tool: string; readonly text: string; readonly at?: number };

export interface Visit {
  readonly node: NodeId;
  readonly at?: number;
  readonly confidence: Confidence;
  /** Why the step was left. */
  readonly because?: Reason;
}

export interface Trace {
  readonly visits: readonly Visit[];
  /** Values seen in arguments of tools, by information id; later ones win. */
  readonly information: Readonly<Record<InformationId, string>>;
  /** For each message the step during which it happened; null before the first. */
  readonly steps: readonly (NodeId | null)[];
  /** For each visit how its step was left; null where the call still is, and where nothing drawn leads on. */
  readonly leavings: readonly (Leaving | null)[];
}

/**
 * The way of a call through the drawing that was compiled to this manifest. `startedAt`: when the call began, milliseconds
 * since the epoch, null when that is not known.
 */
export function traceMessages(
  document: FlowDocument,
  registry: Registry,
  manifest: Manifest,
  messages: readonly CallMessage[],
  startedAt: number | null,
): Trace {
  const tracer = new Tracer(document, registry, manifest, startedAt);
  const steps = messages.map((message) => {
    tracer.take(message);
    return tracer.current;
  });
  const leavings = tracer.leavings();
  const visits = tracer.visits(leavings);
  return { visits, information: tracer.information, steps, leavings };
}

/** Visits in a row of which none is come to again before the caller has spoken. */
const RECENT = 6;

/** A rule whose sentence was heard: the next step is looked for where it leads. */
interface Jump {
  readonly rule: AnytimeRule;
  readonly node: NodeId;
}

class Tracer implements Terrain {
  readonly information: Record<InformationId, string> = {};
  readonly graph: FlowGraph;
  readonly document: FlowDocument;
  readonly registry: Registry;
  private readonly path: Sighting[] = [];
  private readonly manifest: Manifest;
  private readonly startedAt: number | null;
  private member: ManifestMember | undefined;
  /** When the member took over: it goes by the calendar of that moment. */
  private now: number | null;
  private jump: Jump | null = null;
  /** The caller spoke since the step was come to. */
  private hasAnswered = false;
  /** How often the caller spoke. */
  private turn = 0;
  /** At the step that the call is at. */
  private said: { readonly heard: string[]; readonly lines: string[] } = { heard: [], lines: [] };
  /** A way out led nowhere: the end of the call is none that was drawn. */
  private hasGivenUp = false;

  constructor(document: FlowDocument, registry: Registry, manifest: Manifest, startedAt: number | null) {
    this.document = document;
    this.registry = registry;
    this.manifest = manifest;
    this.graph = buildGraph(document, registry);
    this.member = manifest.members[0];
    this.startedAt = startedAt;
    this.now = startedAt;
  }

  get current(): NodeId | null {
    return this.path.at(-1)?.node ?? null;
  }

  take(message: CallMessage): void {
    if (message.role === 'caller') {
      this.hasAnswered = true;
      this.turn += 1;
      this.said.lines.push(message.text);
    } else if (message.role === 'assistant') {
      const visits = this.path.length;
      this.hear(message.text, message.at);
      if (this.path.length === visits) this.said.heard.push(message.text);
    } else if (message.role === 'tool-call') this.see(message.tool, message.arguments, message.at);
    else if (message.role === 'tool-result') this.follow(message.tool, message.text, message.at);
  }

  /** Words of the assistant: the sentences of the first message are sure, others are recognised near the current step. */
  private hear(text: string, at: number | undefined): void {
    let heard = fold(text);
    const arrive = (node: NodeId, confidence: Confidence) => {
      this.arrive(node, confidence, at);
      heard = this.withoutWordsOf(node, heard);
    };
    if (this.path.length === 0) for (const node of this.member?.opening ?? []) arrive(node, 'known');
    this.jump = this.jumpIn(heard) ?? this.jump;
    const givenUp = fold(SPEECH[this.document.language].cannotGoOn);
    if (heard.includes(givenUp)) {
      this.hasGivenUp = true;
      heard = heard.replace(givenUp, ' ');
    }
    heard = this.goRound(heard, at);
    // One turn may speak several steps in a row: look on from each step that was recognised, in the words that are left.
    for (let found = this.recognise(heard); found; found = this.recognise(heard)) arrive(found, 'inferred');
  }

  /** The step's own words once more, after an answer: it was left and come to again, by a link or past steps that show nothing. */
  private goRound(heard: string, at: number | undefined): string {
    const node = this.current;
    // Where steps are reported, they say themselves that they were come to again.
    if (!node || !this.hasAnswered || this.jump || this.manifest.progressTool || !this.isSpoken(node, heard))
      return heard;
    const exit = this.spokenFor();
    const round = exit === null ? null : silentRound(this, node, this.now, exit);
    if (!round) return heard;
    for (const one of [...round, node]) this.go({ node: one, at, confidence: 'inferred' });
    this.hasAnswered = false;
    return this.withoutWordsOf(node, heard);
  }

  /** The nearest step ahead whose sentence is in the text. */
  private recognise(heard: string): NodeId | null {
    const from = this.current;
    if (!from) return null;
    for (const node of this.ahead(this.jump?.node ?? from))
      if (node !== from && this.isSpoken(node, heard) && this.mayComeTo(node)) return node;
    return null;
  }

  /** Words that were heard a moment ago are repeated; after an answer the call may have come round. */
  private mayComeTo(node: NodeId): boolean {
    const before = this.path.slice(-RECENT).findLast((sighting) => sighting.node === node);
    return !before || (!this.manifest.progressTool && before.turn < this.turn);
  }

  /** The way out that what was said at the step speaks for: null to stay, undefined where nothing tells. */
  private spokenFor(): ExitId | null | undefined {
    const node = this.current === null ? undefined : this.document.nodes[this.current];
    return node && this.registry.get(node.kind)?.leftBy?.(node.data, this.said);
  }

  private go(sighting: Omit<Sighting, 'turn'>): void {
    const last = this.path.at(-1);
    const exit = this.spokenFor();
    if (last && exit) this.path[this.path.length - 1] = { ...last, spokenFor: exit };
    this.path.push({ ...sighting, turn: this.turn });
    this.said = { heard: [], lines: [] };
  }

  /** The rule whose sentence begins the turn. */
  private jumpIn(heard: string): Jump | null {
    for (const { rule, sentence, node } of this.manifest.anytime ?? []) {
      const parts = spokenParts(sentence);
      if (node === null || !this.document.nodes[node] || parts.length === 0) continue;
      if (heard.startsWith(parts[0]!) && parts.every((part) => heard.includes(part))) return { rule, node };
    }
    return null;
  }

  private jumpTo(target: NodeId): Jump | null {
    const found = this.manifest.anytime?.find(({ node }) => node === target);
    return found ? { rule: found.rule, node: target } : null;
  }

  private isSpoken(id: NodeId, heard: string): boolean {
    return this.spokenBy(id, heard).length > 0;
  }

  /** The sentences of a step that stand in the text, each as its parts. */
  private spokenBy(id: NodeId, heard: string): string[][] {
    const node = this.document.nodes[id];
    const sentences = (node && this.registry.get(node.kind)?.sentences(node.data)) ?? [];
    return sentences
      .filter(({ written }) => !written)
      .map(({ text }) => spokenParts(text))
      .filter((parts) => parts.length > 0 && parts.every((part) => heard.includes(part)));
  }

  /** What was said once belongs to one step, even where another says the same. */
  private withoutWordsOf(node: NodeId, heard: string): string {
    return this.spokenBy(node, heard)
      .flat()
      .reduce((rest, part) => rest.replace(part, ' '), heard);
  }

  /** Steps reachable from one, nearest first. */
  private ahead(from: NodeId): NodeId[] {
    const seen = new Set<NodeId>([from]);
    for (const node of seen) for (const edge of this.graph.out(node)) seen.add(edge.to);
    return [...seen];
  }

  private see(name: string, args: Readonly<Record<string, unknown>>, at: number | undefined): void {
    this.remember(args);
    if (name === this.manifest.progressTool) {
      const node = this.member?.steps.find((step) => String(step.number) === String(args.step))?.node;
      if (node) this.report(node, at);
      return;
    }
    const tool = this.chooseTool(name, args);
    if (!tool || (tool.role === 'end' && this.hasGivenUp)) return;
    const edge = tool.exit === undefined ? undefined : this.graph.next(tool.node, tool.exit);
    // Only a rule valid at any time hands over without leaving by an exit.
    if (tool.role === 'handoff' && tool.exit === undefined) this.jump ??= this.jumpTo(tool.node);
    // The result of a rule has already shown this way.
    const isShown = edge !== undefined && this.current === edge.to && this.path.at(-2)?.node === tool.node;
    if (!isShown) this.arrive(tool.node, 'known', at);
    if (tool.role !== 'handoff') return;
    this.member =
      this.manifest.members.find((member) => member.name === args.destination) ??
      this.memberOf(edge?.to) ??
      this.member;
    if (this.startedAt !== null && at !== undefined) this.now = this.startedAt + at;
    if (edge && !isShown) this.arrive(edge.to, 'known', at, edge);
  }

  /** A step that is reported once more was entered once more where a link or a rule leads from it to itself. */
  private report(node: NodeId, at: number | undefined): void {
    const last = this.path.at(-1);
    const rule = this.jump?.node === node ? this.jump.rule : undefined;
    const isRound = last?.reported === true && this.graph.out(node).some(({ to }) => to === node);
    if (last?.node === node && (rule || isRound)) {
      this.jump = null;
      this.go({ node, at, confidence: 'known', ...(rule ? { rule } : {}) });
    } else this.arrive(node, 'known', at);
    this.path[this.path.length - 1] = { ...this.path.at(-1)!, reported: true };
  }

  /** One name may serve several steps (the transfer and end tools): the number dialled, then the nearest step ahead decides. */
  private chooseTool(name: string, args: Readonly<Record<string, unknown>>): ManifestTool | undefined {
    const named = this.manifest.tools.filter(
      (tool) => tool.name === name && tool.member === this.member?.key,
    );
    const all = this.manifest.tools.filter((tool) => tool.name === name);
    // A member without a drawn end gives up where a way out leads nowhere.
    const candidates = named.length > 0 || all.some(({ role }) => role === 'end') ? named : all;
    const dialled = candidates.filter(
      (tool) => tool.destination !== undefined && tool.destination === args.destination,
    );
    const fitting = dialled.length > 0 ? dialled : candidates;
    const from = this.jump?.node ?? this.current;
    if (fitting.length < 2 || !from) return fitting[0];
    const distance = this.ahead(from);
    return [...fitting].sort((a, b) => rank(distance, a.node) - rank(distance, b.node))[0];
  }

  /** The result of a computed rule names the exit. */
  private follow(name: string, text: string, at: number | undefined): void {
    const tool = this.manifest.tools.find(
      (candidate) => candidate.name === name && candidate.role === 'compute',
    );
    if (!tool?.outcomes) return;
    const outcome = readOutcome(text);
    const named = outcome === null ? undefined : tool.outcomes[outcome];
    // Other people's tools name no outcome: data means that it worked, most likely.
    const exit = named ?? (isData(text) ? tool.outcomes[ANY_RESULT] : undefined);
    const edge = exit === undefined ? undefined : this.graph.next(tool.node, exit);
    if (edge) this.arrive(edge.to, named === undefined ? 'inferred' : 'known', at, edge);
  }

  private memberOf(node: NodeId | undefined): ManifestMember | undefined {
    return this.manifest.members.find((member) => member.steps.some((step) => step.node === node));
  }

  private remember(args: Readonly<Record<string, unknown>>): void {
    for (const { id } of this.manifest.information) {
      const value = args[id];
      if (typeof value === 'string' && value.trim() !== '') this.information[id] = value;
      if (typeof value === 'number' || typeof value === 'boolean') this.information[id] = String(value);
    }
  }

  /** `by`: the link that the call named. */
  private arrive(node: NodeId, confidence: Confidence, at: number | undefined, by?: FlowEdge): void {
    const last = this.path.at(-1);
    if (last?.node === node) {
      if (confidence === 'known' && last.confidence === 'inferred')
        this.path[this.path.length - 1] = { ...last, confidence };
      return;
    }
    this.hasAnswered = false;
    const rule = this.land(node, at);
    const from = this.path.at(-1);
    if (from && rule === undefined)
      for (const between of wayBetween(this, from.node, node, this.now, this.exitTo(from.node, by)))
        this.go({ node: between, at, confidence: 'inferred' });
    const via = by && { via: { from: by.from, exit: by.exit } };
    this.go({ node, at, confidence, ...(rule ? { rule } : {}), ...via });
  }

  /** Where the call names no way out, the one that what was said speaks for. Steps that are reported need none. */
  private exitTo(from: NodeId, by: FlowEdge | undefined): ExitId | undefined {
    if (by?.from === from || this.manifest.progressTool) return undefined;
    return this.spokenFor() ?? undefined;
  }

  /**
   * After a rule's sentence the way goes on from the rule's step: this is the step, or the step is put in before this one.
   * A step that does not lie there belongs to another way, and the rule has led nowhere.
   */
  private land(node: NodeId, at: number | undefined): AnytimeRule | undefined {
    const jump = this.jump;
    this.jump = null;
    if (!jump || this.current === jump.node || this.current === null) return undefined;
    if (node === jump.node) return jump.rule;
    if (this.ahead(jump.node).includes(node))
      this.go({ node: jump.node, at, confidence: 'inferred', rule: jump.rule });
    return undefined;
  }

  /** Whether a call that comes to the step speaks or calls a tool there. */
  readonly leavesTraces = (id: NodeId): boolean => {
    const node = this.document.nodes[id];
    const sentences = (node && this.registry.get(node.kind)?.sentences(node.data)) ?? [];
    const isSpoken = sentences.some(({ written, text }) => !written && text.trim() !== '');
    return isSpoken || this.manifest.tools.some((tool) => tool.node === id && tool.role !== 'handoff');
  };

  leavings(): (Leaving | null)[] {
    const areReported = this.manifest.progressTool !== undefined;
    return leavingsOf(this.path, { terrain: this, now: this.now, areReported });
  }

  visits(leavings: readonly (Leaving | null)[]): Visit[] {
    return this.path.map((sighting, index): Visit => {
      const because = leavings[index]?.because;
      return {
        node: sighting.node,
        confidence: sighting.confidence,
        ...(sighting.at === undefined ? {} : { at: sighting.at }),
        ...(because ? { because } : {}),
      };
    });
  }
}

function isData(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

function readOutcome(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'outcome' in value) return String(value.outcome);
    return typeof value === 'string' ? value : null;
  } catch {
    return text.trim() === '' ? null : text.trim();
  }
}

function rank(order: readonly NodeId[], node: NodeId): number {
  const index = order.indexOf(node);
  return index < 0 ? order.length : index;
}
