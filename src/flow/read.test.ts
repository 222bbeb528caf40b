/** Any JSON gives a document and its problems; losses are said, so that nobody saves over them. */
import { describe, expect, it } from 'vitest';
import { readFlow } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { DOCUMENT_FORMAT } from './document.ts';
import { hasLosses } from './read.ts';

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
});
