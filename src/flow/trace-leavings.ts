/**
 * Why the steps of a call were left, and by which way out: named by the call, told by what was said, by the calendar, or the only one
 * that leads on. Knows the way that the call took, no message. Pure and total.
 */
import type { AnytimeRule, ExitId, FlowEdge, NodeId } from './document.ts';
import type { Reason } from './kind.ts';
import { hasSilentDetour, type Terrain, takenBy } from './trace-ways.ts';

export type Confidence = 'known' | 'inferred';

export interface Leaving {
  /** Null when a rule valid at any time led away. */
  readonly exit: ExitId | null;
  readonly because: Reason;
  /**
   * `known` when the call itself named the way out, or when only one leads from one known step to the next: no other link, and none past
   * steps that show nothing.
   */
  readonly confidence: Confidence;
}

/** A step that a call was seen at, or has passed. `at` is milliseconds since the start of the call. */
export interface Sighting {
  readonly node: NodeId;
  readonly at: number | undefined;
  readonly confidence: Confidence;
  /** Set when a rule valid at any time led here. */
  readonly rule?: AnytimeRule;
  /** The progress tool named the step. */
  readonly reported?: true;
  /** The way out that led here, where the call named it. */
  readonly via?: { readonly from: NodeId; readonly exit: ExitId };
  /** The way out that what was said speaks for. */
  readonly spokenFor?: ExitId;
  /** How often the caller had spoken by then. */
  readonly turn: number;
}

/** What else is known of the call. */
export interface Seen {
  readonly terrain: Terrain;
  /** Milliseconds since the epoch, null when it is not known. */
  readonly now: number | null;
  /** Steps say themselves that they were come to. */
  readonly areReported: boolean;
}

/** For each sighting how its step was left; null where the call still is, and where nothing drawn leads on. */
export function leavingsOf(path: readonly Sighting[], seen: Seen): (Leaving | null)[] {
  return path.map((sighting, index) => {
    const next = path[index + 1];
    if (next?.rule)
      return {
        exit: null,
        because: { code: 'anytime-rule', params: { rule: next.rule } },
        confidence: next.confidence,
      };
    return next ? leaving(sighting, next, seen) : null;
  });
}

function leaving(sighting: Sighting, next: Sighting, seen: Seen): Leaving | null {
  const leading = seen.terrain.graph.out(sighting.node).filter((edge) => edge.to === next.node);
  const named =
    next.via?.from === sighting.node ? leading.find(({ exit }) => exit === next.via?.exit) : undefined;
  const edge = named ?? likeliest(sighting, leading, seen);
  const because = edge && reasonOf(seen.terrain, edge);
  if (!edge || !because) return null;
  const isSure =
    (named !== undefined || (leading.length === 1 && !mayHavePassed(sighting.node, next.node, seen))) &&
    sighting.confidence === 'known' &&
    next.confidence === 'known';
  return { exit: edge.exit, because, confidence: isSure ? 'known' : 'inferred' };
}

/** Silent steps that lead there too, where none of them is reported. */
function mayHavePassed(from: NodeId, to: NodeId, { terrain, now, areReported }: Seen): boolean {
  return !areReported && hasSilentDetour(terrain, from, to, now);
}

/** Where several ways out lead to the same step what was said may tell which it was, or the calendar. */
function likeliest(
  { node, spokenFor }: Sighting,
  leading: readonly FlowEdge[],
  { terrain, now }: Seen,
): FlowEdge | undefined {
  const spoken = leading.find(({ exit }) => exit === spokenFor);
  if (spoken || leading.length < 2 || now === null) return spoken ?? leading[0];
  const open = takenBy(terrain, node, now);
  return leading.find((edge) => open.includes(edge)) ?? leading[0];
}

/** Why a step was left by an edge. */
function reasonOf({ document, registry }: Terrain, edge: FlowEdge): Reason | undefined {
  const node = document.nodes[edge.from];
  const kind = node && registry.get(node.kind);
  const exit = kind?.exits(node!.data).find((candidate) => candidate.id === edge.exit);
  if (!kind || !exit) return undefined;
  return { code: exit.because, params: exit.label ? { choice: exit.label } : {} };
}
