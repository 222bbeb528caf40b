/** Pressing the suggestion of a way out leads there: every way out of every step that waits for words, played by the sandbox. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { buildGraph } from '../flow/graph.ts';
import { isListening } from '../flow/kind.ts';
import type { Trace } from '../flow/trace.ts';
import { registry } from '../kinds/registry.ts';
import { everyKind } from '../kinds/testing/every-kind.ts';
import { talk } from '../kinds/testing/talk.ts';
import { templates } from '../templates/registry.ts';
import { certainFailure, TUESDAY_NOON } from './circumstances.ts';
import { HELLO } from './replies.ts';
import { pretendedAhead, pretendedWays, samplesBefore, suggestionsAt } from './suggestions.ts';

type Caller = Parameters<typeof talk>[1];

const drawings = (['fr', 'en'] as const).flatMap((language) => [
  ...templates.map(({ id, build }) => ({
    name: `${id} in ${language}`,
    document: build(language, { name: 'X' }),
  })),
  { name: `every kind in ${language}`, document: everyKind(language) },
]);

/** Presses whatever is suggested for the way out until the step is left; begins with a word where nothing is asked. */
function pressing(document: FlowDocument, node: NodeId, exit: string, seen: string[]): Caller {
  const saidHere: string[] = [];
  return (trace, turns) => {
    const place = trace.visits.findIndex((visit) => visit.node === node);
    if (place < 0) return seen.length === 0 ? say(HELLO[document.language]) : null;
    if (place < trace.visits.length - 1 || seen.length > 12) return null;
    const offered = suggestionsAt(document, {
      current: node,
      saidHere,
      heard: turns.at(-1)?.join(' ') ?? '',
      information: trace.information,
      now: TUESDAY_NOON,
    });
    const words = offered.find((one) => one.exit === exit)?.words;
    if (words === undefined) return null;
    saidHere.push(words);
    return say(words);
  };
  function say(words: string): string {
    seen.push(words);
    return words;
  }
}

async function leavingOf(document: FlowDocument, node: NodeId, exit: string, seen: string[]) {
  const pretence = { from: node, known: samplesBefore(document, node, TUESDAY_NOON), now: TUESDAY_NOON };
  const { trace } = await talk(document, pressing(document, node, exit, seen), {
    now: () => TUESDAY_NOON,
    pretence,
  });
  return leftTo(trace, node);
}

/** Where a step was left to, and by which way out where that is known: several may lead to the same step. */
function leftTo({ visits, leavings }: Trace, node: NodeId) {
  const place = visits.findIndex((visit) => visit.node === node);
  const leaving = leavings[place];
  return { to: visits[place + 1]?.node, exit: leaving?.confidence === 'known' ? leaving.exit : undefined };
}

describe.each(drawings)('$name', ({ document }) => {
  const graph = buildGraph(document, registry);
  const listening = [...graph.reachable].filter(
    (id) => isListening(registry.get(document.nodes[id]!.kind)) && certainFailure(document, id) === null,
  );

  it('every way out of a step that listens is forced by what is suggested for it', async () => {
    expect(listening.length).toBeGreaterThan(0);
    for (const id of listening)
      for (const { id: exit } of registry.get(document.nodes[id]!.kind)!.exits(document.nodes[id]!.data)) {
        const to = graph.next(id, exit)?.to;
        if (to === undefined) continue;
        const seen: string[] = [];
        const leaving = await leavingOf(document, id, exit, seen);
        const offered = suggestionsAt(document, {
          current: id,
          saidHere: [],
          heard: '',
          information: {},
          now: TUESDAY_NOON,
        });
        // Who may leave everything out can refuse nothing.
        if (!offered.some((one) => one.exit === exit)) {
          expect(exit, id).toBe('would-not-say');
          continue;
        }
        expect([id, exit, seen, leaving]).toEqual([id, exit, seen, { to, exit: leaving.exit && exit }]);
      }
  });

  it('what no words lead to can be pretended, and leads there', async () => {
    let played = 0;
    for (const id of graph.reachable) {
      const { kind, data } = document.nodes[id]!;
      for (const { exit, now = TUESDAY_NOON } of pretendedWays(document, id, TUESDAY_NOON)) {
        const row = registry
          .get(kind)!
          .exits(data)
          .find((one) => one.id === exit);
        // Our own endpoint is told to find nothing free; there is none here (`rehearsals.db.test.ts`).
        if (row?.because === 'nothing-free') continue;
        const to = graph.next(id, exit)?.to;
        if (to === undefined) continue;
        const { trace } = await talk(document, sayingHello(document, id), {
          now: () => TUESDAY_NOON,
          pretence: { from: id, now, outcomes: { [id]: exit } },
        });
        const leaving = leftTo(trace, id);
        expect([id, exit, leaving]).toEqual([id, exit, { to, exit: leaving.exit && exit }]);
        played += 1;
      }
    }
    expect(played).toBeGreaterThan(0);
  });
});

function sayingHello(document: FlowDocument, node: NodeId): Caller {
  let isGreeted = false;
  return ({ visits }) => {
    if (isGreeted || visits.some((visit) => visit.node === node)) return null;
    isGreeted = true;
    return HELLO[document.language];
  };
}

describe('what is pretended ahead', () => {
  const document = everyKind('en');
  const at = (title: string) => Object.values(document.nodes).find((node) => node.title === title)!.id;

  it('goes up to the next step that waits for words', () => {
    const ahead = pretendedAhead(document, at('Details'), TUESDAY_NOON);
    expect(ahead.length).toBeGreaterThan(0);
    const wish = pretendedAhead(document, at('Answer'), TUESDAY_NOON);
    // Between the greeting and the first question nothing can fail.
    expect(wish).toEqual([]);
  });

  it('is nothing where no call is', () => {
    expect(pretendedAhead(document, null, TUESDAY_NOON)).toEqual([]);
    expect(pretendedAhead(document, 'gone', TUESDAY_NOON)).toEqual([]);
    expect(
      suggestionsAt(document, { current: 'gone', saidHere: [], heard: '', information: {}, now: 0 }),
    ).toEqual([]);
  });
});
