/** Any JSON gives a document and its problems; losses are said, so that nobody saves over them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlow } from '../kinds/registry.ts';
import { arbitraryFlow } from '../kinds/testing/arbitrary-flow.ts';
import { templates } from '../templates/registry.ts';
import { DOCUMENT_FORMAT } from './document.ts';
import { hasLosses } from './read.ts';

const seed = Number(process.env.SEED ?? 20261123);
const good = () => JSON.parse(JSON.stringify(templates[0]!.build('en', { name: 'X' })));

describe('reading', () => {
  it.each<[string, (json: ReturnType<typeof good>) => unknown, string[]]>([
    ['nothing', () => null, ['not-a-flow']],
    ['a list', () => [], ['not-a-flow']],
    ['a format that never was', (json) => ({ ...json, format: 0.5 }), ['not-a-flow']],
    ['a lane that is missing', (json) => ({ ...json, anytime: undefined }), ['unreadable-part']],
    [
      'a rule of the lane that nobody knows',
      (json) => ({ ...json, anytime: { ...json.anytime, hiccups: json.anytime.robot } }),
      ['unreadable-part'],
    ],
    [
      'a rule of the lane that leads to a number',
      (json) => ({ ...json, anytime: { ...json.anytime, robot: { ...json.anytime.robot, goTo: 7 } } }),
      ['unreadable-part'],
    ],
    ['a newer format', (json) => ({ ...json, format: 99 }), ['newer-format']],
    [
      'a step with a strange field',
      (json) => ({
        ...json,
        nodes: {
          ...json.nodes,
          wish: { ...json.nodes.wish, data: { ...json.nodes.wish.data, workspace: 1 } },
        },
      }),
      ['unreadable-step'],
    ],
    [
      'a step under a wrong id',
      (json) => ({ ...json, nodes: { ...json.nodes, other: json.nodes.wish } }),
      ['unreadable-part'],
    ],
    [
      'a position that is no number',
      (json) => ({
        ...json,
        nodes: { ...json.nodes, wish: { ...json.nodes.wish, position: { x: null, y: 0 } } },
      }),
      ['unreadable-part'],
    ],
    ['settings that are missing', (json) => ({ ...json, settings: undefined }), ['unreadable-part']],
    [
      'a prototype key',
      (json) => ({ ...json, nodes: JSON.parse('{"__proto__":{"polluted":true}}') }),
      ['unreadable-part'],
    ],
  ])('%s', (_, change, codes) => {
    const { document, problems } = readFlow(change(good()));
    expect(problems.map((problem) => problem.code)).toEqual(codes);
    expect(hasLosses(problems)).toBe(true);
    expect(document.format).toBe(DOCUMENT_FORMAT);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('keeps a step of an unknown kind, so that a newer version can still use it', () => {
    const json = good();
    json.nodes.wish.kind = 'hologram';
    const { document, problems } = readFlow(json);
    expect(problems).toEqual([]);
    expect(document.nodes[json.nodes.wish.id as keyof typeof document.nodes]!.kind).toBe('hologram');
  });

  it(`reads a sound part in one pass as it does step by step (seed ${seed})`, () => {
    const strange = fc.constantFrom<unknown>(
      null,
      7,
      '',
      {},
      [],
      'x'.repeat(41),
      JSON.parse('{"__proto__":1}'),
    );
    fc.assert(
      fc.property(arbitraryFlow(8), fc.nat(), fc.nat(), strange, (flow, part, field, value) => {
        const json = damage(JSON.parse(JSON.stringify(flow)), part, field, value);
        const quick = readFlow(json);
        // One value that is no good in each record: none can be taken as a whole.
        const bad = { unreadable: null };
        const parts = { nodes: 0, edges: 0, information: 0, hours: 0 };
        for (const name of Object.keys(parts)) Object.assign(parts, { [name]: { ...json[name], ...bad } });
        const slow = readFlow({ ...json, ...parts });
        expect(slow.document).toEqual(quick.document);
        expect(slow.problems.filter(({ params }) => !/\.unreadable$/.test(String(params.path)))).toEqual(
          quick.problems,
        );
      }),
      { seed, numRuns: 500 },
    );
  });
});

type Loose = Record<string, Record<string, Record<string, unknown>>>;

/** Puts a strange value into some field, old or new, of some value of some record. */
function damage(json: Loose, part: number, field: number, value: unknown): Loose {
  const record = json[['nodes', 'edges', 'information', 'hours'][part % 4]!]!;
  const rows = Object.values(record);
  const row = rows[part % Math.max(1, rows.length)];
  if (!row) return json;
  const inside = field % 2 === 0 && row.data ? (row.data as Record<string, unknown>) : row;
  const names = [...Object.keys(inside), 'strange'];
  inside[names[field % names.length]!] = value;
  return json;
}
