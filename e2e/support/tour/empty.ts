/** A new account: every page while nothing is on it yet. */
import { button, closeDialog, type Guide } from './guide.ts';

export async function visitEmptyPages({ page, words, open, show }: Guide): Promise<void> {
  await page.getByText(words.gallery.first.title).first().waitFor();
  await show('flows-empty');
  await button(page, `${words.gallery.trades.health.name} ${words.gallery.trades.health.does}`).click();
  await page.getByText(words.gallery.wishes).waitFor();
  await show('first-questions');
  await closeDialog(page);
  await open('/calls');
  await page.getByText(words.calls.emptyTitle).waitFor();
  await show('calls-empty');
  await open('/calls/appointments');
  await page.getByText(words.appointments.emptyTitle).waitFor();
  await show('appointments-empty');
  await open('/calls/messages');
  await page.getByText(words.messages.emptyTitle).waitFor();
  await show('messages-empty');
  await open('/numbers');
  await page.getByText(words.numbers.emptyTitle).waitFor();
  await show('numbers-empty');
  await open('/settings/opening-hours');
  await page.getByText(words.hours.emptyTitle).waitFor();
  await show('opening-hours-empty');
  await button(page, words.hours.add).click();
  await page.getByText(words.hours.unused).waitFor();
  await show('opening-hours');
  await open('/settings');
  await show('settings');
  await button(page, words.settings.closeWorkspace).click();
  await page.getByRole('alertdialog').waitFor();
  await show('workspace-close');
  await button(page, words.settings.cancel).click();
  await open('/settings/activity');
  await page.getByRole('listitem').first().waitFor();
  await show('activity');
  await open('/settings/spending');
  await page.getByRole('textbox').first().waitFor();
  await show('spending');
  await open('/nowhere');
  await show('nowhere');
}
