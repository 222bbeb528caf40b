/**
 * What a kind says about one step, asked once: exits, sentences, information. An edit replaces a step object and never changes
 * it; so whoever remembers the facts of a step asks again only about what was edited (`wiring.ts`). Pure for its callers.
 */
import { type ExitId, type FlowNode, type InformationId, informationIn } from './document.ts';
import type { DrawnKind, DrawnKinds, Exit } from './kind.ts';
import type { Problem } from './problem.ts';
import { type Scan, scanText } from './scan.ts';

export interface Facts {
  readonly exits: readonly Exit[];
  readonly sentences: readonly { readonly field: string; readonly text: string }[];
  /** Where sentences name an information. */
  readonly chips: readonly Chip[];
  readonly uses: readonly InformationId[];
  /** What is obtained when the step is left, by exits, in their order; an exit that is missing here brings nothing. */
  readonly collects: readonly (readonly InformationId[])[];
  /** What is remarkable about the sentences, and their length in all. */
  readonly scans: readonly Scan[];
  readonly characters: number;
  /** What the kind's checks say; null until they have been asked (`check/kinds-own.ts`). */
  problems: OwnProblems | null;
}

export interface OwnProblems {
  /** Of checks that look at the step alone. */
  readonly alone: readonly Problem[];
  /** Of those that look around, and at what they looked. */
  readonly around: readonly Problem[];
  readonly surroundings: object | null;
}

export interface Chip {
  readonly information: InformationId;
  readonly field: string;
  readonly text: string;
}

const remembered = new WeakMap<object, { readonly kind: DrawnKind; readonly facts: Facts }>();
const NO_EXITS: readonly Exit[] = [];
const NO_SCANS: Scan[] = [];
const NO_CHIPS: Chip[] = [];
const NO_INFORMATION: readonly InformationId[] = [];
const NOTHING_COLLECTED: Facts['collects'] = [];

/** Undefined for a step of an unknown kind. */
export function factsOf(node: FlowNode, registry: DrawnKinds): Facts | undefined {
  const kind = registry.get(node.kind);
  if (!kind) return undefined;
  const known = remembered.get(node);
  // One step may be asked about by several registries in tests.
  if (known?.kind === kind) return known.facts;
  const facts = askFacts(kind, node);
  remembered.set(node, { kind, facts });
  return facts;
}

/** Asks the kind, without a look at what is remembered. */
export function askFacts(kind: DrawnKind, { data }: FlowNode): Facts {
  const exits = kind.exits(data);
  const sentences = kind.sentences(data);
  const uses = kind.uses(data);
  let scans: Scan[] = NO_SCANS;
  let chips: Chip[] = NO_CHIPS;
  let characters = 0;
  for (const { field, text } of sentences) {
    const scan = scanText(field, text);
    if (scan) scans = [...scans, scan];
    characters += text.length;
    if (text.includes('{{'))
      chips = [...chips, ...informationIn(text).map((information) => ({ information, field, text }))];
  }
  return {
    exits,
    sentences,
    scans,
    chips,
    characters,
    uses: uses.length === 0 ? NO_INFORMATION : uses,
    collects: askCollected(kind, data, exits),
    problems: null,
  };
}

/** Most steps collect nothing: they share one list, as a large drawing is made of many. */
function askCollected(kind: DrawnKind, data: FlowNode['data'], exits: readonly Exit[]): Facts['collects'] {
  const all = exits.map((exit) => kind.collects(data, exit.id));
  return all.every((one) => one.length === 0) ? NOTHING_COLLECTED : all;
}

/** What a step obtains when it is left by an exit. */
export function collectedBy(facts: Facts | undefined, exit: ExitId): readonly InformationId[] {
  const row = facts?.exits.findIndex((one) => one.id === exit) ?? -1;
  return facts?.collects[row] ?? NO_INFORMATION;
}

/** The rows of a step's card; none for an unknown kind. */
export function exitsOf(node: FlowNode, registry: DrawnKinds): readonly Exit[] {
  return factsOf(node, registry)?.exits ?? NO_EXITS;
}
