/**
 * A call as something to read: what is said along a drawn way, by the assistant as it is drawn and by a caller who goes that way.
 * Where the assistant finds its own words on a real call (the questions after the first, reading back), a plain sentence stands for
 * them and is marked. Played by the simulator; pure.
 */
import type {
  CallLanguage,
  ExitId,
  FlowDocument,
  FlowNode,
  InformationId,
  NodeId,
} from '../flow/document.ts';
import type { Way } from '../flow/paths.ts';
import { newSimulation, type Simulation, simulate, type Turn } from '../flow/simulate.ts';
import { registry } from '../kinds/registry.ts';
import { askedFact, isKnownAt } from './caller.ts';
import type { Circumstances } from './circumstances.ts';
import { type Manner, spokenReply } from './replies.ts';

export interface Line {
  readonly by: 'assistant' | 'caller';
  readonly text: string;
  readonly node: NodeId;
  /** The assistant says something like it, in words of its own. */
  readonly isFree?: true;
}

export interface Conversation {
  readonly lines: readonly Line[];
  readonly visited: readonly NodeId[];
  /** Null where the way does not end the call. */
  readonly end: 'hung-up' | 'transferred' | null;
}

/** What is asked at steps that listen. */
export interface AskedData {
  readonly choices?: readonly {
    readonly id: string;
    readonly label: string;
    readonly examples: readonly string[];
  }[];
  readonly items?: readonly { readonly information: InformationId; readonly optional: boolean }[];
  readonly readBack?: boolean;
  readonly skipKnown?: boolean;
  readonly facts?: readonly { readonly question: string; readonly answer: string }[];
  /** What a booking sets. */
  readonly when?: InformationId | '';
}

const FREE = {
  en: {
    ask: (name: string) => `${name}, please?`,
    whether: (name: string) => `${name}?`,
    readBack: (values: string) => `Let me read that back: ${values}. Is that right?`,
    more: 'Anything else?',
    again: 'I did not quite understand. Could you say that again?',
    slot: 'Thursday at 10 o’clock',
  },
  fr: {
    ask: (name: string) => `${name}, s’il vous plaît ?`,
    whether: (name: string) => `${name} ?`,
    readBack: (values: string) => `Je récapitule : ${values}. C’est bien cela ?`,
    more: 'Avez-vous une autre question ?',
    again: 'Je n’ai pas bien compris. Pouvez-vous répéter ?',
    slot: 'jeudi à 10 heures',
  },
};

/** The moment that a calendar would give. */
export function slotIn(language: CallLanguage): string {
  return FREE[language].slot;
}

/** Goes the way as far as the rules of the drawing let it, under these circumstances. */
export function conversationAlong(
  document: FlowDocument,
  way: Way,
  circumstances: Circumstances,
): Conversation {
  const lines: Line[] = [];
  const hear = (turn: Turn): Simulation => {
    lines.push(...turn.said.map(({ node, text }) => ({ by: 'assistant', node, text }) as const));
    return turn.simulation;
  };
  let call = hear(simulate(document, registry, newSimulation(circumstances.now), { type: 'call' }));
  for (;;) {
    const place = call.visited.length - 1;
    const step = way.steps[place];
    if (step === undefined || step.node !== call.waitsAt) break;
    const exit = step.exit ?? takenOver(document, call);
    if (exit === undefined || !call.exits.includes(exit)) break;
    if (step.exit !== undefined) lines.push(...exchange(document, way, place, circumstances));
    call = hear(
      simulate(document, registry, call, {
        type: 'answer',
        exit,
        values: valuesAt(document, way, place, circumstances),
      }),
    );
  }
  return { lines, visited: call.visited.map(({ node }) => node), end: endOf(call) };
}

/** What happens at a waiting step that is no way out of it: somebody takes the call over. */
export function takenOver(document: FlowDocument, { waitsAt, exits }: Simulation): ExitId | undefined {
  const node = waitsAt === null ? undefined : document.nodes[waitsAt];
  const drawn = (node && registry.get(node.kind)?.exits(node.data as never)) ?? [];
  return exits.find((exit) => !drawn.some(({ id }) => id === exit));
}

export function endOf({ end }: Simulation): Conversation['end'] {
  return end === 'hung-up' || end === 'transferred' ? end : null;
}

/** What caller and assistant say to each other at a step, before it is left as the way leaves it. */
function exchange(document: FlowDocument, way: Way, place: number, circumstances: Circumstances): Line[] {
  const { node, exit } = way.steps[place]!;
  const drawn = document.nodes[node]!;
  const data = drawn.data as AskedData;
  const usual = (type: Manner) => spokenReply({ type }, document.language);
  const say = (by: Line['by'], text: string): Line => ({ by, text, node });
  const isFailure = failsBy(drawn, exit!);
  if (data.items) {
    if (isFailure) return [say('caller', usual('refuses'))];
    const asked = data.items
      .map(({ information }) => information)
      .filter((id) => !data.skipKnown || !isKnownAt(document, way, place, circumstances, id));
    const spoken = asked.map((id) => circumstances.told(place, id).spoken);
    return askExchange(document, node, asked, [...spoken, ...(data.readBack ? [usual('agrees')] : [])]);
  }
  if (data.choices) {
    const choice = data.choices.find(({ id }) => id === exit);
    if (!choice) return notUnderstood(document.language, node);
    return [say('caller', asSentence(choice.examples[0] ?? choice.label))];
  }
  if (!data.facts) return [];
  if (isFailure) return notUnderstood(document.language, node);
  const fact = askedFact(data);
  return informExchange(document.language, node, fact ? [fact] : [], usual('has-no-more'));
}

/** `spoken`: an answer for each information that is asked for, and one more where everything is read back. */
export function askExchange(
  document: FlowDocument,
  node: NodeId,
  asked: readonly InformationId[],
  spoken: readonly string[],
): Line[] {
  const free = FREE[document.language];
  const nameOf = (id: InformationId) => document.information[id]?.name ?? id;
  const question = (id: InformationId): Line => {
    const words = document.information[id]?.type === 'yes-no' ? free.whether : free.ask;
    return { by: 'assistant', text: words(nameOf(id)), node, isFree: true };
  };
  const lines = asked.flatMap((id, index): Line[] => [
    // The first question is the step's own.
    ...(index === 0 ? [] : [question(id)]),
    { by: 'caller', text: asSentence(spoken[index] ?? ''), node },
  ]);
  const agreed = spoken[asked.length];
  if (agreed === undefined) return lines;
  const values = asked
    .map((id, index) => `${nameOf(id)}: ${withoutEnd(spoken[index] ?? '')}`)
    .map((pair) => (document.language === 'fr' ? pair.replace(': ', ' : ') : pair))
    .join(', ');
  return [
    ...lines,
    { by: 'assistant', text: free.readBack(values), node, isFree: true },
    { by: 'caller', text: agreed, node },
  ];
}

export function informExchange(
  language: CallLanguage,
  node: NodeId,
  facts: readonly { readonly question: string; readonly answer: string }[],
  nothingMore: string,
): Line[] {
  return [
    ...facts.flatMap(({ question, answer }): Line[] => [
      { by: 'caller', text: asSentence(question), node },
      { by: 'assistant', text: answer, node },
      { by: 'assistant', text: FREE[language].more, node, isFree: true },
    ]),
    { by: 'caller', text: nothingMore, node },
  ];
}

function notUnderstood(language: CallLanguage, node: NodeId): Line[] {
  const nonsense = spokenReply({ type: 'babbles' }, language);
  return [
    { by: 'caller', text: nonsense, node },
    { by: 'assistant', text: FREE[language].again, node, isFree: true },
    { by: 'caller', text: nonsense, node },
  ];
}

function failsBy({ kind, data }: FlowNode, exit: ExitId): boolean {
  const rows = registry.get(kind)?.exits(data as never) ?? [];
  return rows.some((row) => row.id === exit && row.role === 'failure');
}

function valuesAt(
  document: FlowDocument,
  way: Way,
  place: number,
  { told }: Circumstances,
): Readonly<Record<InformationId, string>> {
  const { node, exit } = way.steps[place]!;
  const drawn = document.nodes[node]!;
  const data = drawn.data as AskedData;
  if (exit === undefined || failsBy(drawn, exit)) return {};
  const collected = registry.get(drawn.kind)?.collects(drawn.data as never, exit) ?? [];
  const asked = data.items?.map(({ information }) => information) ?? [];
  const values: Record<InformationId, string> = {};
  for (const id of new Set([...collected, ...asked])) values[id] = told(place, id).value;
  if (data.when && data.items === undefined) values[data.when] = slotIn(document.language);
  return values;
}

/** A capital letter at the beginning; addresses stay as they are. */
export function asSentence(text: string): string {
  if (text.includes('@')) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function withoutEnd(text: string): string {
  return text.replace(/[.!\s]+$/u, '');
}
