/**
 * How a kept test went: the last run, and the last one that held, to compare with. Strict, as it is stored and comes back from a
 * browser. Pure; knows no kind.
 */
import * as z from 'zod';
import type { Taken } from '../flow/coverage.ts';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { fingerprint } from '../flow/fingerprint.ts';
import { compareTurns } from './compare.ts';
import type { Played } from './judge.ts';
import type { Recorded, RecordedTurn } from './play.ts';
import { MOST_LINES } from './test-case.ts';

const id = z.string().min(1).max(60);
const said = z.array(z.strictObject({ text: z.string().max(10_000), node: id.nullable() })).max(200);

const run = z.strictObject({
  /** ISO. */
  at: z.string().max(40),
  /** Of the flow, when it was run; and what of it a call can tell (`fingerprint`): moving a card is no change. */
  revision: z.number().int().min(0),
  drawing: z.string().max(40),
  isSandbox: z.boolean(),
  turns: z.array(z.strictObject({ line: z.string().max(2000).nullable(), said })).max(MOST_LINES + 1),
  taken: z.array(z.strictObject({ node: id, exit: id.optional() })).max(2000),
  information: z.record(z.string().max(60), z.string().max(2000)),
  end: z.enum(['hung-up', 'transferred']).nullable(),
  /** Played by an AI caller, and whether they got what they called for; absent where the lines of the test were said. */
  simulated: z.strictObject({ goal: z.boolean().nullable() }).optional(),
});
export type TestRun = z.infer<typeof run>;

export const testResult = z.strictObject({
  format: z.literal(1),
  holds: z.boolean(),
  last: run,
  /** The last run that held and was of another drawing, or before this one failed: what it is compared with. */
  before: run.nullable(),
});
export type TestResult = z.infer<typeof testResult>;

/** Where and when it was run. */
export interface RunMoment {
  readonly at: string;
  readonly revision: number;
  readonly isSandbox: boolean;
  readonly document: FlowDocument;
}

export function runFrom(
  recorded: Pick<Recorded, 'turns' | 'information' | 'end' | 'simulated'>,
  taken: readonly { readonly node: string; readonly exit?: string }[],
  { document, ...moment }: RunMoment,
): TestRun {
  return {
    ...moment,
    drawing: fingerprint(document),
    turns: recorded.turns.map(({ line, said: words }) => ({
      line,
      said: words.map(({ text, node }) => ({ text, node })),
    })),
    taken: taken.map(({ node, exit }) => ({ node, ...(exit === undefined ? {} : { exit }) })),
    information: { ...recorded.information },
    end: recorded.end,
    ...(recorded.simulated ? { simulated: recorded.simulated } : {}),
  };
}

/**
 * Run again on the same drawing, what held before it was changed is still what there is to compare with. An AI caller never says the
 * same twice: such a run is not compared, and what there is to compare with outlives it.
 */
export function resultAfter(earlier: TestResult | null, last: TestRun, doesHold: boolean): TestResult {
  return {
    format: 1,
    holds: doesHold,
    last,
    before: earlier === null ? null : beforeOf(earlier, last, doesHold),
  };
}

function beforeOf(earlier: TestResult, last: TestRun, doesHold: boolean): TestRun | null {
  if (!earlier.holds || earlier.last.simulated) return earlier.before;
  const isRepeated = !last.simulated && doesHold && earlier.last.drawing === last.drawing;
  return isRepeated ? earlier.before : earlier.last;
}

/** Whether there are answers to the same lines to compare with. */
export function isComparable({ last, before }: TestResult): boolean {
  return before !== null && last.simulated === undefined;
}

/** Whether it answers otherwise than before. */
export function hasChanged(result: TestResult): boolean {
  const { last, before } = result;
  return (
    before !== null &&
    isComparable(result) &&
    compareTurns(before.turns, last.turns).some(({ differs }) => differs)
  );
}

/** The way it went. */
export function takenIn({ taken }: TestRun): Taken[] {
  return taken.map(({ node, exit }) => ({
    node: node as NodeId,
    ...(exit === undefined ? {} : { exit }),
  }));
}

/** What the judge looks at. */
export function playedIn({ turns, taken, information, end }: TestRun): Played {
  return { said: wordsIn(turns), visited: taken.map(({ node }) => node), information, end };
}

function wordsIn(turns: readonly RecordedTurn[]): Played['said'] {
  return turns.flatMap((turn) => turn.said);
}
