/** Makes a test of something that was said: a rehearsal, a real call, or an attempt at an untried way. Pure; asks nobody. */
import type { Pretence } from '../flow/compile/pretend.ts';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { expectationsFrom, type Played } from './judge.ts';
import { keptPretence, localText } from './moment.ts';
import type { Recorded, RecordedTurn, Step } from './play.ts';
import { MOST_EXPECTATIONS, MOST_LINES, type TestCase } from './test-case.ts';
import { type Attempt, outcomesOn, takenAlong } from './untried.ts';

const MOST_NAME = 120;
const E164 = /^\+[1-9]\d{5,14}$/;
/** What stands where something is hidden from everybody. */
const HIDDEN = '•••';

export interface Spoken {
  readonly who: 'assistant' | 'caller';
  readonly text: string;
  readonly node: string | null;
}

/** A conversation in writing, however it came about. */
export interface Conversation {
  readonly turns: readonly Spoken[];
  /** Steps in order, where that is known; else they are taken from what was said. */
  readonly path?: readonly Step[];
  readonly information: Readonly<Record<string, string>>;
  readonly end: Played['end'];
  readonly pretence?: Pretence;
  readonly isSandbox: boolean;
}

/** Turn by turn, as a test is played: what somebody says in several lines is one. */
export function turnsOf(spoken: readonly Spoken[]): RecordedTurn[] {
  const turns: { line: string | null; said: { text: string; node: string | null }[] }[] = [
    { line: null, said: [] },
  ];
  for (const { who, text, node } of spoken) {
    const last = turns.at(-1)!;
    if (who === 'assistant') last.said.push({ text, node });
    else if (last.line !== null && last.said.length === 0) last.line = `${last.line} ${text}`.slice(0, 2000);
    else turns.push({ line: text.slice(0, 2000), said: [] });
  }
  return turns.slice(0, MOST_LINES + 1);
}

/** The steps that spoke; a call may have come to others, too. */
export function stepsThatSpoke(spoken: readonly Pick<Spoken, 'node'>[]): string[] {
  const steps = spoken.flatMap(({ node }) => (node === null ? [] : [node]));
  return steps.filter((node, index) => node !== steps[index - 1]);
}

export interface Kept {
  readonly test: TestCase;
  readonly recorded: Recorded;
}

export function keepConversation(name: string, conversation: Conversation, document: FlowDocument): Kept {
  const turns = turnsOf(conversation.turns);
  const { path, information, end, pretence = {} } = conversation;
  const visited = path?.map(({ node }) => node) ?? stepsThatSpoke(conversation.turns);
  const recorded: Recorded = {
    turns,
    lines: turns.flatMap(({ line }) => line ?? []),
    said: turns.flatMap(({ said }) => said),
    visited,
    ...(path ? { path } : {}),
    information,
    end,
  };
  return {
    recorded,
    test: testOf(name, recorded, keptPretence(pretence, document), expectationsFrom(recorded)),
  };
}

/** A call as it was stored. */
export interface TakenCall {
  readonly turns: readonly { readonly role: string; readonly text: string; readonly node?: string | null }[];
  readonly path: readonly { readonly node: string }[];
  readonly information: Readonly<Record<string, unknown>>;
  readonly caller: string | null;
  readonly startedAt: string;
  readonly end: Played['end'];
}

/**
 * What reaches outside ends as it ended then, and nobody is really called; rules go by the clock of then. Null when the caller said
 * nothing that could be said again.
 */
export function testFromCall(name: string, call: TakenCall, document: FlowDocument): TestCase | null {
  const spoken = call.turns.flatMap(({ role, text, node = null }): Spoken[] =>
    (role === 'assistant' || role === 'caller') && text.trim() !== '' ? [{ who: role, text, node }] : [],
  );
  const lines = turnsOf(spoken).flatMap(({ line }) => line ?? []);
  if (lines.length === 0) return null;
  const drawn = call.path.map(({ node }) => node).filter((node) => Object.hasOwn(document.nodes, node));
  const information = Object.fromEntries(
    Object.entries(call.information).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' &&
        !entry[1].includes(HIDDEN) &&
        Object.hasOwn(document.information, entry[0]),
    ),
  );
  const played: Played = { said: [], visited: drawn, information, end: call.end };
  const steps = takenAlong(document, drawn);
  const pretence = {
    at: localText(document.settings.timeZone, Date.parse(call.startedAt)),
    caller: call.caller !== null && E164.test(call.caller) ? call.caller : null,
    outcomes: outcomesOn(document, { steps, end: 'end' }),
  };
  return testOf(name, { ...played, lines }, pretence, expectationsFrom(played));
}

/** What was played on an untried way. One that went elsewhere expects what it did not get, so that the difference shows. */
export function testFromAttempt(
  name: string,
  { way, pretence }: Attempt,
  recorded: Recorded,
  document: FlowDocument,
): TestCase {
  const left = way.steps.findIndex(({ node }, place) => recorded.visited[place] !== node);
  const expectations: TestCase['expectations'] =
    left < 0
      ? [
          ...expectationsFrom(recorded).filter(({ type }) => type !== 'reaches'),
          { type: 'reaches', node: way.steps.at(-1)!.node },
        ]
      : [{ type: 'reaches', node: way.steps[left]!.node }];
  return testOf(name, recorded, keptPretence(pretence, document), expectations);
}

function testOf(
  name: string,
  { lines }: Pick<Recorded, 'lines'>,
  pretence: TestCase['pretence'],
  expectations: TestCase['expectations'],
): TestCase {
  return {
    format: 1,
    name: name.trim().slice(0, MOST_NAME),
    lines: lines.slice(0, MOST_LINES),
    pretence,
    expectations: expectations.slice(0, MOST_EXPECTATIONS),
  };
}

/** The last step that is still drawn: what a conversation is named after. */
export function lastDrawn(document: FlowDocument, visited: readonly string[]): NodeId | undefined {
  return visited.findLast((node) => Object.hasOwn(document.nodes, node)) as NodeId | undefined;
}
