/** Where cuts are made. The engine is tested with kinds of its own, so that real ones can change freely. */

import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DEFAULT_ANYTIME } from '../anytime/defaults.ts';
import { DEFAULT_SETTINGS, DOCUMENT_FORMAT, type FlowDocument } from '../document.ts';
import { buildGraph } from '../graph.ts';
import { type AnyKind, createRegistry, defineKind, type Fragment } from '../kind.ts';
import { compile } from './compile.ts';
import { groupSteps } from './group.ts';

const base = {
  schema: z.strictObject({}),
  create: () => ({}),
  sentences: () => [],
  collects: () => [],
  uses: () => [],
  checks: [],
  examples: {},
};
const exits =
  (...ids: string[]) =>
  () =>
    ids.map((id) => ({ id, role: 'case' as const, because: 'went-on' as const }));
const start = defineKind({
  ...base,
  id: 'start',
  family: 'begin',
  entry: true,
  exits: exits('go'),
  lower: () => ({
    instruction: { do: 'go', to: 'go' },
    tools: [],
    opening: { text: 'Hello, I am a machine.', listens: false },
  }),
  simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
});
const fork = defineKind({
  ...base,
  id: 'fork',
  family: 'listen',
  exits: exits('a', 'b'),
  lower: () => ({
    instruction: {
      do: 'choose',
      question: 'A or B?',
      choices: [{ label: 'A', examples: [], to: 'a' }],
      otherwise: 'b',
    },
    tools: [],
  }),
  simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
});
const rule = defineKind({
  ...base,
  id: 'rule',
  family: 'decide',
  exits: exits('a', 'b'),
  lower: (_, { toolName }): Fragment => ({
    instruction: {
      do: 'compute',
      tool: toolName('rule'),
      uses: [],
      outcomes: [
        { outcome: 'a', to: 'a' },
        { outcome: 'b', to: 'b' },
      ],
    },
    tools: [
      {
        type: 'code',
        function: {
          name: toolName('rule'),
          description: 'x',
          parameters: { type: 'object', properties: {} },
        },
        code: 'return 1',
        messages: [],
      },
    ],
    outcomeVariable: 'outcome',
  }),
  simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
});
const end = defineKind({
  ...base,
  id: 'end',
  family: 'leave',
  exits: exits(),
  lower: () => ({ instruction: { do: 'end', tool: 'endCall', closing: 'Bye.' }, tools: [] }),
  simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
});
const registry = createRegistry([start, fork, rule, end] as readonly AnyKind[]);

/** "start:S fork:F S.go>F F.a>E" → a document. */
function draw(text: string): FlowDocument {
  const nodes: Record<string, unknown> = {};
  const edges: Record<string, unknown> = {};
  for (const word of text.split(/\s+/)) {
    const node = /^(\w+):(\w+)$/.exec(word);
    const edge = /^(\w+)\.(\w+)>(\w+)$/.exec(word);
    if (node) nodes[node[2]!] = { id: node[2], kind: node[1], position: { x: 0, y: 0 }, data: {} };
    if (edge)
      edges[`${edge[1]}_${edge[2]}`] = {
        id: `${edge[1]}_${edge[2]}`,
        from: edge[1],
        exit: edge[2],
        to: edge[3],
      };
  }
  return {
    format: DOCUMENT_FORMAT,
    name: 'T',
    language: 'en',
    nodes,
    edges,
    information: {},
    hours: {},
    settings: DEFAULT_SETTINGS,
    anytime: DEFAULT_ANYTIME,
  } as unknown as FlowDocument;
}

/** Five steps in a row, so that a flow is long enough to be cut. */
const LEAD = 'start:S fork:F fork:G fork:H fork:I S.go>F F.a>G F.b>G G.a>H G.b>H H.a>I H.b>I';

function members(text: string): string[] {
  const document = draw(text);
  const graph = buildGraph(document, registry);
  const context = {
    document,
    language: document.language,
    toolName: (purpose: string) => purpose,
    text: (sentence: string) => sentence,
  };
  const fragments = new Map(
    graph.nodes.map((id) => [
      id,
      registry.get(document.nodes[id]!.kind)!.lower(document.nodes[id]!, context),
    ]),
  );
  return groupSteps(graph, fragments).map((group) => group.nodes.join(' '));
}

describe('grouping', () => {
  it.each([
    ['a chain is one member', 'start:S fork:F end:E S.go>F F.a>E F.b>E', ['S F E']],
    ['a circle is one member', 'start:S fork:F fork:G end:E S.go>F F.a>G G.a>F G.b>E F.b>E', ['S F G E']],
    [
      'a computed rule keeps its last way inside and cuts the others',
      `${LEAD} rule:R end:A end:B I.a>R I.b>R R.a>A R.b>B`,
      ['S F G H I R B', 'A'],
    ],
    [
      'a flow too short for two members stays one',
      'start:S fork:F rule:R end:A end:B S.go>F F.a>R F.b>R R.a>A R.b>B',
      ['S F R A B'],
    ],
    [
      'a short end is copied to where it is needed',
      'start:S rule:R fork:A fork:C fork:B fork:D fork:G end:E S.go>R R.a>A R.b>B A.a>C A.b>C C.a>E C.b>E B.a>D B.b>D D.a>G D.b>G G.a>E G.b>E',
      ['S R B D G E', 'A C E'],
    ],
    [
      'a rule in a circle is not cut from it',
      'start:S fork:F rule:R end:E S.go>F F.a>R F.b>E R.a>F R.b>E',
      ['S F R E'],
    ],
    ['nothing answers: no member', 'fork:F end:E F.a>E', []],
  ])('%s', (_, text, expected) => {
    expect(members(text).sort()).toEqual([...expected].sort());
  });

  it('a circle that is entered at two steps is told at which one to begin', () => {
    const document = draw(
      `${LEAD} rule:R fork:J fork:K end:E I.a>R I.b>R R.a>J R.b>K J.a>K K.a>J J.b>E K.b>E`,
    );
    const { payload, problems } = compile(document, registry, { mode: 'publish' });
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const squad = payload?.type === 'squad' ? payload.squad : null;
    expect(squad!.members).toHaveLength(2);
    const [first, second] = squad!.members.map((member) => ('assistant' in member ? member.assistant : null));
    const entries = first!.model.tools!.flatMap((tool) =>
      tool.type === 'handoff' ? [tool.function.parameters!.properties.start_2!.enum] : [],
    );
    expect(entries.sort()).toEqual([['1'], ['2']]);
    expect(second!.model.messages[0]!.content).toContain(
      '{% if start_2 == "1" %}Begin with step 1.{% elsif start_2 == "2" %}Begin with step 2.{% else %}Begin with step 1.{% endif %}',
    );
  });
});
