/**
 * The rehearsal panel in both languages, against the whole stack; only Vapi is the sandbox: branches are forced, turns taken back,
 * days and failures pretended, values changed, conversations begun in the middle, and every move says why.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { en as transferEn } from '../src/kinds/transfer/messages.en.ts';
import { fr as transferFr } from '../src/kinds/transfer/messages.fr.ts';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { card, middle } from './support/hands.ts';
import { type Language, WORDS } from './support/words.ts';

const transfer = { en: transferEn, fr: transferFr };
const appUrl = inject('appUrl');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

type Words = (typeof WORDS)[Language];

async function openFlow(page: Page, words: Words, person: string): Promise<void> {
  await page.goto(appUrl);
  await enter(page, words, person);
  await page.goto(`${appUrl}/flows/new`);
  await page.getByText(words.booking.gallery.title, { exact: true }).first().click();
  await page.getByRole('button', { name: words.gallery.create }).click();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
  await page.getByText(words.editor.save.saved, { exact: true }).first().waitFor();
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

for (const [language, locale] of [
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)
  describe(`a rehearsal in ${language}`, { timeout: 180_000 }, () => {
    const words: Words = WORDS[language];
    const { rehearse } = words;
    const { spoken } = words.booking;
    let seen: Recorded;
    let page: Page;
    beforeAll(async () => {
      seen = await openPage(browser, locale);
      page = seen.page;
      page.setDefaultTimeout(45_000);
      await openFlow(page, words, `rehearse.${language}@example.com`);
    });
    afterAll(() => seen.context.close());
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await photographFailure(page, `rehearse-${language}`);
    });
    const panel = () => page.getByRole('complementary', { name: rehearse.title });
    const log = () => page.getByRole('log');
    const live = () => page.locator('.step-card[data-state="live"]');
    const heard = (text: string) => log().getByText(text).last().waitFor();
    const soon = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 45_000 });
    /** The chip of a suggestion; it may tell where it leads. */
    const chip = (text: string) =>
      panel()
        .getByRole('list', { name: rehearse.suggestions })
        .getByRole('button', { name: new RegExp(`^${escaped(text)}`) });
    const press = (text: string) => chip(text).first().click();
    const choose = async (field: string, option: string) => {
      await panel()
        .getByRole('button', { name: new RegExp(escaped(field)) })
        .first()
        .click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    const unfoldPretend = () =>
      panel()
        .getByRole('button', { name: new RegExp(`^${escaped(rehearse.pretend.title)}`) })
        .first()
        .click();

    it('says why it moved on, and shows the step that was left', async () => {
      await page.getByRole('button', { name: words.editor.rehearse, exact: true }).first().click();
      await heard(spoken.wishQuestion);
      await press(spoken.book);
      await heard(spoken.detailsQuestion);
      await soon(() => live().textContent()).toContain(spoken.detailsTitle);
      const reason = rehearse.left(spoken.wishTitle, rehearse.because['caller-chose'](spoken.book));
      const why = log().getByRole('button', { name: reason });
      await why.waitFor();
      await photograph(page, `rehearse-${language}-why`);
      await why.click();
      await soon(() => card(page, spoken.wishTitle).first().isVisible()).toBe(true);
    });

    it('forces a branch with every press, in the language of the call, until the call is over', async () => {
      for (let turns = 0; turns < 12; turns += 1) {
        if ((await log().getByText(rehearse.hungUp).count()) > 0) break;
        const bubbles = await log().locator('li').count();
        await panel().getByRole('list', { name: rehearse.suggestions }).getByRole('button').first().click();
        await soon(
          async () =>
            (await log().locator('li').count()) > bubbles ||
            (await log().getByText(rehearse.hungUp).count()) > 0,
        ).toBe(true);
        await soon(
          async () =>
            (await panel().getByRole('list', { name: rehearse.suggestions }).count()) > 0 ||
            (await log().getByText(rehearse.hungUp).count()) > 0,
        ).toBe(true);
      }
      await heard(rehearse.hungUp);
      await panel()
        .getByRole('button', { name: new RegExp(`^${escaped(rehearse.information)}`) })
        .click();
      const table = panel().getByRole('table');
      await table.getByRole('row', { name: new RegExp(escaped(spoken.phone)) }).waitFor();
      expect(await table.textContent()).toContain(spoken.patient);
      await photograph(page, `rehearse-${language}-collected`);
    });

    it('takes a turn back, says something else, and goes on from there', async () => {
      const first = log().getByRole('listitem').filter({ hasText: spoken.book }).first();
      await first.hover();
      await first.getByRole('button', { name: rehearse.edit }).click();
      const field = log().getByLabel(rehearse.editing);
      await field.fill(spoken.change);
      await photograph(page, `rehearse-${language}-edit`);
      await log().getByRole('button', { name: rehearse.sayInstead }).click();
      await heard(spoken.whichQuestion);
      expect(await log().getByText(spoken.detailsQuestion).count()).toBe(0);
      await soon(() => live().textContent()).toContain(spoken.whichTitle);
      // And back to what the assistant had said first.
      const greeting = log().getByRole('listitem').filter({ hasText: spoken.wishQuestion }).first();
      await greeting.hover();
      await greeting.getByRole('button', { name: rehearse.goBack }).click();
      await soon(() => log().getByText(spoken.whichQuestion).count()).toBe(0);
      await soon(() => live().textContent()).toContain(spoken.wishTitle);
    });

    it('pretends a Sunday night: nobody is there', async () => {
      await unfoldPretend();
      await choose(rehearse.pretend.when, rehearse.pretend.moments['sunday-night']);
      await heard(spoken.wishQuestion);
      await photograph(page, `rehearse-${language}-pretend`);
      await unfoldPretend();
      await press(spoken.person);
      await heard(spoken.noteQuestion);
      // The words of the rule are those of its kind.
      const rule = language === 'fr' ? /c’est fermé à cette heure/ : /it is outside/;
      await log().getByRole('button', { name: rule }).waitFor();
      await panel().getByRole('button', { name: rehearse.restart }).first().click();
      await heard(spoken.wishQuestion);
      await press(spoken.person);
      await heard(spoken.noteQuestion);
    });

    it('pretends that nobody answers during opening hours', async () => {
      await unfoldPretend();
      await choose(rehearse.pretend.when, rehearse.pretend.moments.open);
      await heard(spoken.wishQuestion);
      await choose(spoken.deskTitle, transfer[language]['exit.no-answer']);
      await unfoldPretend();
      await press(spoken.person);
      await heard(spoken.noteQuestion);
      const nobody = rehearse.left(spoken.deskTitle, rehearse.because['nobody-answered'](''));
      await log().getByRole('button', { name: nobody }).waitFor();
      await unfoldPretend();
      await panel().getByRole('button', { name: rehearse.pretend.clear }).click();
      await unfoldPretend();
      await panel().getByText(rehearse.pretend.nothing).waitFor();
      await heard(spoken.wishQuestion);
    });

    it('is begun at any step, from its form and from its menu', async () => {
      await card(page, spoken.detailsTitle).first().click();
      await page.getByRole('button', { name: words.play.playFromHere }).click();
      await heard(spoken.detailsQuestion);
      await log().getByText(rehearse.breaks.from(spoken.detailsTitle)).waitFor();
      expect(await log().getByText(spoken.wishQuestion).count()).toBe(0);
      await page
        .getByRole('region', { name: words.editor.inspector.label })
        .getByRole('button', { name: words.editor.inspector.close, exact: true })
        .click();
      // The camera has followed to the step that is played.
      const at = await middle(card(page, spoken.detailsTitle).first());
      await page.mouse.click(at.x, at.y, { button: 'right' });
      await page.getByRole('menuitem', { name: words.play.playFromHere }).click();
      await soon(() => log().getByText(spoken.detailsQuestion).count()).toBe(1);
      await log().getByText(rehearse.breaks.from(spoken.detailsTitle)).waitFor();
      await photograph(page, `rehearse-${language}-from`);
    });

    it('goes on with a value that was changed', async () => {
      const field = panel().getByRole('textbox', { name: spoken.patient });
      if (!(await field.isVisible()))
        await panel()
          .getByRole('button', { name: new RegExp(`^${escaped(rehearse.information)}`) })
          .click();
      await field.fill('Camille Martin');
      await panel()
        .getByRole('button', { name: rehearse.apply(spoken.patient) })
        .click();
      await log()
        .getByText(rehearse.breaks.told(spoken.patient, 'Camille Martin', spoken.detailsTitle))
        .waitFor();
      await soon(() => log().getByText(spoken.detailsQuestion).count()).toBe(2);
      expect(await field.inputValue()).toBe('Camille Martin');
      await photograph(page, `rehearse-${language}-told`);
      await panel().getByRole('button', { name: rehearse.fromBeginning }).click();
      await heard(spoken.wishQuestion);
      expect(seen.errors).toEqual([]);
    });
  });

describe('a rehearsal on a phone', { timeout: 180_000 }, () => {
  it('is begun from the outline, and its reasons are there without a mouse', async () => {
    const words: Words = WORDS.fr;
    const { spoken } = words.booking;
    const { page, context } = await openPage(browser, 'fr-FR', 390);
    page.setDefaultTimeout(45_000);
    try {
      await openFlow(page, words, 'rehearse.phone@example.com');
      await page
        .getByRole('button', { name: words.outline.more(spoken.wishTitle) })
        .last()
        .click();
      await page.getByRole('menuitem', { name: words.play.playFromHere }).click();
      const log = page.getByRole('log');
      await log.getByText(spoken.wishQuestion).last().waitFor();
      await page
        .getByRole('list', { name: words.rehearse.suggestions })
        .getByRole('button', { name: new RegExp(`^${escaped(spoken.book)}`) })
        .click();
      await log.getByText(spoken.detailsQuestion).last().waitFor();
      const reason = words.rehearse.left(
        spoken.wishTitle,
        words.rehearse.because['caller-chose'](spoken.book),
      );
      await log.getByRole('button', { name: reason }).waitFor();
      await photograph(page, 'rehearse-phone');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    } finally {
      await context.close();
    }
  });
});
