/** Coverage of drawings with and without circles, against ways that are walked one by one. `RUNS=…` for more of them. */
import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { countWays } from './count-ways.ts';
import { coverageOf, type Taken, untriedWays } from './coverage.ts';
import { emptyDocument, type FlowDocument, type NodeId } from './document.ts';
import { buildGraph } from './graph.ts';
import { createRegistry, defineKind } from './kind.ts';
import { enumerateStraightWays } from './paths.ts';

const RUNS = Number(process.env.RUNS ?? 1000);

/** A step with as many rows as it is told; enough of a kind to draw with. */
const dataOf = z.strictObject({ rows: z.number().int() });
const rowsKind = <Id extends string>(id: Id, entry: boolean) =>
  defineKind<Id, z.infer<typeof dataOf>>({
    id,
    family: entry ? 'begin' : 'decide',
    ...(entry ? { entry } : {}),
    schema: dataOf,
    create: () => ({ rows: 1 }),
    exits: ({ rows }) =>
      Array.from({ length: rows }, (_, row) => ({ id: `row${row}`, role: 'case', because: 'caller-chose' })),
    sentences: () => [],
    collects: () => [],
    uses: () => [],
    checks: [],
    lower: () => {
      throw new Error('Nothing is compiled here.');
    },
    simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
    examples: {},
  });
const registry = createRegistry([rowsKind('begin', true), rowsKind('fork', false)]);

/** `links[step]`: where the rows of that step lead, by number; null leads nowhere. The first step begins the call. */
function drawing(links: readonly (readonly (number | null)[])[]): FlowDocument {
  const nodes: Record<string, unknown> = {};
  const edges: Record<string, unknown> = {};
  for (const [step, rows] of links.entries()) {
    const id = `n${step}`;
    const kind = step === 0 ? 'begin' : 'fork';
    nodes[id] = { id, kind, position: { x: 0, y: 0 }, data: { rows: rows.length } };
    for (const [row, to] of rows.entries())
      if (to !== null)
        edges[`${id}-${row}`] = { id: `${id}-${row}`, from: id, exit: `row${row}`, to: `n${to}` };
  }
  return { ...emptyDocument('X', 'en'), nodes, edges } as FlowDocument;
}

const anyDrawing = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: 1, max: Math.max(1, size - 1) }) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
        { maxLength: 3 },
      ),
      { minLength: size, maxLength: size },
    ),
  )
  .map((links) =>
    drawing(links.map((rows) => rows.map((to) => (to !== null && to >= links.length ? null : to)))),
  );

const taken = (...steps: string[]): Taken[] =>
  steps.map((step) => {
    const [node, exit] = step.split('.');
    return { node: node as NodeId, ...(exit === undefined ? {} : { exit: `row${exit}` }) };
  });

describe('how many ways there are', () => {
  it(`is as many as can be walked, on ${RUNS} drawings`, () => {
    let agreed = 0;
    fc.assert(
      fc.property(anyDrawing, (document) => {
        const { ways, truncated } = enumerateStraightWays(document, registry, 100_000);
        fc.pre(!truncated);
        expect(countWays(document, registry)).toBe(BigInt(ways.length));
        agreed += 1;
      }),
      { numRuns: RUNS },
    );
    writeSync(1, `drawings whose ways are counted as enumerated: ${agreed} / ${RUNS}\n`);
  });

  it('is worked out where nobody could walk them', () => {
    // Two ways at each of a hundred steps.
    const links = Array.from({ length: 101 }, (_, step) => (step === 100 ? [] : [step + 1, step + 1]));
    expect(countWays(drawing(links), registry)).toBe(2n ** 100n);
  });

  it('is not said where circles are too tangled', () => {
    const everywhere = Array.from({ length: 30 }, (_, step) => step).slice(1);
    expect(countWays(drawing(Array.from({ length: 30 }, () => everywhere)), registry)).toBeNull();
  });

  it('is none without a beginning', () => {
    expect(countWays(emptyDocument('X', 'en'), registry)).toBe(0n);
  });
});

describe('what calls have tried', () => {
  // A question that is put again (row 1 of n1), then two ways out.
  const asking = drawing([[1], [2, 1, 3], [], []]);

  it('is nothing before the first call', () => {
    expect(coverageOf(asking, registry, [])).toEqual({
      ways: { tried: 0, all: 3n },
      exits: { tried: 0, all: 4 },
      untried: ['n0-0', 'n1-0', 'n1-1', 'n1-2'],
    });
  });

  it('counts the way round and the way on of one call', () => {
    const { ways, exits, untried } = coverageOf(asking, registry, [taken('n0.0', 'n1.1', 'n1.0', 'n2')]);
    expect([ways.tried, exits.tried, untried]).toEqual([2, 3, ['n1-2']]);
  });

  it('counts no way of a call that broke off, but its ways out', () => {
    const { ways, exits } = coverageOf(asking, registry, [taken('n0.0', 'n1')]);
    expect([ways.tried, exits.tried]).toEqual([0, 1]);
  });

  it('knows no whole way behind a jump, or a way out that was removed', () => {
    const { ways, exits } = coverageOf(asking, registry, [taken('n0.0', 'n3'), taken('n0.0', 'n1.9', 'n2')]);
    expect([ways.tried, exits.tried]).toEqual([0, 1]);
  });

  it(`is everything when every way was gone, on ${RUNS} drawings`, () => {
    fc.assert(
      fc.property(anyDrawing, (document) => {
        const { ways, truncated } = enumerateStraightWays(document, registry, 2_000);
        fc.pre(!truncated);
        const coverage = coverageOf(
          document,
          registry,
          ways.map(({ steps }) => steps),
        );
        expect(coverage.ways).toEqual({ tried: ways.length, all: BigInt(ways.length) });
        expect(coverage.exits.tried).toBe(coverage.exits.all);
        expect(coverage.untried).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the ways that are left', () => {
  it(`try every way out, each way something new, on ${RUNS} drawings with a random call before`, () => {
    fc.assert(
      fc.property(anyDrawing, fc.infiniteStream(fc.nat()), (document, dice) => {
        const call = randomCall(document, dice);
        const limit = 2_000;
        const before = coverageOf(document, registry, [call]);
        fc.pre(before.ways.all !== null && before.ways.all < BigInt(limit));
        const left = untriedWays(document, registry, [call], limit).map(({ steps }) => steps);
        const after = coverageOf(document, registry, [call, ...left]);
        expect(after.untried).toEqual([]);
        expect(BigInt(after.ways.tried)).toBe(after.ways.all);
        expect(before.ways.tried + left.length).toBe(after.ways.tried);
      }),
      { numRuns: RUNS },
    );
  });

  it('are few where few try every way out', () => {
    const links = Array.from({ length: 21 }, (_, step) => (step === 20 ? [] : [step + 1, step + 1]));
    const wide = drawing(links);
    const ways = untriedWays(wide, registry, [], 2);
    expect(
      coverageOf(
        wide,
        registry,
        ways.map(({ steps }) => steps),
      ).untried,
    ).toEqual([]);
  });
});

/** A caller who chooses at random and rings off after twenty steps. */
function randomCall(document: FlowDocument, dice: Iterable<number>): Taken[] {
  const graph = buildGraph(document, registry);
  const call: Taken[] = [];
  let node = graph.entry;
  for (const roll of dice) {
    const exits = node === null ? [] : (graph.facts(node)?.exits ?? []);
    if (node === null || call.length > 20) return call;
    if (exits.length === 0) return [...call, { node }];
    const exit = exits[roll % exits.length]!.id;
    call.push({ node, exit });
    node = graph.next(node, exit)?.to ?? null;
  }
  return call;
}
