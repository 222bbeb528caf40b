/** Ten thousand damaged and random files: never thrown, no prototype changed, and what is drawn reads without loss. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkFlow, readFlow } from '../kinds/registry.ts';
import { importFlow } from './import.ts';
import { IMPORT_CODES } from './problems.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const samples = readdirSync(FIXTURES).flatMap((shape) =>
  readdirSync(join(FIXTURES, shape)).map(
    (name) => JSON.parse(readFileSync(join(FIXTURES, shape, name), 'utf8')) as unknown,
  ),
);
const RUNS = 10_000;
const seed = Number(process.env.SEED ?? 20261123);

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '{{x}}',
    '{{',
    '}}',
    '{% if a == 1 %}true{% endif %}',
    '{{ age >= 18 and tier == "VIP" }}',
    '?',
    'constructor',
    'toString',
    'name',
    'say',
    'hangup',
    'conversation',
    'The caller wants a human',
    'n1',
    '\u0000',
    '…'.repeat(300),
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'nodes',
        'edges',
        'name',
        'id',
        'type',
        'from',
        'to',
        'condition',
        'prompt',
        'members',
        'groups',
        'blocks',
        'items',
        'model',
        'tools',
        'messages',
        'assistant',
        'content',
        'options',
        'format',
        'information',
        'anytime',
      ),
      tie('value'),
      { maxKeys: 6 },
    ),
  ),
})).value;

/** Every place of a JSON value. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => placesOf(item, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))
      : [];
  return [path, ...inside];
}
const allPlaces = samples.map((sample) => placesOf(sample));

function changed(
  value: unknown,
  path: readonly (string | number)[],
  by: { readonly kind: number; readonly value: unknown },
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by.value;
  if (Array.isArray(value)) {
    const at = key as number;
    if (rest.length === 0 && by.kind === 0) return value.filter((_, index) => index !== at);
    if (rest.length === 0 && by.kind === 1) return [...value, value[at]];
    return value.map((item, index) => (index === at ? changed(item, rest, by) : item));
  }
  const record = value as Record<string, unknown>;
  if (rest.length === 0 && by.kind === 0)
    return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
  return { ...record, [key]: changed(record[key], rest, by) };
}

const mutated = fc
  .record({
    sample: fc.nat(samples.length - 1),
    changes: fc.array(fc.record({ place: fc.nat(), kind: fc.nat(3), value: anything }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ sample, changes }) => {
    let value = samples[sample];
    const places = allPlaces[sample]!;
    for (const change of changes) {
      const path = places[change.place % places.length]!;
      // A place that an earlier change took away is passed over.
      try {
        value = changed(value, path, change);
      } catch {}
    }
    return JSON.stringify(value) ?? 'null';
  });
const text = fc.oneof(
  { weight: 7, arbitrary: mutated },
  { weight: 2, arbitrary: anything.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

it(`${RUNS} files (seed ${seed})`, { timeout: 240_000 }, () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  const codes = new Set<string>(IMPORT_CODES);
  let drawn = 0;
  fc.assert(
    fc.property(text, (file) => {
      const { document, problems } = importFlow(file);
      for (const problem of problems)
        if (problem.code.startsWith('import/')) expect(codes.has(problem.code)).toBe(true);
      if (document === null) {
        expect(problems.some((problem) => problem.severity === 'error')).toBe(true);
        return;
      }
      drawn += 1;
      const nodes = Object.keys(document.nodes);
      expect(nodes).toEqual(nodes.map((_, index) => `n${index + 1}`));
      expect(readFlow(JSON.parse(JSON.stringify(document))).problems).toEqual([]);
      const found = checkFlow(document)
        .filter((problem) => problem.severity === 'error')
        .map((problem) => problem.code);
      // A circle of requests alone is the file's own: it is kept and reported, so it is not among these.
      const ours = ['unwired-exit', 'unknown-information', 'no-answer'];
      expect(found.filter((code) => ours.includes(code))).toEqual([]);
    }),
    { numRuns: RUNS, seed },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(drawn).toBeGreaterThan(RUNS / 3);
});
