/** From an empty account to the first words of the assistant, with hands that only click and type; what they do is counted where it arrives. */
import type { Page } from 'playwright-core';
import { WISH_SPEECH } from '../../src/templates/wish-speech.ts';
import { PASSWORD } from './tour/guide.ts';
import { type Language, WORDS } from './words.ts';

export interface FirstWords {
  /** Presses of a button of the mouse, and of Enter. */
  readonly clicks: number;
  /** Fields that something was written into. */
  readonly fields: number;
  /** From the first question on, with hands that take no time. */
  readonly machineSeconds: number;
  /** What the assistant said first. */
  readonly said: string;
}

/** An account of its own, just made: nothing of this counts. */
export async function signUp(page: Page, appUrl: string, language: Language, email: string): Promise<void> {
  const { signIn, gallery } = WORDS[language];
  await page.goto(`${appUrl}/?lang=${language}`);
  await page.getByRole('button', { name: signIn.signUp }).click();
  await page.getByLabel(signIn.email).fill(email);
  await page.getByLabel(signIn.password, { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: gallery.first.title }).waitFor();
}

/** The page shows the first question. A trade, a name, one wish more, the canvas, and talking. */
export async function hearFirstWords(page: Page, language: Language, name: string): Promise<FirstWords> {
  const { gallery, firstSteps, rehearse } = WORDS[language];
  const counted = await countHands(page);
  const began = performance.now();
  await page.getByRole('button', { name: gallery.trades.restaurant.name }).click();
  await page.getByLabel(gallery.name).fill(name);
  await page.getByRole('button', { name: WISH_SPEECH[language].person }).click();
  await page.getByRole('button', { name: gallery.create }).click();
  await page.getByRole('button', { name: firstSteps.talk }).click();
  const first = page.getByRole('log').getByRole('listitem').first();
  await first.waitFor();
  const machineSeconds = (performance.now() - began) / 1000;
  const said = (await first.innerText()).trim();
  await page
    .getByText(rehearse.placeholder)
    .or(page.getByPlaceholder(rehearse.placeholder))
    .first()
    .waitFor();
  return { ...(await counted()), machineSeconds, said };
}

/** Counts the events of hands that reach the page: it must not be loaded anew meanwhile. */
async function countHands(page: Page): Promise<() => Promise<Pick<FirstWords, 'clicks' | 'fields'>>> {
  const hands = await page.evaluateHandle(() => {
    const fields = new Set<EventTarget>();
    const seen = { clicks: 0, fields };
    for (const type of ['pointerdown', 'keydown'])
      window.addEventListener(
        type,
        (event) => {
          const isPress = !(event instanceof KeyboardEvent) || event.key === 'Enter';
          if (event.isTrusted && isPress) seen.clicks += 1;
        },
        true,
      );
    window.addEventListener(
      'input',
      (event) => {
        if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
          fields.add(event.target);
      },
      true,
    );
    return seen;
  });
  return () => hands.evaluate((seen) => ({ clicks: seen.clicks, fields: seen.fields.size }));
}
