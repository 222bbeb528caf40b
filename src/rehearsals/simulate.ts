/**
 * Lets an AI caller hold the conversation of a test through a port: begun, looked at until it is over, ended when nobody waits any
 * more. Knows neither the network nor the screen.
 */
import type { Pretence } from '../flow/compile/pretend.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import type { Played } from './judge.ts';
import { type Spoken, turnsOf } from './keep.ts';
import type { Recorded, Step } from './play.ts';
import { toldOf } from './simulated-caller.ts';
import type { TestCase } from './test-case.ts';

export type SimulationPhase = 'queued' | 'running' | 'evaluating';

/** What came of it. */
export interface Held {
  readonly status: 'done';
  /** Both sides, in order. */
  readonly spoken: readonly Spoken[];
  readonly visited: readonly string[];
  readonly path: readonly Step[];
  readonly information: Readonly<Record<string, string>>;
  readonly end: Played['end'];
  /** Whether the caller got what they called for; null when nobody could tell. */
  readonly goal: boolean | null;
  readonly sandbox: boolean;
}

export interface Begun {
  /** By which it is found again. */
  readonly simulation: string;
  readonly sandbox: boolean;
}

export interface SimulationPort<Failure> {
  begin(test: {
    readonly name: string;
    readonly lines: readonly string[];
    readonly answers: Readonly<Record<string, string>>;
    readonly pretence: Pretence;
  }): Promise<Result<Begun, Failure>>;
  look(
    of: { readonly simulation: string; readonly pretence: Pretence },
    signal: AbortSignal,
  ): Promise<Result<{ readonly status: SimulationPhase } | Held, Failure>>;
  cancel(simulation: string): Promise<Result<unknown, Failure>>;
  /** Resolves after as many milliseconds, or once the signal says so. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface SimulateOptions {
  readonly pretence: Pretence;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: SimulationPhase) => void;
}

/** Milliseconds between two looks. */
const PAUSE = { vapi: 2000, sandbox: 250 } as const;
/** Milliseconds after which nobody waits any more. */
const LONGEST = 600_000;
/** What may be otherwise at the next look, and how many such looks in a row are put up with. */
const PASSING: readonly string[] = ['offline', 'vapi-limited', 'vapi-unreachable', 'unexpected'];
const MOST_MISSES = 4;
const MOST_CANCELS = 3;

/** Not over in time, and ended. */
export type TooSlow = { readonly code: 'simulation-too-slow' };

/** Once the signal has spoken, what comes back is of no use to anybody; the conversation was ended. */
export async function simulate<Failure extends { readonly code: string }>(
  port: SimulationPort<Failure>,
  test: TestCase,
  { pretence, signal, onPhase }: SimulateOptions,
): Promise<Result<Recorded, Failure | TooSlow>> {
  // Not broken off: what was begun and is not known could not be ended.
  const begun = await port.begin({ name: test.name, ...toldOf(test), pretence });
  if (!begun.ok) return begun;
  const { simulation, sandbox } = begun.value;
  const until = port.now() + LONGEST;
  for (let misses = 0; ; ) {
    if (!signal.aborted) await port.wait(sandbox ? PAUSE.sandbox : PAUSE.vapi, signal);
    if (signal.aborted || port.now() >= until) {
      await end(port, simulation);
      return fail({ code: 'simulation-too-slow' });
    }
    const looked = await port.look({ simulation, pretence }, signal);
    if (!looked.ok) {
      misses += 1;
      if (signal.aborted || (PASSING.includes(looked.failure.code) && misses <= MOST_MISSES)) continue;
      await end(port, simulation);
      return looked;
    }
    misses = 0;
    if (looked.value.status === 'done') return succeed(recordedOf(looked.value));
    onPhase(looked.value.status);
  }
}

async function end<Failure>(port: SimulationPort<Failure>, simulation: string): Promise<void> {
  for (let times = 1; !(await port.cancel(simulation)).ok && times < MOST_CANCELS; times += 1)
    await port.wait(PAUSE.vapi);
}

function recordedOf({ spoken, visited, path, information, end, goal }: Held): Recorded {
  const turns = turnsOf(spoken);
  return {
    turns,
    lines: turns.flatMap(({ line }) => line ?? []),
    said: turns.flatMap(({ said }) => said),
    visited,
    path,
    information,
    end,
    simulated: { goal },
  };
}
