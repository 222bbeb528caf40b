/** Tests that were kept: how they are played and judged. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import { fail, succeed } from '../lib/result.ts';
import { templates } from '../templates/registry.ts';
import { expectationsFrom, holds, judge, type Played } from './judge.ts';
import { type Converse, play, sayingLines } from './play.ts';
import { MOST_LINES, type TestCase, testCase } from './test-case.ts';
import { takenAlong } from './untried.ts';

const document: FlowDocument = templates[0]!.build('en', { name: 'X' });
const [first, second] = Object.keys(document.nodes) as NodeId[];
const [asked] = Object.keys(document.information) as InformationId[];

const played: Played = {
  said: [
    { text: 'Hello, I am an automated assistant.', node: first! },
    { text: 'Merci, c’est noté !', node: second! },
  ],
  visited: [first!, second!],
  information: { [asked!]: 'Zoé Durand' },
  end: 'hung-up',
};

const expecting = (...expectations: TestCase['expectations']): TestCase => ({
  format: 1,
  name: 'A test',
  lines: [],
  pretence: { at: null, caller: null, outcomes: {} },
  expectations,
});

describe('a test', () => {
  it.each<[TestCase['expectations'][number], boolean]>([
    [{ type: 'reaches', node: second! }, true],
    [{ type: 'avoids', node: second! }, false],
    [{ type: 'collects', information: asked!, value: '' }, true],
    [{ type: 'collects', information: asked!, value: 'zoe durand' }, true],
    [{ type: 'collects', information: asked!, value: 'Hugo' }, false],
    [{ type: 'says', text: 'MERCI, c’est note' }, true],
    [{ type: 'says', text: 'good night' }, false],
    [{ type: 'never-says', text: 'automated' }, false],
    [{ type: 'never-says', text: 'robot' }, true],
    [{ type: 'ends', end: 'hung-up' }, true],
    [{ type: 'ends', end: 'transferred' }, false],
  ])('that expects %j holds: %s', (expectation, isTrue) => {
    expect(holds(judge(expecting(expectation), document, played))).toBe(isTrue);
  });

  it('does not hold for a step or an information that was removed, and says so', () => {
    const verdicts = judge(
      expecting(
        { type: 'reaches', node: 'gone' as NodeId },
        { type: 'collects', information: 'gone' as InformationId, value: '' },
      ),
      document,
      { ...played, visited: ['gone'], information: { gone: 'x' } },
    );
    expect(verdicts.map(({ isGone }) => isGone)).toEqual([true, true]);
    expect(holds(verdicts)).toBe(false);
  });

  it('made from what was played holds for the same again', () => {
    const kept = expecting(...expectationsFrom(played));
    expect(testCase.parse(kept)).toEqual(kept);
    expect(kept.expectations).toHaveLength(3);
    expect(holds(judge(kept, document, played))).toBe(true);
    expect(holds(judge(kept, document, { ...played, visited: [first!], end: null }))).toBe(false);
  });

  it('is refused with anything that is not known', () => {
    for (const odd of [{ format: 2 }, { extra: true }, { lines: [''] }, { name: ' ' }])
      expect(testCase.safeParse({ ...expecting(), ...odd }).success).toBe(false);
  });
});

describe('playing', () => {
  const options = { pretence: {}, signal: new AbortController().signal };
  const turn = (conversation: string | null, text: string) =>
    succeed({ conversation, said: [{ text, node: null }], visited: [], information: {}, end: null });

  it('says the lines in turn, each with the conversation before', async () => {
    const asked: object[] = [];
    const converse: Converse<never> = async (sent) => {
      asked.push(sent);
      return turn(asked.length === 3 ? null : `after ${asked.length}`, `answer ${asked.length}`);
    };
    const result = await play(converse, sayingLines(['one', 'two', 'three']), options);
    expect(asked).toEqual([
      { pretence: {} },
      { pretence: {}, previous: 'after 1', input: 'one' },
      { pretence: {}, previous: 'after 2', input: 'two' },
    ]);
    // The call was over before the third line.
    expect(result.ok && result.value.lines).toEqual(['one', 'two']);
    expect(result.ok && result.value.said.map(({ text }) => text)).toEqual([
      'answer 1',
      'answer 2',
      'answer 3',
    ]);
  });

  it('ends a call that goes on for ever', async () => {
    const result = await play(
      async () => turn('on', 'and on'),
      () => 'again',
      options,
    );
    expect(result.ok && result.value.lines).toHaveLength(MOST_LINES);
  });

  it('gives back what failed', async () => {
    const result = await play(async () => fail({ code: 'network' }), sayingLines([]), options);
    expect(result).toEqual(fail({ code: 'network' }));
  });
});

describe('the ways out of a call', () => {
  it('are those between its steps; the expected one where several lead to the same step', () => {
    const edges = Object.values(document.edges);
    const twin = edges.find((edge) =>
      edges.some((other) => other.from === edge.from && other.to === edge.to && other.exit !== edge.exit),
    );
    const edge = twin ?? edges[0]!;
    const exits = edges
      .filter(({ from, to }) => from === edge.from && to === edge.to)
      .map(({ exit }) => exit);
    for (const exit of exits)
      expect(takenAlong(document, [edge.from, edge.to], [{ node: edge.from, exit }])).toEqual([
        { node: edge.from, exit },
        { node: edge.to },
      ]);
    expect(takenAlong(document, [edge.to, edge.from])[0]).not.toHaveProperty('exit', edge.exit);
  });
});
