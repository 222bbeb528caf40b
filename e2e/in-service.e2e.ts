/**
 * What is in service, with real Postgres, Edge Functions in Deno and Chromium; the assistant is the sandbox's. Two versions are
 * published, compared, put back and taken up again; then a stranger talks to what answers by a link, without an account.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { en as linkWords } from '../src/browser-link/messages.en.ts';
import { en as understandWords } from '../src/kinds/understand/messages.en.ts';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { card } from './support/hands.ts';
import { makeFlow, putInService } from './support/in-service.ts';
import { WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
/** For a machine that does other things at the same time. */
const SLOW = 60_000;
const words = WORDS.en;
const { versions, booking, editor } = words;
const QUESTION = 'How may I help you today?';

let browser: Browser;
let seen: Recorded;
let page: Page;
let flow: string;

beforeAll(async () => {
  browser = await launch();
  seen = await openPage(browser, 'en-GB');
  page = seen.page;
  page.setDefaultTimeout(SLOW);
  await page.goto(appUrl);
  await enter(page, words, 'in.service@example.com');
  const start = { title: booking.gallery.title, first: booking.spoken.answerTitle };
  flow = await makeFlow(page, appUrl, words, start);
}, 180_000);
afterAll(() => browser.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photographFailure(page, `in-service-${task.name.slice(0, 20)}`);
});

const row = (number: number) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: versions.version(number) }) });

it(
  'lists its versions, and says in words and on two drawings what is different',
  async () => {
    await putInService(page, words);
    await card(page, booking.spoken.wishTitle).first().click();
    await page.getByRole('textbox', { name: understandWords['field.question'], exact: true }).fill(QUESTION);
    await page.getByText(editor.save.saved, { exact: true }).first().waitFor();
    await putInService(page, words);
    await page.goto(`${appUrl}${flow}/versions`);
    await row(2)
      .getByText(/^Answers /)
      .waitFor();
    await row(1)
      .getByRole('link', { name: versions.compareOne(versions.version(1)) })
      .click();
    await page.getByText(QUESTION).first().waitFor();
    await expect.poll(() => page.locator('.flow-canvas').count(), { timeout: SLOW }).toBe(2);
    await page.getByText(versions.marks.changed, { exact: true }).first().waitFor();
    await photograph(page, 'in-service-compared');
  },
  3 * SLOW,
);

it(
  'goes back in one click, and takes that back in one more',
  async () => {
    await page.goto(`${appUrl}${flow}/versions`);
    await row(1)
      .getByRole('button', { name: versions.rollBack })
      .or(row(1).getByText(versions.rollBack))
      .first()
      .click();
    await row(1)
      .getByText(/^Answers /)
      .waitFor();
    await page.getByRole('status').getByRole('button', { name: versions.undo }).click();
    await row(2)
      .getByText(/^Answers /)
      .waitFor();
  },
  3 * SLOW,
);

it(
  'is taken up again as the draft, and what was drawn before is kept',
  async () => {
    await row(1).getByText(versions.restore).click();
    await page.getByText(versions.restored(versions.version(1))).waitFor();
    await page.getByText(versions.aside, { exact: true }).waitFor();
  },
  2 * SLOW,
);

it(
  'answers a stranger by its link, in writing, once it is open',
  async () => {
    await page.goto(`${appUrl}/numbers`);
    await page.locator('label').filter({ hasText: linkWords.open }).first().click();
    const field = page.getByRole('textbox', { name: /^Address of the link/ });
    await field.waitFor();
    const address = await field.inputValue();
    const stranger = await openPage(browser, 'en-GB');
    stranger.page.setDefaultTimeout(SLOW);
    await stranger.page.goto(address);
    await stranger.page.getByRole('button', { name: words.browserTalk.writeInstead }).click();
    await stranger.page.getByText(QUESTION).first().waitFor();
    await stranger.page.getByRole('textbox').fill(booking.spoken.book);
    await stranger.page.keyboard.press('Enter');
    await stranger.page.getByText(booking.spoken.detailsQuestion).first().waitFor();
    await photograph(stranger.page, 'in-service-stranger');
    expect(stranger.errors).toEqual([]);
    await stranger.context.close();
    await page.locator('label').filter({ hasText: linkWords.open }).first().click();
    await field.waitFor({ state: 'detached' });
  },
  3 * SLOW,
);
