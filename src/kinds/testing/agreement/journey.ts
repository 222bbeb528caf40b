/** The calls that are compared: a drawn way, how its caller behaves, and who answers where the call is passed on. */

import { listensAt } from '../../../callers/caller.ts';
import { type Circumstances, circumstancesFor } from '../../../callers/circumstances.ts';
import { NONSENSE } from '../../../callers/replies.ts';
import { anytimePhrases, anytimeTarget, enabledRules } from '../../../flow/anytime/anytime.ts';
import type { AnytimeRule, FlowDocument, NodeId } from '../../../flow/document.ts';
import { enumerateWays, type Way } from '../../../flow/paths.ts';
import { registry } from '../../registry.ts';
import { onDuty } from '../../transfer/duty.ts';
import { type TransferData, waits } from '../../transfer/kind.ts';

/** A rule of the lane, for once, before anything else is said at a step of the way. */
export interface Interruption {
  readonly place: number;
  readonly rule: AnytimeRule;
  /** What the caller says. */
  readonly lines: readonly string[];
  /** Whether the rule leads elsewhere: the way is not taken up again. */
  readonly leaves: boolean;
}

export interface Journey {
  readonly way: Way;
  readonly circumstances: Circumstances;
  readonly interruption?: Interruption;
  /** The call goes no further than this step of the way: the person of this number, E.164, answers there. */
  readonly answered?: { readonly place: number; readonly number: string };
}

/** The part of its way that a call goes. */
export function goneWay({ way, answered, interruption }: Journey): Way {
  const last = answered?.place ?? (interruption?.leaves ? interruption.place : way.steps.length - 1);
  return { ...way, steps: way.steps.slice(0, last + 1) };
}

/** More ways than this are enumerated of no drawing. */
const MOST_WAYS = 400;

/**
 * Ways of a drawing with their callers: all of them, or, of more than `most`, as many as leave every step by every exit and
 * others up to that number. The callers differ in what they tell, and every other one leaves out what is optional.
 */
export function journeysOf(document: FlowDocument, most = Number.POSITIVE_INFINITY): Journey[] {
  const { ways } = enumerateWays(document, registry, MOST_WAYS);
  return chosenAmong(ways, most).flatMap((way, index): Journey[] => {
    const circumstances = circumstancesFor(document, way, { variety: index, waves: index % 2 === 1 });
    return circumstances ? [notUnderstood(document, { way, circumstances })] : [];
  });
}

/** A caller who talks nonsense comes to where the lane leads before the patience of a step is at its end. */
function notUnderstood(document: FlowDocument, journey: Journey): Journey {
  const rule = 'unclear';
  if (anytimeTarget(document, registry, rule) === null) return journey;
  for (const [place, { node, exit }] of journey.way.steps.entries()) {
    const { kind, data } = document.nodes[node]!;
    const row = registry
      .get(kind)!
      .exits(data)
      .find(({ id }) => id === exit);
    const lines = row?.role === 'failure' ? linesFor(document, rule, node, 0) : null;
    if (lines) return { ...journey, interruption: { place, rule, lines, leaves: true } };
  }
  return journey;
}

function chosenAmong(ways: readonly Way[], most: number): readonly Way[] {
  if (ways.length <= most) return ways;
  const seen = new Set<string>();
  const isNew = (way: Way) => {
    const exits = way.steps.map(({ node, exit }) => `${node} ${exit}`);
    const found = exits.some((exit) => !seen.has(exit));
    for (const exit of exits) seen.add(exit);
    return found;
  };
  const covering = ways.filter(isNew);
  const others = ways.filter((way) => !covering.includes(way));
  const step = Math.max(1, Math.floor(others.length / Math.max(1, most - covering.length)));
  return [...covering, ...others.filter((_, index) => index % step === 0)].slice(0, most);
}

/** The same call by telephone, where somebody answers the first time that it is passed on: once for everybody who may. */
export function answeredOn(document: FlowDocument, journey: Journey): Journey[] {
  const { circumstances } = journey;
  const way = goneWay(journey);
  for (const [place, { node: id, exit }] of way.steps.entries()) {
    const { kind, data } = document.nodes[id]!;
    if (registry.get(kind)!.family !== 'leave' || exit === undefined) continue;
    const { people } = data as TransferData;
    const numbers = onDuty(people, document, circumstances.now).map(({ number }) => number);
    // Without waiting the call is gone with the first; further on it comes only by telephone lines that can wait.
    const answering = waits(data as TransferData) ? numbers : numbers.slice(0, 1);
    if (answering.length > 0)
      return answering.map((number) => ({ way, circumstances, answered: { place, number } }));
  }
  return [];
}

/**
 * The same call, interrupted once, where it is not anyway. Which rule, by which of its phrases, and at which step goes round with `turn`; nothing where
 * no rule is on, or nobody is listened to.
 */
export function interruptedOn(
  document: FlowDocument,
  { way, circumstances, interruption }: Journey,
  turn: number,
): Journey[] {
  if (interruption) return [];
  const places = way.steps.flatMap(({ node }, place) => (listensAt(document, node) ? [place] : []));
  const place = places[turn % Math.max(1, places.length)];
  if (place === undefined) return [];
  const rules = enabledRules(document).flatMap(({ rule }) => {
    const lines = linesFor(document, rule, way.steps[place]!.node, turn);
    return lines ? [{ rule, lines }] : [];
  });
  const chosen = rules[Math.floor(turn / Math.max(1, places.length)) % Math.max(1, rules.length)];
  if (!chosen) return [];
  const leaves = anytimeTarget(document, registry, chosen.rule) !== null;
  return [{ way, circumstances, interruption: { place, ...chosen, leaves } }];
}

/** After so many answers that are not understood the rule for it applies. */
const MISUNDERSTOOD = 2;

/** What makes a rule apply at a step; null when nothing that is said does. */
function linesFor(document: FlowDocument, rule: AnytimeRule, node: NodeId, turn: number) {
  if (rule === 'silence') return null;
  if (rule !== 'unclear') {
    const phrases = anytimePhrases(document, rule);
    return [phrases[turn % phrases.length]!];
  }
  const { choices, retries = 0 } = document.nodes[node]!.data as { choices?: unknown; retries?: number };
  if (!choices || retries < MISUNDERSTOOD) return null;
  return Array.from({ length: MISUNDERSTOOD }, () => NONSENSE[document.language]);
}
