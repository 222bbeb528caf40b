/**
 * The 52 pitfalls of compiling for Vapi, a row each: no compiled flow falls into it, and the row would notice if one did.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompileTarget } from '../flow/compile/target.ts';
import type { FlowDocument } from '../flow/document.ts';
import { templates } from '../templates/registry.ts';
import { compileFlow } from './registry.ts';
import { arbitraryFlow } from './testing/arbitrary-flow.ts';
import { defaultRows } from './testing/pitfalls/defaults.ts';
import { memberRows } from './testing/pitfalls/members.ts';
import { requestRows } from './testing/pitfalls/requests.ts';
import type { Compiled, Json, Row } from './testing/pitfalls/row.ts';
import { shapeRows } from './testing/pitfalls/shapes.ts';
import { textRows } from './testing/pitfalls/texts.ts';
import { richFlow } from './testing/rich-flow.ts';
import { RUNTIME } from './testing/runtime.ts';

const ROWS: readonly Row[] = [...shapeRows, ...memberRows, ...textRows, ...defaultRows, ...requestRows].sort(
  (a, b) => a.number - b.number,
);
const GENERATED = 150;
const SEED = Number(process.env.SEED ?? 20261123);
const TARGET: CompileTarget = {
  mode: 'publish',
  runtime: RUNTIME,
  server: { url: 'https://example.com/webhook' },
};

function compiled(document: FlowDocument): Compiled[] {
  const { payload, manifest } = compileFlow(document, TARGET);
  if (!payload) return [];
  const squad = payload.type === 'squad' ? payload.squad : { members: [{ assistant: payload.assistant }] };
  return [{ document, squad: squad as unknown as Json, manifest }];
}

const corpus: readonly Compiled[] = [
  ...(['fr', 'en'] as const).flatMap((language) => [
    ...templates.flatMap((template) => compiled(template.build(language, { name: 'Martin' }))),
    ...compiled(richFlow(language)),
  ]),
  ...fc.sample(arbitraryFlow(), { seed: SEED, numRuns: GENERATED }).flatMap(compiled),
];
const sample = compiled(richFlow('fr'))[0]!;

describe(`pitfalls (${corpus.length} compiled flows, seed ${SEED})`, () => {
  it('has a row for each of the 52, once', () => {
    expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 52 }, (_, index) => index + 1));
  });

  for (const row of ROWS)
    it(`${row.number}. ${row.name}`, async () => {
      if ('prove' in row) return row.prove();
      for (const one of corpus) expect(row.find(one), one.document.name).toEqual([]);
      const damaged = structuredClone(sample.squad);
      row.damage(damaged);
      expect(row.find({ ...sample, squad: damaged }), 'the row must find what it is for').not.toEqual([]);
    });
});
