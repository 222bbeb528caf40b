/**
 * Listening with what the browser brings (Web Speech API). Knows no call and no React. Some browsers turn speech into text on
 * servers of their maker: whoever switches it on is told.
 */
import { fail, type Result, succeed } from '../lib/result.ts';
import { LOCALES, type SpokenLanguage } from './language.ts';

/** `nothing-heard`: it was silent. `not-allowed`: the person or the browser said no to the microphone. */
export type HearingFailure = 'not-allowed' | 'nothing-heard' | 'no-microphone' | 'offline' | 'unexpected';

export interface Hearing {
  readonly result: Promise<Result<string, HearingFailure>>;
  /** What was said so far counts. */
  finish(): void;
  /** Nothing counts. */
  cancel(): void;
}

export interface Ear {
  readonly canListen: boolean;
  /** Hears one utterance; `onPart` is told what has been understood so far. */
  listen(language: SpokenLanguage, onPart: (text: string) => void): Hearing;
}

/** What is used of `SpeechRecognition`, which TypeScript does not describe. */
export interface Recogniser {
  lang: string;
  interimResults: boolean;
  onresult:
    | ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void)
    | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

/** The parts of `window` that listen; each may be missing. */
export interface ListeningScope {
  readonly SpeechRecognition?: new () => Recogniser;
  readonly webkitSpeechRecognition?: new () => Recogniser;
}

const FAILURES: Readonly<Record<string, HearingFailure>> = {
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'no-speech': 'nothing-heard',
  'audio-capture': 'no-microphone',
  network: 'offline',
};

export function createEar(scope: ListeningScope): Ear {
  const Recognition = scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
  return {
    canListen: Recognition !== undefined,
    listen(language, onPart) {
      const ear = Recognition && new Recognition();
      if (!ear) return { result: Promise.resolve(fail('unexpected')), finish() {}, cancel() {} };
      ear.lang = LOCALES[language];
      ear.interimResults = true;
      return { result: hear(ear, onPart), finish: () => ear.stop(), cancel: () => ear.abort() };
    },
  };
}

function hear(ear: Recogniser, onPart: (text: string) => void): Promise<Result<string, HearingFailure>> {
  return new Promise((resolve) => {
    let heard = '';
    ear.onresult = ({ results }) => {
      heard = Array.from(results, (alternatives) => alternatives[0]?.transcript ?? '')
        .join('')
        .trim();
      onPart(heard);
    };
    ear.onerror = ({ error }) => resolve(fail(FAILURES[error] ?? 'unexpected'));
    // Comes after an error too, when all is settled already.
    ear.onend = () => resolve(heard === '' ? fail('nothing-heard') : succeed(heard));
    try {
      ear.start();
    } catch {
      resolve(fail('unexpected'));
    }
  });
}
