/** Hostile files get an error that says what is wrong and where; nothing of them survives. */
import { describe, expect, it, vi } from 'vitest';
import { registry } from '../kinds/registry.ts';
import { importFlow } from './import.ts';

const flow = (nodes: unknown, edges: unknown = []) => JSON.stringify({ name: 'X', nodes, edges });
const say = (name: string, exact = 'Hello.') => ({ name, type: 'say', exact });
const pieces = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `piece ${index}` }));
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe.each<[string, string, string, string]>([
  ['more than 2 MB', `"${'x'.repeat(2_000_001)}"`, 'import/too-large', '$'],
  ['2 MB in bytes', `"${'é'.repeat(1_000_001)}"`, 'import/too-large', '$'],
  ['no JSON', 'hello', 'import/not-json', '$'],
  ['nothing', '', 'import/not-json', '$'],
  ['half a file', '{"nodes":[{"name":"a"', 'import/not-json', '$.nodes[0].name'],
  ['a comma too many', '{"nodes":[1,]}', 'import/not-json', '$.nodes[1]'],
  ['something behind', '{} {}', 'import/not-json', '$'],
  ['a raw line break in a text', '{"name":"a\nb"}', 'import/not-json', '$.name'],
  [
    'depth 33',
    deep(33),
    'import/too-deep',
    '$[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]',
  ],
  ['depth 100,000', deep(100_000), 'import/too-deep', '$'],
  ['a long text', flow([say('a', 'x'.repeat(20_001))]), 'import/string-too-long', '$.nodes[0].exact'],
  [
    '__proto__',
    '{"nodes":[{"__proto__":{"polluted":true}}]}',
    'import/forbidden-key',
    '$.nodes[0].__proto__',
  ],
  ['__proto__ in disguise', '{"\\u005f_proto__":{}}', 'import/forbidden-key', '$.__proto__'],
  ['constructor', '{"constructor":{"prototype":{}}}', 'import/forbidden-key', '$.constructor'],
  ['prototype', '{"a":{"prototype":1}}', 'import/forbidden-key', '$.a.prototype'],
  [
    '1e999',
    '{"nodes":[{"metadata":{"position":{"x":1e999}}}]}',
    'import/not-finite',
    '$.nodes[0].metadata.position.x',
  ],
  ['NaN', '{"x":NaN}', 'import/not-finite', '$.x'],
  ['-Infinity', '[-Infinity]', 'import/not-finite', '$[0]'],
  ['a lone surrogate', '{"name":"\ud800"}', 'import/lone-surrogate', '$.name'],
  ['an escaped lone surrogate', '{"name":"a\\udc00b"}', 'import/lone-surrogate', '$.name'],
  [
    '501 steps',
    flow(Array.from({ length: 501 }, (_, index) => say(`s${index}`))),
    'import/too-many-steps',
    '$.nodes',
  ],
  [
    '2,001 links',
    flow(
      [say('a')],
      Array.from({ length: 2_001 }, () => ({ from: 'a', to: 'a' })),
    ),
    'import/too-many-links',
    '$.edges',
  ],
  [
    '1,001 pieces of information',
    flow([{ name: 'a', type: 'conversation', variableExtractionPlan: { output: pieces(1_001) } }]),
    'import/too-much-information',
    '$.nodes',
  ],
  [
    '1,001 pieces of information of an assistant',
    JSON.stringify({
      model: {
        tools: [{ type: 'apiRequest', name: 'a', url: 'https://example.com', output: pieces(1_001) }],
      },
    }),
    'import/too-much-information',
    '$.model.tools[0].output[1000]',
  ],
  [
    '1,001 pieces of information of our own',
    JSON.stringify({
      format: 2,
      nodes: {},
      information: Object.fromEntries(pieces(1_001).map(({ title }) => [title, {}])),
    }),
    'import/too-much-information',
    '$.information',
  ],
  ['another format', '{"hello":"world"}', 'import/unknown-format', '$'],
  ['a number', '42', 'import/unknown-format', '$'],
  ['no step', flow([]), 'import/no-steps', '$'],
])('%s', (_, text, code, path) => {
  it(`${code} at ${path.slice(0, 40)}`, () => {
    const { document, problems } = importFlow(text);
    expect(document).toBeNull();
    const found = problems.find((problem) => problem.code === code);
    expect(found).toMatchObject({ severity: 'error' });
    expect(String(found!.params.path).startsWith(path)).toBe(true);
  });
});

it('duplicate and dangling ids are told, and the rest is taken in', () => {
  const { document, problems } = importFlow(
    flow(
      [say('a', 'One.'), say('b', 'Two.'), say('a', 'Three.')],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'ghost' },
      ],
    ),
  );
  expect(document).not.toBeNull();
  expect(
    problems.filter((problem) => problem.severity === 'error').map(({ code, params }) => [code, params.path]),
  ).toEqual([
    ['import/duplicate-id', '$.nodes[2].name'],
    ['import/dangling-link', '$.edges[1].to'],
  ]);
});

it('the same key twice in an object is told', () => {
  const { problems } = importFlow('{"format":2,"nodes":{"n1":{},"n1":{}}}');
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'import/duplicate-id', params: { path: '$.nodes.n1', id: 'n1' } }),
  );
});

it('names of inherited properties are ordinary names', () => {
  const nodes = [
    {
      name: 'toString',
      type: 'conversation',
      prompt: 'Ask.',
      variableExtractionPlan: {
        output: [{ title: 'constructor' }, { title: '__proto__' }, { title: 'hasOwnProperty' }],
      },
    },
    { name: 'valueOf', type: 'hangup' },
  ];
  const { document, problems } = importFlow(flow(nodes, [{ from: 'toString', to: 'valueOf' }]));
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  for (const id of Object.keys(document!.information)) expect(id in {}).toBe(false);
});

it('limits are limits, not less', () => {
  const steps = Array.from({ length: 500 }, (_, index) => say(`s${index}`, `Sentence ${index}.`));
  const edges = steps.slice(1).map((step, index) => ({ from: `s${index}`, to: step.name }));
  const { document, problems } = importFlow(flow(steps, edges));
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  expect(Object.keys(document!.nodes).length).toBeGreaterThanOrEqual(500);
});

it('a byte order mark is no harm', () => {
  expect(importFlow(`\uFEFF${flow([say('a')])}`).document).not.toBeNull();
});

describe('the largest and worst files that are taken in', () => {
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  const errors = (text: string) =>
    importFlow(text)
      .problems.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);

  it('2 MB of marks that nothing fills', () => {
    const content = 'Ask {{ who }} it is. '.repeat(900);
    const messages = range(100).map(() => ({ role: 'system', content }));
    const { document } = importFlow(JSON.stringify({ firstMessage: 'Hi.', model: { messages } }));
    expect(JSON.stringify(document)).toContain('Ask it is. Ask it is.');
    expect(JSON.stringify(document)).not.toContain('{{');
  });

  it('2 MB of marks that are never closed', () => {
    const steps = range(95).map((index) => say(`s${index}`, '{{'.repeat(9_900)));
    expect(errors(flow(steps))).toEqual([]);
  });

  it('a thousand names that are written alike', () => {
    const output = range(1_000).map((index) => ({ title: String.fromCodePoint(0x4e00 + index) }));
    const { document } = importFlow(
      flow([{ name: 'a', type: 'conversation', prompt: 'Ask.', variableExtractionPlan: { output } }]),
    );
    expect(document?.information).toHaveProperty('information_1000');
  });

  it('requests that lead round in a circle: the drawing is looked through as often for many as for few', () => {
    const lookedUp = (count: number) => {
      const steps = range(count).map((index) => ({
        name: `r${index}`,
        type: 'tool',
        tool: { type: 'apiRequest', name: `r${index}`, url: `https://example.com/${index}`, method: 'GET' },
      }));
      const edges = steps.map(({ name }, index) => ({ from: name, to: `r${(index + 1) % count}` }));
      const look = vi.spyOn(registry, 'get');
      importFlow(flow(steps, edges));
      const calls = look.mock.calls.length;
      look.mockRestore();
      return calls / count;
    };
    expect(lookedUp(490)).toBeLessThan(lookedUp(40) * 1.2);
  });
});
