/** Toll fraud: whatever number stands in a drawing, only ordinary lines of enabled countries are compiled. */
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../src/flow/document.ts';
import { compileFlow } from '../../../src/kinds/registry.ts';
import { everyKind } from '../../../src/kinds/testing/every-kind.ts';
import { dialRefusal } from './dialling.ts';

const FRANCE_AND_BRITAIN = new Set(['FR', 'GB']);

describe('dialRefusal', () => {
  it.each([
    ['an office in Paris', '+33142685300', null],
    ['a French mobile', '+33612345678', null],
    ['a French line over the internet', '+33972123456', null],
    ['a free French number', '+33805123456', null],
    ['an office in London', '+442079460018', null],
    ['a French premium number', '+33899123456', 'special'],
    ['a French number at shared cost', '+33825123456', 'special'],
    ['a British premium number', '+449098765432', 'special'],
    ['a British personal number', '+447012345678', 'special'],
    ['an Inmarsat telephone', '+870773123456', 'special'],
    ['an Iridium telephone', '+881612345678', 'special'],
    ['an international premium number', '+979123456789', 'special'],
    ['a mobile of Latvia', '+37121234567', 'abroad'],
    ['a mobile of Cuba', '+5351234567', 'abroad'],
    ['Guernsey, which shares the code of Britain', '+447781123456', 'abroad'],
    ['a number with a digit too many', '+3361234567890', 'unknown'],
    ['a country code of nobody', '+999123456789', 'unknown'],
    ['no number', 'secretary', 'unknown'],
  ])('%s: %s is %s', (_, number, refusal) => {
    expect(dialRefusal(number, FRANCE_AND_BRITAIN)).toBe(refusal);
  });

  it('is `abroad` for the ordinary mobile of every country that is not enabled, and null once it is', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (!example || !['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(example.getType() ?? '')) continue;
      expect(dialRefusal(example.number, new Set()), country).toBe('abroad');
      // Some share their numbers with a larger neighbour, whose they then are.
      const { country: owner = country } = parsePhoneNumberFromString(example.number) ?? {};
      expect(dialRefusal(example.number, new Set([owner])), country).toBe(null);
    }
  });
});

/** Beginnings that cost a fortune, by the numbering plans of ARCEP, Ofcom, NANPA, BNetzA, CNMC, BIPT, ITU and others. */
const DEAR = [
  '+3389',
  '+33825',
  '+449',
  '+4487',
  '+44845',
  '+4470',
  '+1900',
  '+49900',
  '+34803',
  '+34806',
  '+34807',
  '+32900',
  '+32903',
  '+41900',
  '+41901',
  '+39899',
  '+31906',
  '+31909',
  '+351760',
  '+43900',
  '+870',
  '+8816',
  '+8817',
  '+88213',
  '+88216',
  '+979',
  '+878',
];
const ABROAD = ['+53', '+371', '+252', '+960', '+675', '+216', '+98', '+226', '+1876', '+1809', '+1473'];
const HOME = new Set(['FR', 'GB', 'US', 'DE', 'ES', 'BE', 'CH', 'IT', 'NL', 'PT', 'AT']);

it('of 5,000 numbers none that is dear or abroad is compiled', () => {
  let state = 20261130;
  const below = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const forbidden = Array.from({ length: 5000 }, () => {
    const starts = below(3) === 0 ? ABROAD : DEAR;
    const start = starts[below(starts.length)]!;
    return (
      start + Array.from({ length: 6 + below(9 - Math.min(8, start.length - 2)) }, () => below(10)).join('')
    );
  });
  const drawn = everyKind('en');
  const [id] = Object.values(drawn.nodes).flatMap((node) => (node.kind === 'transfer' ? [node.id] : []));
  const ask = (number: string) => dialRefusal(number, HOME);
  let told = 0;
  let compiled = 0;
  for (let from = 0; from < forbidden.length; from += 5) {
    const people = forbidden.slice(from, from + 5).map((number) => ({ name: 'Somebody', number }));
    const node = { ...drawn.nodes[id as NodeId]!, data: { message: '', people, tellWhy: false } };
    const nodes = { ...drawn.nodes, [id as NodeId]: node };
    const { payload, problems, manifest } = compileFlow(
      { ...drawn, nodes },
      { mode: 'publish', dialRefusal: ask },
    );
    const bytes = JSON.stringify(payload);
    compiled += people.filter(({ number }) => bytes.includes(number)).length;
    expect(manifest.effects!.filter(({ kind, node: at }) => kind === 'dials' && at === id)).toEqual([]);
    told += problems.filter(({ code }) => /^transfer\/number-(unknown|special|abroad)$/.test(code)).length;
  }
  console.info(
    `${forbidden.length} forbidden numbers (seed 20261130): ${compiled} compiled, ${told} told to the person who draws`,
  );
  expect(compiled).toBe(0);
  // Whatever is written as a number at all is told, not silently left out.
  expect(told).toBeGreaterThan(3000);
});
