/** A stand-in for the Web Speech API, which no headless browser has: it says nothing and hears what a test gives it. */
import type { ListeningScope, Recogniser } from '../listen.ts';
import type { SpeakingScope } from '../speak.ts';

export class SpeechStandIn implements SpeakingScope, ListeningScope {
  /** What was to be read aloud, with its language. */
  readonly spoken: { readonly text: string; readonly lang: string }[] = [];
  silenced = 0;
  /** What it could read with. */
  voices: SpeechSynthesisVoice[] = [];
  private ending: (() => void) | null = null;
  ear: EarStandIn | null = null;
  readonly SpeechSynthesisUtterance: typeof SpeechSynthesisUtterance;
  readonly SpeechRecognition: new () => Recogniser;

  constructor() {
    this.SpeechSynthesisUtterance = class {
      lang = '';
      text: string;
      onend: (() => void) | null = null;
      constructor(text: string) {
        this.text = text;
      }
    } as unknown as typeof SpeechSynthesisUtterance;
    const take = (ear: EarStandIn) => {
      this.ear = ear;
    };
    this.SpeechRecognition = class extends EarStandIn {
      constructor() {
        super();
        take(this);
      }
    };
  }

  readonly speechSynthesis = {
    speak: ({ text, lang, onend }: SpeechSynthesisUtterance) => {
      this.spoken.push({ text, lang });
      this.ending = onend as (() => void) | null;
    },
    cancel: () => {
      this.silenced += 1;
      this.finish();
    },
    getVoices: () => this.voices,
  };

  /** The last text was read to its end, or cut off. */
  finish(): void {
    const ended = this.ending;
    this.ending = null;
    ended?.();
  }
}

export class EarStandIn implements Recogniser {
  lang = '';
  interimResults = false;
  onresult: Recogniser['onresult'] = null;
  onerror: Recogniser['onerror'] = null;
  onend: Recogniser['onend'] = null;
  isListening = false;

  start(): void {
    this.isListening = true;
  }

  stop(): void {
    this.isListening = false;
    this.onend?.();
  }

  abort(): void {
    this.fail('aborted');
  }

  /** Pieces as a browser gives them: all that was understood so far, again each time. */
  hear(...pieces: readonly string[]): void {
    this.onresult?.({ results: pieces.map((transcript) => [{ transcript }]) });
  }

  fail(error: string): void {
    this.onerror?.({ error });
    this.stop();
  }
}
