/**
 * The whole way by keyboard alone, in both languages: account → template → add a step → connect it → cause a problem and
 * mend it → publish to a test number. No mouse, pen or finger takes part, which the page itself counts.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { countPointers, focused, hasFocus, tabTo } from './support/keyboard.ts';
import { type Language, WORDS } from './support/words.ts';

const appUrl = inject('appUrl');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Arrow keys until the row of that name has the focus. */
async function walkTo(page: Page, name: RegExp): Promise<string> {
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 60; steps += 1) {
    const here = await focused(page);
    if (name.test(here)) return here;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No row is called ${name}`);
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const starts = (...texts: string[]) => new RegExp(`^${texts.map(escaped).join('.*')}`);

// Every arrow and every Tab is a question to the page: on a busy machine that adds up.
for (const [language, locale] of [
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)
  describe(`by keyboard alone in ${language}`, { timeout: 240_000 }, () => {
    const words: (typeof WORDS)[Language] = WORDS[language];
    const { outline, booking } = words;
    const { spoken } = booking;
    const said = language === 'fr' ? 'Merci de votre appel.' : 'Thank you for calling.';
    const renamed = language === 'fr' ? 'Remerciement' : 'Thanks';
    let seen: Recorded;
    let page: Page;
    let pointers: () => number;
    const soon = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const rowStarts = (text: string) => soon(() => focused(page)).toMatch(starts(text));
    /** The live region of the editor. */
    const announced = (text: string) =>
      page.locator('[aria-live="polite"]').filter({ hasText: text }).first().waitFor({ state: 'attached' });

    beforeAll(async () => {
      seen = await openPage(browser, locale);
      page = seen.page;
      pointers = await countPointers(page);
    });
    afterAll(() => seen.context.close());
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await photographFailure(page, `keyboard-${language}`);
    });

    it('signs up, and starts from a template', async () => {
      await page.goto(appUrl);
      await tabTo(page, page.getByRole('button', { name: words.signIn.signUp }));
      await press('Enter');
      await tabTo(page, page.getByLabel(words.signIn.email));
      await page.keyboard.type(`keys.${language}@example.com`);
      await tabTo(page, page.getByLabel(words.signIn.password, { exact: true }));
      await page.keyboard.type('a-long-enough-password');
      await press('Enter');
      await page.waitForURL('**/flows');
      await tabTo(page, page.locator('a[href="/flows/new"]'));
      await press('Enter');
      await page.waitForURL('**/flows/new');
      await tabTo(
        page,
        page.getByRole('button', { name: words.gallery.choose(booking.gallery.title), exact: true }),
      );
      await press('Enter');
      await tabTo(page, page.getByRole('button', { name: words.gallery.create }));
      await press('Enter');
      await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
      await page.getByText(words.editor.save.saved, { exact: true }).first().waitFor();
    });

    it('opens the outline with the focus in it', async () => {
      await press('o');
      await rowStarts(outline.stepAsKind(1, spoken.answerTitle).slice(0, 8));
      await photograph(page, `keyboard-${language}-1-both`);
    });

    it('adds a step between two, writes in its form and comes back to its row', async () => {
      await walkTo(page, starts(words.answer['exit.next']));
      await press('a');
      await soon(() => focused(page)).toBe(words.editor.palette.search);
      await page.keyboard.type(words.say.name);
      await press('Enter');
      await rowStarts(outline.stepAsKind(2, words.say.name));
      await announced(words.commands['insert-step']);
      await press('Enter');
      await soon(() => focused(page)).toBe(words.editor.inspector.title);
      await tabTo(page, page.getByRole('textbox', { name: words.say['field.text'] }));
      await page.keyboard.type(said);
      await press('Escape');
      await rowStarts(outline.stepAsKind(2, words.say.name));
      await press('F2');
      await page.keyboard.type(renamed);
      await press('Enter');
      await rowStarts(outline.step(2, renamed, words.say.name));
      await page.getByText(said).first().waitFor();
    });

    it('connects it elsewhere, and back by undo', async () => {
      await press('ArrowDown');
      await rowStarts(outline.leads(words.say['exit.next'], 3, spoken.wishTitle));
      await press('c');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type(spoken.detailsTitle);
      await press('Enter');
      await soon(() => focused(page)).toContain(spoken.detailsTitle);
      await announced(words.commands.connect);
      await press('Control+z');
      await soon(() => focused(page)).toContain(spoken.wishTitle);
      await announced(outline.said.undone(words.commands.connect));
    });

    it('deletes a step, and finds the focus on its neighbour', async () => {
      const before = await walkTo(page, starts(outline.stepAsKind(3, '').slice(0, -2)));
      await press('Delete');
      await soon(() => focused(page)).not.toBe('');
      expect(await focused(page)).not.toBe(before);
      await press('Control+z');
      await rowStarts(before);
    });

    it('causes a problem, walks to it and mends it', async () => {
      await walkTo(page, starts(words.ask['exit.would-not-say']));
      await press('Delete');
      await rowStarts(outline.leadsNowhere(words.ask['exit.would-not-say']));
      await page
        .getByRole('button', { name: words.editor.problems(1), exact: true })
        .first()
        .waitFor();
      await press('Home', 'Alt+ArrowDown');
      await soon(() => focused(page)).toContain(words.editor.problemCount(1));
      await photograph(page, `keyboard-${language}-2-problem`);
      await press('Tab');
      await rowStarts(outline.more('').trim());
      await press('Enter');
      await page.getByRole('menu').waitFor();
      await photograph(page, `keyboard-${language}-3-menu`);
      await press('Enter');
      await page
        .getByRole('button', { name: words.editor.problems(0), exact: true })
        .first()
        .waitFor();
      await soon(() => focused(page)).not.toBe('');
    });

    it('publishes to a test number', async () => {
      await press('Control+k');
      await soon(() => focused(page)).toBe(words.find.title);
      await page.keyboard.type(words.editor.publish);
      await press('Enter');
      await tabTo(page, page.getByRole('button', { name: words.publish.getTestNumber }));
      await press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.publish.what).waitFor();
      const go = dialog.getByRole('button', { name: words.publish.publish, disabled: false });
      await go.waitFor();
      await tabTo(page, go);
      await press('Enter');
      await dialog.getByText(words.publish.liveTitle).first().waitFor({ timeout: 30_000 });
      await soon(() => hasFocus(dialog.getByRole('button', { name: words.publish.callIt }))).toBe(true);
      await press('Escape');
      await soon(() => focused(page)).not.toBe('');
    });

    it('took no mouse, and met no error of the page', () => {
      expect(pointers()).toBe(0);
      expect(seen.errors).toEqual([]);
    });
  });
