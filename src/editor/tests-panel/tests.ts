/**
 * The kept tests of one open flow as a store: listed, run one after the other, judged, changed. Knows no component; the
 * conversation and the place where tests are kept come through ports.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeepFailure, StoredTest, StoredTests } from '../../data/test-cases.ts';
import type { Taken } from '../../flow/coverage.ts';
import type { FlowDocument } from '../../flow/document.ts';
import type { Result } from '../../lib/result.ts';
import type { RehearsalAnswer, RehearsalRequest } from '../../publish/wire.ts';
import { holds, judge } from '../../rehearsals/judge.ts';
import { type Conversation, keepConversation, testFromAttempt } from '../../rehearsals/keep.ts';
import { pretenceFrom } from '../../rehearsals/moment.ts';
import {
  type Converse,
  type NextLine,
  type PlayOptions,
  play,
  type Recorded,
  sayingLines,
} from '../../rehearsals/play.ts';
import { type SimulationPhase, type SimulationPort, simulate } from '../../rehearsals/simulate.ts';
import { isTooLong, toldOf } from '../../rehearsals/simulated-caller.ts';
import type { TestCase } from '../../rehearsals/test-case.ts';
import {
  playedIn,
  type RunMoment,
  resultAfter,
  runFrom,
  type TestResult,
  takenIn,
} from '../../rehearsals/test-result.ts';
import { type Attempt, attemptsFor, takenBy } from '../../rehearsals/untried.ts';

interface Failure {
  readonly code: string;
}
type Answer<Value, Why extends Failure = Failure> = Promise<Result<Value, Why>>;

export interface TestsPorts {
  /** The revision once everything drawn is saved; null while it cannot be. */
  save(): Promise<number | null>;
  document(): FlowDocument;
  converse(turn: Omit<RehearsalRequest, 'flowId'>, signal: AbortSignal): Answer<RehearsalAnswer>;
  readonly simulation: SimulationPort<Failure>;
  list(): Answer<StoredTests>;
  keep(tests: readonly StoredTest[]): Answer<null, KeepFailure>;
  change(id: string, test: TestCase): Answer<null>;
  keepResult(id: string, result: TestResult): Answer<null>;
  remove(id: string): Answer<null>;
  newId(): string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Whoever may only look runs tests, but keeps nothing. */
  readonly canKeep: boolean;
}

export interface Running {
  readonly what: 'tests' | 'ways';
  readonly done: number;
  readonly all: number;
  /** The tests that are being played, and how far each is. */
  readonly now: Readonly<Record<string, SimulationPhase>>;
}

/** Who calls: somebody who says the lines of a test, or an AI caller who was told of them. */
export const CALLERS = ['lines', 'simulated'] as const;
export type Caller = (typeof CALLERS)[number];

export interface TestsState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly tests: readonly StoredTest[];
  readonly unreadable: number;
  readonly running: Running | null;
  /** Why the last thing did not work: a code with a sentence; `not-saved` is ours. */
  readonly failure: string | null;
  /** Ways of which the drawn rules let nobody go, after they were tried. */
  readonly impossible: number;
  /** Who played last; null before anybody has. */
  readonly isSandbox: boolean | null;
  /** The test that is unfolded. */
  readonly chosen: string | null;
  readonly caller: Caller;
}

export interface Tests {
  readonly state: StoreApi<TestsState>;
  load(): Promise<void>;
  choose(id: string | null): void;
  chooseCaller(caller: Caller): void;
  /**
   * Those named, or all: lines one test after the other, AI callers a few at once, as each takes minutes. Where a test has no lines,
   * an AI caller would not know what they want, and nobody says anything.
   */
  run(ids?: readonly string[], caller?: Caller): Promise<void>;
  /** Makes tests for the ways that neither they nor `others` have tried, and keeps what was played. */
  tryTheRest(others: readonly (readonly Taken[])[], nameOf: (attempt: Attempt) => string): Promise<void>;
  /** Ends what runs; what was played until then stays. */
  stop(): void;
  /** A conversation as a test; null when it could not be kept. */
  keepConversation(name: string, conversation: Conversation): Promise<StoredTest | null>;
  change(id: string, test: TestCase): Promise<void>;
  /** Gives the way back; null when it could not be deleted. */
  remove(id: string): Promise<(() => Promise<void>) | null>;
}

/** Ways tried in one go. */
export const MOST_ATTEMPTS = 40;
/** Tests played at once. */
const AT_ONCE: Readonly<Record<Caller, number>> = { lines: 1, simulated: 3 };

export function createTests(ports: TestsPorts): Tests {
  const state = createStore<TestsState>(() => ({
    status: 'loading',
    tests: [],
    unreadable: 0,
    running: null,
    failure: null,
    impossible: 0,
    isSandbox: null,
    chosen: null,
    caller: 'lines',
  }));
  const set = state.setState;
  let stopping = new AbortController();
  let isSandbox = false;
  /** Counted, as a list that was asked for before the last of them does not show it. */
  let writes = 0;
  let writing: Promise<unknown> = Promise.resolve();

  const converse: Converse<Failure> = async (turn, signal) => {
    const answer = await ports.converse(turn, signal);
    if (answer.ok) isSandbox = answer.value.sandbox;
    return answer;
  };

  const simulation: TestsPorts['simulation'] = {
    ...ports.simulation,
    begin: async (test) => {
      const begun = await ports.simulation.begin(test);
      if (begun.ok) isSandbox = begun.value.sandbox;
      return begun;
    },
  };

  const put = (stored: StoredTest) =>
    set(({ tests }) => ({ tests: tests.map((test) => (test.id === stored.id ? stored : test)) }));

  /** True when it was done. */
  async function kept(write: () => Answer<null>): Promise<boolean> {
    if (!ports.canKeep) return true;
    writes += 1;
    const asked = write();
    writing = asked;
    const answer = await asked;
    if (!answer.ok) set({ failure: answer.failure.code });
    return answer.ok;
  }

  /** Begins with everything saved; null when something else runs, or it cannot be saved. */
  async function begin(what: Running['what']): Promise<AbortSignal | null> {
    if (state.getState().running) return null;
    stopping = new AbortController();
    const { signal } = stopping;
    set({ running: { what, done: 0, all: 0, now: {} }, failure: null, impossible: 0 });
    if ((await ports.save()) !== null) return signal;
    set({ running: null, failure: signal.aborted ? null : 'not-saved' });
    return null;
  }

  interface Went {
    readonly recorded: Recorded;
    readonly moment: RunMoment;
  }

  /** Null when it was stopped or failed, which is told. */
  async function playNow(
    hold: () => Promise<Result<Recorded, Failure>>,
    signal: AbortSignal,
  ): Promise<Went | null> {
    const revision = await ports.save();
    const document = ports.document();
    if (revision === null || signal.aborted) {
      if (!signal.aborted) set({ failure: 'not-saved' });
      return null;
    }
    const played = await hold();
    if (signal.aborted) return null;
    if (!played.ok) {
      set({ failure: played.failure.code });
      return null;
    }
    set({ isSandbox });
    const at = new Date(ports.now()).toISOString();
    return { recorded: played.value, moment: { at, revision, isSandbox, document } };
  }

  const sayLines = (line: NextLine, options: PlayOptions) => () => play(converse, line, options);

  /** Where one of several is. */
  const tell = (id: string, phase: SimulationPhase | null) =>
    set(({ running }) => {
      if (!running) return {};
      const { [id]: _, ...others } = running.now;
      return { running: { ...running, now: phase === null ? others : { ...others, [id]: phase } } };
    });

  async function runOne(
    { id, callId, test }: StoredTest,
    caller: Caller,
    signal: AbortSignal,
  ): Promise<boolean> {
    // What somebody said on a real call goes to nobody who keeps it.
    const isTold = caller === 'simulated' && callId === null && test.lines.length > 0;
    if (isTold && isTooLong(toldOf(test))) {
      set({ failure: 'simulation-too-long' });
      return true;
    }
    const options = { pretence: pretenceFrom(test.pretence, ports.document()), signal };
    const onPhase = (phase: SimulationPhase) => tell(id, phase);
    const hold = isTold
      ? () => simulate(simulation, test, { ...options, onPhase })
      : sayLines(sayingLines(test.lines), options);
    tell(id, isTold ? 'queued' : 'running');
    const went = await playNow(hold, signal);
    tell(id, null);
    if (!went) return false;
    // It may have been changed or deleted meanwhile.
    const stored = state.getState().tests.find((one) => one.id === id);
    if (!stored) return true;
    const { recorded, moment } = went;
    const taken = takenBy(moment.document, recorded, stored.result ? takenIn(stored.result.last) : []);
    const last = runFrom(recorded, taken, moment);
    const doesHold = holds(judge(stored.test, moment.document, playedIn(last)));
    const result = resultAfter(stored.result, last, doesHold);
    put({ ...stored, result });
    return kept(() => ports.keepResult(id, result));
  }

  /** Null when it was stopped or failed. */
  async function attempt(
    one: Attempt,
    nameOf: (attempt: Attempt) => string,
    signal: AbortSignal,
  ): Promise<StoredTest | null> {
    const went = await playNow(sayLines(one.caller(), { pretence: one.pretence, signal }), signal);
    if (!went) return null;
    const { recorded, moment } = went;
    const test = testFromAttempt(nameOf(one), one, recorded, moment.document);
    const last = runFrom(recorded, takenBy(moment.document, recorded, one.way.steps), moment);
    const doesHold = holds(judge(test, moment.document, playedIn(last)));
    return { id: ports.newId(), callId: null, test, result: resultAfter(null, last, doesHold) };
  }

  /** They are on screen already, and gone again when they could not be kept. */
  async function keepShown(tests: readonly StoredTest[]): Promise<boolean> {
    if (tests.length === 0 || (await kept(() => ports.keep(tests)))) return true;
    const ids = new Set(tests.map(({ id }) => id));
    set((now) => ({ tests: now.tests.filter(({ id }) => !ids.has(id)) }));
    return false;
  }

  return {
    state,
    async load() {
      let seen: number;
      let listed: Awaited<ReturnType<TestsPorts['list']>>;
      do {
        await writing;
        seen = writes;
        listed = await ports.list();
      } while (seen !== writes);
      if (!listed.ok) return set({ status: 'failed', failure: listed.failure.code });
      // What is being played right now is newer than what was listed.
      if (state.getState().running) return;
      set(({ status, failure }) => ({
        ...listed.value,
        status: 'ready',
        // Why something else did not work is still to be read.
        failure: status === 'failed' ? null : failure,
      }));
    },
    async run(ids, caller = 'lines') {
      const signal = await begin('tests');
      if (!signal) return;
      const { tests } = state.getState();
      const waiting = ids ? tests.filter(({ id }) => ids.includes(id)) : [...tests];
      set({ running: { what: 'tests', done: 0, all: waiting.length, now: {} } });
      let goesOn = true;
      const runNext = async () => {
        for (let test = waiting.shift(); test && goesOn; test = waiting.shift()) {
          goesOn = (await runOne(test, caller, signal)) && goesOn;
          set(({ running }) => (running ? { running: { ...running, done: running.done + 1 } } : {}));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE[caller] }, runNext));
      set({ running: null });
    },
    async tryTheRest(others, nameOf) {
      const signal = await begin('ways');
      if (!signal) return;
      const tried = [
        ...state.getState().tests.flatMap(({ result }) => (result ? [takenIn(result.last)] : [])),
        ...others,
      ];
      const { attempts, impossible } = attemptsFor(ports.document(), tried, ports.now(), MOST_ATTEMPTS);
      const made: StoredTest[] = [];
      for (const [done, one] of attempts.entries()) {
        set({ running: { what: 'ways', done, all: attempts.length, now: {} } });
        const test = await attempt(one, nameOf, signal);
        if (!test) break;
        made.push(test);
        set((now) => ({ tests: [...now.tests, test] }));
      }
      await keepShown(made);
      set({ running: null, impossible: impossible.length });
    },
    choose: (chosen) => set({ chosen }),
    chooseCaller: (caller) => set({ caller }),
    stop() {
      stopping.abort();
    },
    async keepConversation(name, conversation) {
      const document = ports.document();
      const { test, recorded } = keepConversation(name, conversation, document);
      const revision = await ports.save();
      const moment = {
        at: new Date(ports.now()).toISOString(),
        revision: revision ?? 0,
        isSandbox: conversation.isSandbox,
        document,
      };
      const last = runFrom(recorded, takenBy(document, recorded), moment);
      const stored = { id: ports.newId(), callId: null, test, result: resultAfter(null, last, true) };
      set((now) => ({ tests: [...now.tests, stored] }));
      return (await keepShown([stored])) ? stored : null;
    },
    async change(id, test) {
      const before = state.getState().tests.find((one) => one.id === id);
      if (!before) return;
      // Judged anew from what was played last: nothing has to be played for that.
      const last = before.result?.last;
      const result = before.result &&
        last && {
          ...before.result,
          holds: holds(judge(test, ports.document(), playedIn(last))),
        };
      put({ ...before, test, result: result ?? null });
      if (!(await kept(() => ports.change(id, test)))) return put(before);
      if (result && result.holds !== before.result?.holds) await kept(() => ports.keepResult(id, result));
    },
    async remove(id) {
      const { tests } = state.getState();
      const place = tests.findIndex((one) => one.id === id);
      const gone = tests[place];
      if (!gone) return null;
      const back = (now: TestsState) => ({ tests: now.tests.toSpliced(place, 0, gone) });
      set({ tests: tests.toSpliced(place, 1) });
      if (!(await kept(() => ports.remove(id)))) {
        set(back);
        return null;
      }
      return async () => {
        set(back);
        if (await kept(() => ports.keep([gone]))) return;
        set((now) => ({ tests: now.tests.filter((one) => one.id !== id) }));
      };
    },
  };
}
