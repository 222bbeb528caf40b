/** Speaking with what the browser brings (Web Speech API). Knows no call and no React. */
import { LOCALES, type SpokenLanguage } from './language.ts';

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

export interface Mouth {
  readonly canSpeak: boolean;
  /** Reads aloud, one text after the other. `onEnd` is called after the last, also when it was cut off. */
  speak(texts: readonly string[], language: SpokenLanguage, manner?: Manner, onEnd?: () => void): void;
  silence(): void;
  /** What the browser can read a language with, voices that need no network first; browsers tell them some time after the start. */
  voices(language: SpokenLanguage): readonly SpeechSynthesisVoice[];
  /** Told when others are there; gives back how to stop it. */
  onVoices(listener: () => void): () => void;
}

/** The parts of `window` that speak; each may be missing. */
export interface SpeakingScope {
  readonly speechSynthesis?: Pick<SpeechSynthesis, 'speak' | 'cancel'> &
    Partial<Pick<SpeechSynthesis, 'getVoices' | 'addEventListener' | 'removeEventListener'>>;
  readonly SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance;
}

export function createMouth(scope: SpeakingScope): Mouth {
  const { speechSynthesis: mouth, SpeechSynthesisUtterance: Utterance } = scope;
  return {
    canSpeak: mouth !== undefined && Utterance !== undefined,
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
