/** A new account: every page while nothing is on it yet. */
import { button, type Guide } from './guide.ts';

export async function visitEmptyPages({ page, words, open, show }: Guide): Promise<void> {
  await page.getByText(words.flows.emptyTitle).waitFor();
  await show('flows-empty');
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
  await button(page, words.settings.closeAccount).click();
  await page.getByRole('alertdialog').waitFor();
  await show('account-close', page.getByRole('alertdialog'));
  await button(page, words.settings.cancel).click();
  await open('/settings/activity');
  await page.getByRole('listitem').first().waitFor();
  await show('activity');
  await open('/settings/spending');
  await page.getByRole('textbox').first().waitFor();
  await show('spending');
  await button(page, words.spending.save).click();
  await button(page, words.spending.remove).click();
  await page.getByRole('alertdialog').last().waitFor();
  await show('spending-remove');
  await button(page.getByRole('alertdialog').last(), words.spending.remove).click();
  await open('/nowhere');
  await show('nowhere');
}
