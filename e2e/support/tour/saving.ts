/** What becomes of work: without a network, changed in two places at once, set aside. */
import type { Page } from 'playwright-core';
import { button, closeDialog, closeForm, type Guide, openStep } from './guide.ts';

/** The canvas of a template lies open. A phone shows the same dialogs, and has no room for the form beside the canvas. */
export async function visitSaving({ page, words, open, show }: Guide): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < 760) return;
  const { editor, booking, saving } = words;
  const rename = async (tab: Page, title: string) => {
    await openStep(tab, words, booking.spoken.wishTitle);
    await tab.getByRole('textbox', { name: editor.inspector.title }).fill(title);
    await closeForm(tab, words);
  };
  await page.route('**/rest/v1/flows?*', (route) => route.abort());
  await rename(page, 'Mine');
  await page.locator('[data-save=offline]').waitFor();
  await show('offline', page.locator('main header'));
  await page.unrouteAll();
  await page.route('**/rest/v1/flows?*', (route) =>
    route.fulfill({ status: 503, json: { code: 'PGRST002' } }),
  );
  await button(page, editor.retry).click();
  await page.locator('[data-save=busy]').waitFor();
  await show('busy', page.locator('main header'));
  const other = await page.context().newPage();
  await open(new URL(page.url()).pathname, other);
  await rename(other, 'Theirs');
  await other.locator('[data-save=saved]').waitFor();
  await other.close();
  await page.unrouteAll();
  await button(page, editor.retry).click();
  await button(page, saving.conflict.open).waitFor();
  await show('conflict-told', page.locator('main'));
  await button(page, saving.conflict.open).click();
  const dialog = page.getByRole('dialog', { name: saving.conflict.title });
  await dialog.waitFor();
  await show('conflict', dialog);
  await button(dialog, saving.conflict.allMine).click();
  await button(dialog, saving.conflict.save).click();
  await button(page, saving.conflict.show).click();
  await page.getByRole('dialog', { name: saving.aside.title }).waitFor();
  await show('aside');
  await closeDialog(page);
}
