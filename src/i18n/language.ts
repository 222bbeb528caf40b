/**
 * The language of the screen: the browser's at first, the person's choice afterwards. Knows no sentence.
 * `?lang=en|fr` chooses one, `?lang=test` shows the keys of all sentences.
 */
import { useSyncExternalStore } from 'react';
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

/** Reads the address bar, the stored choice and the browser's languages. Call once before the first render. */
export function startLanguage(): void {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isScreenLanguage(asked)) {
    setLanguage(asked);
    return;
  }
  const stored = readStored();
  change({
    language: isScreenLanguage(stored) ? stored : chooseLanguage(navigator.languages),
    keys: asked === 'test',
  });
}

/** The person's choice; kept for the next visit. */
export function setLanguage(language: ScreenLanguage): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // storage may be forbidden
  }
  change({ language, keys: false });
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
