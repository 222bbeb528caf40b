/**
 * One walk through the screens, with keys in place of sentences: axe finds nothing in the dark theme, and nothing is
 * untranslated. The tours (`accessibility.tour.ts`, `untranslated.tour.ts`) walk further, in both themes, languages and widths.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { accessibilityFaultsIn } from './support/axe.ts';
import { launch, openPage } from './support/browser.ts';
import { createReader } from './support/reader.ts';
import { takeTour } from './support/tour/tour.ts';

/** Whether a name holds the words that are seen: keys in their place never do. The tours ask it of real words. */
const NEEDS_WORDS = { 'label-content-name-mismatch': { enabled: false } };
const EMAIL = 'screens@example.com';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('are accessible and translated', async () => {
  const { page, context } = await openPage(browser, 'fr-FR');
  page.setDefaultTimeout(60_000);
  const reader = createReader(page, EMAIL);
  const faults = new Map<string, string>();
  let screens = 0;
  await takeTour({
    page,
    language: 'test',
    email: EMAIL,
    appUrl: inject('appUrl'),
    dataFolder: inject('dataFolder'),
    isShort: true,
    onShow: async (name, part) => {
      screens += 1;
      await reader.read(name, part);
      for (const fault of await accessibilityFaultsIn(page, 'dark', part, NEEDS_WORDS))
        if (!faults.has(fault)) faults.set(fault, name);
    },
  });
  await context.close();
  expect(screens).toBeGreaterThan(80);
  expect([...faults].map(([fault, name]) => `${name}: ${fault}`)).toEqual([]);
  expect(reader.keys()).toBeGreaterThan(1000);
  expect(reader.found()).toEqual([]);
}, 600_000);
