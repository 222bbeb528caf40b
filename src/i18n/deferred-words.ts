/**
 * Words that come after the code that shows them. The build (`src/build/words-by-language.ts`) puts each language into
 * files of its own and leaves one of these in place of every `messages.*.ts`; elsewhere there are none. Knows no sentence.
 */
import type { ScreenLanguage } from './messages.ts';

type Fetch = () => Promise<Readonly<Record<string, unknown>>>;

export class DeferredWords {
  private words: unknown;
  private readonly language: ScreenLanguage;
  private readonly fetch: Fetch;

  constructor(language: ScreenLanguage, fetch: Fetch) {
    this.language = language;
    this.fetch = fetch;
    missing[language].add(this);
  }

  /** Throws while they are missing: whatever is shown waits for `loadWords` first. */
  get loaded(): unknown {
    if (this.words === undefined)
      throw new Error(`Words were asked for in ${this.language} before they were loaded.`);
    return this.words;
  }

  async load(): Promise<void> {
    this.words = (await this.fetch())[this.language];
    missing[this.language].delete(this);
  }
}

const missing: Readonly<Record<ScreenLanguage, Set<DeferredWords>>> = { en: new Set(), fr: new Set() };

/** Whether the code that runs by now has words that are not there yet. */
export function areWordsMissing(language: ScreenLanguage): boolean {
  return missing[language].size > 0;
}

/** All words of the code that runs by now. Rejects when they cannot be fetched; may be asked again. */
export async function loadWords(language: ScreenLanguage): Promise<void> {
  while (areWordsMissing(language)) await Promise.all([...missing[language]].map((words) => words.load()));
}
