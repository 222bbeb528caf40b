/**
 * Plays a call through a port, turn by turn: the same for a test, for a way that nobody has tried, and for a drawing before and
 * after an edit. Knows neither the network nor the screen.
 */
import type { Pretence } from '../flow/compile/pretend.ts';
import type { Result } from '../lib/result.ts';
import type { Played } from './judge.ts';
import { MOST_LINES } from './test-case.ts';

/** One turn of whoever answers. */
export interface Answered {
  /** Null once the call is over. */
  readonly conversation: string | null;
  readonly said: Played['said'];
  readonly visited: readonly string[];
  readonly information: Readonly<Record<string, string>>;
  readonly end: Played['end'];
}

export type Converse<Failure> = (
  turn: { readonly previous?: string; readonly input?: string; readonly pretence: Pretence },
  signal: AbortSignal,
) => Promise<Result<Answered, Failure>>;

/** What the caller says next, after the steps so far; null has nothing more to say. */
export type NextLine = (visited: readonly string[]) => string | null;

export interface Recorded extends Played {
  readonly lines: readonly string[];
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
  const said: Played['said'][number][] = [];
  const visited: string[] = [];
  let information: Record<string, string> = {};
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
    said.push(...turn.value.said);
    visited.push(...turn.value.visited);
    information = { ...information, ...turn.value.information };
    const { conversation, end } = turn.value;
    const line = conversation === null || lines.length >= MOST_LINES ? null : next(visited);
    if (conversation === null || line === null)
      return { ok: true, value: { lines, said, visited, information, end } };
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
