/**
 * From drawing to Vapi payload: check → lower → group → link → emit → verify → manifest (design §6).
 * Pure and total: never throws, O(nodes + edges), byte-identical output for equal documents whatever their key order.
 */
import type { AssistantBody } from '../../vapi/contract/assistant.ts';
import type { SquadBody } from '../../vapi/contract/squad.ts';
import type { VapiTool } from '../../vapi/contract/tool.ts';
import { verifyAssistant, verifySquad } from '../../vapi/contract/verify.ts';
import type { Begin, BeginByRule } from '../../vapi/script/script.ts';
import { checkDocument } from '../check/check.ts';
import type { FlowDocument, InformationId, NodeId } from '../document.ts';
import { eachOnce } from '../effect.ts';
import { collectedBy } from '../facts.ts';
import { buildGraph, type FlowGraph } from '../graph.ts';
import type { Fragment, Registry } from '../kind.ts';
import { type KnownInformation, knownBefore } from '../known.ts';
import type { Manifest, ManifestMember, ManifestTool } from '../manifest.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { plainText, spokenText, withoutIdleMarks } from '../text.ts';
import {
  emitAssistant,
  guardTool,
  handoffTool,
  progressTool,
  saying,
  speakDefaults,
  transferTool,
} from './emit.ts';
import { notWordForWord, speakExactly } from './exact.ts';
import { groupSteps } from './group.ts';
import { copyLane, laneManifest, layLane, type MemberLane, remindersOf } from './lane.ts';
import { type LinkedMember, type LinkInput, linkMember, openCall } from './link.ts';
import { lower } from './lower.ts';
import { createNames } from './names.ts';
import { beginningAt, knownAtFirst, pretenceOf, pretended } from './pretend.ts';
import { writePrompt } from './prompt.ts';
import { recordable, separateWorlds } from './recording.ts';
import { SPEECH } from './speech.ts';
import { type CompileTarget, holdingsOf } from './target.ts';

export type Payload =
  | { readonly type: 'assistant'; readonly assistant: AssistantBody }
  | { readonly type: 'squad'; readonly squad: SquadBody };

export interface Compiled {
  /** Null when nothing answers the call. Problems of severity `error` do not prevent a payload: a draft can be rehearsed. */
  readonly payload: Payload | null;
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
}

const PROGRESS_TOOL = 'note_step';

/** Compiles a document with the given kinds. The same for preview and publication but for what `target` says. */
export function compile(whole: FlowDocument, kinds: Registry, target: CompileTarget): Compiled {
  const pretence = pretenceOf(target);
  const drawn = pretence.from === undefined ? whole : beginningAt(whole, kinds, pretence.from);
  const drawing = buildGraph(drawn, kinds);
  const problems = checkDocument(drawn, kinds, { graph: drawing, workspace: holdingsOf(target) });
  const { document, registry, graph, worlds, showDrawn } = separateWorlds(
    recordable(drawn, target),
    kinds,
    drawing,
  );
  const names = createNames();
  const fragments = lower(document, registry, graph, names, target);
  const sectionOf = (node: NodeId) => document.nodes[node]?.section;
  const parts = worlds.map((world) =>
    copyLane(groupSteps(world.graph, fragments, sectionOf), world.graph, fragments),
  );
  const groups = parts.flat();
  const documents = parts.flatMap((part, index) => part.map(() => worlds[index]!.document));
  if (groups.length === 0) return { payload: null, manifest: emptyManifest(document), problems };
  const speech = SPEECH[document.language];
  const input: LinkInput = {
    graph,
    fragments,
    title: (node) => titleOf(document, node),
    handoffName: (edge) => names('go', edge),
    cannotGoOn: { title: speech.endTitle, closing: speech.cannotGoOn },
  };
  const members = groups.map((group) => linkMember(group, input));
  const memberOf = homesOf(members);
  const title = input.title;
  const handoffName = (request: string) => names('go', `anytime ${request}`);
  const lane = layLane({ document, documents, registry, fragments, members, memberOf, title, handoffName });
  const lanes = lane.lanes;
  const house = furnish({ document, documents, registry, graph, members, memberOf, lanes, toolName: names });
  const assistants = members.map((member, index) => buildMember(member, index, house, input, target));
  const payload = pretended(
    assemble(
      document,
      assistants.map((built) => built.assistant),
      !target.secrecy,
    ),
    pretence,
  );
  const manifest: Manifest = {
    format: 1,
    members: assistants.map((built) => built.manifest),
    tools: assistants.flatMap((built) => built.tools),
    information: sortedInformation(document).map((id) => ({
      id,
      name: document.information[id]!.name,
      type: document.information[id]!.type,
    })),
    anytime: laneManifest(document, registry),
    effects: eachOnce(
      [...fragments].flatMap(([node, { effects = [] }]) => effects.map((effect) => ({ ...effect, node }))),
    ),
    ...(target.mode === 'preview' ? { progressTool: PROGRESS_TOOL } : {}),
  };
  const unable = [...fragments.values()].flatMap((fragment) => fragment.problems ?? []);
  const left = notWordForWord(assistants.flatMap((built) => built.left));
  const found = sortProblems([...problems, ...unable, ...lane.problems, ...left, ...verify(payload)]);
  return showDrawn({ payload, manifest, problems: found });
}

/** What the members of one result share. */
interface House extends Furniture {
  readonly memberNames: readonly string[];
  readonly persona: string;
  readonly known: KnownInformation;
  /** Nodes by which each member is entered from others. */
  readonly entered: readonly (readonly NodeId[])[];
}

interface Furniture {
  readonly document: FlowDocument;
  /** The document of each member's world. */
  readonly documents: readonly FlowDocument[];
  readonly registry: Registry;
  readonly graph: FlowGraph;
  readonly members: readonly LinkedMember[];
  readonly lanes: readonly MemberLane[];
  /** Member index of the nodes through which members are entered. */
  readonly memberOf: ReadonlyMap<NodeId, number>;
  readonly toolName: (purpose: string, id: string) => string;
}

/** For each step the member that is entered to get there. */
function homesOf(members: readonly LinkedMember[]): Map<NodeId, number> {
  const memberOf = new Map<NodeId, number>();
  members.forEach((member, index) => {
    for (const node of member.group.nodes)
      if (!memberOf.has(node) || member.group.leader === node) memberOf.set(node, index);
  });
  return memberOf;
}

function furnish(furniture: Furniture): House {
  const { document, registry, graph, members, memberOf, lanes } = furniture;
  const speech = SPEECH[document.language];
  const entered = members.map(() => new Set<NodeId>());
  for (const { handoffs } of [...members, ...lanes])
    for (const handoff of handoffs) entered[memberOf.get(handoff.to)!]!.add(handoff.to);
  const persona = [...graph.entries]
    .map(
      (id) =>
        registry.get(document.nodes[id]!.kind)?.lower(document.nodes[id]!, {
          document,
          language: document.language,
          toolName: (purpose) => purpose,
          text: plainText,
        }).persona,
    )
    .find((name) => name !== undefined);
  return {
    ...furniture,
    memberNames: members.map((member, index) =>
      memberName(document, member.group.leader, index, speech.member(index + 1)),
    ),
    persona: persona ?? '',
    known: knownBefore(document, graph),
    entered: entered.map((nodes) => [...nodes]),
  };
}

interface BuiltMember {
  readonly assistant: AssistantBody;
  readonly manifest: ManifestMember;
  readonly tools: readonly ManifestTool[];
  /** Steps whose exact words are only asked of the model. */
  readonly left: readonly NodeId[];
}

function buildMember(
  member: LinkedMember,
  index: number,
  house: House,
  input: LinkInput,
  target: CompileTarget,
): BuiltMember {
  const document = house.documents[index]!;
  const key = `m${index + 1}`;
  const opening = index === 0 ? openCall(member, input) : null;
  const begin = opening?.begin ?? beginOf(member, index, house);
  const preview = target.mode === 'preview';
  const gathered = gatheredBy(member, house);
  const passed = gatheredBy(member, house, input.fragments);
  const lane = house.lanes[index]!;
  const exact = speakExactly({
    document,
    key,
    member,
    fragments: input.fragments,
    lane: lane.lines,
    starts: startsOf(begin),
    fresh: new Set(passed),
    stored: new Set(
      member.group.nodes.flatMap((node) => [...storedBy(input.fragments.get(node)!)] as InformationId[]),
    ),
    toolName: house.toolName,
  });
  const spoken: LinkedMember = { ...member, steps: exact.steps };
  const tools: VapiTool[] = [
    ...exact.fragments
      .flatMap((fragment) => fragment.tools)
      .map((tool) => (tool.type === 'apiRequest' ? guardTool(tool, member.group.guards) : tool)),
    ...member.handoffs.map((handoff) =>
      saying(
        exact.handoffWords.get(handoff.tool),
        handoffTool(
          handoff,
          destinationOf(handoff.to, house),
          document,
          passed,
          knownAt(handoff.edge, house),
        ),
      ),
    ),
    ...lane.handoffs.map((handoff) =>
      handoffTool(handoff, destinationOf(handoff.to, house), document, passed, NOTHING_KNOWN),
    ),
    ...exact.tools,
    ...[transferTool(exact.fragments), exact.endTool]
      .filter((tool) => tool !== null)
      .map((tool) => guardTool(tool, member.group.guards)),
    ...(preview ? [progressTool(PROGRESS_TOOL, spoken.steps, document)] : []),
  ].map((tool) => speakDefaults(tool, document));
  const obtained = new Set([...gathered, ...keptBy(spoken)]);
  const written = writePrompt({
    document,
    member: spoken,
    persona: house.persona,
    begin,
    anytime: exact.lane,
    known: index === 0 ? knownAtFirst(pretenceOf(target), document) : gatheredBefore(index, house),
    takesOver: index > 0,
    ...(preview ? { progressTool: PROGRESS_TOOL } : {}),
  });
  const prompt = withoutIdleMarks(written, document, (id) => obtained.has(id));
  const name = house.memberNames[index]!;
  return {
    assistant: emitAssistant({
      document,
      target,
      name,
      key,
      prompt,
      firstMessage: opening ? spokenText(opening.text, document) : null,
      tools,
      collects: gathered,
      reminders: remindersOf(document),
    }),
    manifest: {
      key,
      name,
      opening: opening?.nodes ?? [],
      start: member.numbers.get(member.group.leader) ?? 1,
      steps: [...member.numbers].map(([node, number]) => ({ number, node })),
    },
    tools: [
      ...manifestTools(key, member, input),
      ...exact.manifest,
      ...lane.handoffs.map(
        (handoff): ManifestTool => ({ member: key, name: handoff.tool, node: handoff.to, role: 'handoff' }),
      ),
    ],
    left: exact.left,
  };
}

/** Whoever leaves at any time may have said nothing yet. */
const NOTHING_KNOWN = { has: () => false };

/** A member entered at several steps is told by the handoff at which one to begin. */
function beginOf(member: LinkedMember, index: number, house: House) {
  const start = (node: NodeId) => ({ start: member.numbers.get(node) ?? 1, opened: false });
  const entries = house.entered[index]!;
  const leader = start(member.group.leader);
  if (entries.length < 2) return entries[0] === undefined ? leader : start(entries[0]);
  return {
    prepare: '',
    cases: entries.map((node) => ({
      liquid: `${entryVariable(index)} == "${start(node).start}"`,
      begin: start(node),
    })),
    otherwise: leader,
  };
}

/** Numbers of the steps at which a member may begin. */
function startsOf(begin: Begin | BeginByRule): number[] {
  return 'start' in begin
    ? [begin.start]
    : [...begin.cases.flatMap((row) => startsOf(row.begin)), ...startsOf(begin.otherwise)];
}

function entryVariable(member: number): string {
  return `start_${member + 1}`;
}

function destinationOf(node: NodeId, house: House) {
  const index = house.memberOf.get(node)!;
  const step = house.members[index]!.numbers.get(node) ?? 1;
  const memberName = house.memberNames[index]!;
  return house.entered[index]!.length < 2
    ? { memberName }
    : { memberName, entry: { variable: entryVariable(index), step } };
}

/**
 * Information that steps of the member obtain, sorted. With fragments, without what a step's own tool stores: these are
 * variables of the whole squad already, and a model that passed them on could only spoil them (vapi-facts §12.17).
 */
function gatheredBy(
  member: LinkedMember,
  { document, graph }: House,
  fragments?: ReadonlyMap<NodeId, Fragment>,
): InformationId[] {
  const found = new Set<InformationId>();
  for (const node of member.group.nodes) {
    const stored = fragments ? storedBy(fragments.get(node)!) : NOTHING_STORED;
    for (const collected of graph.facts(node)?.collects ?? [])
      for (const information of collected)
        if (Object.hasOwn(document.information, information) && !stored.has(information))
          found.add(information);
  }
  // `collects` names what surely is obtained; what may be left out is told all the same.
  for (const { instruction } of member.steps)
    for (const { key } of instruction.do === 'ask' ? instruction.items : []) found.add(key as InformationId);
  return [...found].sort();
}

/** Information that results of the member's own tools tell. */
function keptBy({ steps }: LinkedMember): InformationId[] {
  return steps.flatMap(({ instruction }) =>
    instruction.do === 'compute' ? (instruction.keeps ?? []).map(({ key }) => key as InformationId) : [],
  );
}

const NOTHING_STORED: ReadonlySet<string> = new Set();

/** Variables that the tools of a step take out of their results. */
function storedBy({ tools }: Fragment): ReadonlySet<string> {
  const aliases = tools.flatMap((tool) =>
    'variableExtractionPlan' in tool ? (tool.variableExtractionPlan?.aliases ?? []) : [],
  );
  return aliases.length === 0 ? NOTHING_STORED : new Set(aliases.map(({ key }) => key));
}

/** What earlier members may have learnt: of callers, and from results of their tools. */
function gatheredBefore(index: number, house: House): InformationId[] {
  const found = house.members
    .slice(0, index)
    .flatMap((member) => [...gatheredBy(member, house), ...keptBy(member)]);
  return [...new Set(found)].filter((id) => Object.hasOwn(house.document.information, id)).sort();
}

/** Whether an information is surely known when a link is taken. */
function knownAt(edge: { readonly from: NodeId; readonly exit: string }, { graph, known }: House) {
  const before = known.get(edge.from);
  const collected = collectedBy(graph.facts(edge.from), edge.exit);
  return { has: (id: InformationId) => before?.has(id) === true || collected.includes(id) };
}

function manifestTools(member: string, linked: LinkedMember, input: LinkInput): ManifestTool[] {
  const handoffs = linked.handoffs.map(
    (handoff): ManifestTool => ({
      member,
      name: handoff.tool,
      node: handoff.edge.from,
      role: 'handoff',
      exit: handoff.edge.exit,
      edge: handoff.edge.id,
    }),
  );
  const others = linked.group.nodes.flatMap((node): ManifestTool[] => {
    const instruction = input.fragments.get(node)!.instruction;
    if (instruction.do === 'transfer')
      return [instruction.destination, ...(instruction.instead ?? [])].map((destination) => ({
        member,
        name: instruction.tool,
        node,
        role: 'transfer',
        destination,
      }));
    if (instruction.do === 'end') return [{ member, name: instruction.tool, node, role: 'end' }];
    if (instruction.do === 'compute')
      return [
        {
          member,
          name: instruction.tool,
          node,
          role: 'compute',
          outcomes: Object.fromEntries(instruction.outcomes.map((row) => [row.outcome, row.to])),
        },
      ];
    return [];
  });
  return [...handoffs, ...others];
}

function assemble(
  document: FlowDocument,
  assistants: readonly AssistantBody[],
  keepsWords: boolean,
): Payload {
  const [only] = assistants;
  if (assistants.length === 1 && only) return { type: 'assistant', assistant: only };
  const squad: SquadBody = {
    name: plainText(document.name).slice(0, 60) || 'AlloKoli',
    members: assistants.map((assistant) => ({ assistant })),
    // Extraction after the call sees the last member's part only, unless the whole history is kept (vapi-facts §12.45).
    ...(keepsWords ? { membersOverrides: { artifactPlan: { fullMessageHistoryEnabled: true } } } : {}),
  };
  return { type: 'squad', squad };
}

function verify(payload: Payload): Problem[] {
  const violations =
    payload.type === 'assistant' ? verifyAssistant(payload.assistant) : verifySquad(payload.squad);
  return violations.map((violation) => ({
    code: 'payload-refused',
    severity: 'error',
    at: {},
    params: { path: violation.path, reason: violation.message },
  }));
}

function memberName(document: FlowDocument, leader: NodeId, index: number, fallback: string): string {
  const title = plainText(document.nodes[leader]?.title ?? '')
    .trim()
    .slice(0, 30)
    .trim();
  return `${title === '' ? fallback.replace(/ ?\d+$/, '') : title} ${index + 1}`;
}

function titleOf(document: FlowDocument, node: NodeId): string {
  const title = plainText(document.nodes[node]?.title ?? '').trim();
  return title === '' ? (document.nodes[node]?.kind ?? '') : title;
}

function sortedInformation(document: FlowDocument): InformationId[] {
  return (Object.keys(document.information) as InformationId[]).sort();
}

function emptyManifest(document: FlowDocument): Manifest {
  return {
    format: 1,
    members: [],
    tools: [],
    information: sortedInformation(document).map((id) => ({
      id,
      name: document.information[id]!.name,
      type: document.information[id]!.type,
    })),
  };
}
