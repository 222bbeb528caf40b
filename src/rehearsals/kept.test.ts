/** What becomes a test, how its runs are remembered, and what is compared. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument, FlowNode, InformationId } from '../flow/document.ts';
import { fingerprint } from '../flow/fingerprint.ts';
import { templates } from '../templates/registry.ts';
import { compareTurns, otherWords } from './compare.ts';
import { holds, judge } from './judge.ts';
import {
  keepConversation,
  type Spoken,
  type TakenCall,
  testFromAttempt,
  testFromCall,
  turnsOf,
} from './keep.ts';
import { keptPretence, pretenceFrom } from './moment.ts';
import { type TestCase, testCase } from './test-case.ts';
import {
  hasChanged,
  isComparable,
  playedIn,
  resultAfter,
  runFrom,
  type TestRun,
  takenIn,
  testResult,
} from './test-result.ts';
import { attemptsFor, takenBy } from './untried.ts';

const document: FlowDocument = templates[0]!.build('en', { name: 'X' });
const steps = Object.values(document.nodes) as FlowNode[];
const of = (kind: string) => steps.find((node) => node.kind === kind)!.id;
const [asked] = Object.keys(document.information) as InformationId[];
const said = (text: string, node: string | null = null): Spoken => ({ who: 'assistant', text, node });
const heard = (text: string): Spoken => ({ who: 'caller', text, node: null });

describe('a conversation', () => {
  const turns = [
    said('Hello.', of('answer')),
    said('What can I do?', of('understand')),
    heard('An appointment.'),
    heard('Please.'),
    said('Your name?', of('ask')),
    heard('Zoe'),
    said('Thank you.', of('hang-up')),
  ];

  it('is a test turn by turn; what the caller says in several lines is one', () => {
    expect(turnsOf(turns)).toEqual([
      {
        line: null,
        said: [
          { text: 'Hello.', node: of('answer') },
          { text: 'What can I do?', node: of('understand') },
        ],
      },
      { line: 'An appointment. Please.', said: [{ text: 'Your name?', node: of('ask') }] },
      { line: 'Zoe', said: [{ text: 'Thank you.', node: of('hang-up') }] },
    ]);
  });

  it('expects what happened, and holds for itself', () => {
    const { test, recorded } = keepConversation(
      '  Booking ',
      { turns, information: { [asked!]: 'Zoe' }, end: 'hung-up', isSandbox: true },
      document,
    );
    expect(testCase.parse(test)).toEqual(test);
    expect(test).toMatchObject({ name: 'Booking', lines: ['An appointment. Please.', 'Zoe'] });
    expect(test.expectations).toEqual([
      { type: 'reaches', node: of('hang-up') },
      { type: 'collects', information: asked, value: 'Zoe' },
      { type: 'ends', end: 'hung-up' },
    ]);
    expect(holds(judge(test, document, recorded))).toBe(true);
  });

  it('goes by the steps that are told, where they are', () => {
    const path = [{ node: of('answer') }, { node: of('decide'), left: { exit: 'x' } }];
    const { recorded } = keepConversation(
      'N',
      { turns, path, information: {}, end: null, isSandbox: true },
      document,
    );
    expect(recorded.visited).toEqual([of('answer'), of('decide')]);
  });
});

describe('a call', () => {
  const call: TakenCall = {
    turns: [
      { role: 'assistant', text: 'Hello.', node: of('answer') },
      { role: 'caller', text: 'I need a person.' },
      { role: 'tool', text: 'transfer' },
    ],
    path: [{ node: of('answer') }, { node: 'gone' }, { node: of('transfer') }],
    information: { [asked!]: 'Zoe', gone: 'x', [`${asked}x`]: 3 },
    caller: '+33639980011',
    startedAt: '2026-11-24T11:15:42Z',
    end: 'transferred',
  };

  it('is a test at the same local time, from the same number, in which nobody is really called', () => {
    const test = testFromCall('Call', call, document)!;
    expect(testCase.parse(test)).toEqual(test);
    expect(test.lines).toEqual(['I need a person.']);
    expect(test.pretence).toMatchObject({ at: '2026-11-24T12:15', caller: '+33639980011' });
    expect(test.expectations).toEqual([
      { type: 'reaches', node: of('transfer') },
      { type: 'collects', information: asked, value: 'Zoe' },
      { type: 'ends', end: 'transferred' },
    ]);
  });

  it('pretends that what reaches outside ended as it did', () => {
    const away = Object.values(document.edges).find(({ from }) => from === of('transfer'))!;
    const test = testFromCall(
      'Call',
      { ...call, path: [{ node: of('transfer') }, { node: away.to }] },
      document,
    )!;
    expect(test.pretence.outcomes).toEqual({ [of('transfer')]: away.exit });
  });

  it.each<[string, Partial<TakenCall>]>([
    ['nobody spoke', { turns: [] }],
    ['only the assistant spoke', { turns: call.turns.filter(({ role }) => role !== 'caller') }],
  ])('is none where %s', (_, part) => {
    expect(testFromCall('Call', { ...call, ...part }, document)).toBeNull();
  });

  it('keeps nothing that is hidden, and no number that is none', () => {
    const test = testFromCall(
      'Call',
      { ...call, caller: '•••', information: { [asked!]: '•••' } },
      document,
    )!;
    expect(test.pretence.caller).toBeNull();
    expect(test.expectations.some(({ type }) => type === 'collects')).toBe(false);
  });
});

describe('an attempt at an untried way', () => {
  const [attempt] = attemptsFor(document, [], Date.parse('2027-06-14T09:00:00Z'), 1).attempts;
  const way = attempt!.way.steps.map(({ node }) => node as string);
  const recorded = { lines: ['x'], turns: [], said: [], information: {}, end: 'hung-up' as const };

  it('that went its way expects to come to its end', () => {
    const test = testFromAttempt('Way', attempt!, { ...recorded, visited: way }, document);
    expect(test.expectations).toContainEqual({ type: 'reaches', node: way.at(-1) });
    expect(holds(judge(test, document, { ...recorded, visited: way }))).toBe(true);
  });

  it('that went elsewhere expects the step that it missed, and fails', () => {
    const lost = { ...recorded, visited: [way[0]!, 'elsewhere'] };
    const test = testFromAttempt('Way', attempt!, lost, document);
    expect(test.expectations).toEqual([{ type: 'reaches', node: way[1] }]);
    expect(holds(judge(test, document, lost))).toBe(false);
  });

  it('has gone by the ways out that are told, else by those that were expected', () => {
    const expected = attempt!.way.steps;
    expect(takenBy(document, { visited: way }, expected)).toEqual(expected);
    const told = attempt!.way.steps.map(({ node, exit }) => ({ node, left: exit ? { exit } : null }));
    expect(takenBy(document, { visited: way, path: told })).toEqual(expected);
    const concluded = way.map((node) => ({
      node,
      left: { exit: 'another', confidence: 'inferred' as const },
    }));
    expect(takenBy(document, { visited: way, path: concluded }, expected)).toEqual(expected);
  });
});

describe('the pretended moment', () => {
  it.each([
    ['2026-11-24T12:15', '2026-11-24T11:15:00Z'],
    ['2026-07-14T02:00', '2026-07-14T00:00:00Z'],
    // Shown twice in this night: the first time.
    ['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
  ])('%s is local, and comes back', (at, instant) => {
    const kept: TestCase['pretence'] = { at, caller: null, outcomes: {} };
    const pretence = pretenceFrom(kept, document);
    expect(pretence).toEqual({ now: Date.parse(instant) });
    expect(keptPretence(pretence, document)).toEqual(kept);
  });

  it('keeps who calls, how steps end, and where the call begins', () => {
    const pretence = {
      caller: '+33639980011',
      outcomes: { [of('transfer')]: 'no-answer' },
      from: of('ask'),
      known: { [asked!]: 'Zoe' },
    } as const;
    expect(pretenceFrom(keptPretence(pretence, document), document)).toEqual(pretence);
  });
});

describe('a result', () => {
  const moment = { at: '2026-11-24T11:15:00.000Z', revision: 3, isSandbox: true, document };
  const run = (text: string, drawing = 'one'): TestRun => ({
    ...runFrom(
      { turns: [{ line: null, said: [{ text, node: of('answer') }] }], information: {}, end: null },
      [{ node: of('answer'), exit: 'next' }, { node: of('understand') }],
      moment,
    ),
    drawing,
  });

  it('is read back as it was written', () => {
    const result = resultAfter(resultAfter(null, run('a'), true), run('b', 'two'), false);
    expect(testResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(playedIn(result.last).visited).toEqual([of('answer'), of('understand')]);
    expect(takenIn(result.last)[0]).toEqual({ node: of('answer'), exit: 'next' });
    expect(testResult.safeParse({ ...result, extra: 1 }).success).toBe(false);
  });

  const kept = resultAfter(null, run('a'), true);
  it.each<[string, TestRun, boolean, string | null]>([
    ['the same again on the same drawing', run('a'), true, null],
    ['a change that still holds', run('b', 'two'), true, 'a'],
    ['a change that fails', run('b', 'two'), false, 'a'],
  ])('after %s is compared with what held before', (_, last, doesHold, text) => {
    const result = resultAfter(kept, last, doesHold);
    expect(result.before?.turns[0]?.said[0]?.text ?? null).toBe(text);
    expect(hasChanged(result)).toBe(text !== null);
    // Run once more, the comparison stays.
    expect(resultAfter(result, last, doesHold).before?.turns).toEqual(result.before?.turns);
  });

  it('of an AI caller says so, and a row from before can still be read', () => {
    const last = { ...run('b'), simulated: { goal: false } };
    const result = resultAfter(kept, last, true);
    expect(testResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(testResult.parse(kept).last.simulated).toBeUndefined();
    const odd = { ...result, last: { ...last, simulated: { goal: 'yes' } } };
    expect(testResult.safeParse(odd).success).toBe(false);
  });

  it('of an AI caller is not compared, and keeps what there is to compare with', () => {
    const simulated = { ...run('b'), simulated: { goal: true } };
    const between = resultAfter(kept, simulated, true);
    expect([isComparable(between), hasChanged(between)]).toEqual([false, false]);
    expect(between.before?.turns).toEqual(kept.last.turns);
    const after = resultAfter(resultAfter(between, simulated, false), run('c'), true);
    expect([isComparable(after), hasChanged(after)]).toEqual([true, true]);
    expect(after.before?.turns).toEqual(kept.last.turns);
    expect(resultAfter(resultAfter(null, simulated, true), run('c'), true).before).toBeNull();
  });

  it('is of the same drawing when only a card was moved', () => {
    const [first] = steps;
    const moved = { ...first!, position: { x: 7, y: 7 } };
    const renamed = { ...first!, title: 'Other' };
    const put = (node: FlowNode) => ({ ...document, nodes: { ...document.nodes, [node.id]: node } });
    expect(fingerprint(put(moved))).toBe(fingerprint(document));
    expect(fingerprint(put(renamed))).not.toBe(fingerprint(document));
    const { nodes, ...rest } = document;
    expect(fingerprint({ nodes, ...rest } as FlowDocument)).toBe(fingerprint(document));
  });
});

describe('before and after', () => {
  const turn = (line: string | null, text: string, node = 'a') => ({ line, said: [{ text, node }] });

  it.each<[string, ReturnType<typeof turn>[], ReturnType<typeof turn>[], boolean[]]>([
    ['the same', [turn(null, 'Hello.')], [turn(null, 'Hello.')], [false]],
    ['another capital and stop', [turn(null, 'Hello.')], [turn(null, 'hello!')], [false]],
    ['another word', [turn(null, 'Hello there.')], [turn(null, 'Hello you.')], [true]],
    ['another step', [turn(null, 'Hello.')], [turn(null, 'Hello.', 'b')], [true]],
    ['a call that ends sooner', [turn(null, 'Hi.'), turn('x', 'Yes.')], [turn(null, 'Hi.')], [false, true]],
  ])('%s', (_, before, after, differs) => {
    expect(compareTurns(before, after).map((one) => one.differs)).toEqual(differs);
  });

  it('marks the words that the other has not', () => {
    expect(otherWords('Your full name, please?', 'Your name, please?')).toEqual([
      { text: 'Your ', isOther: false },
      { text: 'full ', isOther: true },
      { text: 'name, please?', isOther: false },
    ]);
    expect(otherWords('', 'Something')).toEqual([{ text: '', isOther: true }]);
  });

  it('puts the words together again, whatever they are compared with', () => {
    for (const [text, other] of [
      ['One two  three.', 'three two one'],
      ['à bientôt', 'A bientot'],
      ['', ''],
    ] as const)
      expect(
        otherWords(text, other)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
  });
});
