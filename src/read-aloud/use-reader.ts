/** A reader for as long as something is shown: silent when that goes. */
import { useEffect, useMemo, useReducer, useState } from 'react';
import type { SpokenLanguage } from '../voice/language.ts';
import { createMouth, type SpeakingScope } from '../voice/speak.ts';
import { createReader, hasVoice, type Reader, type ReadLine } from './reader.ts';

export interface ReadingAloud {
  readonly reader: Reader;
  /** False where the browser has no voice for the language: it is read along in silence. */
  readonly isHeard: boolean;
}

export function useReader(lines: readonly ReadLine[], language: SpokenLanguage): ReadingAloud {
  const [voice] = useState(() => createMouth(window as unknown as SpeakingScope));
  const [, know] = useReducer((count: number) => count + 1, 0);
  useEffect(() => voice.onVoices(know), [voice]);
  const reader = useMemo(
    () =>
      createReader({
        voice,
        language,
        lines,
        clock: {
          after(milliseconds, task) {
            const timer = setTimeout(task, milliseconds);
            return () => clearTimeout(timer);
          },
        },
      }),
    [voice, language, lines],
  );
  useEffect(() => () => reader.stop(), [reader]);
  return { reader, isHeard: hasVoice(voice, language) };
}
