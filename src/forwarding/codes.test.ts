/** The forwarding codes: each row has its source and its date, and what is dialled is what the source says. */
import { describe, expect, it } from 'vitest';
import {
  codesOf,
  dialLink,
  dialledFrom,
  FORWARDING_LINES,
  FORWARDING_MODES,
  FORWARDING_ROWS,
  modesOf,
  OPERATORS,
  operatorsOf,
  type Wish,
} from './codes.ts';

const wish = (part: Partial<Wish>): Wish => ({
  operator: 'orange',
  line: 'mobile',
  mode: 'always',
  seconds: null,
  from: '+33612345678',
  to: '+33142685300',
  ...part,
});

describe('forwarding codes', () => {
  it.each(FORWARDING_ROWS)('$line $mode: a source that can be opened, read on a day that has been', (row) => {
    expect(URL.canParse(row.source.url)).toBe(true);
    expect(Date.parse(row.source.read)).toBeLessThanOrEqual(Date.now());
    expect(row.service === null).toBe(row.certainty === 'unknown');
  });

  it('no two rows speak of the same line', () => {
    const seen = FORWARDING_ROWS.flatMap(({ operators, line, mode }) =>
      operators.map((operator) => `${operator} ${line} ${mode}`),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  // 3GPP TS 22.030, annex B and 6.5.2: registration **SC*DN*BS*T#, erasure ##SC#, interrogation *#SC#.
  it.each([
    ['always', null, '**21*+33142685300#', '##21#', '*#21#'],
    ['no-answer', 15, '**61*+33142685300*11*15#', '##61#', '*#61#'],
    ['busy', null, '**67*+33142685300#', '##67#', '*#67#'],
    ['unreachable', null, '**62*+33142685300#', '##62#', '*#62#'],
    ['unavailable', 20, '**004*+33142685300*11*20#', '##004#', '*#61#'],
  ] as const)('a mobile line, %s', (mode, seconds, on, off, ask) => {
    for (const { id: operator } of OPERATORS)
      expect(codesOf(wish({ operator, mode, seconds }))).toMatchObject({
        on,
        off,
        ask,
        allOff: '##002#',
        certainty: 'standard',
      });
  });

  it('a fixed line of an operator that says so itself', () => {
    const fixed = wish({ operator: 'swisscom', line: 'fixed', from: '+41441234567', to: '+41791234567' });
    expect(codesOf(fixed)).toMatchObject({
      on: '*21*0791234567#',
      off: '#21#',
      ask: '*#21#',
      certainty: 'operator',
    });
  });

  it('a fixed line of an operator that must be asked: the usual code, and none where there is no usual one', () => {
    const fixed = { line: 'fixed', from: '+33142685300', to: '+14155550100' } as const;
    expect(codesOf(wish({ ...fixed, operator: 'sfr' }))).toMatchObject({
      on: '*21*0014155550100#',
      certainty: 'usual',
    });
    expect(codesOf(wish({ ...fixed, mode: 'busy' }))).toMatchObject({ on: null, certainty: 'unknown' });
    expect(codesOf(wish({ ...fixed, mode: 'unreachable' }))).toBeNull();
  });

  it('offers what exists, for every operator and line', () => {
    for (const { id } of OPERATORS)
      for (const line of FORWARDING_LINES)
        for (const mode of FORWARDING_MODES)
          expect(modesOf(id, line).includes(mode)).toBe(codesOf(wish({ operator: id, line, mode })) !== null);
    expect(modesOf('free', 'mobile')).toEqual(FORWARDING_MODES);
    expect(modesOf('free', 'fixed')).toEqual(['always', 'no-answer', 'busy']);
  });

  it('the operators of the country, and the others', () => {
    expect(operatorsOf('+33612345678')).toEqual(['orange', 'sfr', 'bouygues', 'free', 'other']);
    expect(operatorsOf('+41441234567')).toEqual(['swisscom', 'other']);
    expect(operatorsOf('+14155550100')).toEqual(['other']);
  });

  it.each([
    ['+33142685300', '+33186261234', '0186261234'],
    ['+33142685300', '+14155550100', '0014155550100'],
    ['+14155550100', '+12125550100', '12125550100'],
  ])('from %s one dials %s as %s', (from, to, dialled) => {
    expect(dialledFrom(from, to)).toBe(dialled);
  });

  it('opens the keypad of a telephone', () => {
    expect(dialLink('**21*+33142685300#')).toBe('tel:**21*+33142685300%23');
  });
});
