/** axe-core in the page as it is drawn. Knows no screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Locator, Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `rule: element` of everything that axe objects to, in the page or a part of it. */
async function faults(page: Page, options: RunOptions, part = page.locator('html')): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
  return part.evaluate(async (root, given) => {
    type Run = (context: object, options: object) => Promise<AxeResults>;
    const { axe } = globalThis as unknown as { axe: { run: Run } };
    // What React Aria speaks to screen readers lies outside of all landmarks, and is not seen.
    const context = { include: [root], exclude: ['[data-live-announcer]'] };
    const { violations } = await axe.run(context, given);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    );
  }, options as object);
}

/** All rules in the light theme, and what a theme can change in the dark one. The page is left in the light one. */
export async function accessibilityFaults(
  page: Page,
  part?: Locator,
  rules: NonNullable<RunOptions['rules']> = {},
): Promise<string[]> {
  await putTheme(page, 'dark');
  const dark = await faults(
    page,
    { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] },
    part,
  );
  const light = await accessibilityFaultsIn(page, 'light', part, rules);
  return [...light, ...dark.map((fault) => `dark ${fault}`)];
}

/** All rules in one theme, and the page is left in it. */
async function accessibilityFaultsIn(
  page: Page,
  theme: 'light' | 'dark',
  part: Locator | undefined,
  rules: NonNullable<RunOptions['rules']>,
): Promise<string[]> {
  await putTheme(page, theme);
  return faults(page, { resultTypes: ['violations'], rules }, part);
}

export async function putTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(async (wanted) => {
    // Colours on their way from one theme to the other are nobody's.
    if (!document.getElementById('at-rest')) {
      const style = document.createElement('style');
      style.id = 'at-rest';
      style.textContent = '*, ::before, ::after { transition: none !important; animation: none !important }';
      document.head.append(style);
    }
    document.documentElement.dataset.theme = wanted;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }, theme);
}
