/**
 * One rehearsal as a store: turns, where it is, what was collected. Saves first, so that what is drawn is what is
 * played. Knows no component; the conversation comes through a port.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../lib/result.ts';
import type { RehearsalAnswer, RehearsalRequest } from '../../publish/wire.ts';

export interface Turn {
  readonly id: number;
  readonly who: 'assistant' | 'caller';
  readonly text: string;
  /** The step that spoke; null when it is not known. */
  readonly node: string | null;
}

export interface RehearsalState {
  readonly status: 'starting' | 'listening' | 'thinking' | 'ended' | 'failed';
  readonly turns: readonly Turn[];
  readonly current: string | null;
  readonly information: Readonly<Record<string, string>>;
  readonly end: 'hung-up' | 'transferred' | null;
  readonly sandbox: boolean;
  /** A code with a sentence; `not-saved` is ours, the others are the function's. */
  readonly failure: string | null;
}

export interface RehearsalPorts {
  /** True when everything drawn is saved. */
  save(): Promise<boolean>;
  converse(
    request: RehearsalRequest,
    signal: AbortSignal,
  ): Promise<Result<RehearsalAnswer, { readonly code: string }>>;
}

export interface Rehearsal {
  readonly state: StoreApi<RehearsalState>;
  start(): Promise<void>;
  say(text: string): Promise<void>;
  /** The last thing that failed, once more. */
  retry(): Promise<void>;
  stop(): void;
}

const FRESH: RehearsalState = {
  status: 'starting',
  turns: [],
  current: null,
  information: {},
  end: null,
  sandbox: false,
  failure: null,
};

export function createRehearsal(flowId: string, ports: RehearsalPorts): Rehearsal {
  const state = createStore<RehearsalState>(() => FRESH);
  let conversation: string | null = null;
  let unanswered: string | undefined;
  let running = new AbortController();
  let turns = 0;

  const turn = (who: Turn['who'], text: string, node: string | null): Turn => {
    turns += 1;
    return { id: turns, who, text, node };
  };

  async function ask(): Promise<void> {
    const { signal } = running;
    const answer = await ports.converse(
      {
        flowId,
        ...(conversation === null ? {} : { previous: conversation }),
        ...(unanswered === undefined ? {} : { input: unanswered }),
      },
      signal,
    );
    // Restarted or closed meanwhile: this answer belongs to a conversation that is over.
    if (signal.aborted) return;
    if (!answer.ok) return state.setState({ status: 'failed', failure: answer.failure.code });
    const { said, visited, information, end, sandbox } = answer.value;
    conversation = answer.value.conversation;
    unanswered = undefined;
    state.setState((before) => ({
      status: end === null ? 'listening' : 'ended',
      turns: [...before.turns, ...said.map(({ text, node }) => turn('assistant', text, node))],
      current: visited.at(-1) ?? before.current,
      information: { ...before.information, ...information },
      end,
      sandbox,
      failure: null,
    }));
  }

  async function start(): Promise<void> {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    conversation = null;
    unanswered = undefined;
    state.setState({ ...FRESH, sandbox: state.getState().sandbox }, true);
    const isSaved = await ports.save();
    if (signal.aborted) return;
    if (!isSaved) return state.setState({ status: 'failed', failure: 'not-saved' });
    await ask();
  }

  return {
    state,
    start,
    async say(text) {
      const input = text.trim();
      if (input === '' || state.getState().status !== 'listening') return;
      unanswered = input;
      state.setState((before) => ({
        status: 'thinking',
        turns: [...before.turns, turn('caller', input, null)],
      }));
      await ask();
    },
    async retry() {
      if (state.getState().turns.length === 0) return start();
      state.setState({ status: 'thinking', failure: null });
      await ask();
    },
    stop: () => running.abort(),
  };
}
