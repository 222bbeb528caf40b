/**
 * A device that keeps nothing: its storage is full, or forbidden. The editor says so in a banner, goes on, and saves online.
 * Nothing is pretended: the quota is the browser's own, and so is the setting that forbids sites to keep anything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, inject, it } from 'vitest';
import { launch, launchWithoutStorage, openPage } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { card } from './support/hands.ts';
import { WORDS } from './support/words.ts';

const { booking, editor, gallery, saving } = WORDS.en;
const appUrl = inject('appUrl');
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of cleanUp.splice(0).reverse()) await one();
});

/** The canvas of a template, without a reload on the way: a session that nobody keeps ends with one. */
async function openFlow(page: Page, email: string): Promise<void> {
  page.setDefaultTimeout(60_000);
  await page.goto(`${appUrl}/?lang=en`);
  await enter(page, WORDS.en, email);
  // By a link: where nothing may be kept, a page that is loaded anew knows nobody.
  const more = page.locator('a[href="/flows/new"]');
  await page.getByRole('link', { name: gallery.first.gallery }).or(more).first().click();
  await page.getByRole('button', { name: gallery.choose(booking.gallery.title), exact: true }).click();
  await page.getByRole('button', { name: gallery.create }).click();
  await card(page, booking.spoken.wishTitle).first().waitFor();
}

/** What the server has of it afterwards is what the request carried: it was answered with a new revision. */
async function renameStep(page: Page, title: string): Promise<void> {
  const saved = page.waitForResponse(
    (response) =>
      response.url().includes('/rest/v1/flows?') &&
      response.request().method() === 'PATCH' &&
      (response.request().postData() ?? '').includes(title),
  );
  const field = page.getByRole('textbox', { name: editor.inspector.title });
  await field.fill(title);
  expect((await saved).status()).toBe(200);
  await page.locator('[data-save=saved]').waitFor();
}

/** Writes on until the banner is there, or gone: the browser looks how much room there is only every half a minute. */
async function writeUntil(page: Page, text: string, isTold: boolean): Promise<void> {
  const end = Date.now() + 120_000;
  for (let round = 1; (await page.getByText(saving.blocked).isVisible()) !== isTold; round += 1) {
    if (Date.now() > end) throw new Error(`${text}: the banner is ${isTold ? 'not there' : 'still there'}`);
    await renameStep(page, `${text} ${round}`);
    await page.waitForTimeout(1000);
  }
}

it('a full device: the banner says so, and what is written is saved online', async () => {
  const browser = await launch();
  cleanUp.push(() => browser.close());
  const { page, errors } = await openPage(browser, 'en-GB');
  await openFlow(page, 'full@example.com');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: appUrl, quotaSize: 1 });
  await card(page, booking.spoken.wishTitle).first().click();
  await writeUntil(page, 'Without any room', true);
  await renameStep(page, 'And once more');
  await page.getByText(saving.blocked).waitFor();

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: appUrl });
  await writeUntil(page, 'Room again', false);
  expect(errors).toEqual([]);
}, 600_000);

it('a browser that forbids to keep anything: the banner says so, and what is written is saved online', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'allokoli-profile-'));
  cleanUp.push(() => rmSync(profile, { recursive: true, force: true }));
  const context = await launchWithoutStorage(profile);
  cleanUp.push(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await openFlow(page, 'forbidden@example.com');
  const kept = await page.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return (error as DOMException).name;
    }
  });
  expect(kept).toBe('SecurityError');
  await page.getByText(saving.blocked).waitFor();
  await card(page, booking.spoken.wishTitle).first().click();
  await renameStep(page, 'Nothing is kept here');
  await page.getByText(saving.blocked).waitFor();
  expect(errors).toEqual([]);
}, 300_000);
