/** A rule is a rule: what the drawing computes and what the code tool at Vapi computes are the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type InformationId } from '../../flow/document.ts';
import { compare, decideCase, decisionCode } from './judge.ts';
import { type DecisionCase, OPERATORS, type Operator } from './rule.ts';

const seed = Number(process.env.SEED ?? 20261123);

describe('comparisons', () => {
  it.each<[string, Operator, string, boolean]>([
    ['9', 'more-than', '8', true],
    ['8', 'more-than', '8', false],
    ['neuf', 'more-than', '8', false],
    ['12,5', 'less-than', '12.6', true],
    ['Oui', 'is', 'oui', true],
    ['Été', 'is', 'ete', true],
    ['8 personnes', 'is', '8', true],
    ['', 'is', '', false],
    ['', 'is-not', 'x', true],
    ['une fuite d’eau', 'contains', 'Fuite', true],
    ['abc', 'contains', '', false],
    ['2026-12-01', 'before', '2026-12-24', true],
    ['18:30', 'after', '18:00', true],
    ['', 'given', '', false],
    ['x', 'given', '', true],
  ])('«%s» %s «%s» is %s', (value, operator, expected, result) => {
    expect(compare(value, operator, expected)).toBe(result);
  });
});

it(`the code tool decides as the drawing does (seed ${seed})`, () => {
  const text = fc.oneof(
    fc.constantFrom('8', '9', '-3,5', 'oui', 'Été', '', '2026-12-01', '18:00', 'a "quoted\\ value`'),
    fc.string({ maxLength: 12 }),
  );
  const rule = fc.record({
    type: fc.constant('compare' as const),
    information: fc.constantFrom('a', 'b'),
    operator: fc.constantFrom(...OPERATORS),
    value: text,
  });
  const cases = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('x', 'y', 'z'),
      name: fc.constant(''),
      match: fc.constantFrom('all' as const, 'any' as const),
      rules: fc.array(rule, { maxLength: 3 }),
    }),
    { selector: (row) => row.id, minLength: 1 },
  );
  fc.assert(
    fc.property(cases, fc.option(text), fc.option(text), (rows: DecisionCase[], a, b) => {
      const information = { ...(a === null ? {} : { a }), ...(b === null ? {} : { b }) } as Record<
        InformationId,
        string
      >;
      const run = new Function(
        'args',
        decisionCode(rows, () => 'null'),
      ) as (args: unknown) => { outcome: string };
      expect(run(information).outcome).toBe(
        decideCase(rows, emptyDocument('', 'en'), { now: 0, information }),
      );
    }),
    { seed, numRuns: 3000 },
  );
});
