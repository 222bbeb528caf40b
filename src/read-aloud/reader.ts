/**
 * Reads a conversation aloud, line after line: play, pause, stop, the next line, faster and slower. Without a voice it goes on in
 * silence at the pace of speech, to be read along. Knows no drawing and no React; the voice and the clock are ports.
 */
import type { SpokenLanguage } from '../voice/language.ts';
import type { Manner, Mouth } from '../voice/speak.ts';

export interface ReadLine {
  readonly by: 'assistant' | 'caller';
  readonly text: string;
  /** How long it takes at the usual speed. */
  readonly seconds: number;
}

export interface ReaderState {
  readonly status: 'stopped' | 'playing' | 'paused' | 'over';
  /** Which line is read, or comes next; -1 before the first. */
  readonly at: number;
  readonly speed: number;
}

export interface Clock {
  after(milliseconds: number, task: () => void): () => void;
}

export interface Reader {
  readonly now: () => ReaderState;
  /** Told of every change; gives back how to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** From the beginning, or from where it was paused. */
  play(): void;
  /** Goes on with the line that was cut off. */
  pause(): void;
  stop(): void;
  /** The next line at once; playing goes on from there. */
  next(): void;
  setSpeed(speed: number): void;
}

export interface ReaderOptions {
  readonly voice: Pick<Mouth, 'canSpeak' | 'speak' | 'silence' | 'voices'>;
  readonly language: SpokenLanguage;
  readonly lines: readonly ReadLine[];
  readonly speed?: number;
  readonly clock: Clock;
}

export const SPEEDS = [0.75, 1, 1.25, 1.5] as const;
/** Between two lines. */
const PAUSE = 350;
/** A voice that has not ended by then never will: some of the network break off without a word. */
const PATIENCE = 4;

export function createReader({ voice, language, lines, speed = 1, clock }: ReaderOptions): Reader {
  let state: ReaderState = { status: 'stopped', at: -1, speed };
  const listeners = new Set<() => void>();
  const change = (part: Partial<ReaderState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  /** What was begun before this is over no longer counts. */
  let run = 0;
  let stopWaiting = () => {};

  const quiet = () => {
    run += 1;
    stopWaiting();
    stopWaiting = () => {};
    voice.silence();
  };

  const read = (at: number) => {
    quiet();
    const line = lines[at];
    if (!line) return change({ status: 'over', at: lines.length });
    const own = run;
    const isCurrent = () => own === run;
    change({ status: 'playing', at });
    const pace = (line.seconds * 1000) / state.speed;
    const onEnd = () => {
      if (!isCurrent()) return;
      stopWaiting();
      stopWaiting = clock.after(PAUSE, () => isCurrent() && read(at + 1));
    };
    const manner = mannerFor(voice, language, line.by, state.speed);
    stopWaiting = clock.after(manner ? pace * PATIENCE + 5_000 : pace, onEnd);
    if (manner) voice.speak([line.text], language, manner, onEnd);
  };

  return {
    now: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    play() {
      const { status, at } = state;
      if (status !== 'playing') read(status === 'paused' ? at : 0);
    },
    pause() {
      if (state.status !== 'playing') return;
      quiet();
      change({ status: 'paused' });
    },
    stop() {
      quiet();
      change({ status: 'stopped', at: -1 });
    },
    next() {
      const { status, at } = state;
      const to = status === 'over' ? 0 : at + 1;
      if (status === 'playing') return read(to);
      quiet();
      change(to < lines.length ? { status: 'paused', at: to } : { status: 'over', at: lines.length });
    },
    setSpeed(wanted) {
      change({ speed: wanted });
      const { status, at } = state;
      // The line is begun again: no browser changes the speed of what it reads.
      if (status === 'playing') read(at);
    },
  };
}

/** Whether the browser has anything to read the language with. */
export function hasVoice(voice: ReaderOptions['voice'], language: SpokenLanguage): boolean {
  return voice.canSpeak && voice.voices(language).length > 0;
}

/** Two voices where there are two; otherwise the caller speaks with the same one, lower. */
function mannerFor(
  voice: ReaderOptions['voice'],
  language: SpokenLanguage,
  by: ReadLine['by'],
  rate: number,
): Manner | null {
  if (!voice.canSpeak) return null;
  const [first, second] = voice.voices(language);
  if (!first) return null;
  const chosen = by === 'caller' ? (second ?? first) : first;
  const pitch = by === 'caller' && !second ? 0.7 : 1;
  return { name: chosen.name, locale: chosen.lang, pitch, rate, voice: chosen };
}
