/**
 * Kept tests, in both languages, with real Postgres, Edge Functions in Deno and Chromium; the assistant is the sandbox's. A rehearsal
 * is kept, the drawing is broken, and the test tells: in its tab, beside what was answered before, and at publishing. Then the rest
 * of the ways is tried, until there is none left.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { card, drag, middle } from './support/hands.ts';
import { type Language, WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
/** For a machine that does other things at the same time. */
const SLOW = 60_000;
const LONG = 900_000;

const LINES = {
  fr: ['Zoé Durand', '06 39 98 00 11', 'un contrôle', 'jeudi matin', 'Oui, c’est ça'],
  en: ['Zoe Smith', '020 7946 0018', 'a check-up', 'Thursday morning', 'Yes, that is right'],
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

for (const [language, locale] of [
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)
  describe(`kept tests in ${language}`, () => {
    const words = WORDS[language];
    const { spoken } = words.booking;
    const t = words.tests;
    let seen: Recorded;
    let page: Page;
    beforeAll(async () => {
      seen = await openPage(browser, locale, 1600);
      page = seen.page;
      page.setDefaultTimeout(SLOW);
      await openTemplate(page, language);
    });
    afterAll(() => seen.context.close());
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail')
        await photographFailure(page, `tests-${language}-${task.name.slice(0, 20)}`);
    });
    const picture = (name: string) => photograph(page, `tests-${language}-${name}`);
    const panel = () => page.getByRole('complementary', { name: words.rehearse.title });
    const rows = () => panel().getByRole('list', { name: t.list }).locator('> li');
    const openTab = (name: string) => panel().getByRole('tab', { name }).click();
    const idle = () => panel().getByRole('button', { name: t.runAll }).waitFor({ timeout: LONG });

    it(
      'say what to do while there are none',
      async () => {
        await page.getByRole('button', { name: words.editor.rehearse }).click();
        await openTab(words.rehearse.tabs.tests);
        await panel().getByText(t.emptyText).waitFor();
        await picture('1-empty');
        await panel().getByRole('button', { name: t.talk }).click();
      },
      SLOW,
    );

    it(
      'are made of a rehearsal in one click, and pass',
      async () => {
        const log = page.getByRole('log');
        const field = page.getByPlaceholder(words.rehearse.placeholder);
        await log.getByText(spoken.wishQuestion).last().waitFor();
        for (const line of [spoken.book, ...LINES[language]]) {
          await expect.poll(() => field.isEnabled(), { timeout: SLOW }).toBe(true);
          await field.fill(line);
          await page.getByRole('button', { name: words.rehearse.send, exact: true, disabled: false }).click();
          await log.getByText(line, { exact: true }).last().waitFor();
          await log.getByRole('status').waitFor({ state: 'detached' });
        }
        await log.getByText(words.rehearse.hungUp).waitFor();
        await picture('2-keep');
        await log.getByRole('button', { name: t.keep }).click();
        const name = t.conversationName(spoken.bookedTitle);
        await page.getByText(t.keptNews(name)).waitFor();
        await openTab(words.rehearse.tabs.tests);
        await idle();
        expect(await rows().count()).toBe(1);
        await panel().getByRole('button', { name: t.runAll }).click();
        await expect.poll(() => rows().first().getAttribute('data-state'), { timeout: SLOW }).toBe('holds');
        await idle();
        await rows().getByRole('button', { name, exact: false }).first().click();
        await panel().getByText(t.expectations.reaches(spoken.bookedTitle)).waitFor();
        await picture('3-passes');
      },
      LONG,
    );

    it(
      'are run with a simulated caller, who is told of in the row and in the conversation',
      async () => {
        const caller = (id: 'lines' | 'simulated') =>
          panel().getByRole('radio', { name: t.simulated.callers[id], exact: true });
        await caller('simulated').check();
        await panel().getByText(t.simulated.here, { exact: false }).waitFor();
        await picture('3b-caller');
        const name = t.conversationName(spoken.bookedTitle);
        await panel()
          .getByRole('button', { name: t.run(name), exact: true })
          .click();
        await panel().getByRole('button', { name: t.stop }).waitFor();
        await picture('3c-talking');
        await rows().getByText(t.simulated.mark, { exact: true }).waitFor({ timeout: LONG });
        await idle();
        expect(await rows().first().getAttribute('data-state')).toBe('holds');
        await panel().getByText(t.simulated.goals.true, { exact: true }).waitFor();
        await picture('3d-simulated');
        await panel().getByRole('button', { name: t.conversation, exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(LINES[language][0], { exact: false }).first().waitFor();
        await picture('3e-conversation');
        await dialog.getByRole('button', { name: t.close }).last().click();
        await dialog.waitFor({ state: 'detached' });
        // What the lines are answered is what is compared with, further down.
        await caller('lines').check();
        await panel().getByRole('button', { name: t.runAll }).click();
        await rows()
          .getByText(t.simulated.mark, { exact: true })
          .waitFor({ state: 'detached', timeout: LONG });
        await idle();
      },
      LONG,
    );

    it(
      'show on the drawing what none of them has tried',
      async () => {
        const dashed = page.locator('.react-flow__edge.is-untried');
        await expect.poll(() => dashed.count(), { timeout: SLOW }).toBeGreaterThan(0);
        await panel().getByText(t.onDrawing).click();
        await expect.poll(() => dashed.count()).toBe(0);
        await panel().getByText(t.onDrawing).click();
        await expect.poll(() => dashed.count()).toBeGreaterThan(0);
        await openTab(words.rehearse.tabs.talk);
        await expect.poll(() => dashed.count()).toBe(0);
        await openTab(words.rehearse.tabs.tests);
        await expect.poll(() => dashed.count()).toBeGreaterThan(0);
      },
      SLOW,
    );

    it(
      'survive a reload, with how they went',
      async () => {
        await page.reload();
        await card(page, spoken.answerTitle).first().waitFor();
        await page.getByRole('button', { name: words.editor.rehearse }).click();
        await openTab(words.rehearse.tabs.tests);
        await idle();
        expect(await rows().first().getAttribute('data-state')).toBe('holds');
      },
      SLOW,
    );

    it(
      'fail when the drawing is broken, at publishing, which they do not prevent',
      async () => {
        await panel().getByRole('button', { name: words.rehearse.close }).click();
        const exit = card(page, spoken.wishTitle).first().locator('.react-flow__handle.source').first();
        const entry = card(page, spoken.whichTitle).first().locator('.react-flow__handle.target').first();
        await drag(page, await middle(exit), await middle(entry));
        await page.getByRole('button', { name: words.editor.publish }).click();
        await page.getByRole('button', { name: words.publish.getTestNumber }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(t.publish.tried(0, 1), { exact: false }).waitFor();
        await dialog.getByRole('button', { name: t.runAll }).click();
        await dialog.getByText(t.publish.failing(1)).waitFor();
        await picture('4-publish');
        expect(await dialog.getByRole('button', { name: words.publish.publish }).isEnabled()).toBe(true);
        await dialog.getByRole('button', { name: t.conversationName(spoken.bookedTitle) }).click();
        await panel().getByText(t.found.reaches(spoken.whichTitle)).waitFor();
        await picture('5-fails');
      },
      LONG,
    );

    it(
      'show what was answered before and after, side by side',
      async () => {
        await panel().getByRole('button', { name: t.compare }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(t.compareLead).waitFor();
        expect(await dialog.locator('tr[data-differs]').count()).toBeGreaterThan(0);
        expect(await dialog.locator('mark').count()).toBeGreaterThan(0);
        await dialog.getByText(spoken.detailsQuestion.split(' ').at(-1)!, { exact: false }).first().waitFor();
        await picture('6-before-and-after');
        await dialog.getByRole('button', { name: t.close }).last().click();
      },
      SLOW,
    );

    it(
      'are edited: what is expected, and their name',
      async () => {
        await panel().getByRole('button', { name: t.edit, exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('textbox', { name: t.name }).fill('Zoé');
        await dialog.getByRole('button', { name: t.add }).click();
        await picture('7-edit');
        await dialog.getByRole('button', { name: t.save }).click();
        await dialog.waitFor({ state: 'detached' });
        await rows().getByText('Zoé', { exact: true }).waitFor();
      },
      SLOW,
    );

    it(
      'are deleted, and come back',
      async () => {
        await panel().getByRole('button', { name: t.delete, exact: true }).click();
        await page.getByText(t.deletedNews('Zoé')).waitFor();
        await page.getByRole('button', { name: t.undo, exact: true }).last().click();
        await expect.poll(() => rows().count(), { timeout: SLOW }).toBe(1);
      },
      SLOW,
    );

    if (language === 'en')
      it(
        'are made for every way that nobody has tried, until there is none',
        async () => {
          await page.locator('.react-flow__pane').click({ position: { x: 20, y: 400 } });
          await page.keyboard.press('Control+z');
          const tryRest = panel().getByRole('button', { name: t.tryRest });
          await tryRest.click();
          await panel().getByRole('button', { name: t.stop }).waitFor();
          await picture('8-trying');
          for (let rounds = 0; rounds < 6; rounds += 1) {
            await idle();
            if (await panel().getByText(t.allTried).isVisible()) break;
            await tryRest.click();
            await panel().getByRole('button', { name: t.stop }).waitFor();
          }
          await panel().getByText(t.allTried).waitFor();
          expect(await page.locator('.react-flow__edge.is-untried').count()).toBe(0);
          const made = await rows().count();
          const failing = await failingNames(rows());
          console.log(`ways-tried-tests: ${made}`);
          expect(failing).toEqual(['Zoé']);
          await picture('9-all-tried');
          await panel().getByRole('radio', { name: t.simulated.callers.simulated, exact: true }).check();
          await panel().getByRole('button', { name: t.runAll }).click();
          await rows().getByText(t.simulated.phases.queued, { exact: true }).first().waitFor();
          await picture('9b-all-talking');
          await idle();
          expect(await failingNames(rows())).toEqual(['Zoé']);
          expect(await rows().getByText(t.simulated.mark, { exact: true }).count()).toBe(made);
          await picture('9c-all-simulated');
          expect(seen.errors).toEqual([]);
        },
        LONG,
      );
  });

async function openTemplate(page: Page, language: Language): Promise<void> {
  const words = WORDS[language];
  await page.goto(appUrl);
  await enter(page, words, `tests.${language}@example.com`);
  await page.goto(`${appUrl}/flows/new`);
  await page.getByText(words.booking.gallery.title, { exact: true }).first().click();
  await page.getByRole('button', { name: words.gallery.create }).click();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
  await card(page, words.booking.spoken.answerTitle).first().waitFor();
  await page.getByText(words.editor.save.saved, { exact: true }).first().waitFor();
}

/** Of the rows that do not pass. */
async function failingNames(rows: Locator): Promise<string[]> {
  const names: string[] = [];
  for (const row of await rows.all())
    if ((await row.getAttribute('data-state')) !== 'holds')
      names.push((await row.getByRole('button').first().locator('span.block').first().innerText()).trim());
  return names;
}
