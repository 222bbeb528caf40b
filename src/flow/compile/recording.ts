/**
 * Recording pass: the caller's consent decides. Before grouping, a drawing whose calls may be recorded is rewritten into one
 * in which every step behind the question stands once in each *world*: nobody has agreed (nothing is recorded), agreed
 * (recorded), withdrawn (asked again, and agreed no more: not recorded, to the end of the call). Worlds are left in this
 * order only, by a choice that is computed from the answer; "would not say", skipped and "no" never lead to a recorded
 * step, and the steps of all worlds are the drawn ones. Pure; knows no kind.
 *
 * Each member states in its own `artifactPlan` whether it records, and the member that answers says no. Vapi documents the
 * plan per assistant, not whether a call obeys the plan of each squad member in turn or that of the first alone: then
 * nothing is recorded, which is the safe side. (Vapi's own consent plan is an option of large accounts: vapi-facts §12.51.)
 */
import { stableStringify } from '../../lib/json.ts';
import { asksConsent, consentOf, mayHaveAgreed } from '../consent.ts';
import type { EdgeId, ExitId, FlowDocument, FlowEdge, FlowNode, InformationId, NodeId } from '../document.ts';
import { eachOnce } from '../effect.ts';
import { buildGraph, type FlowGraph, partOf } from '../graph.ts';
import type { Registry } from '../kind.ts';
import type { Manifest, ManifestTool } from '../manifest.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { type ConsentOutcome, consentChoice } from './consent-choice.ts';
import { SPEECH } from './speech.ts';
import type { CompileTarget } from './target.ts';

/** Steps whose members treat the call alike. */
export interface World {
  /** The steps of all worlds; its lane leads to steps of this one, `settings.recording` is true where members record. */
  readonly document: FlowDocument;
  /** Its own part: begins where the world is entered. Links into another world are ways out of it. */
  readonly graph: FlowGraph;
}

export interface Worlds {
  /** The drawing with the steps of all worlds; the same objects as were given when nothing is recorded. */
  readonly document: FlowDocument;
  readonly registry: Registry;
  readonly graph: FlowGraph;
  /** In the order in which a call may go through them; never empty. */
  readonly worlds: readonly World[];
  /** Puts the drawn steps and links where copies stand. */
  readonly showDrawn: <Result extends Realised>(result: Result) => Result;
}

interface Realised {
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
}

/** Under professional secrecy no call is recorded, even with the caller's consent. */
export function recordable(drawn: FlowDocument, { secrecy }: CompileTarget): FlowDocument {
  if (!secrecy || !drawn.settings.recording) return drawn;
  return { ...drawn, settings: { ...drawn.settings, recording: false } };
}

/** O(nodes + edges); only what is recorded pays for it. */
export function separateWorlds(document: FlowDocument, registry: Registry, graph: FlowGraph): Worlds {
  const whole = { document, registry, graph, showDrawn: <Result>(result: Result) => result };
  if (!document.settings.recording) return { ...whole, worlds: [{ document, graph }] };
  const consent = consentOf(document);
  const isAsked = ({ from, exit }: FlowEdge) =>
    consent !== null &&
    asksConsent(document.nodes[from]!, registry, consent) &&
    mayHaveAgreed(document.nodes[from]!, exit, registry);
  const asked = new Set([...graph.reachable].flatMap(graph.out).filter(isAsked));
  if (consent === null || asked.size === 0 || graph.entry === null)
    return { ...whole, worlds: [{ document: recordingOf(document, false), graph }] };
  return copySteps(document, registry, graph, consent, asked);
}

function recordingOf(document: FlowDocument, recording: boolean): FlowDocument {
  return { ...document, settings: { ...document.settings, recording } };
}

/** What ids of copies end in. No id that was read from a stored document holds a tilde. */
const WORLDS = [
  { suffix: '', records: false },
  { suffix: '~recorded', records: true },
  { suffix: '~withdrawn', records: false },
] as const;

interface Part {
  readonly inside: ReadonlySet<NodeId>;
  readonly roots: readonly NodeId[];
  readonly index: number;
}

function copySteps(
  document: FlowDocument,
  registry: Registry,
  graph: FlowGraph,
  consent: InformationId,
  asked: ReadonlySet<FlowEdge>,
): Worlds {
  const sheet = newSheet(document);
  const parts: Part[] = [];
  let roots: readonly NodeId[] = [graph.entry!];
  for (let index = 0; index < WORLDS.length && roots.length > 0; index += 1) {
    const drawn = reach([...roots, ...graph.lane], graph);
    const inside = new Set<NodeId>();
    const entered = new Set<NodeId>();
    for (const node of drawn) {
      inside.add(sheet.copyNode(node, index));
      for (const edge of graph.out(node)) {
        // Whoever has withdrawn stays where nothing is recorded.
        if (!asked.has(edge) || index === WORLDS.length - 1) sheet.copyEdge(edge, index);
        else {
          inside.add(sheet.addChoice(edge, index, consent));
          entered.add(edge.to);
        }
      }
    }
    parts.push({ inside, roots: roots.map((root) => copyOf(root, index)), index });
    roots = [...entered].sort();
  }
  return assemble(document, registry, graph, sheet, parts);
}

function reach(roots: readonly NodeId[], graph: FlowGraph): Set<NodeId> {
  const seen = new Set(roots);
  for (const node of seen) for (const edge of graph.out(node)) seen.add(edge.to);
  return seen;
}

function copyOf<Id extends string>(id: Id, world: number): Id {
  return `${id}${WORLDS[world]!.suffix}` as Id;
}

/** The larger drawing while it is made, and what was drawn for each thing in it. */
function newSheet(document: FlowDocument) {
  const nodes: Record<NodeId, FlowNode> = {};
  const edges: Record<EdgeId, FlowEdge> = {};
  const drawnNode = new Map<NodeId, NodeId>();
  const drawnEdge = new Map<EdgeId, FlowEdge>();
  /** For each choice the drawn exit on which it stands. */
  const exitBefore = new Map<NodeId, ExitId>();
  const put = (drawn: FlowEdge, edge: Omit<FlowEdge, 'id'>, suffix: string) => {
    const id = `${drawn.id}${suffix}` as EdgeId;
    edges[id] = { id, ...edge };
    drawnEdge.set(id, drawn);
  };
  return {
    nodes,
    edges,
    drawnNode,
    drawnEdge,
    exitBefore,
    /** The copy keeps the drawn step, its id included: endpoints that are asked during a call know no other. */
    copyNode(node: NodeId, world: number): NodeId {
      const copy = copyOf(node, world);
      nodes[copy] = document.nodes[node]!;
      drawnNode.set(copy, node);
      return copy;
    },
    copyEdge(drawn: FlowEdge, world: number): void {
      const { from, exit, to } = drawn;
      put(drawn, { from: copyOf(from, world), exit, to: copyOf(to, world) }, WORLDS[world]!.suffix);
    },
    /** Puts the choice on a link behind the question: one of its ways leads into the next world. */
    addChoice(drawn: FlowEdge, world: number, consent: InformationId): NodeId {
      const { suffix } = WORLDS[world]!;
      const node = document.nodes[drawn.from]!;
      const id = `${drawn.id}~choice${suffix}` as NodeId;
      const leaves: ConsentOutcome = WORLDS[world + 1]!.records ? 'agreed' : 'not-agreed';
      const stays: ConsentOutcome = leaves === 'agreed' ? 'not-agreed' : 'agreed';
      nodes[id] = {
        id,
        kind: consentChoice.id,
        title: SPEECH[document.language].consentTitle,
        position: node.position,
        ...(node.section === undefined ? {} : { section: node.section }),
        data: { consent, leaves, stays },
      };
      drawnNode.set(id, drawn.from);
      exitBefore.set(id, drawn.exit);
      put(drawn, { from: copyOf(drawn.from, world), exit: drawn.exit, to: id }, `~asked${suffix}`);
      put(drawn, { from: id, exit: leaves, to: copyOf(drawn.to, world + 1) }, `~leaves${suffix}`);
      put(drawn, { from: id, exit: stays, to: copyOf(drawn.to, world) }, suffix);
      return id;
    },
  };
}

function assemble(
  document: FlowDocument,
  registry: Registry,
  graph: FlowGraph,
  sheet: ReturnType<typeof newSheet>,
  parts: readonly Part[],
): Worlds {
  const all: FlowDocument = { ...recordingOf(document, false), nodes: sheet.nodes, edges: sheet.edges };
  const kinds: Registry = new Map([...registry, [consentChoice.id, consentChoice]]);
  const lanes = parts.map(({ index }) => graph.lane.map((node) => copyOf(node, index)));
  const reachable = new Set(parts.flatMap(({ inside }) => [...inside]));
  const whole = partOf(buildGraph(all, kinds), graph.entry, lanes.flat(), reachable);
  const worlds = parts.map(({ inside, roots, index }): World => {
    const [entry, ...others] = roots;
    return {
      document: { ...recordingOf(all, WORLDS[index]!.records), anytime: laneOf(document, index) },
      // Other steps by which the world is entered are, like those of the lane, reached from elsewhere.
      graph: partOf(whole, entry!, [...new Set([...lanes[index]!, ...others])].sort(), inside),
    };
  });
  return { document: all, registry: kinds, graph: whole, worlds, showDrawn: drawnIn(sheet) };
}

function laneOf({ anytime }: FlowDocument, world: number): FlowDocument['anytime'] {
  const rules = Object.entries(anytime).map(([rule, setting]) => [
    rule,
    setting.goTo === null ? setting : { ...setting, goTo: copyOf(setting.goTo, world) },
  ]);
  return Object.fromEntries(rules) as FlowDocument['anytime'];
}

/** Manifest and problems of the larger drawing, told about the drawn one. */
function drawnIn({ drawnNode, drawnEdge, exitBefore }: ReturnType<typeof newSheet>): Worlds['showDrawn'] {
  const shown = (node: NodeId) => drawnNode.get(node) ?? node;
  const showTool = (tool: ManifestTool): ManifestTool => {
    const edge = tool.edge === undefined ? undefined : drawnEdge.get(tool.edge);
    const exit = exitBefore.get(tool.node);
    return {
      ...tool,
      node: shown(tool.node),
      ...(edge ? { edge: edge.id, exit: edge.exit } : {}),
      // Whatever the answer was, the question was left by the exit on which the choice stands.
      ...(exit !== undefined && tool.outcomes ? { outcomes: mapValues(tool.outcomes, () => exit) } : {}),
    };
  };
  const showProblem = (problem: Problem): Problem =>
    problem.at.node === undefined
      ? problem
      : { ...problem, at: { ...problem.at, node: shown(problem.at.node) } };
  return (result) => {
    const { manifest } = result;
    const members = manifest.members.map((member) => ({
      ...member,
      opening: member.opening.map(shown),
      steps: member.steps.map(({ number, node }) => ({ number, node: shown(node) })),
    }));
    const effects = manifest.effects && {
      effects: eachOnce(manifest.effects.map((one) => ({ ...one, node: shown(one.node) }))),
    };
    const problems = new Map(
      result.problems.map(showProblem).map((problem) => [stableStringify(problem), problem]),
    );
    return {
      ...result,
      manifest: { ...manifest, members, tools: manifest.tools.map(showTool), ...effects },
      problems: sortProblems([...problems.values()]),
    };
  };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
