/** The voice of a call: what the other side says is read aloud when switched on, what the person says becomes text. */
import { useEffect, useRef, useState } from 'react';
import { createEar, type Hearing, type HearingFailure, type ListeningScope } from '../voice/listen.ts';
import { createMouth } from '../voice/speak.ts';
import type { Line } from './use-line.ts';

export interface CallVoice {
  readonly canSpeak: boolean;
  readonly canListen: boolean;
  readonly isAloud: boolean;
  setAloud(isAloud: boolean): void;
  /** What has been understood so far; null while nobody listens. */
  readonly part: string | null;
  readonly failure: HearingFailure | null;
  /** Begins to listen, or says what was heard. */
  talk(): void;
}

/** In the language of the call; `fallback` where the line does not tell it. */
export function useVoice(line: Line, fallback: 'en' | 'fr'): CallVoice {
  const [mouth] = useState(() => createMouth(window));
  const [ear] = useState(() => createEar(window as ListeningScope));
  const [isAloud, setAloud] = useState(false);
  const [part, setPart] = useState<string | null>(null);
  const [failure, setFailure] = useState<HearingFailure | null>(null);
  const hearing = useRef<Hearing | null>(null);
  const read = useRef(0);
  const language = line.language ?? fallback;
  const isOver = line.state !== 'connected';
  useEffect(() => {
    const fresh = line.said.slice(read.current).filter(({ by }) => by === 'assistant');
    read.current = line.said.length;
    if (isAloud)
      mouth.speak(
        fresh.map(({ text }) => text),
        language,
      );
  }, [line.said, isAloud, mouth, language]);
  useEffect(() => {
    if (isOver) hearing.current?.cancel();
  }, [isOver]);
  // Who closes the telephone wants silence.
  useEffect(
    () => () => {
      hearing.current?.cancel();
      mouth.silence();
    },
    [mouth],
  );
  const talk = () => {
    if (hearing.current) {
      hearing.current.finish();
      return;
    }
    // Whoever begins to speak interrupts, as on any telephone.
    mouth.silence();
    setFailure(null);
    setPart('');
    const heard = ear.listen(language, setPart);
    hearing.current = heard;
    void heard.result.then((result) => {
      hearing.current = null;
      setPart(null);
      if (result.ok) void line.say(result.value);
      else setFailure(result.failure);
    });
  };
  return {
    canSpeak: mouth.canSpeak,
    canListen: ear.canListen,
    isAloud,
    setAloud(next) {
      if (!next) mouth.silence();
      setAloud(next);
    },
    part,
    failure,
    talk,
  };
}
