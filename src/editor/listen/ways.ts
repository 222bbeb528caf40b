/** The ways of a drawing as rows to choose from: named by what is chosen and decided on them, found by words. Pure. */
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import { exitsOf } from '../../flow/facts.ts';
import type { Registry } from '../../flow/kind.ts';
import { enumerateStraightWays, type Way } from '../../flow/paths.ts';
import type { KindNames } from '../../kinds/kind-words.ts';
import { foldedWords } from '../../lib/folded-words.ts';

export interface HearableWay {
  readonly id: string;
  readonly way: Way;
  /** What was chosen or decided, in order; empty where nothing is. */
  readonly choices: readonly string[];
  /** The step at which the call is over. */
  readonly last: string;
  /** At that step a person takes over. */
  readonly isTakenOver: boolean;
}

export interface HearableWays {
  readonly ways: readonly HearableWay[];
  /** There are more than are listed. */
  readonly isCut: boolean;
}

/** More are not listed: nobody reads them. */
const MOST = 600;

/** What is chosen speaks for itself; whatever else happens is told with the step where it does. */
export interface WayWords extends Pick<KindNames, 'step' | 'exit'> {
  at(step: string, exit: string): string;
}

/** Those that end a call, those on which little is decided first; a call that somebody takes over ends there. */
export function hearableWays(document: FlowDocument, kinds: Registry, names: WayWords): HearableWays {
  const { ways: all, truncated } = enumerateStraightWays(document, kinds, MOST);
  const found = new Map<string, HearableWay>();
  const add = (way: Way, isTakenOver: boolean) => {
    const id = idOf(way);
    if (!found.has(id)) found.set(id, rowOf(document, kinds, names, { id, way, isTakenOver }));
  };
  for (const way of all) {
    way.steps.forEach(({ node, exit }, place) => {
      if (exit === undefined || kinds.get(document.nodes[node]!.kind)?.family !== 'leave') return;
      add({ steps: [...way.steps.slice(0, place), { node }], end: 'end' }, true);
    });
    if (way.end === 'end') add(way, false);
  }
  const ways = [...found.values()].sort((one, other) => one.choices.length - other.choices.length);
  return { ways, isCut: truncated };
}

/** Every word begins one of the row's. */
export function matching(ways: readonly HearableWay[], query: string): HearableWay[] {
  const wanted = foldedWords(query).split(' ');
  return ways.filter(({ choices, last }) => {
    const words = foldedWords([...choices, last].join(' ')).split(' ');
    return wanted.every((word) => words.some((one) => one.startsWith(word)));
  });
}

function idOf({ steps }: Way): string {
  return steps.map(({ node, exit = '' }) => `${node} ${exit}`).join(' / ');
}

function rowOf(
  document: FlowDocument,
  kinds: Registry,
  names: WayWords,
  { id, way, isTakenOver }: Pick<HearableWay, 'id' | 'way' | 'isTakenOver'>,
): HearableWay {
  const choices = way.steps.flatMap(({ node: nodeId, exit: exitId }) => {
    const node = document.nodes[nodeId]!;
    const exits = exitsOf(node, kinds);
    const exit = exits.find((one) => one.id === exitId);
    // Going on is no choice.
    if (!exit || exits.length < 2 || exit.role === 'next') return [];
    const isChosen = exit.role === 'case' && kinds.get(node.kind)?.family === 'listen';
    return [isChosen ? names.exit(node, exit) : names.at(names.step(node), names.exit(node, exit))];
  });
  const last = document.nodes[way.steps.at(-1)!.node as NodeId]!;
  return { id, way, choices, last: names.step(last), isTakenOver };
}
