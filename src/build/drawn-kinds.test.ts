/** The build's copies of kinds hold what a card needs, and nothing that only the rest uses. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { kinds } from '../kinds/list.ts';
import { drawnHalf } from './drawn-kinds.ts';

const KINDS = resolve(import.meta.dirname, '../kinds');

test('what is left out takes along what only it used', () => {
  const source = `import { checks } from './checks.ts';
import { row } from './rows.ts';
const EXITS = [row];
const unused = 1;
export const ENDPOINT = 'x';
export const say = defineKind<'say', SayData>({
  id: 'say',
  exits: () => EXITS,
  checks,
  lower: (node) => lowered(node),
  simulate() { return helper(); },
  examples: {},
});
function lowered(node) { return helper(node); }
function helper() {}
`;
  const half = drawnHalf(source, 'kind.ts');
  expect(half).toContain("import { row } from './rows.ts';");
  expect(half).toContain('exits: () => EXITS');
  for (const gone of ['checks', 'lower', 'simulate', 'examples', 'helper', 'unused', 'ENDPOINT'])
    expect(half).not.toContain(gone);
});

describe('of every kind', () => {
  it.each(kinds.map(({ id }) => id))('%s', (id) => {
    const half = drawnHalf(readFileSync(`${KINDS}/${id}/kind.ts`, 'utf8'), `${KINDS}/${id}/kind.ts`);
    for (const member of ['id', 'family', 'schema', 'create', 'exits', 'sentences', 'collects', 'uses'])
      expect(half).toMatch(new RegExp(`^ {2}${member}\\b`, 'm'));
    for (const member of ['checks', 'lower', 'simulate', 'examples'])
      expect(half).not.toMatch(new RegExp(`^ {2}${member}\\b`, 'm'));
  });
});
