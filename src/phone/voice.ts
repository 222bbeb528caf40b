/**
 * Speaking and listening with what the browser brings (Web Speech API). Knows no call and no React. Some browsers turn speech
 * into text on servers of their maker: whoever switches it on is told.
 */
import { fail, type Result, succeed } from '../lib/result.ts';

export type SpokenLanguage = 'en' | 'fr';
const LOCALES: Readonly<Record<SpokenLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** `nothing-heard`: it was silent. `not-allowed`: the person or the browser said no to the microphone. */
export type HearingFailure = 'not-allowed' | 'nothing-heard' | 'no-microphone' | 'offline' | 'unexpected';

export interface Hearing {
  readonly result: Promise<Result<string, HearingFailure>>;
  /** What was said so far counts. */
  finish(): void;
  /** Nothing counts. */
  cancel(): void;
}

/** How something is read aloud, as far as the browser has such a voice. */
export interface Manner {
  /** Part of the name of the voice that is meant. */
  readonly name: string;
  /** `en-US`, say. */
  readonly locale: string;
  /** 1 is usual; used where no voice of that name is there. */
  readonly pitch: number;
  readonly rate: number;
  /** Exactly this one. */
  readonly voice?: SpeechSynthesisVoice;
}

export interface Voice {
  readonly canSpeak: boolean;
  readonly canListen: boolean;
  /** Reads aloud, one text after the other. `onEnd` is called after the last, also when it was cut off. */
  speak(texts: readonly string[], language: SpokenLanguage, manner?: Manner, onEnd?: () => void): void;
  silence(): void;
  /** What the browser can read a language with, voices that need no network first; browsers tell them some time after the start. */
  voices(language: SpokenLanguage): readonly SpeechSynthesisVoice[];
  /** Told when others are there; gives back how to stop it. */
  onVoices(listener: () => void): () => void;
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

/** The parts of `window` that a voice is made of; each may be missing. */
export interface VoiceScope {
  readonly speechSynthesis?: Pick<SpeechSynthesis, 'speak' | 'cancel'> &
    Partial<Pick<SpeechSynthesis, 'getVoices' | 'addEventListener' | 'removeEventListener'>>;
  readonly SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance;
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

export function createVoice(scope: VoiceScope): Voice {
  const { speechSynthesis: mouth, SpeechSynthesisUtterance: Utterance } = scope;
  const Ear = scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
  return {
    canSpeak: mouth !== undefined && Utterance !== undefined,
    canListen: Ear !== undefined,
    speak(texts, language, manner, onEnd) {
      if (!mouth || !Utterance) return;
      texts.forEach((text, index) => {
        const utterance = new Utterance(text);
        utterance.lang = manner?.locale ?? LOCALES[language];
        if (manner) speakLike(utterance, manner, mouth.getVoices?.() ?? []);
        if (onEnd && index === texts.length - 1) {
          utterance.onend = onEnd;
          utterance.onerror = onEnd;
        }
        mouth.speak(utterance);
      });
    },
    silence: () => mouth?.cancel(),
    voices: (language) => voicesOf(mouth?.getVoices?.() ?? [], language),
    onVoices(listener) {
      mouth?.addEventListener?.('voiceschanged', listener);
      return () => mouth?.removeEventListener?.('voiceschanged', listener);
    },
    listen(language, onPart) {
      const ear = Ear && new Ear();
      if (!ear) return { result: Promise.resolve(fail('unexpected')), finish() {}, cancel() {} };
      ear.lang = LOCALES[language];
      ear.interimResults = true;
      return { result: hear(ear, onPart), finish: () => ear.stop(), cancel: () => ear.abort() };
    },
  };
}

/** Those of the usual locale before others, those of this device before all. */
function voicesOf(
  all: readonly SpeechSynthesisVoice[],
  language: SpokenLanguage,
): readonly SpeechSynthesisVoice[] {
  const distance = ({ lang, localService }: SpeechSynthesisVoice) =>
    (localService ? 0 : 2) + (lang.replace('_', '-') === LOCALES[language] ? 0 : 1);
  return all
    .filter(({ lang }) => lang.toLowerCase().startsWith(language))
    .sort((one, other) => distance(one) - distance(other));
}

/** By the voice of that name where there is one; otherwise by another of the language, higher or lower, faster or slower. */
function speakLike(
  utterance: SpeechSynthesisUtterance,
  { name, locale, pitch, rate, voice }: Manner,
  voices: readonly SpeechSynthesisVoice[],
): void {
  if (voice) {
    Object.assign(utterance, { voice, pitch, rate });
    return;
  }
  const [language = ''] = locale.split('-');
  const speaking = voices.filter(({ lang }) => lang.replace('_', '-').startsWith(language));
  const meant = speaking.find((voice) => voice.name.includes(name));
  const near = meant ?? speaking.find(({ lang }) => lang.replace('_', '-') === locale) ?? speaking[0];
  if (near) utterance.voice = near;
  if (meant) return;
  utterance.pitch = pitch;
  utterance.rate = rate;
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
