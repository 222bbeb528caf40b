/** The calls that are compared: a drawn way, how its caller behaves, and who answers where the call is passed on. */
import type { FlowDocument } from '../../../flow/document.ts';
import { enumerateWays, type Way } from '../../../flow/paths.ts';
import { registry } from '../../registry.ts';
import { type TransferData, waits } from '../../transfer/kind.ts';
import { onDuty } from '../../transfer/people.ts';
import { type Circumstances, circumstancesFor } from '../circumstances.ts';

export interface Journey {
  readonly way: Way;
  readonly circumstances: Circumstances;
  /** The call goes no further than this step of the way: the person of this number, E.164, answers there. */
  readonly answered?: { readonly place: number; readonly number: string };
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
    return circumstances ? [{ way, circumstances }] : [];
  });
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
export function answeredOn(document: FlowDocument, { way, circumstances }: Journey): Journey[] {
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
