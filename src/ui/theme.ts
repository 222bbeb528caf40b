/**
 * Light or dark: the system's at first, the person's choice afterwards. `public/theme.js` does the same before the
 * first paint. Knows no component.
 */
import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';
export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const STORAGE_KEY = 'allokoli.theme';
const listeners = new Set<() => void>();
let choice: ThemeChoice = 'system';

function systemPrefersDark(): MediaQueryList | undefined {
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)');
}

function apply(): void {
  const dark = choice === 'dark' || (choice === 'system' && systemPrefersDark()?.matches === true);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

/** Reads the stored choice and follows the system from then on. Call once. */
export function startTheme(): void {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    choice = THEME_CHOICES.find((known) => known === stored) ?? 'system';
  } catch {
    choice = 'system'; // storage may be forbidden
  }
  systemPrefersDark()?.addEventListener('change', apply);
  apply();
}

export function setTheme(next: ThemeChoice): void {
  choice = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // storage may be forbidden; the choice lasts until the page is closed
  }
  apply();
}

/** For code outside React; inside it, use `useTheme`. */
export function currentTheme(): ThemeChoice {
  return choice;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribe, currentTheme);
}
