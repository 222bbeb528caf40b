/** A call on the sandbox's line, as the person holding the phone sees it. Knows no words. */
import { useEffect, useRef, useState } from 'react';
import { hangUpCall, type LineAnswer, type LineFailure, placeCall, sayOnCall } from '../data/line.ts';
import type { Result } from '../lib/result.ts';

export interface Utterance {
  readonly id: number;
  readonly by: 'assistant' | 'caller';
  readonly text: string;
}

export type LineState = 'idle' | 'calling' | 'connected' | 'ended';

export interface Line {
  readonly state: LineState;
  readonly said: readonly Utterance[];
  /** True while the other side is thinking. */
  readonly isWaiting: boolean;
  readonly failure: LineFailure | null;
  /** Spoken on the call; null until it is known. */
  readonly language: 'en' | 'fr' | null;
  readonly call: (to: string, from: string) => Promise<void>;
  readonly say: (text: string) => Promise<void>;
  readonly hangUp: () => Promise<void>;
}

function withMore(known: readonly Utterance[], by: Utterance['by'], texts: readonly string[]): Utterance[] {
  return [...known, ...texts.map((text, index) => ({ id: known.length + index, by, text }))];
}

/** `onEnded` is told once a call, whoever hung up. */
export function useLine(onEnded?: () => void): Line {
  const [state, setState] = useState<LineState>('idle');
  const [said, setSaid] = useState<readonly Utterance[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<LineFailure | null>(null);
  const [language, setLanguage] = useState<Line['language']>(null);
  const current = useRef<string | null>(null);

  const hear = (by: Utterance['by'], texts: readonly string[]) =>
    setSaid((known) => withMore(known, by, texts));

  const end = () => {
    current.current = null;
    setState('ended');
    onEnded?.();
  };
  const take = (answer: Result<LineAnswer, LineFailure>) => {
    setWaiting(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      if (current.current === null) setState('idle');
      return;
    }
    current.current = answer.value.callId;
    setState('connected');
    if (answer.value.language) setLanguage(answer.value.language);
    hear('assistant', answer.value.said);
    if (answer.value.ended) end();
  };
  const begin = () => {
    setFailure(null);
    setWaiting(true);
  };
  const hangUp = async () => {
    const id = current.current;
    if (id === null) return;
    end();
    await hangUpCall(id);
  };

  // who closes the telephone hangs up
  useEffect(
    () => () => {
      if (current.current !== null) void hangUpCall(current.current);
    },
    [],
  );

  const call = async (to: string, from: string) => {
    begin();
    setSaid([]);
    setState('calling');
    take(await placeCall(to, from));
  };
  const say = async (text: string) => {
    const id = current.current;
    if (id === null) return;
    begin();
    hear('caller', [text]);
    take(await sayOnCall(id, text));
  };
  return { state, said, isWaiting, failure, language, call, say, hangUp };
}
