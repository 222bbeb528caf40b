/**
 * A shim of the Web Speech API for a browser without voices, as headless ones are: it makes no sound. Each text counts as read after
 * a moment, and is written down with its voice and language.
 */
import type { Page } from 'playwright-core';

export interface ShimSpoken {
  readonly text: string;
  readonly lang: string;
  readonly voice: string;
  readonly rate: number;
}

const VOICES = [
  { name: 'Shim Far French', lang: 'fr-FR', localService: false },
  { name: 'Shim French One', lang: 'fr-FR', localService: true },
  { name: 'Shim French Two', lang: 'fr-FR', localService: true },
  { name: 'Shim English One', lang: 'en-GB', localService: true },
  { name: 'Shim English Two', lang: 'en-GB', localService: true },
];
/** Of every text, whatever its length. */
const MILLISECONDS = 120;

/** Before the first page of the tab. */
export async function shimReadAloud(page: Page): Promise<() => Promise<readonly ShimSpoken[]>> {
  await page.addInitScript(
    ({ voices, milliseconds }) => {
      class ShimUtterance {
        lang = '';
        voice: { readonly name: string } | null = null;
        rate = 1;
        pitch = 1;
        onend: (() => void) | null = null;
        onerror: (() => void) | null = null;
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      const spoken: unknown[] = [];
      let current: { readonly timer: number; readonly utterance: ShimUtterance } | null = null;
      const speech = {
        getVoices: () => voices,
        addEventListener: () => {},
        removeEventListener: () => {},
        speak(utterance: ShimUtterance) {
          const { text, lang, voice, rate } = utterance;
          spoken.push({ text, lang, voice: voice?.name ?? '', rate });
          const timer = window.setTimeout(() => {
            current = null;
            utterance.onend?.();
          }, milliseconds);
          current = { timer, utterance };
        },
        cancel() {
          const cut = current;
          current = null;
          if (cut) window.clearTimeout(cut.timer);
          cut?.utterance.onerror?.();
        },
      };
      Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: ShimUtterance, configurable: true });
      Object.defineProperty(window, 'shimSpoken', { value: spoken });
    },
    { voices: VOICES, milliseconds: MILLISECONDS },
  );
  return () => page.evaluate(() => [...(window as unknown as { shimSpoken: ShimSpoken[] }).shimSpoken]);
}
