/**
 * A shim for the Web Speech API, which no headless browser has: it speaks without sound for a moment, and hears what a test says into it.
 * Also notes when the rehearsal answered and when a card was lit, for the figure. Runs in the page; named `__speech` there.
 */
import type { Page } from 'playwright-core';

export interface SpeechShim {
  readonly spoken: { readonly text: string; readonly lang: string }[];
  isListening: boolean;
  /** Heard so far; the utterance is over with `isOver`. */
  hear(text: string, isOver: boolean): void;
  /** Milliseconds since the page was opened. */
  readonly answers: number[];
  readonly lit: number[];
}

type Shimmed = typeof globalThis & { __speech: SpeechShim };

export async function shimSpeech(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Ear {
      onresult: ((event: unknown) => void) | null;
      onend: (() => void) | null;
      onerror: ((event: unknown) => void) | null;
    }
    let ear: Ear | null = null;
    const shim = {
      spoken: [] as { text: string; lang: string }[],
      isListening: false,
      answers: [] as number[],
      lit: [] as number[],
      hear(text: string, isOver: boolean) {
        ear?.onresult?.({ results: [[{ transcript: text }]] });
        if (isOver) end();
      },
    };
    const end = () => {
      const over = ear;
      ear = null;
      shim.isListening = false;
      over?.onend?.();
    };
    class SpeechRecognitionShim implements Ear {
      lang = '';
      interimResults = false;
      onresult = null;
      onend = null;
      onerror = null;
      start() {
        ear = this;
        shim.isListening = true;
      }
      stop() {
        if (ear === this) end();
      }
      abort() {
        if (ear === this) end();
      }
    }
    class UtteranceShim {
      lang = '';
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const synthesis = {
      getVoices: () => [],
      cancel() {},
      speak(utterance: UtteranceShim) {
        shim.spoken.push({ text: utterance.text, lang: utterance.lang });
        setTimeout(() => utterance.onend?.(), 60);
      },
    };
    for (const [name, value] of Object.entries({
      __speech: shim,
      SpeechRecognition: SpeechRecognitionShim,
      webkitSpeechRecognition: SpeechRecognitionShim,
      SpeechSynthesisUtterance: UtteranceShim,
      speechSynthesis: synthesis,
    }))
      Object.defineProperty(window, name, { value, configurable: true });

    const fetchAsIs = window.fetch;
    window.fetch = async (...given) => {
      const response = await fetchAsIs(...given);
      if (!response.url.endsWith('/rehearsals')) return response;
      const json = response.json.bind(response);
      response.json = async () => {
        const read = await json();
        shim.answers.push(performance.now());
        return read;
      };
      return response;
    };
    new MutationObserver((changes) => {
      const isLit = changes.some(
        ({ target }) => target instanceof HTMLElement && target.dataset.state === 'live',
      );
      if (isLit) shim.lit.push(performance.now());
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state'] });
  });
}

/** Says something into the page, once it listens. */
export async function sayAloud(page: Page, text: string): Promise<void> {
  await page.waitForFunction(() => (globalThis as Shimmed).__speech.isListening);
  await page.evaluate((words) => {
    const { __speech: shim } = globalThis as Shimmed;
    shim.hear(words.slice(0, Math.ceil(words.length / 2)), false);
    shim.hear(words, true);
  }, text);
}

export function speechOf(
  page: Page,
): Promise<Pick<SpeechShim, 'spoken' | 'answers' | 'lit' | 'isListening'>> {
  return page.evaluate(() => {
    const { spoken, answers, lit, isListening } = (globalThis as Shimmed).__speech;
    return { spoken, answers, lit, isListening };
  });
}
