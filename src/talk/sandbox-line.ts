/**
 * The line to the sandbox: what is written in the rehearsal is read aloud by the browser, and what is spoken is turned into text by it. One
 * speaks after the other. Knows the conversation only by its port, and nothing of Vapi.
 */

import type { SpokenLanguage } from '../voice/language.ts';
import type { Ear, Hearing } from '../voice/listen.ts';
import type { Manner, Mouth } from '../voice/speak.ts';
import type { Hear, TalkLine } from './line.ts';

/** What the conversation looks like at a moment. */
export interface Moment {
  readonly status: 'starting' | 'listening' | 'thinking' | 'ended' | 'failed';
  readonly turns: readonly {
    readonly id: number;
    readonly who: 'assistant' | 'caller';
    readonly text: string;
  }[];
  readonly current: string | null;
}

export interface Conversation {
  moment(): Moment;
  subscribe(listener: () => void): () => void;
  /** From the beginning. */
  start(): Promise<void>;
  say(text: string): Promise<void>;
}

export interface SandboxLineOptions {
  readonly conversation: Conversation;
  readonly mouth: Mouth;
  readonly ear: Ear;
  readonly language: SpokenLanguage;
  readonly manner?: Manner;
  readonly hear: Hear;
  /** Calls back after milliseconds, unless that is cancelled. */
  readonly patience?: (milliseconds: number, then: () => void) => () => void;
}

/** A telephone hangs up on silence at last. */
const MOST_SILENCES = 6;
/** Milliseconds for each character, at the slowest that anybody reads. */
const SLOWEST = 120;

const byClock = (milliseconds: number, then: () => void) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

export function createSandboxLine(options: SandboxLineOptions): TalkLine {
  const { conversation, mouth, ear, language, hear, patience = byClock } = options;
  let isOver = false;
  let isMuted = false;
  let isReady = false;
  let isSpeaking = false;
  let hearing: Hearing | null = null;
  let silences = 0;
  let told = 0;
  let step: string | null = null;
  let stopFollowing = () => {};

  const finish = (event: Parameters<Hear>[0]) => {
    if (isOver) return;
    isOver = true;
    stopFollowing();
    hearing?.cancel();
    mouth.silence();
    hear(event);
  };

  function read(texts: readonly string[]): void {
    if (texts.length === 0 || !mouth.canSpeak) {
      next();
      return;
    }
    isSpeaking = true;
    hear({ type: 'speaking', who: 'assistant', isSpeaking: true });
    const spoken = () => {
      stopWaiting();
      if (isOver || !isSpeaking) return;
      isSpeaking = false;
      hear({ type: 'speaking', who: 'assistant', isSpeaking: false });
      next();
    };
    // Browsers without a voice for the language never say that they have finished.
    const length = texts.join(' ').length;
    const stopWaiting = patience(length * SLOWEST + 4_000, () => {
      mouth.silence();
      spoken();
    });
    mouth.speak(texts, language, options.manner, spoken);
  }

  /** Whoever spoke last has finished: listen, or see that it is over. */
  function next(): void {
    if (isOver || isSpeaking || hearing !== null) return;
    const { status } = conversation.moment();
    if (status === 'ended') finish({ type: 'ended', reason: 'assistant' });
    else if (status === 'listening' && !isMuted) listen();
  }

  function listen(): void {
    const heard = ear.listen(language, (text) => {
      if (text !== '') hear({ type: 'said', who: 'caller', text, isFinal: false });
    });
    hearing = heard;
    hear({ type: 'speaking', who: 'caller', isSpeaking: true });
    void heard.result.then((result) => {
      if (hearing !== heard) return;
      hearing = null;
      if (isOver) return;
      hear({ type: 'speaking', who: 'caller', isSpeaking: false });
      if (isMuted) return;
      if (result.ok) {
        silences = 0;
        void conversation.say(result.value);
        return;
      }
      if (result.failure !== 'nothing-heard') {
        finish({ type: 'failed', failure: result.failure });
        return;
      }
      silences += 1;
      if (silences >= MOST_SILENCES) finish({ type: 'ended', reason: 'silence' });
      else next();
    });
  }

  function follow(): void {
    if (isOver) return;
    const { status, turns, current } = conversation.moment();
    if (current !== null && current !== step) {
      step = current;
      hear({ type: 'step', node: current });
    }
    if (status === 'failed') {
      finish({ type: 'failed', failure: 'conversation' });
      return;
    }
    if (turns.length === 0) told = 0;
    const fresh = turns.filter(({ id }) => id > told);
    const last = fresh.at(-1);
    if (!last) {
      next();
      return;
    }
    told = last.id;
    if (!isReady) {
      isReady = true;
      hear({ type: 'ready' });
    }
    for (const { who, text } of fresh) hear({ type: 'said', who, text, isFinal: true });
    read(fresh.filter(({ who }) => who === 'assistant').map(({ text }) => text));
  }

  return {
    async start() {
      told = conversation.moment().turns.at(-1)?.id ?? 0;
      const started = conversation.start();
      stopFollowing = conversation.subscribe(follow);
      await started;
      follow();
    },
    async hangUp() {
      finish({ type: 'ended', reason: 'left' });
    },
    setMuted(wanted) {
      isMuted = wanted;
      if (isMuted) hearing?.cancel();
      else next();
    },
    write(text) {
      if (isOver) return;
      const heard = hearing;
      hearing = null;
      heard?.cancel();
      mouth.silence();
      isSpeaking = false;
      hear({ type: 'speaking', who: 'caller', isSpeaking: false });
      void conversation.say(text);
    },
    unblock: async () => true,
    // Browsers hear with their own microphone, and read with their own voice.
    devices: null,
  };
}
