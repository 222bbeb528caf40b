/**
 * One walk through the screens, with keys in place of sentences: axe finds nothing in either theme, and nothing is
 * untranslated. The tours (`accessibility.tour.ts`, `untranslated.tour.ts`) walk further, in both languages and widths.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { accessibilityFaults } from './support/axe.ts';
import { launch, openPage } from './support/browser.ts';
import { createReader } from './support/reader.ts';
import { takeTour } from './support/tour/tour.ts';

/** As many as there are stops: one that cannot be reached ends the walk, one that is left out is missed. */
const SCREENS = 173;
const KEYS = 1000;
/** Whether a name holds the words that are seen: keys in their place never do. The tours ask it of real words. */
const NEEDS_WORDS = { 'label-content-name-mismatch': { enabled: false } };
const EMAIL = 'screens@example.com';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('are all reached, accessible and translated', async () => {
  const { page, context } = await openPage(browser, 'fr-FR');
  page.setDefaultTimeout(60_000);
  const reader = createReader(page, EMAIL);
  const faults = new Map<string, string>();
  let screens = 0;
  const begun = performance.now();
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
      for (const fault of await accessibilityFaults(page, part, NEEDS_WORDS))
        if (!faults.has(fault)) faults.set(fault, name);
    },
  });
  await context.close();
  const violations = [...faults].map(([fault, name]) => `${name}: ${fault}`);
  const words = reader.found();
  console.log(
    [
      `screens walked: ${screens} (goal >= ${SCREENS}), in ${Math.round((performance.now() - begun) / 1000)} s`,
      `axe violations: ${violations.length} (goal 0)`,
      `untranslated words: ${words.length} (goal 0), of ${reader.keys()} texts with keys (goal >= ${KEYS})`,
    ].join('\n'),
  );
  expect({ violations, words }).toEqual({ violations: [], words: [] });
  expect(screens).toBeGreaterThanOrEqual(SCREENS);
  expect(reader.keys()).toBeGreaterThanOrEqual(KEYS);
}, 1_200_000);
