/**
 * The language of the screen: the browser's at first, the person's choice afterwards. Knows no sentence.
 * `?lang=en|fr` chooses one, `?lang=test` shows the keys of all sentences.
 */
import { useSyncExternalStore } from 'react';
import { areWordsMissing, loadWords } from './deferred-words.ts';
import { SCREEN_LANGUAGES, type ScreenLanguage } from './messages.ts';

export interface LanguageState {
  readonly language: ScreenLanguage;
  /** True when keys are shown instead of sentences. */
  readonly keys: boolean;
}

const STORAGE_KEY = 'allokoli.language';
const listeners = new Set<() => void>();
let state: LanguageState = { language: 'en', keys: false };

function isScreenLanguage(value: unknown): value is ScreenLanguage {
  return SCREEN_LANGUAGES.some((language) => language === value);
}

/** The first language of the list that we speak; English when there is none. Pure. */
export function chooseLanguage(preferred: readonly string[]): ScreenLanguage {
  return preferred.map((tag) => tag.toLowerCase().split('-')[0]).find(isScreenLanguage) ?? 'en';
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null; // storage may be forbidden; the choice then lasts until the page is closed
  }
}

function change(next: LanguageState): void {
  state = next;
  document.documentElement.lang = next.language;
  for (const listener of listeners) listener();
}

/**
 * Reads the address bar, the stored choice and the browser's languages, and fetches the words. Wait for it before the
 * first render: nothing is shown in a language that changes a moment later.
 */
export async function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isScreenLanguage(asked) && (await setLanguage(asked))) return;
  const stored = readStored();
  change({
    language: isScreenLanguage(stored) ? stored : chooseLanguage(navigator.languages),
    keys: asked === 'test',
  });
  await loadWords(state.language);
}

/** The last choice: an earlier one, whose words come later, gives way to it. */
let chosen: ScreenLanguage | undefined;

/**
 * The person's choice; kept for the next visit. The screen changes once the words are there; false when they could not
 * be fetched, and the screen stays as it is.
 */
export async function setLanguage(language: ScreenLanguage): Promise<boolean> {
  chosen = language;
  if (areWordsMissing(language)) {
    try {
      await loadWords(language);
    } catch {
      return false;
    }
    if (chosen !== language) return true;
  }
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // storage may be forbidden
  }
  change({ language, keys: false });
  return true;
}

/** Code that is loaded later, with its words in the language of the screen. The build puts it round every `import()`. */
export async function withWords<Module>(module: Promise<Module>): Promise<Module> {
  const loaded = await module;
  await loadWords(state.language);
  return loaded;
}

/** For code outside React; inside it, use `useLanguageState`. */
export function languageState(): LanguageState {
  return state;
}

/** For code outside React; inside it, use `useLanguage`. */
export function currentLanguage(): ScreenLanguage {
  return state.language;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const snapshot = () => state;

export function useLanguageState(): LanguageState {
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

export function useLanguage(): ScreenLanguage {
  return useLanguageState().language;
}
