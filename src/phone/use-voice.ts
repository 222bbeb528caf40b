/** The voice of a call: what the other side says is read aloud when switched on, what the person says becomes text. */
import { useEffect, useRef, useState } from 'react';
import type { Line } from './use-line.ts';
import { createVoice, type Hearing, type HearingFailure, type Voice, type VoiceScope } from './voice.ts';

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
  const [voice] = useState<Voice>(() => createVoice(window as unknown as VoiceScope));
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
      voice.speak(
        fresh.map(({ text }) => text),
        language,
      );
  }, [line.said, isAloud, voice, language]);
  useEffect(() => {
    if (isOver) hearing.current?.cancel();
  }, [isOver]);
  // Who closes the telephone wants silence.
  useEffect(
    () => () => {
      hearing.current?.cancel();
      voice.silence();
    },
    [voice],
  );
  const talk = () => {
    if (hearing.current) {
      hearing.current.finish();
      return;
    }
    // Whoever begins to speak interrupts, as on any telephone.
    voice.silence();
    setFailure(null);
    setPart('');
    const heard = voice.listen(language, setPart);
    hearing.current = heard;
    void heard.result.then((result) => {
      hearing.current = null;
      setPart(null);
      if (result.ok) void line.say(result.value);
      else setFailure(result.failure);
    });
  };
  return {
    canSpeak: voice.canSpeak,
    canListen: voice.canListen,
    isAloud,
    setAloud(next) {
      if (!next) voice.silence();
      setAloud(next);
    },
    part,
    failure,
    talk,
  };
}
