/**
 * The whole path, in both languages, with real Postgres, Auth, Edge Functions in Deno and Chromium; only Vapi is the
 * sandbox: account → template → edit → rehearse → publish → call → the call on the drawing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  launch,
  openPage,
  photograph,
  photographFailure,
  type Recorded,
  writeDownTraffic,
} from './support/browser.ts';
import { enter } from './support/enter.ts';
import { card, drag, middle } from './support/hands.ts';
import { type Language, WORDS } from './support/words.ts';

const ROOT = resolve(import.meta.dirname, '..');
const appUrl = inject('appUrl');

const CALLER = {
  fr: {
    name: 'Zoé Durand',
    phone: '06 12 34 56 78',
    reason: 'un contrôle',
    moment: 'jeudi matin',
    yes: 'Oui, c’est ça',
    added: 'Merci, un instant.',
    more: ' Je vous écoute.',
  },
  en: {
    name: 'Zoe Smith',
    phone: '020 7946 0018',
    reason: 'a check-up',
    moment: 'Thursday morning',
    yes: 'Yes, that is right',
    added: 'Thank you, one moment.',
    more: ' I am listening.',
  },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function saved(page: Page, words: (typeof WORDS)[Language]): Promise<void> {
  await page.getByText(words.editor.save.saved, { exact: true }).first().waitFor();
}

for (const [language, locale] of [
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)
  describe(`the journey in ${language}`, () => {
    const words = WORDS[language];
    const spoken = words.booking.spoken;
    const caller = CALLER[language];
    let seen: Recorded;
    let page: Page;
    let traffic: readonly string[];
    beforeAll(async () => {
      seen = await openPage(browser, locale);
      page = seen.page;
      traffic = writeDownTraffic(page);
    });
    afterAll(() => seen.context.close());
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await photographFailure(page, `journey-${language}`);
    });
    const picture = (step: number) => photograph(page, `journey-${language}-${step}`);

    it('1–2. signs up, in the language of the browser', async () => {
      await page.goto(appUrl);
      await page.getByText(words.pages.slogan).waitFor();
      await picture(1);
      await enter(page, words, `zoe.${language}@example.com`);
      await picture(2);
    });

    it('3. starts from a template, laid out and readable', async () => {
      await page.goto(`${appUrl}/flows/new`);
      await page.getByText(words.booking.gallery.title, { exact: true }).first().click();
      await page.getByRole('button', { name: words.gallery.create }).click();
      await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
      await card(page, spoken.answerTitle).first().waitFor();
      await saved(page, words);
      await picture(3);
      expect(await page.locator('.react-flow__node').count()).toBeGreaterThanOrEqual(6);
    });

    it('4. edits: drags, writes, adds, connects, undoes, redoes; a reload shows the same', async () => {
      const node = card(page, spoken.wishTitle).first();
      const before = await middle(node);
      const grip = { x: before.x, y: (await node.boundingBox())!.y + 14 };
      await drag(page, grip, { x: grip.x + 10, y: grip.y - 150 });
      expect((await middle(node)).y).toBeLessThan(before.y - 100);

      await card(page, spoken.wishTitle).first().click();
      const question = page.getByRole('textbox', { name: 'Question' }).first();
      await question.click();
      await page.keyboard.press('End');
      await page.keyboard.type(caller.more);
      await page.getByText(`${spoken.wishQuestion}${caller.more}`).first().waitFor();
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: words.editor.addStep }).first().click();
      await page
        .getByRole('option', { name: words.say.name })
        .or(page.getByRole('menuitem', { name: words.say.name }))
        .or(page.getByRole('button', { name: words.say.name }))
        .first()
        .click();
      const added = card(page, words.say.name).last();
      await added.waitFor();
      const steps = await page.locator('.react-flow__node').count();

      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await expect.poll(() => page.locator('.react-flow__node').count()).toBe(steps - 1);
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(() => page.locator('.react-flow__node').count()).toBe(steps);

      const exit = card(page, spoken.answerTitle).first().locator('.react-flow__handle.source').first();
      const entry = added.locator('.react-flow__handle.target').first();
      await drag(page, await middle(exit), await middle(entry));
      await added.click();
      await page.getByRole('textbox', { name: words.say['field.text'] }).fill(caller.added);
      await page.keyboard.press('Escape');
      await drag(
        page,
        await middle(added.locator('.react-flow__handle.source').first()),
        await middle(card(page, spoken.wishTitle).first().locator('.react-flow__handle.target').first()),
      );
      await picture(4);

      await saved(page, words);
      await page.waitForTimeout(1200);
      await saved(page, words);
      const content = async () =>
        (await page.locator('.react-flow__node').allInnerTexts())
          .map((text) => text.replaceAll(/\s+/g, ' '))
          .sort();
      const drawn = await content();
      await page.reload();
      await card(page, spoken.answerTitle).first().waitFor();
      await expect.poll(content).toEqual(drawn);
      expect(drawn.join()).toContain(caller.added);
      expect(drawn.join()).toContain(caller.more.trim());
    });

    it.skipIf(!inject('isSandbox'))('5. rehearses: the current step is lit', async () => {
      await page.getByRole('button', { name: words.editor.rehearse }).click();
      const log = page.getByRole('log');
      const live = page.locator('.step-card[data-state="live"]');
      await log.getByText(caller.added).waitFor();
      await expect.poll(() => live.textContent()).toContain(spoken.wishTitle);
      const say = async (text: string, answer: string) => {
        await page.getByPlaceholder(words.rehearse.placeholder).fill(text);
        await page.keyboard.press('Enter');
        await log.getByText(answer).last().waitFor();
      };
      await say(spoken.book, spoken.detailsQuestion);
      await expect.poll(() => live.textContent()).toContain(spoken.detailsTitle);
      await say(caller.name, '?');
      await picture(5);
      await page.getByRole('button', { name: words.rehearse.close }).last().click();
    });

    it.skipIf(!inject('isSandbox'))('6. publishes to a number: the plan first, then progress', async () => {
      await page.getByRole('button', { name: words.editor.publish }).click();
      await page.getByRole('button', { name: words.publish.getTestNumber }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.publish.what).waitFor();
      await dialog.getByText(words.publish.outside).waitFor();
      await picture(6);
      await dialog.getByRole('button', { name: words.publish.publish }).click();
      await dialog.getByText(words.publish.liveTitle).first().waitFor({ timeout: 30_000 });
    });

    it.skipIf(!inject('isSandbox'))('7. is called: the transcript and the path are there', async () => {
      await page.getByRole('button', { name: words.publish.callIt }).click();
      const phone = page.getByRole('dialog').last();
      const callButton = phone.getByRole('button', { name: words.phone.call, exact: true });
      if (await callButton.isVisible().catch(() => false)) await callButton.click();
      await phone.getByText(caller.added).first().waitFor();
      const log = phone.getByRole('log');
      // Bubbles with words; the dots of somebody who is about to speak have none.
      const bubbles = async () =>
        (await log.locator('> *').allTextContents()).filter((text) => text.trim() !== '').length;
      for (const line of [spoken.book, caller.name, caller.phone, caller.reason, caller.moment, caller.yes]) {
        const before = await bubbles();
        await phone.getByPlaceholder(words.phone.sayPlaceholder).fill(line);
        await page.keyboard.press('Enter');
        // The caller's own line, then the answer.
        await expect.poll(bubbles, { timeout: 5000 }).toBeGreaterThanOrEqual(before + 2);
      }
      await phone.getByText(words.phone.ended).waitFor();
      await picture(7);
      await page.goto(`${appUrl}/calls`);
      const row = page.getByRole('listitem').filter({ hasText: words.booking.gallery.place }).first();
      await row.waitFor({ timeout: 20_000 });
      await photograph(page, `journey-${language}-8-calls`);
      await row.getByRole('link').click();
      await page.getByText(words.call.transcript).waitFor();
      await page.getByText(caller.name).first().waitFor();
      await page.getByText(spoken.bookedTitle).first().waitFor();
      await page.waitForTimeout(800);
      await photograph(page, `journey-${language}-9-call`);
      // From what was said to the draft, at the step that said it.
      await page.getByRole('link', { name: words.call.fix }).click();
      await page.locator('[data-step-form]').waitFor();
      await page.goBack();
      await page.getByText(words.call.transcript).waitFor();
    });

    it('no Vapi key or secret reached the browser, and no page error was seen', async () => {
      expect(seen.errors).toEqual([]);
      // The secrets of a deployed app are not known here.
      if (inject('hosted')) return;
      const secrets = JSON.parse(readFileSync(join(inject('dataFolder'), 'secrets.json'), 'utf8')) as Record<
        string,
        string
      >;
      const bundle = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(js|css|html|map|json)$/.test(name))
        .map((name) => readFileSync(join(ROOT, 'dist', name), 'utf8'));
      const stored = await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      );
      const everything = [...bundle, ...traffic, stored];
      expect(traffic.length).toBeGreaterThan(50);
      for (const [name, secret] of Object.entries(secrets))
        expect(
          everything.some((text) => text.includes(secret)),
          name,
        ).toBe(false);
    });
  });
