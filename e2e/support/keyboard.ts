/** What a person does who has a keyboard only: walks from place to place by Tab, and looks where the focus is. */
import type { Locator, Page } from 'playwright-core';

const FAR = 80;

/** Presses Tab until the focus is there; fails when it never gets there. */
export async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.first().waitFor();
  const passed: string[] = [];
  for (let steps = 0; steps < FAR; steps += 1) {
    if (await hasFocus(place)) return;
    await page.keyboard.press(key);
    passed.push(await focused(page));
  }
  throw new Error(`The focus never gets to ${place}. It passes: ${passed.slice(0, 40).join(' | ')}`);
}

export function hasFocus(place: Locator): Promise<boolean> {
  return place.first().evaluate((element) => element === document.activeElement);
}

/** What a screen reader would say about the element that has the focus. */
export async function focused(page: Page): Promise<string> {
  const heard = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const named = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return named || element.getAttribute('aria-label') || label || (element.textContent ?? '');
  });
  return heard.replaceAll(/\s+/g, ' ').trim();
}

/** Counts what only a mouse, a pen or a finger can do, from the first page on. */
export async function countPointers(page: Page): Promise<() => number> {
  let count = 0;
  await page.exposeFunction('countPointer', () => {
    count += 1;
  });
  await page.addInitScript(() => {
    const { countPointer } = window as unknown as { countPointer(): void };
    for (const type of ['pointerdown', 'mousedown', 'touchstart'])
      window.addEventListener(type, (event) => event.isTrusted && countPointer(), true);
    // Keys press buttons with a click that counts no press.
    window.addEventListener('click', (event) => event.isTrusted && event.detail > 0 && countPointer(), true);
  });
  return () => count;
}
