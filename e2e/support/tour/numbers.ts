/** Numbers: connecting one of one's own, keeping one by forwarding it, giving one back. */
import type { Locator } from 'playwright-core';
import { button, closeDialog, type Guide } from './guide.ts';

/** A number that nobody has, an address for documentation, and one that the numbering plan knows. */
const OWN = '+33199001234';
const GATEWAY = '203.0.113.7';
const KEPT = '+33612345678';

export async function visitNumbers(guide: Guide): Promise<void> {
  const { page, words, open, show } = guide;
  await open('/numbers');
  await button(page, words.numbers.call).waitFor();
  await show('numbers');
  await visitPause(guide);
  await visitHours(guide);
  await visitForwarding(guide);
  await visitConnecting(guide);
  await visitNumberWords(guide);
}

/** A browser link is switched on, and nearly paused. */
async function visitPause({ page, words, show }: Guide): Promise<void> {
  const { browserLink } = words;
  const links = page.getByRole('list', { name: browserLink.list });
  await links.getByText(browserLink.open).first().click();
  await links.getByText(browserLink.pause, { exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await show('link-pause', dialog);
  await button(dialog, browserLink.cancel).click();
}

/** The number that the flow answers, by opening hours and back again. */
async function visitHours({ page, words, show }: Guide): Promise<void> {
  const { numberHours: hours, numbers } = words;
  await page.getByRole('list', { name: numbers.title, exact: true }).getByRole('link').first().click();
  await button(page, hours.begin).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(hours.preview).waitFor();
  await show('number-hours', dialog);
  await button(dialog, hours.save).click();
  await page.getByText(hours.coming).waitFor();
  await show('number-by-hours');
  await button(page, hours.end).click();
  const end = page.getByRole('alertdialog').filter({ has: page.getByRole('heading') });
  await end.waitFor();
  await show('number-hours-end', end);
  await button(end, hours.endDo).click();
  await button(page, hours.begin).waitFor();
}

/** A row with more than its name on it. */
function choice({ page }: Guide, name: string): Locator {
  return page.getByRole('listitem').getByRole('button').filter({ hasText: name }).first();
}

async function visitForwarding(guide: Guide): Promise<void> {
  const { page, words, open, show } = guide;
  const { addNumber, forward } = words;
  await open('/numbers/new');
  await choice(guide, addNumber.ways.keep).waitFor();
  await show('number-add');
  await choice(guide, addNumber.ways.keep).click();
  await page.getByRole('heading', { name: addNumber.keepTitle }).waitFor();
  await show('number-keep');
  await page.getByRole('listitem').getByRole('button').first().click();
  await page.getByLabel(forward.own, { exact: true }).fill('12');
  await button(page, words.numbers.next).click();
  await page.getByText(forward.needOwn).waitFor();
  await show('forward-own');
  await page.getByLabel(forward.own, { exact: true }).fill(KEPT);
  await button(page, words.numbers.next).click();
  await choice(guide, forward.lines.mobile).click();
  await choice(guide, forward.operators.orange).waitFor();
  await show('forward-operator');
  await choice(guide, forward.operators.orange).click();
  await page.getByRole('radio', { name: forward.modes.unavailable }).waitFor();
  await show('forward-mode');
  await button(page, words.numbers.next).click();
  await page.getByText('##004#').waitFor();
  await show('forward-code');
  await button(page, forward.dialled).click();
  await page.getByText(forward.waiting).waitFor();
  await show('forward-test');
  await button(page, forward.sandboxCall).click();
  const telephone = page.getByRole('dialog');
  await button(telephone, words.phone.call).click();
  await button(telephone, words.phone.hangUp).click();
  await telephone.getByText(words.phone.ended).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: forward.arrivedTitle }).waitFor();
  await show('forward-arrived');
}

async function visitConnecting(guide: Guide): Promise<void> {
  const { page, words, open, show } = guide;
  const { addNumber, number } = words;
  await open('/numbers/new');
  await choice(guide, addNumber.ways.free).click();
  await page.getByLabel(addNumber.area, { exact: true }).fill('011');
  await button(page, addNumber.getFree).click();
  await page.getByText(addNumber.needArea).waitFor();
  await show('number-free');
  await button(page, words.numbers.previous).click();
  await choice(guide, addNumber.ways.provider).click();
  await choice(guide, addNumber.providers.sip).waitFor();
  await show('number-provider');
  await choice(guide, addNumber.providers.sip).click();
  await page.getByLabel(addNumber.number, { exact: true }).fill(OWN);
  await show('number-which');
  await button(page, words.numbers.next).click();
  await button(page, addNumber.connect).click();
  await page.getByText(addNumber.fieldErrors.address).waitFor();
  await show('number-keys');
  await page.getByLabel(addNumber.fields.address, { exact: true }).fill(GATEWAY);
  await button(page, addNumber.connect).click();
  await page.getByText(addNumber.sipTitle).waitFor();
  await show('number-connected');
  await page.getByRole('link', { name: addNumber.see, exact: true }).click();
  await page.getByLabel(number.label, { exact: true }).fill('Atelier');
  await button(page, number.save).click();
  await page.getByRole('alertdialog').first().waitFor();
  await show('toast');
  await button(page, number.remove).click();
  const dialog = page.getByRole('alertdialog').filter({ has: page.getByRole('heading') });
  await dialog.waitFor();
  await show('number-remove', dialog);
  await button(dialog, number.remove).click();
  await button(page, number.keep).waitFor();
  await show('number');
}

/** From the page of a number to the limit: what its callers hear then may be its own words. */
async function visitNumberWords({ page, words, show }: Guide): Promise<void> {
  const { number, spending } = words;
  await page.getByRole('link', { name: number.heardChoose, exact: true }).click();
  await page.getByRole('textbox').first().waitFor();
  await button(page, spending.save).click();
  await page.getByText(spending.perNumber.change, { exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await show('number-words', dialog);
  await closeDialog(page);
}
