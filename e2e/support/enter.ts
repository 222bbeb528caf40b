/** How somebody comes in: with an account made on the spot, or, where the app is deployed, with the one that was given for this. */
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Language, WORDS } from './words.ts';

/** From the first page to the list of flows. */
export async function enter(page: Page, { signIn }: (typeof WORDS)[Language], email: string): Promise<void> {
  const hosted = inject('hosted');
  if (hosted === null) await page.getByRole('button', { name: signIn.signUp }).click();
  await page.getByLabel(signIn.email).fill(hosted?.email ?? email);
  await page.getByLabel(signIn.password, { exact: true }).fill(hosted?.password ?? 'a-long-enough-password');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/flows');
}
