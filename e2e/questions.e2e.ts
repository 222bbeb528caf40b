/**
 * What calls leave behind, with real Postgres, Edge Functions in Deno and Chromium; the assistant is the sandbox's. A question that could
 * not be answered is answered on its page and known in the next version; where callers hung up stands on the drawing, two versions
 * compared; then the caller asks what is kept, gets it, and is forgotten, and who read what stays on record.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { writePhone } from '../src/i18n/phone-number.ts';
import { en as informWords } from '../src/kinds/inform/messages.en.ts';
import { en as activity, type Facts } from '../src/pages/activity/messages.en.ts';
import { en as traffic } from '../src/pages/traffic/messages.en.ts';
import { en as shop } from '../src/templates/order-status/messages.en.ts';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { card, choose } from './support/hands.ts';
import { callAndSay, makeFlow, putInService } from './support/in-service.ts';
import { WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
/** For a machine that does other things at the same time. */
const SLOW = 60_000;
const words = WORDS.en;
const { calls, call, numbers, privacy, questions } = words;
const { spoken, gallery } = shop;
const EMAIL = 'questions@example.com';
/** The number that the telephone of the sandbox calls from. */
const CALLER = '+33639980042';
const QUESTION = 'Do you repair bicycles?';
const REPLY = 'Yes, every day but Sunday.';

let browser: Browser;
let seen: Recorded;
let page: Page;
let flow: string;

beforeAll(async () => {
  browser = await launch();
  seen = await openPage(browser, 'en-GB');
  page = seen.page;
  await page.goto(appUrl);
  await enter(page, words, EMAIL);
  flow = await makeFlow(page, appUrl, words, { title: gallery.title, first: spoken.answerTitle });
  await putInService(page, words);
}, 180_000);
afterAll(() => browser.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photographFailure(page, `questions-${task.name.slice(0, 20)}`);
});

const button = (scope: Page | Locator, name: string) => scope.getByRole('button', { name, exact: true });

async function callNumber(...lines: string[]): Promise<string> {
  await page.goto(`${appUrl}/numbers`);
  await button(page, numbers.call).click();
  return callAndSay(page, words, lines);
}

/** Calls are noted a moment after they end: the page is opened again while it still says that there is nothing. */
async function openWith(path: string, what: Locator, nothing: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${appUrl}${path}`);
        await what.or(page.getByText(nothing)).first().waitFor();
        return what.first().isVisible();
      },
      { timeout: SLOW },
    )
    .toBe(true);
}

it(
  'shows a question that could not be answered with its call, and takes the answer where it stands',
  async () => {
    await callNumber();
    await callNumber(spoken.question, QUESTION, 'Bicycles!');
    const row = page.getByRole('listitem').filter({ hasText: QUESTION });
    await openWith('/calls/questions', row, questions.emptyTitle);
    await row.getByText(questions.times(1)).waitFor();
    await row.getByRole('link', { name: questions.listen }).click();
    await page.getByText(call.transcript).waitFor();
    await page.getByText(QUESTION).first().waitFor();
    await page.goBack();
    await button(row, questions.answerTo(QUESTION)).click();
    await row.getByLabel(questions.reply, { exact: true }).fill(REPLY);
    await button(row, questions.add).click();
    await page.getByText(questions.added(spoken.questionsTitle)).first().waitFor();
    await page.getByText(questions.emptyTitle).waitFor();
    await page.getByText(questions.waiting(gallery.place, 1)).waitFor();
  },
  3 * SLOW,
);

it(
  'makes the answer part of the step, known once the next version is in service',
  async () => {
    await page.getByRole('link', { name: questions.openFlow }).click();
    // Opened at the step that the answer went into.
    await card(page, spoken.questionsTitle).first().waitFor();
    const added = spoken.facts.length + 1;
    const asked = page.getByRole('textbox', {
      name: informWords['field.facts.question'](added),
      exact: true,
    });
    await expect.poll(() => asked.inputValue(), { timeout: SLOW }).toBe(QUESTION);
    await putInService(page, words);
    expect(await callNumber(spoken.question, QUESTION)).toContain(REPLY);
  },
  3 * SLOW,
);

it(
  'shows on steps and links where callers go and hang up, for a time and a version, two versions compared',
  async () => {
    const steps = page.getByRole('list', { name: traffic.steps });
    const step = (title: string) =>
      steps.locator('> li').filter({ has: page.getByRole('button', { name: title, exact: true }) });
    await openWith(`${flow}/traffic`, page.getByText(traffic.total(1)), traffic.emptyTitle);
    await page.getByText(traffic.periods['7'], { exact: true }).click();
    await page.waitForURL(/days=7/);
    await page.getByText(traffic.inPeriod('7')).waitFor();
    await step(spoken.questionsTitle).getByText(traffic.hungUp(1)).waitFor();
    await step(spoken.wishTitle).getByText(traffic.wayCalls(1, '100%')).waitFor();
    await card(page, spoken.questionsTitle).locator('.step-note').getByText(traffic.hungUp(1)).waitFor();
    // From far away links have no words: a step that is chosen comes near.
    await step(spoken.wishTitle).getByRole('button').click();
    await page.locator('.map-note:not(.step-note)').filter({ hasText: '1 · 100%' }).first().waitFor();
    await photograph(page, 'questions-traffic');

    await choose(page.locator('main'), 1, traffic.comparedWith(1));
    await page.getByText(traffic.compared(traffic.version(2), traffic.version(1)), { exact: true }).waitFor();
    await page.getByText(traffic.few).waitFor();
    await page.getByText(traffic.change.share(spoken.questionsTitle, '+50')).waitFor();
    await page.getByText(traffic.change.hungUp(spoken.wishTitle, '−50')).waitFor();
    await photograph(page, 'questions-compared');

    await choose(page.locator('main'), 0, traffic.version(1));
    await page.getByText(traffic.total(2)).waitFor();
    await card(page, spoken.wishTitle).locator('.step-note').getByText(traffic.hungUp(1)).waitFor();
  },
  3 * SLOW,
);

it(
  'hands out what is kept of a caller, forgets it, and has on record who read what',
  async () => {
    await page.goto(`${appUrl}/settings/privacy`);
    const processors = page.getByRole('list', { name: privacy.processors });
    const asked = processors.getByRole('listitem').filter({ hasText: 'shop.example.com' });
    await asked.getByText(privacy.gets.asks).waitFor();
    await asked.getByText(privacy.usedBy(gallery.place)).waitFor();

    await page.getByLabel(privacy.number, { exact: true }).fill('06 39 98 00 42');
    await button(page, privacy.find).click();
    await page.getByText(privacy.calls(3), { exact: true }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button(page, privacy.exportJson).click(),
    ]);
    const kept = await readFile(await file.path(), 'utf8');
    for (const part of [CALLER, QUESTION, REPLY]) expect(kept).toContain(part);
    await button(page, privacy.erase).click();
    await button(page.getByRole('alertdialog'), privacy.erase).click();
    await page.getByText(privacy.nothing(writePhone(CALLER))).waitFor();

    await page.getByRole('link', { name: privacy.readsOpen }).click();
    const log = page.getByRole('list', { name: activity.list });
    for (const action of ['person-erased', 'person-exported', 'questions-read', 'words-read'] as const)
      await log.getByText(beginningOf(activity.sentences[action])).first().waitFor();
    await page.goto(`${appUrl}/calls`);
    await page.getByText(calls.emptyTitle).waitFor();
    expect(seen.errors).toEqual([]);
  },
  3 * SLOW,
);

/** Of a sentence of the log, as far as it is known beforehand: numbers are shortened there, and calls named by their time. */
function beginningOf(sentence: (facts: Facts) => string): string {
  const facts = new Proxy({} as Facts, { get: (_, name) => (name === 'who' ? EMAIL : '\n') });
  return sentence(facts).split('\n')[0]!.trim();
}
