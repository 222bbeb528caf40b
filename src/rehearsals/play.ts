/**
 * Plays a call through a port, turn by turn: the same for a test, for a way that nobody has tried, and for a drawing before and
 * after an edit. Knows neither the network nor the screen.
 */
import type { Pretence } from '../flow/compile/pretend.ts';
import { type Result, succeed } from '../lib/result.ts';
import type { Played } from './judge.ts';
import { MOST_LINES } from './test-case.ts';

/** One turn of whoever answers. */
export interface Answered {
  /** Null once the call is over. */
  readonly conversation: string | null;
  readonly said: Played['said'];
  readonly visited: readonly string[];
  /** All steps so far and how each was left, from whoever can tell. */
  readonly path?: readonly Step[];
  readonly information: Readonly<Record<string, string>>;
  readonly end: Played['end'];
}

/** A step that a call came to; the way out is not known where nobody can tell, nor where the call is. */
export interface Step {
  readonly node: string;
  readonly left?: { readonly exit: string | null; readonly confidence?: 'known' | 'inferred' } | null;
}

export type Converse<Failure> = (
  turn: { readonly previous?: string; readonly input?: string; readonly pretence: Pretence },
  signal: AbortSignal,
) => Promise<Result<Answered, Failure>>;

/** What the caller says next, after the steps so far; null has nothing more to say. */
export type NextLine = (visited: readonly string[]) => string | null;

/** What the caller said, and what was answered; nobody has said anything before the first answer. */
export interface RecordedTurn {
  readonly line: string | null;
  readonly said: Played['said'];
}

export interface Recorded extends Played {
  readonly lines: readonly string[];
  readonly turns: readonly RecordedTurn[];
  readonly path?: readonly Step[];
  /** An AI caller spoke; absent where the lines of a test were said. */
  readonly simulated?: SimulatedRun;
}

/** Whether they got what they called for; null when nobody could tell. */
export interface SimulatedRun {
  readonly goal: boolean | null;
}

export interface PlayOptions {
  readonly pretence: Pretence;
  readonly signal: AbortSignal;
}

/**
 * Until the call is over, or nobody has anything to say. The failure is the port's; a call that goes on for ever is ended after
 * `MOST_LINES` turns.
 */
export async function play<Failure>(
  converse: Converse<Failure>,
  next: NextLine,
  { pretence, signal }: PlayOptions,
): Promise<Result<Recorded, Failure>> {
  const lines: string[] = [];
  const turns: RecordedTurn[] = [];
  const visited: string[] = [];
  let information: Record<string, string> = {};
  let path: readonly Step[] | undefined;
  let previous: string | undefined;
  let input: string | undefined;
  for (;;) {
    const turn = await converse(
      {
        pretence,
        ...(previous === undefined ? {} : { previous }),
        ...(input === undefined ? {} : { input }),
      },
      signal,
    );
    if (!turn.ok) return turn;
    turns.push({ line: input ?? null, said: turn.value.said });
    visited.push(...turn.value.visited);
    information = { ...information, ...turn.value.information };
    path = turn.value.path ?? path;
    const { conversation, end } = turn.value;
    const line = conversation === null || lines.length >= MOST_LINES ? null : next(visited);
    if (conversation === null || line === null)
      return succeed({
        lines,
        turns,
        said: turns.flatMap(({ said }) => said),
        visited,
        ...(path ? { path } : {}),
        information,
        end,
      });
    lines.push(line);
    previous = conversation;
    input = line;
  }
}

/** A caller who says these lines, whatever is answered. */
export function sayingLines(lines: readonly string[]): NextLine {
  let next = 0;
  return () => lines[next++] ?? null;
}
