/** Reading another system's answer: the same values that Vapi's aliases give, and nothing secret in what is shown. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/json.ts';
import { extract } from '../../vapi/sandbox/runtime/extraction.ts';
import { createRender } from '../../vapi/sandbox/runtime/liquid.ts';
import { keptOf, masked, pathBelow, shortened, textOfValue, valueAt } from './answer.ts';
import { answerPath, type ConnectData } from './settings.ts';

const ANSWER: Json = {
  data: { tier: 'gold', points: 12, active: false, nothing: null, 'first-name': 'Anna' },
  items: [{ name: 'one' }, { name: 'two', tags: ['x', 'y'] }],
  empty: '',
};
const step = (...paths: string[]): ConnectData => ({
  label: '',
  method: 'GET',
  url: '',
  headers: [],
  body: [],
  answers: paths.map((path, index) => ({ path, information: `i${index}` })),
  timeoutSeconds: 5,
  say: '',
});

describe('a path', () => {
  const found: [string, string | null][] = [
    ['data.tier', 'gold'],
    ['$.data.points', '12'],
    ['data.active', 'false'],
    ['items[1].name', 'two'],
    ['items.1.tags.0', 'x'],
    ['empty', ''],
    ['data.nothing', null],
    ['data.tier.length', null],
    ['data.first-name', null],
    ['items[7].name', null],
    ['toString', null],
    ['__proto__', null],
    ['items', null],
    ['', null],
  ];

  it.each(found)('%s leads to %j', (path, text) => expect(textOfValue(valueAt(ANSWER, path))).toBe(text));

  it('gives what an alias gives, of the whole answer and of the part that is kept', () => {
    const render = createRender(() => 0);
    const paths = found.filter(([, text]) => text !== null).map(([path]) => path);
    const kept = keptOf(step(...paths), ANSWER);
    for (const path of paths) {
      const plan = { aliases: [{ key: 'x', value: `{{$.${answerPath(path)}}}` }] };
      const expected = { x: textOfValue(valueAt(ANSWER, path)) };
      expect(extract(plan, ANSWER, {}, render)).toEqual(expected);
      expect(extract(plan, kept, {}, render)).toEqual(expected);
    }
    expect(JSON.stringify(kept)).not.toContain('Anna');
  });

  it('is proposed for parts that a path can name', () => {
    expect(pathBelow('', 'data')).toBe('data');
    expect(pathBelow('data', 'tier')).toBe('data.tier');
    expect(pathBelow('items', 1)).toBe('items[1]');
    expect(pathBelow('data', 'first-name')).toBeNull();
  });
});

describe('what is shown', () => {
  it('is all of a short answer, and the beginning of a long one', () => {
    expect(shortened(ANSWER)).toEqual({ json: ANSWER, isWhole: true });
    const long = shortened({ list: Array.from({ length: 5000 }, (_, n) => ({ n })), text: 'x'.repeat(5000) });
    expect(long.isWhole).toBe(false);
    expect(JSON.stringify(long.json).length).toBeLessThan(5000);
    let deep: Json = 'end';
    for (let n = 0; n < 50; n++) deep = { deep };
    expect(shortened(deep).isWhole).toBe(false);
  });

  it('has no secret in it', () => {
    const secrets = ['Bearer abcdef123456', '987654321', 'short'];
    const answer: Json = {
      a: 'Bearer abcdef123456',
      abcdef123456: ['x abcdef123456 y'],
      n: 987654321,
      s: 'short',
    };
    expect(masked(answer, secrets)).toEqual({ a: '•••', '•••': ['x ••• y'], n: '•••', s: 'short' });
  });
});
