/**
 * One talk as a store: where it stands, what was said, which step it is at. Takes the events of a line, whichever it is. Levels are a store of
 * their own, for they change ten times a second. Knows no component and no words.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Follower, Position } from './follow-call.ts';
import type { EndReason, Hear, TalkEvent, TalkFailure, TalkLine, Who } from './line.ts';

export interface Turn {
  readonly id: number;
  readonly who: Who;
  readonly text: string;
  readonly isFinal: boolean;
}

export interface TalkState<Refusal extends string> {
  readonly phase: 'idle' | 'connecting' | 'talking' | 'over';
  readonly turns: readonly Turn[];
  readonly speaking: Who | null;
  readonly isMuted: boolean;
  /** There is no sound until something is pressed. */
  readonly isBlocked: boolean;
  /** The assistant takes unusually long. */
  readonly isWaiting: boolean;
  readonly isWeak: boolean;
  readonly position: Position | null;
  /** Milliseconds since the epoch; null without a limit, or before it began. */
  readonly endsAt: number | null;
  readonly end: EndReason | null;
  readonly failure: TalkFailure | Refusal | null;
}

export interface Opened {
  readonly line: TalkLine;
  /** Follows the call on the drawing; null where the line says the step itself. */
  readonly follower: Follower | null;
  /** After these the call ends by itself. */
  readonly seconds: number | null;
  /** Told once, when it is over. */
  settle(): Promise<void>;
}

export type Open<Refusal extends string> = (
  hear: Hear,
) => Promise<
  | { readonly ok: true; readonly value: Opened }
  | { readonly ok: false; readonly failure: TalkFailure | Refusal }
>;

export interface Talk<Refusal extends string> {
  readonly state: StoreApi<TalkState<Refusal>>;
  readonly levels: StoreApi<Readonly<Record<Who, number>>>;
  readonly hear: Hear;
  begin(open: Open<Refusal>): Promise<void>;
  hangUp(): Promise<void>;
  setMuted(isMuted: boolean): void;
  /** Written instead of spoken; nothing before there is a line. */
  write(text: string): void;
  unblock(): Promise<void>;
  devices(): TalkLine['devices'];
}

const FRESH = {
  phase: 'idle',
  turns: [],
  speaking: null,
  isMuted: false,
  isBlocked: false,
  isWaiting: false,
  isWeak: false,
  position: null,
  endsAt: null,
  end: null,
  failure: null,
} as const;

export function createTalk<Refusal extends string = never>(now: () => number): Talk<Refusal> {
  const state = createStore<TalkState<Refusal>>(() => FRESH);
  const levels = createStore<Readonly<Record<Who, number>>>(() => ({ assistant: 0, caller: 0 }));
  let opened: Opened | null = null;
  let attempt = 0;

  const over = (change: Partial<TalkState<Refusal>>) => {
    if (state.getState().phase === 'over') return;
    state.setState({ ...change, phase: 'over', speaking: null, isWaiting: false, isBlocked: false });
    levels.setState({ assistant: 0, caller: 0 });
    void opened?.settle();
  };
  const place = (position: Position | null | undefined) => {
    if (position) state.setState({ position });
  };

  const hear: Hear = (event) => {
    switch (event.type) {
      case 'ready': {
        const seconds = opened?.seconds ?? null;
        state.setState({ phase: 'talking', endsAt: seconds === null ? null : now() + seconds * 1000 });
        break;
      }
      case 'speaking':
        state.setState(({ speaking }) => ({
          speaking: event.isSpeaking ? event.who : speaking === event.who ? null : speaking,
          ...(event.who === 'assistant' ? { isWaiting: false } : {}),
        }));
        break;
      case 'level':
        levels.setState({ [event.who]: event.level });
        break;
      case 'said':
        state.setState(({ turns }) => ({
          turns: withSaid(turns, event),
          ...(event.who === 'assistant' ? { isWaiting: false } : {}),
        }));
        break;
      case 'traced':
        place(opened?.follower?.take(event.message));
        break;
      case 'member':
        place(opened?.follower?.enter(event.name));
        break;
      case 'step':
        place({ node: event.node as Position['node'], confidence: null });
        break;
      case 'blocked':
        state.setState({ isBlocked: true });
        break;
      case 'waiting':
        state.setState({ isWaiting: true });
        break;
      case 'network':
        state.setState({ isWeak: event.isWeak });
        break;
      case 'ended':
        over({ end: event.reason });
        break;
      case 'failed':
        over({ failure: event.failure });
        break;
    }
  };

  return {
    state,
    levels,
    hear,
    async begin(open) {
      attempt += 1;
      const mine = attempt;
      opened = null;
      state.setState({ ...FRESH, phase: 'connecting' }, true);
      const answer = await open((event) => {
        if (mine === attempt) hear(event);
      });
      if (mine !== attempt) {
        // Given up meanwhile.
        if (answer.ok) await answer.value.line.hangUp().then(answer.value.settle);
        return;
      }
      if (!answer.ok) return over({ failure: answer.failure });
      opened = answer.value;
      await opened.line.start();
    },
    async hangUp() {
      const { phase } = state.getState();
      if (phase === 'idle' || phase === 'over') return;
      if (opened === null) {
        attempt += 1;
        return over({ end: 'left' });
      }
      await opened.line.hangUp();
    },
    setMuted(isMuted) {
      opened?.line.setMuted(isMuted);
      state.setState({ isMuted });
    },
    write(text) {
      if (state.getState().phase === 'talking') opened?.line.write(text);
    },
    async unblock() {
      if (await opened?.line.unblock()) state.setState({ isBlocked: false });
    },
    devices: () => opened?.line.devices ?? null,
  };
}

/** A part replaces the part before; the next sentence of whoever spoke last is put to it. Pure. */
export function withSaid(
  turns: readonly Turn[],
  { who, text, isFinal }: Extract<TalkEvent, { type: 'said' }>,
): readonly Turn[] {
  const open = turns.findLastIndex((turn) => turn.who === who && !turn.isFinal);
  const rest = open < 0 ? turns : turns.filter((_, index) => index !== open);
  const last = rest.at(-1);
  const id = Math.max(0, ...turns.map((turn) => turn.id)) + 1;
  if (isFinal && last?.who === who && last.isFinal)
    return [...rest.slice(0, -1), { ...last, text: `${last.text} ${text}` }];
  if (open < 0) return [...turns, { id, who, text, isFinal }];
  return turns.map((turn, index) => (index === open ? { ...turn, text, isFinal } : turn));
}
