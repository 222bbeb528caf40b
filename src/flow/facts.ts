/**
 * What a kind says about one step, asked once: exits, sentences, information. Remembered by the step's data object, which an
 * edit replaces and never changes; so an analysis after an edit asks only about what was edited. Pure for its callers.
 */
import { type ExitId, type FlowNode, type InformationId, informationIn } from './document.ts';
import type { AnyKind, Exit, Registry } from './kind.ts';
import { type Scan, scanText } from './scan.ts';

export interface Facts {
  readonly exits: readonly Exit[];
  readonly sentences: readonly {
    readonly field: string;
    readonly text: string;
    readonly chips: readonly InformationId[];
  }[];
  readonly uses: readonly InformationId[];
  readonly collects: ReadonlyMap<ExitId, readonly InformationId[]>;
  /** What is remarkable about the sentences, and their length in all. */
  readonly scans: readonly Scan[];
  readonly characters: number;
}

const remembered = new WeakMap<object, { readonly kind: AnyKind; readonly facts: Facts }>();
const NO_EXITS: readonly Exit[] = [];

/** Undefined for a step of an unknown kind. */
export function factsOf(node: FlowNode, registry: Registry): Facts | undefined {
  const kind = registry.get(node.kind);
  if (!kind) return undefined;
  const known = remembered.get(node.data);
  // One data object may be asked about by several registries in tests.
  if (known?.kind === kind) return known.facts;
  const exits = kind.exits(node.data);
  const sentences = kind
    .sentences(node.data)
    .map(({ field, text }) => ({ field, text, chips: text.includes('{{') ? informationIn(text) : [] }));
  const facts: Facts = {
    exits,
    sentences,
    scans: sentences.map(({ field, text }) => scanText(field, text)).filter((scan) => scan !== null),
    characters: sentences.reduce((sum, { text }) => sum + text.length, 0),
    uses: kind.uses(node.data),
    collects: new Map(exits.map((exit) => [exit.id, kind.collects(node.data, exit.id)])),
  };
  remembered.set(node.data, { kind, facts });
  return facts;
}

/** The rows of a step's card; none for an unknown kind. */
export function exitsOf(node: FlowNode, registry: Registry): readonly Exit[] {
  return factsOf(node, registry)?.exits ?? NO_EXITS;
}
