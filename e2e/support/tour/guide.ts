/** What a tour of the screens has in hand. Knows no screen. */
import type { Locator, Page } from 'playwright-core';
import { card } from '../hands.ts';
import { type TourLanguage, WORDS, type Words } from '../words.ts';

export interface Guide {
  readonly page: Page;
  readonly words: Words;
  /** The language of templates and of what is drawn: with `?lang=test` the screen speaks none. */
  readonly content: 'en' | 'fr';
  /** An account of its own: whose the data is. */
  readonly email: string;
  readonly appUrl: string;
  readonly dataFolder: string;
  /** Without every example of every kind: one of each, and what else differs only a little is left out. */
  readonly isShort: boolean;
  /** Opens an address of the app, in the language of the tour. */
  open(path: string, tab?: Page): Promise<void>;
  /** Here is something to look at. It has come to rest. `part`: the rest of the page was looked at before. */
  show(name: string, part?: Locator): Promise<void>;
}

export interface GuideOptions {
  readonly page: Page;
  readonly language: TourLanguage;
  readonly email: string;
  readonly appUrl: string;
  readonly dataFolder: string;
  readonly isShort?: boolean;
  readonly onShow: (name: string, part?: Locator) => Promise<void>;
}

export const PASSWORD = 'a-long-enough-password';

export function createGuide({ language, onShow, isShort = false, ...options }: GuideOptions): Guide {
  const { page, appUrl } = options;
  return {
    ...options,
    isShort,
    words: WORDS[language],
    content: language === 'en' ? 'en' : 'fr',
    open: async (path, tab = page) => {
      const url = new URL(appUrl + path);
      url.searchParams.set('lang', language);
      await tab.goto(url.href);
      await tab.locator('h1, .react-flow__node').first().waitFor();
    },
    show: async (name, part) => {
      await rest(page);
      await onShow(name, part);
    },
  };
}

/** Nothing is loaded or faded in any more, and no tooltip lies over it because of where the last press was. */
async function rest(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(60);
  await page.waitForFunction(() => {
    const isMoving = document
      .getAnimations()
      .some(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
      );
    return !isMoving && document.querySelector('[aria-busy="true"], [data-entering]') === null;
  });
}

/** Press a button, a row of a menu, or a link, by what it says. */
export function button(scope: Page | Locator, name: string): Locator {
  return scope.getByRole('button', { name, exact: true }).first();
}

export async function pick(page: Page, name: string): Promise<void> {
  await page.getByRole('menuitem', { name }).first().click();
}

/** Closes whatever floats. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').last().waitFor({ state: 'detached' });
}

/** Unfolds everything that is folded, so that it is looked at too. */
export async function unfold(scope: Locator): Promise<void> {
  const folded = scope.locator('button[aria-expanded=false][aria-controls]:not([aria-haspopup])');
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
}

/** Selects a step by its card, or by the search where the card is out of view. Its form opens. */
export async function openStep(page: Page, { editor, find }: Words, title: string): Promise<void> {
  const drawn = card(page, title).first();
  if (await drawn.isVisible()) await drawn.click();
  else {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(find.placeholder).fill(title);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  }
  await page.getByRole('region', { name: editor.inspector.label }).waitFor();
}

/** Closes the form of what is selected. */
export async function closeForm(page: Page, { editor }: Words): Promise<void> {
  const form = page.getByRole('region', { name: editor.inspector.label });
  await button(form, editor.inspector.close).click();
  await form.waitFor({ state: 'detached' });
}

/** A flow is being opened. On a phone the outline is its editor: the canvas is the second of two views. */
export async function openCanvas({ page, words, show }: Guide): Promise<void> {
  const card = page.locator('.react-flow__node').first();
  const canvas = page.getByRole('radio', { name: words.outline.views.canvas, exact: true });
  await card.or(canvas).first().waitFor();
  if (await card.isVisible()) return;
  await show('outline');
  await canvas.click();
  await card.waitFor();
}
