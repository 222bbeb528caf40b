/** What a person does to be called: makes a flow out of a template, puts it in service, calls on the telephone of the sandbox. */

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { card } from './hands.ts';
import type { Language, WORDS } from './words.ts';

type ScreenWords = (typeof WORDS)[Language];

/** Gives back the path of the flow, open on the canvas. `first`: the title of its first step. */
export async function makeFlow(
  page: Page,
  appUrl: string,
  { gallery }: ScreenWords,
  { title, first }: { readonly title: string; readonly first: string },
): Promise<string> {
  await page.goto(`${appUrl}/flows/new`);
  await page.getByText(title, { exact: true }).first().click();
  await page.getByRole('button', { name: gallery.create }).click();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
  await card(page, first).first().waitFor();
  return new URL(page.url()).pathname;
}

/** The open flow, on the number that is proposed: a test number where there is none. `onPlan` looks at what will happen. */
export async function putInService(
  page: Page,
  { editor, publish }: ScreenWords,
  onPlan: (dialog: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.getByRole('button', { name: editor.publish }).click();
  const dialog = page.getByRole('dialog');
  const take = dialog.getByRole('button', { name: publish.getTestNumber });
  // While it looks at what will happen it can be seen, but not pressed.
  const go = dialog.getByRole('button', { name: publish.publish, exact: true, disabled: false });
  await take.or(go).first().waitFor();
  if (await take.isVisible()) await take.click();
  await dialog.getByText(publish.what, { exact: true }).waitFor();
  await onPlan(dialog);
  await go.click();
  await dialog.getByText(publish.liveTitle).first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** On the telephone that lies open: calls, says the lines one after another, hangs up and puts it away. Gives back all that was said. */
export async function callAndSay(
  page: Page,
  { phone }: ScreenWords,
  lines: readonly string[] = [],
): Promise<string> {
  const dialog = page.getByRole('dialog', { name: phone.title });
  const log = dialog.getByRole('log');
  const said = async () => (await log.locator('> p:not([aria-hidden])').allTextContents()).length;
  await dialog.getByRole('button', { name: phone.call, exact: true }).click();
  await expect.poll(said, { timeout: 60_000 }).toBeGreaterThan(0);
  for (const line of lines) {
    const before = await said();
    await dialog.getByPlaceholder(phone.sayPlaceholder).fill(line);
    await page.keyboard.press('Enter');
    // The caller's own line, then the answer.
    await expect.poll(said, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + 2);
  }
  const hangUp = dialog.getByRole('button', { name: phone.hangUp });
  const ended = dialog.getByText(phone.ended);
  await hangUp.or(ended).first().waitFor();
  if (await hangUp.isVisible()) await hangUp.click();
  await ended.waitFor();
  const heard = await log.innerText();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return heard;
}
