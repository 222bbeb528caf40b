/**
 * The first minutes of an account, in both languages: trade, two answers, a flow that talks at once; templates that are read and heard
 * before they are chosen; any way of a flow read aloud. Speech is a shim: headless browsers have no voices (`support/read-aloud-shim.ts`).
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { templates } from '../src/templates/registry.ts';
import { wishesOf } from '../src/templates/wishes.ts';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { hearFirstWords, signUp } from './support/first-words.ts';
import { card } from './support/hands.ts';
import { type ShimSpoken, shimReadAloud } from './support/read-aloud-shim.ts';
import { WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
const PLACE = { fr: 'La Table Ronde', en: 'The Round Table' };
const restaurant = templates.find(({ id }) => id === 'restaurant-reservation')!;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

for (const [language, locale] of [
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)
  describe(`the first minutes in ${language}`, () => {
    const words = WORDS[language];
    let seen: Recorded;
    let page: Page;
    let spoken: () => Promise<readonly ShimSpoken[]>;
    beforeAll(async () => {
      seen = await openPage(browser, locale);
      page = seen.page;
      page.setDefaultTimeout(60_000);
      spoken = await shimReadAloud(page);
    });
    afterAll(() => seen.context.close());
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await photographFailure(page, `first-${language}`);
    });

    it('lead from the trade to the first words, in four clicks and one field', async () => {
      await signUp(page, appUrl, language, `first.${language}@example.com`);
      await photograph(page, `first-${language}-1`);
      const { clicks, fields, said } = await hearFirstWords(page, language, PLACE[language]);
      await photograph(page, `first-${language}-2`);
      expect(said).toContain(PLACE[language]);
      expect([clicks, fields]).toEqual([4, 1]);
    }, 120_000);

    it('the wish that was added is drawn, without a problem', async () => {
      const person = wishesOf(restaurant, language).find(({ id }) => id === 'person')!.label;
      await page
        .getByRole('button', { name: words.editor.problems(0) })
        .first()
        .waitFor();
      await page.locator('.react-flow__node').getByText(person).first().waitFor();
    });

    it('then say what is left to be done, each with its place, until they are put away', async () => {
      const steps = page.getByRole('region', { name: words.firstSteps.label });
      await page.getByRole('button', { name: words.rehearse.close }).last().click();
      await steps.getByRole('button', { name: words.firstSteps.steps.hours }).click();
      await page
        .locator('[data-step-form]')
        .getByRole('heading')
        .or(page.locator('[data-step-form] input'))
        .first()
        .waitFor();
      await photograph(page, `first-${language}-3`);
      await steps.getByRole('button', { name: words.firstSteps.steps.number }).click();
      await page.getByRole('dialog').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').first().waitFor({ state: 'detached' });
      await steps.getByText(words.firstSteps.allDone).waitFor();
      await steps.getByRole('button', { name: words.firstSteps.close }).click();
      await steps.waitFor({ state: 'detached' });
      await page.reload();
      await card(page, WORDS[language].answer.name).or(page.locator('.react-flow__node')).first().waitFor();
      expect(await steps.count()).toBe(0);
    });

    it('any way is found, and read aloud in two voices of the call’s language, the step lit', async () => {
      await page.getByRole('button', { name: words.editor.rehearse, exact: true }).click();
      await page.getByRole('tab', { name: words.rehearse.tabs.listen }).click();
      const rows = page.getByRole('list', { name: words.listen.ways }).getByRole('button');
      await rows.first().waitFor();
      const all = await rows.count();
      const table = wishesOf(restaurant, language).find(({ id }) => id === 'table')!.label;
      await page
        .getByRole('searchbox', { name: words.listen.search })
        .fill(table.normalize('NFD').replaceAll(/\p{M}/gu, ''));
      await expect.poll(() => rows.count()).toBeLessThan(all);
      await rows.first().click();
      const talk = page.getByRole('region', { name: words.readAloud.conversation, exact: true });
      await talk.waitFor();
      await photograph(page, `first-${language}-4`);
      const lines = await talk.getByRole('listitem').count();
      await page.getByRole('button', { name: words.readAloud.play, exact: true }).click();
      await page.locator('[aria-current="step"]').first().waitFor();
      await expect.poll(async () => (await spoken()).length, { timeout: 60_000 }).toBe(lines);
      const heard = await spoken();
      expect(new Set(heard.map(({ lang }) => lang))).toEqual(new Set([locale]));
      const voices = new Set(heard.map(({ voice }) => voice));
      expect(voices.size).toBe(2);
      expect([...voices].some((voice) => voice.includes('Far'))).toBe(false);
      expect(heard[0]!.text).toContain(PLACE[language]);
      await page.getByText(words.readAloud.browserVoice).waitFor();
    }, 120_000);

    it('a template is found without accents, read and heard before it is chosen', async () => {
      await page.goto(`${appUrl}/flows/new`);
      const search = page.getByRole('searchbox', { name: words.gallery.search });
      await search.fill(language === 'fr' ? 'medecin' : 'doctor');
      const tiles = page.getByRole('article');
      await expect.poll(() => tiles.count()).toBe(1);
      await tiles.getByText(words.gallery.look).click();
      const talk = page.getByRole('region', { name: words.readAloud.conversation, exact: true });
      await talk.waitFor();
      await photograph(page, `first-${language}-5`);
      expect(await talk.getByRole('listitem').count()).toBeGreaterThan(10);
      await page.getByRole('button', { name: words.readAloud.play, exact: true }).click();
      await expect.poll(async () => (await spoken()).length).toBeGreaterThan(1);
      await page.getByRole('button', { name: words.gallery.take }).click();
      await page.getByLabel(words.gallery.name).waitFor();
      await page.keyboard.press('Escape');
      await search.fill('xylophone');
      await page.getByText(words.gallery.nothingTitle).waitFor();
    });

    it('nothing broke on the way', () => {
      expect(seen.errors).toEqual([]);
    });
  });
