/** axe finds nothing on any page, panel or dialog, in both themes, on a wide screen and on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { accessibilityFaults } from './support/axe.ts';
import { launch, openPage } from './support/browser.ts';
import { takeTour } from './support/tour/tour.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it.each([
  ['fr', 'fr-FR', 1440],
  ['en', 'en-GB', 390],
] as const)(
  'everybody can use every screen (%s, %s, %i px)',
  async (language, locale, width) => {
    const { page, context } = await openPage(browser, locale, width);
    page.setDefaultTimeout(60_000);
    const found = new Map<string, string>();
    let screens = 0;
    await takeTour({
      page,
      language,
      email: `axe.${width}@example.com`,
      appUrl: inject('appUrl'),
      dataFolder: inject('dataFolder'),
      onShow: async (name, part) => {
        screens += 1;
        // The first place where something is wrong is enough.
        for (const fault of await accessibilityFaults(page, part))
          if (!found.has(fault)) found.set(fault, name);
      },
    });
    await context.close();
    expect(screens).toBeGreaterThan(60);
    expect([...found].map(([fault, name]) => `${name}: ${fault}`)).toEqual([]);
  },
  1_200_000,
);
