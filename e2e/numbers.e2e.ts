/**
 * Numbers as somebody in France has them, with real Postgres, Edge Functions in Deno and Chromium; the sandbox stands for Vapi and plays
 * the providers. Numbers of each provider are connected, a free one is taken, a line is kept by forwarding it, and two flows answer one
 * number by opening hours.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { writePhone } from '../src/i18n/phone-number.ts';
import { fr as restaurant } from '../src/templates/restaurant-reservation/messages.fr.ts';
import { launch, openPage, photographFailure } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { choose } from './support/hands.ts';
import { callAndSay, makeFlow, putInService } from './support/in-service.ts';
import { ACCOUNT_SID, OWN_NUMBERS } from './support/own-numbers.ts';
import { WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
/** For a machine that does other things at the same time. */
const SLOW = 60_000;
const words = WORDS.fr;
const { addNumber, booking, forward, numberHours, numbers } = words;

/** By this ending the sandbox finds a number in nobody's account. */
const NOBODYS = '+33199000404';
const KEPT = '+33199005678';

let browser: Browser;
let page: Page;
/** What the flow of the booking template answers. */
let answered: { readonly path: string; readonly number: string };

beforeAll(async () => {
  browser = await launch();
  ({ page } = await openPage(browser, 'fr-FR'));
  await page.goto(appUrl);
  await enter(page, words, 'numbers@example.com');
  const start = { title: booking.gallery.title, first: booking.spoken.answerTitle };
  await makeFlow(page, appUrl, words, start);
  await putInService(page, words);
  await page.goto(`${appUrl}/numbers`);
  const link = inList(booking.gallery.place).getByRole('link').first();
  answered = {
    path: (await link.getAttribute('href')) ?? '',
    number: `+${(await link.innerText()).replaceAll(/\D/g, '')}`,
  };
}, 180_000);
afterAll(() => browser.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photographFailure(page, `numbers-${task.name.slice(0, 20)}`);
});

/** The row of the list of numbers that says so. */
const inList = (text: string) =>
  page
    .getByRole('list', { name: numbers.title, exact: true })
    .getByRole('listitem')
    .filter({ hasText: text });
const choice = (name: string) =>
  page.getByRole('listitem').getByRole('button').filter({ hasText: name }).first();
const button = (scope: Page | Locator, name: string) => scope.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabel(name, { exact: true });

it.each(OWN_NUMBERS)(
  'connects a number at $provider: what is asked is explained, what is wrong is said',
  async ({ provider, number, wrong, good, isTrunk }) => {
    await page.goto(`${appUrl}/numbers/new`);
    await choice(addNumber.ways.provider).click();
    await choice(addNumber.providers[provider]).click();
    await field(addNumber.number).fill(number);
    await button(page, numbers.next).click();
    for (const [name, text] of wrong) {
      await page.getByText(addNumber.fieldHints[name]).waitFor();
      await field(addNumber.fields[name]).fill(text);
    }
    await button(page, addNumber.connect).click();
    for (const [, , error] of wrong) await page.getByText(addNumber.fieldErrors[error]).first().waitFor();
    for (const [name, text] of good) await field(addNumber.fields[name]).fill(text);
    await button(page, addNumber.connect).click();
    await page.getByRole('heading', { name: addNumber.doneTitle }).waitFor();
    await page.getByText(addNumber.doneActive).waitFor();
    if (isTrunk) await page.getByText(addNumber.sipTitle).waitFor();
  },
  2 * SLOW,
);

it(
  'lists each with its provider, and that nobody answers yet',
  async () => {
    await page.goto(`${appUrl}/numbers`);
    for (const { number, listed } of OWN_NUMBERS) {
      const row = inList(writePhone(number));
      await row.getByText(numbers.providers[listed], { exact: true }).waitFor();
      await row.getByText(numbers.states.active, { exact: true }).waitFor();
      await row.getByText(numbers.nobody).waitFor();
    }
  },
  SLOW,
);

it(
  'says what a provider does not accept, and adds nothing then',
  async () => {
    await page.goto(`${appUrl}/numbers/new?way=provider`);
    await choice(addNumber.providers.twilio).click();
    await field(addNumber.number).fill('12');
    await button(page, numbers.next).click();
    await page.getByText(addNumber.needNumber).waitFor();
    await field(addNumber.number).fill(NOBODYS);
    await button(page, numbers.next).click();
    await field(addNumber.fields.accountSid).fill(ACCOUNT_SID);
    await field(addNumber.fields.authToken).fill('0'.repeat(32));
    await button(page, addNumber.connect).click();
    await page.getByText(addNumber.reasons.credentials).waitFor();
    await field(addNumber.fields.authToken).fill('1'.repeat(32));
    await button(page, addNumber.connect).click();
    await page.getByText(addNumber.reasons['not-in-account']).waitFor();
    await button(page, numbers.previous).click();
    await field(addNumber.number).fill(OWN_NUMBERS[0]!.number);
    await button(page, numbers.next).click();
    await button(page, addNumber.connect).click();
    await page.getByText(addNumber.reasons.known).waitFor();
    await page.goto(`${appUrl}/numbers`);
    await inList(writePhone(OWN_NUMBERS[0]!.number)).waitFor();
    expect(await inList(writePhone(NOBODYS)).count()).toBe(0);
  },
  2 * SLOW,
);

it(
  'takes a free number from the United States, which says by itself when it rings, and that this is the sandbox',
  async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.goto(`${appUrl}/numbers/new?way=free`);
    await field(addNumber.area).fill('011');
    await button(page, addNumber.getFree).click();
    await page.getByText(addNumber.needArea).waitFor();
    await page.route(/\/api\/numbers\?/, async (route) => {
      await held;
      await route.continue();
    });
    await field(addNumber.area).fill('212');
    await button(page, addNumber.getFree).click();
    await page.getByText(addNumber.doneActivating).waitFor();
    release();
    await page.getByText(addNumber.doneActive).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByText(words.app.sandboxBanner).first().waitFor();
    await page.goto(`${appUrl}/numbers`);
    const row = inList('+1 212');
    await row.getByText(numbers.providers.sandbox, { exact: true }).waitFor();
    await row.getByText(numbers.states.active, { exact: true }).waitFor();
    expect(await button(row, numbers.call).isDisabled()).toBe(true);
  },
  2 * SLOW,
);

it(
  'keeps a landline by forwarding it: the code with its source and date, proved by a call',
  async () => {
    await page.goto(`${appUrl}/numbers/new`);
    await choice(addNumber.ways.keep).click();
    await choice(addNumber.answersWith(booking.gallery.place)).click();
    await field(forward.own).fill(writePhone(KEPT));
    await button(page, numbers.next).click();
    await choice(forward.lines.fixed).click();
    await choice(forward.operators.sfr).click();
    await page.getByText(forward.modes['no-answer'], { exact: true }).click();
    await button(page, numbers.next).click();
    await page.getByText(`*61*00${answered.number.slice(1)}#`, { exact: true }).waitFor();
    await page.getByText('#61#', { exact: true }).waitFor();
    await page.getByText(forward.certainties.usual).waitFor();
    await page.getByText(forward.abroad).waitFor();
    await page.getByRole('link', { name: forward.sources.o2 }).waitFor();
    await page.getByText(forward.read('30 novembre 2026')).waitFor();
    await button(page, forward.dialled).click();
    await page.getByText(forward.waiting).waitFor();
    await button(page, forward.sandboxCall).click();
    expect(await callAndSay(page, words)).toContain(booking.spoken.greeting(booking.gallery.place));
    await page.getByRole('heading', { name: forward.arrivedTitle }).waitFor();
    await page.getByText(forward.anyCall).waitFor();
    await page.goto(`${appUrl}/numbers`);
    const forwarded = numbers.forwarded(writePhone(KEPT));
    await inList(booking.gallery.place).getByText(forwarded).waitFor();
  },
  2 * SLOW,
);

it(
  'is answered by two flows in turn, by opening hours',
  async () => {
    const [practice, table] = [booking.gallery.place, restaurant.gallery.place];
    const greetings = { [practice]: booking.spoken.greeting, [table]: restaurant.spoken.greeting };
    const start = { title: restaurant.gallery.title, first: restaurant.spoken.answerTitle };
    await makeFlow(page, appUrl, words, start);
    await page.goto(`${appUrl}/settings/opening-hours`);
    await button(page, words.hours.add).click();
    await page.getByText(words.hours.unused).waitFor();

    await page.goto(`${appUrl}${answered.path}`);
    await button(page, numberHours.begin).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(numberHours.restFlow, { exact: true }).click();
    await choose(dialog, 2, table);
    await dialog.getByText(numberHours.preview).waitFor();
    await button(dialog, numberHours.save).click();
    await line(table).getByText(numberHours.notReady).waitFor();
    expect(await answersNow()).toBe(practice);

    await line(table).getByRole('link', { name: numberHours.publish }).click();
    await putInService(page, words, (plan) =>
      plan.getByText(words.publish.byHours(writePhone(answered.number), '', true)).waitFor(),
    );
    await page.goto(`${appUrl}${answered.path}`);
    await page.getByText(numberHours.coming).waitFor();
    expect(await page.getByText(numberHours.notReady).count()).toBe(0);
    const first = await answersNow();
    expect(await callThere()).toContain(greetings[first]!(first));

    await button(page, numberHours.change).click();
    await choose(dialog, 1, table);
    await choose(dialog, 2, practice);
    await button(dialog, numberHours.save).click();
    await dialog.waitFor({ state: 'detached' });
    const second = first === table ? practice : table;
    await expect.poll(answersNow, { timeout: SLOW }).toBe(second);
    expect(await callThere()).toContain(greetings[second]!(second));
  },
  3 * SLOW,
);

/** Who answers, on the page of the number. */
const line = (flow: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: flow, exact: true }) });
const answersNow = () =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(numberHours.now, { exact: true }) })
    .getByRole('link')
    .first()
    .innerText();

async function callThere(): Promise<string> {
  await button(page, words.number.call).click();
  return callAndSay(page, words);
}
