/** A stand-in for the Web Speech API, which no headless browser has: it says nothing and hears what a test gives it. */
import type { ListeningScope, Recogniser } from '../listen.ts';
import type { SpeakingScope } from '../speak.ts';

export class SpeechStandIn implements SpeakingScope, ListeningScope {
  /** What was to be read aloud, with its language. */
  readonly spoken: { readonly text: string; readonly lang: string }[] = [];
  silenced = 0;
  ear: EarStandIn | null = null;
  readonly SpeechSynthesisUtterance: typeof SpeechSynthesisUtterance;
  readonly SpeechRecognition: new () => Recogniser;

  constructor() {
    this.SpeechSynthesisUtterance = class {
      lang = '';
      text: string;
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
    speak: ({ text, lang }: SpeechSynthesisUtterance) => void this.spoken.push({ text, lang }),
    cancel: () => {
      this.silenced += 1;
    },
  };
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
