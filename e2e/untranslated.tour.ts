/** With `?lang=test` every screen shows keys in place of sentences: what else has letters was written outside of the message files. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { createReader } from './support/reader.ts';
import { takeTour } from './support/tour/tour.ts';

const EMAIL = 'test.tour@example.com';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('shows nothing but keys, own data and figures', async () => {
  const { page, context } = await openPage(browser, 'fr-FR');
  page.setDefaultTimeout(60_000);
  const reader = createReader(page, EMAIL);
  await takeTour({
    page,
    language: 'test',
    email: EMAIL,
    appUrl: inject('appUrl'),
    dataFolder: inject('dataFolder'),
    onShow: reader.read,
  });
  await context.close();
  expect(reader.keys()).toBeGreaterThan(1000);
  expect(reader.found()).toEqual([]);
}, 900_000);
