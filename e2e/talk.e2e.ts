/**
 * Talking with one's own voice, in Chromium with its own fake microphone: on the sandbox, where a shim stands for the Web Speech API, and
 * with a line that calls itself Vapi, as far as there is no network. In both languages.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { card } from './support/hands.ts';
import { sayAloud, shimSpeech, speechOf } from './support/speech-shim.ts';
import { type Language, WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
const MICROPHONE = '--use-fake-device-for-media-stream';
const ALLOWED = [MICROPHONE, '--use-fake-ui-for-media-stream'];
const DENIED = [MICROPHONE, '--deny-permission-prompts'];
/** Milliseconds from the event to the lit step. */
const GOAL = 300;

/** An account with a flow of the first template, and the rehearsal beside it. */
async function openRehearsal(browser: Browser, language: Language, name: string): Promise<Recorded> {
  const words = WORDS[language];
  const seen = await openPage(browser, language === 'fr' ? 'fr-FR' : 'en-GB');
  const { page } = seen;
  await shimSpeech(page);
  await page.goto(appUrl);
  await enter(page, words, `${name}.${language}@example.com`);
  await page.goto(`${appUrl}/flows/new`);
  await page.getByText(words.booking.gallery.title, { exact: true }).first().click();
  await page.getByRole('button', { name: words.gallery.create }).click();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
  await card(page, words.booking.spoken.answerTitle).first().waitFor();
  await page.getByRole('button', { name: words.editor.rehearse }).click();
  await page.getByRole('log').getByText(words.booking.spoken.wishQuestion).last().waitFor();
  return seen;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const isLit = (page: Page, title: string) =>
  card(page, title).locator('[data-state="live"]').first().waitFor({ state: 'attached' });

for (const language of ['fr', 'en'] as const)
  describe(`talking in ${language}`, () => {
    const words = WORDS[language];
    const { talk } = words;
    const { spoken } = words.booking;
    let browser: Browser;
    let seen: Recorded;
    let page: Page;
    beforeAll(async () => {
      browser = await launch(ALLOWED);
      seen = await openRehearsal(browser, language, 'talk');
      page = seen.page;
    });
    afterAll(() => browser.close());
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await photographFailure(page, `talk-${language}`);
    });

    it('says that it is the sandbox, and why the microphone is asked for', async () => {
      await press(page, talk.talkAloud);
      await page.getByText(talk.sandbox.title).waitFor();
      await page.getByText(talk.why).waitFor();
      await photograph(page, `talk-${language}-before`);
    });

    it('speaks, hears, and shows both while it goes on', async () => {
      await press(page, talk.begin);
      const log = page.getByRole('log', { name: talk.transcript });
      await log.getByText(spoken.wishQuestion).waitFor();
      await sayAloud(page, spoken.book);
      await log.getByText(spoken.book, { exact: false }).waitFor();
      await log.getByText(spoken.detailsQuestion).waitFor();
      await isLit(page, spoken.detailsTitle);
      await page.getByText(talk.listening).waitFor();
      const meter = page.getByRole('meter', { name: talk.loudness.you });
      await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
      await photograph(page, `talk-${language}-during`);
      const { spoken: said } = await speechOf(page);
      expect(new Set(said.map(({ lang }) => lang.slice(0, 2)))).toEqual(new Set([language]));
      expect(said.map(({ text }) => text).join(' ')).toContain(spoken.wishQuestion);
    });

    it('lights a step soon after its event', async () => {
      const { answers, lit } = await speechOf(page);
      const waits = answers.flatMap((answer) => {
        const first = lit.find((time) => time >= answer);
        return first === undefined ? [] : [first - answer];
      });
      const longest = Math.round(Math.max(...waits));
      console.log(`step lit after event: ${longest} ms (goal ${GOAL})`);
      expect(waits.length).toBeGreaterThan(1);
      expect(longest).toBeLessThanOrEqual(GOAL);
    });

    it('muted hears nothing until the microphone is on again', async () => {
      await press(page, talk.mute);
      await page.getByText(talk.muted).waitFor();
      expect((await speechOf(page)).isListening).toBe(false);
      await press(page, talk.unmute);
      await page.waitForFunction(
        () => (globalThis as unknown as { __speech: { isListening: boolean } }).__speech.isListening,
      );
    });

    it('is hung up, and goes on in writing', async () => {
      await press(page, talk.hangUp);
      await page.getByText(talk.ends.left).waitFor();
      expect((await speechOf(page)).isListening).toBe(false);
      await photograph(page, `talk-${language}-after`);
      await page.getByRole('button', { name: talk.back, exact: true }).last().click();
      await page.getByPlaceholder(words.rehearse.placeholder).waitFor();
      expect(seen.errors).toEqual([]);
    });

    it('with Vapi says what it costs and that nobody is dialled; a line that is not reached is explained and settled', async () => {
      // The server's own line is the sandbox: only what it calls itself is another.
      await page.route('**/api/test-calls?*', (route) =>
        route.fulfill({
          json: { line: 'vapi', secondsLeft: 3300, daySeconds: 3600, secondsPerCall: 300 },
        }),
      );
      await page.route('https://*.daily.co/**', (route) => route.abort());
      await press(page, talk.talkAloud);
      await page.getByText(talk.vapi.title).waitFor();
      await page.getByText(talk.vapi.transfers).waitFor();
      await page.getByText(talk.vapi.limit(5, 55)).waitFor();
      await photograph(page, `talk-${language}-vapi-before`);
      const ended = page.waitForResponse((response) => /\/test-calls\/[^/]+\/end$/.test(response.url()));
      const begun = page.waitForResponse(
        (response) => response.url().endsWith('/test-calls') && response.request().method() === 'POST',
      );
      await press(page, talk.begin);
      const answer = await (await begun).text();
      expect(JSON.parse(answer)).toMatchObject({ outcome: 'begun', seconds: 300 });
      expect(answer).not.toMatch(/monitor|controlUrl|listenUrl/);
      await page.getByText(talk.trouble['not-reached'].what).waitFor();
      expect((await ended).status()).toBe(200);
      await photograph(page, `talk-${language}-vapi-not-reached`);
    });
  });

describe.each(['fr', 'en'] as const)('without permission in %s', (language) => {
  let browser: Browser;
  afterAll(() => browser?.close());
  it('explains what to do', async () => {
    browser = await launch(DENIED);
    const { page } = await openRehearsal(browser, language, 'denied');
    const { talk } = WORDS[language];
    await press(page, talk.talkAloud);
    await page.getByText(talk.asksNext).waitFor();
    await press(page, talk.begin);
    await page.getByText(talk.trouble['not-allowed'].what).waitFor();
    await page.getByText(talk.trouble['not-allowed'].todo).waitFor();
    await photograph(page, `talk-${language}-denied`);
  });
});
