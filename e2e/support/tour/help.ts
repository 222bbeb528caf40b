/** Help: its pages, the tour of the editor, and what is explained above an open flow. */
import { button, type Guide } from './guide.ts';

/** There is a flow to be shown around in. */
export async function visitHelp({ page, words, open, show }: Guide): Promise<void> {
  const { helpPages, helpCall, readAloud, editor, answer } = words;
  await open('/help/call');
  await page.getByRole('list', { name: helpCall.kept }).waitFor();
  await show('help-call');
  await open('/help/words');
  await show('help-words');
  await open('/help/keys');
  await show('help-keys');
  await open('/help/software');
  await page.getByRole('searchbox', { name: helpPages.softwareSearch }).waitFor();
  await page.locator('main li button').first().click();
  await show('help-software');
  await open('/help/steps/ask');
  await page.getByRole('region', { name: readAloud.conversation, exact: true }).waitFor();
  await show('help-step');
  await open('/help');
  await page.getByRole('list', { name: helpPages.steps }).waitFor();
  await show('help');
  await page.getByRole('searchbox', { name: helpPages.search }).fill('zzz');
  await page.getByText(helpPages.nothing('zzz')).waitFor();
  await show('help-nothing');
  await page.getByRole('searchbox', { name: helpPages.search }).fill('');
  await page.getByRole('link', { name: helpPages.tourStart }).click();
  const tour = page.locator('[data-tour-window]');
  await tour.waitFor();
  await show('tour', tour);
  await page.keyboard.press('ArrowRight');
  const about = button(page, editor.helpOn(answer.name));
  // On a phone the form would cover what is shown around in.
  if ((page.viewportSize()?.width ?? 0) >= 760) {
    await about.click();
    await page.getByRole('dialog').getByText(answer['help.what']).waitFor();
    await show('help-dialog', page.getByRole('dialog').filter({ hasText: answer['help.what'] }));
    await page.keyboard.press('Escape');
    await page.getByText(answer['help.what']).waitFor({ state: 'detached' });
  }
  await button(tour, words.tour.skip).click();
  await tour.waitFor({ state: 'detached' });
}
