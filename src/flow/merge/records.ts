/** Records keyed by id, and what two people made of one drawing. Knows no step kind. Pure. */
import type { Json } from '../../lib/json.ts';
import type { FlowDocument, FlowNode, NodeId } from '../document.ts';
import type { DrawnKinds } from '../kind.ts';

export interface Edits {
  /** What both began with. */
  readonly base: FlowDocument;
  readonly mine: FlowDocument;
  readonly theirs: FlowDocument;
}

export function wasStep({ base, mine, theirs }: Edits, id: NodeId): boolean {
  return [base, mine, theirs].some(({ nodes }) => Object.hasOwn(nodes, id));
}

export function hasExit(kinds: DrawnKinds, { kind, data }: FlowNode, exit: string): boolean {
  try {
    return (
      kinds
        .get(kind)
        ?.exits(data)
        .some(({ id }) => id === exit) ?? true
    );
  } catch {
    return true; // nobody knows the ways out of data that cannot be read
  }
}

export function keysOf<Key extends string>(
  ...records: readonly { readonly [key in Key]?: unknown }[]
): Key[] {
  return [...new Set(records.flatMap((record) => Object.keys(record) as Key[]))];
}

export function own<Value>(record: { readonly [id: string]: Value }, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

export function json(value: unknown): Json {
  return value as Json;
}
