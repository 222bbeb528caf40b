/**
 * Whether the tests notice that a payload is not what its drawing compiles to: rules of Vapi, known pitfalls, calls along the
 * drawn ways, cases valid at any time, and words that must be heard as written. Knows no mistake in particular.
 */

import { callerAlong, listensAt } from '../../callers/caller.ts';
import { type Circumstances, certainFailure, circumstancesFor } from '../../callers/circumstances.ts';
import { ANYTIME_WORDS } from '../../flow/anytime/speech.ts';
import type { Compiled, Payload } from '../../flow/compile/compile.ts';
import type { FlowDocument, InformationId, NodeId } from '../../flow/document.ts';
import { enumerateWays, type Way } from '../../flow/paths.ts';
import { toE164 } from '../../flow/phone-number.ts';
import { newSimulation } from '../../flow/simulate.ts';
import type { CallMessage, Trace } from '../../flow/trace.ts';
import { fromChat } from '../../publish/conversation.ts';
import { toolName } from '../../vapi/contract/tool.ts';
import { verifyAssistant, verifySquad } from '../../vapi/contract/verify.ts';
import { createSandbox } from '../../vapi/sandbox/sandbox.ts';
import { compileFlow, registry, simulateFlow, traceCall } from '../registry.ts';
import { disobedient, vetoedRules } from './disobedient-model.ts';
import { squadOf } from './mutations.ts';
import { worldAlong } from './outside-world.ts';
import { paraphrasing } from './paraphrasing-model.ts';
import { defaultRows } from './pitfalls/defaults.ts';
import { memberRows } from './pitfalls/members.ts';
import { requestRows } from './pitfalls/requests.ts';
import { assistantsOf } from './pitfalls/row.ts';
import { shapeRows } from './pitfalls/shapes.ts';
import { textRows } from './pitfalls/texts.ts';
import { firstBroken, promisedWords } from './promised-words.ts';
import { RUNTIME } from './runtime.ts';
import type { Caller, TalkOptions } from './talk.ts';

/** A drawing with what it compiles to, and the calls that show it. */
export interface Subject {
  readonly document: FlowDocument;
  readonly payload: Payload;
  readonly manifest: Compiled['manifest'];
  /** As many ways as it takes to leave every step by every exit. */
  readonly ways: readonly Journey[];
  /** Every step that listens, with a way that comes there. */
  readonly moments: readonly (Journey & { readonly node: NodeId })[];
}

interface Journey {
  readonly way: Way;
  readonly circumstances: Circumstances;
}

/** What is wrong, null when nothing was noticed. Never throws because of a payload. */
export type LookNet = (subject: Subject, payload: Payload) => string | null;
export type CallNet = (subject: Subject, payload: Payload) => Promise<string | null>;

export function subjectOf(document: FlowDocument): Subject {
  const { payload, manifest } = compileFlow(document, { mode: 'preview', runtime: RUNTIME });
  if (!payload) throw new Error(`noticing: nothing answers in ${document.name}`);
  const seen = new Set<string>();
  const moments = new Map<NodeId, Journey & { readonly node: NodeId }>();
  const ways: Journey[] = [];
  for (const way of enumerateWays(document, registry).ways) {
    const exits = way.steps.map(({ node, exit }) => `${node} ${exit}`);
    if (exits.every((exit) => seen.has(exit))) continue;
    const circumstances = circumstancesFor(document, way);
    if (!circumstances) continue;
    ways.push({ way, circumstances });
    for (const exit of exits) seen.add(exit);
    for (const { node } of way.steps)
      if (!moments.has(node) && listensAt(document, node)) moments.set(node, { node, way, circumstances });
  }
  return { document, payload, manifest, ways, moments: [...moments.values()] };
}

const ROWS = [...shapeRows, ...memberRows, ...textRows, ...defaultRows, ...requestRows];
const ROBOT = 'Are you a robot?';
const SOMEBODY = 'I want to speak to somebody.';
const MOST_TURNS = 60;

/** What a look at the payload shows. */
export const lookNets: Readonly<Record<string, LookNet>> = {
  contract: (_, payload) => {
    const found = payload.type === 'squad' ? verifySquad(payload.squad) : verifyAssistant(payload.assistant);
    return found[0] ? `${found[0].path}: ${found[0].message}` : null;
  },
  pitfalls: ({ document, manifest }, payload) => {
    const squad = squadOf(payload);
    for (const row of ROWS) {
      const found = 'find' in row ? row.find({ document, manifest, squad }) : [];
      if (found.length > 0) return `${row.number}. ${row.name}: ${found[0]}`;
    }
    return null;
  },
  tools: toolsNet,
};

/** What calls show, played by the sandbox; for a drawing in English. */
export const callNets: Readonly<Record<string, CallNet>> = {
  ways: (subject, payload) => firstOf(subject.ways, (journey) => wayOf(subject, payload, journey)),
  anytime: (subject, payload) =>
    firstOf(
      subject.moments,
      async (moment) =>
        (await robotAt(subject, payload, moment)) ?? (await somebodyAt(subject, payload, moment)),
    ),
  examples: (subject, payload) => firstOf(subject.ways, (journey) => exampleOf(subject, payload, journey)),
  vetoes: (subject, payload) => firstOf(subject.ways, (journey) => vetoesOf(subject, payload, journey)),
  words: (subject, payload) => firstOf(subject.ways, (journey) => wordsOf(subject, payload, journey)),
};

async function firstOf<One>(all: readonly One[], noticed: (one: One) => Promise<string | null>) {
  for (const one of all) {
    const found = await noticed(one);
    if (found !== null) return found;
  }
  return null;
}

async function wayOf(subject: Subject, payload: Payload, { way, circumstances }: Journey) {
  const { document } = subject;
  const call = await talkTo(
    subject,
    payload,
    callerAlong(document, way, circumstances),
    worldAlong(document, way, circumstances),
  );
  if (typeof call === 'string') return call;
  const visited = nodesOf(call.trace.visits);
  const compared = way.end === 'circle' ? visited.slice(0, way.steps.length) : visited;
  return difference(nodesOf(way.steps), compared) ?? contentOf(document, way, circumstances, call);
}

/** What of the drawing is neither heard, dialled nor kept along a way that was gone. */
function contentOf(document: FlowDocument, way: Way, { told }: Circumstances, call: PayloadTalk) {
  const heard = call.heard.join(' ');
  const numbers: string[] = [];
  for (const [place, { node: id, exit }] of way.steps.entries()) {
    const node = document.nodes[id]!;
    const data = node.data as Drawn;
    numbers.push(...(data.people ?? []).map(({ number }) => toE164(number) ?? number));
    const role = registry
      .get(node.kind)!
      .exits(node.data)
      .find((row) => row.id === exit)?.role;
    if (!listensAt(document, id) || role === 'failure') continue;
    const [fact] = data.facts ?? [];
    for (const sentence of [data.question, data.invitation, fact?.answer])
      if (sentence && !sentence.includes('{{') && !heard.includes(sentence)) return `not heard: ${sentence}`;
    const wanted = (data.items ?? []).filter(({ optional }) => !optional);
    for (const { information } of wanted)
      if (!call.trace.information[information]) return `not kept: ${information}`;
    const isReadBack = wanted.some(({ information }) => {
      const { spoken, value } = told(place, information);
      return call.heard.some((text) => [spoken, value].some((one) => letters(text).includes(letters(one))));
    });
    if (data.readBack && !isReadBack) return `not read back at ${id}`;
  }
  const dialled = call.messages.flatMap((message) =>
    message.role === 'tool-call' && message.tool === 'transferCall'
      ? [String(message.arguments.destination)]
      : [],
  );
  const drawn = numbers.filter((number) => dialled.includes(number));
  if (drawn.join() !== dialled.join()) return `drawn ${numbers.join()}, dialled ${dialled.join()}`;
  return requestsOf(document, way, call);
}

/** What steps of a drawing may hold that callers hear. */
interface Drawn {
  readonly question?: string;
  readonly invitation?: string;
  readonly facts?: readonly { readonly answer: string }[];
  readonly items?: readonly { readonly information: InformationId; readonly optional: boolean }[];
  readonly readBack?: boolean;
  readonly people?: readonly { readonly number: string }[];
  readonly choices?: readonly { readonly label: string; readonly examples: readonly string[] }[];
}

/** Callers choose by an example instead of by the words of the choice. */
async function exampleOf(subject: Subject, payload: Payload, { way, circumstances }: Journey) {
  const { document } = subject;
  const examples = new Map(
    way.steps
      .flatMap(({ node }) => (document.nodes[node]!.data as Drawn).choices ?? [])
      .flatMap(({ label, examples: [first] }) => (first === undefined ? [] : [[label, first] as const])),
  );
  if (examples.size === 0) return null;
  const along = callerAlong(document, way, circumstances);
  const caller: Caller = (seen) => {
    const line = along(seen);
    return line === null ? null : (examples.get(line) ?? line);
  };
  const call = await talkTo(subject, payload, caller, worldAlong(document, way, circumstances));
  if (typeof call === 'string') return call;
  return difference(nodesOf(way.steps), nodesOf(call.trace.visits).slice(0, way.steps.length));
}

/** What tools must hold because of the drawing, whether or not a call that goes well needs it. */
function toolsNet({ manifest, document }: Subject, payload: Payload): string | null {
  for (const { name: member, model } of assistantsOf(squadOf(payload))) {
    const own = manifest.members.find((one) => one.name === member);
    const asked = (own?.steps ?? []).flatMap(({ node }) =>
      ((document.nodes[node]!.data as Drawn).items ?? []).map(({ information }) => information),
    );
    for (const tool of model.tools ?? []) {
      const name = toolName(tool);
      if (tool.type === 'apiRequest' && tool.url.startsWith(RUNTIME.url('send').replace(/send$/, '')))
        if (tool.credentialId !== RUNTIME.credentialId) return `${name} is not signed`;
      if (tool.type === 'apiRequest') {
        const node = manifest.tools.find((one) => one.name === name)?.node;
        const kept = JSON.stringify(tool.variableExtractionPlan ?? null);
        for (const { path } of (node && (document.nodes[node]!.data as Requested).answers) ?? [])
          if (!kept.includes(`{{$.${path}}}`)) return `${name} does not keep ${path}`;
      }
      if (tool.type === 'handoff') {
        const keys = Object.keys(tool.function.parameters?.properties ?? {});
        const missing = asked.find((id) => !keys.includes(id) && !keys.includes(`${id}_`));
        if (missing !== undefined) return `${name} does not take ${missing} along`;
        const made = manifest.tools.find((one) => one.name === name && one.role === 'handoff');
        const isComputed = manifest.tools.some(
          (one) => one.role === 'compute' && one.node === made?.node && made.exit !== undefined,
        );
        if (isComputed && document.nodes[made!.node]!.kind === 'decide' && !tool.rejectionPlan)
          return `${name} has no veto`;
      }
    }
    if (manifest.progressTool === undefined) continue;
    const progress = (model.tools ?? []).find((tool) => toolName(tool) === manifest.progressTool);
    const noted = JSON.stringify(progress ?? null);
    for (const { number } of own?.steps ?? [])
      if (!noted.includes(`"${number}"`)) return `step ${number} of ${member} cannot be noted`;
  }
  return null;
}

/** The requests that the steps of a way demand, with what the caller told. */
function requestsOf(document: FlowDocument, way: Way, { asked, trace }: PayloadTalk): string | null {
  for (const { node: id, exit } of way.steps) {
    const { kind, data } = document.nodes[id]!;
    const { family, exits } = registry.get(kind)!;
    const isDone = family === 'act' && exits(data).find((row) => row.id === exit)?.role === 'next';
    if (!isDone || certainFailure(document, id) !== null) continue;
    const { url = RUNTIME.url(kind as Parameters<typeof RUNTIME.url>[0]), body = [] } = data as Requested;
    const request = asked.find((one) => one.url.startsWith(url.split(/[?{]/)[0]!));
    if (!request) return `nothing asked of ${url}`;
    for (const { name, information } of body)
      if (information && trace.information[information] && !request.body.includes(`"${name}"`))
        return `${name} not sent to ${url}`;
  }
  for (const { body } of asked)
    for (const [, key = ''] of body.matchAll(/\[(\w+)\]/g))
      if (trace.information[key.replace(/_$/, '') as InformationId] && !body.includes(`"${key}":`))
        return `${key} left open in ${body}`;
  return null;
}

interface Requested {
  readonly answers?: readonly { readonly path: string }[];
  readonly url?: string;
  readonly body?: readonly { readonly name: string; readonly information: InformationId | null }[];
}

async function robotAt(
  subject: Subject,
  payload: Payload,
  { node, way, circumstances }: Subject['moments'][number],
) {
  const { document } = subject;
  const caller = callerAlong(document, way, circumstances, (at) => (at === node ? [ROBOT] : []));
  const call = await talkTo(subject, payload, caller, worldAlong(document, way, circumstances));
  if (typeof call === 'string') return call;
  const count = (isMeant: (message: CallMessage) => boolean) => call.messages.filter(isMeant).length;
  const asked = count((message) => message.role === 'caller' && message.text === ROBOT);
  const yes = ANYTIME_WORDS.en.robot.sentence;
  const answered = count((message) => message.role === 'assistant' && message.text.startsWith(yes));
  if (asked === 0 || answered !== asked) return `robot question at ${node}: ${answered} of ${asked} answered`;
  return difference(nodesOf(way.steps), nodesOf(call.trace.visits).slice(0, way.steps.length));
}

async function somebodyAt(
  subject: Subject,
  payload: Payload,
  { node, way, circumstances }: Subject['moments'][number],
) {
  const { document } = subject;
  const at = nodesOf(way.steps).indexOf(node);
  const along = callerAlong(document, way, circumstances);
  let isAsked = false;
  const caller: Caller = (seen) => {
    if (isAsked) return null;
    isAsked = seen.visits.length - 1 === at;
    return isAsked ? SOMEBODY : along(seen);
  };
  const call = await talkTo(subject, payload, caller, worldAlong(document, way, circumstances));
  if (typeof call === 'string') return call;
  const visited = way.steps.slice(0, at + 1).map((step) => ({ node: step.node }));
  const { simulation } = simulateFlow(
    document,
    { ...newSimulation(circumstances.now), waitsAt: node, visited },
    { type: 'anytime', rule: 'wants-human' },
  );
  const drawn = nodesOf(simulation.visited);
  const isPassedOn = drawn.slice(at + 1).some((one) => document.nodes[one]!.kind === 'transfer');
  const isCalled = call.messages.some(
    (message) => message.role === 'tool-call' && message.tool === 'transferCall',
  );
  if (isPassedOn && !isCalled) return `asked for somebody at ${node}: not passed on`;
  return difference(drawn, nodesOf(call.trace.visits).slice(0, drawn.length));
}

/** What a rule forbids is refused although the model tries it. */
async function vetoesOf(subject: Subject, payload: Payload, { way, circumstances }: Journey) {
  const { document, manifest } = subject;
  const rules = vetoedRules(manifest);
  if (!way.steps.some(({ node }) => rules.has(node))) return null;
  const against = disobedient(manifest);
  const call = await talkTo(subject, payload, callerAlong(document, way, circumstances), {
    ...worldAlong(document, way, circumstances),
    model: against.model,
  });
  return typeof call === 'string' ? call : (against.letThrough()[0] ?? null);
}

/** Exact words are heard although the model rewrites what it says itself. */
async function wordsOf(subject: Subject, payload: Payload, { way, circumstances }: Journey) {
  const { document } = subject;
  const call = await talkTo(subject, payload, callerAlong(document, way, circumstances), {
    ...worldAlong(document, way, circumstances),
    model: paraphrasing(),
  });
  if (typeof call === 'string') return call;
  const { information, visits } = call.trace;
  const promised = promisedWords(document, nodesOf(visits), { now: circumstances.now, information });
  return firstBroken(promised, call.heard);
}

interface PayloadTalk {
  readonly trace: Trace;
  readonly messages: readonly CallMessage[];
  readonly heard: readonly string[];
  /** What other systems were asked. */
  readonly asked: readonly { readonly url: string; readonly body: string }[];
}

/** As `talk`, to any payload; the refusal of the sandbox when it takes it not. */
async function talkTo(
  { document, manifest }: Subject,
  payload: Payload,
  caller: Caller,
  { runtime: _, ...options }: TalkOptions,
): Promise<PayloadTalk | string> {
  const asked: { url: string; body: string }[] = [];
  const sandbox = createSandbox({
    key: 'key',
    seed: 1,
    ...options,
    fetch: async (url, init) => {
      asked.push({ url, body: String(init.body ?? '') });
      return options.fetch?.(url, init) ?? new Response('nobody there', { status: 404 });
    },
  });
  let target: object = payload.type === 'squad' ? { squad: payload.squad } : { assistant: payload.assistant };
  const messages: CallMessage[] = [];
  let trace = traceCall(document, manifest, messages);
  let turns = 0;
  for (let input: string | null = ''; input !== null && turns < MOST_TURNS; input = caller(trace)) {
    const response = await sandbox.fetch(
      new Request('http://sandbox/chat', {
        method: 'POST',
        headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
        body: JSON.stringify({ input, ...target }),
      }),
    );
    if (response.status !== 201) return `refused: ${await response.text()}`;
    const chat = (await response.json()) as { id: string; output: never[] };
    target = { previousChatId: chat.id };
    turns += 1;
    messages.push(
      ...(input === '' ? [] : [{ role: 'caller' as const, text: input }]),
      ...fromChat(chat.output),
    );
    trace = traceCall(document, manifest, messages);
    if (messages.some((message) => message.role === 'tool-call' && message.tool === 'endCall')) break;
  }
  const heard = messages.flatMap((message) => (message.role === 'assistant' ? [message.text] : []));
  return { trace, messages, heard, asked };
}

/** Text without what separates: numbers are read in groups. */
function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function nodesOf(steps: readonly { readonly node: NodeId }[]): NodeId[] {
  return steps.map(({ node }) => node);
}

function difference(drawn: readonly NodeId[], visited: readonly NodeId[]): string | null {
  return drawn.join(' → ') === visited.join(' → ')
    ? null
    : `drawn ${drawn.join(' → ')}, visited ${visited.join(' → ')}`;
}
