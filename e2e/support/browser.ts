/** A Chromium and pages in it, and what they look like. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';

/** Where screenshots go; not part of the repository. */
export const ARTIFACTS = resolve(import.meta.dirname, '../artifacts');

export interface Recorded {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and of its console. */
  readonly errors: string[];
}

/** `more`: further arguments of Chromium. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch(program(more));
}

/** A browser whose person forbids every site to keep anything, as in its settings. `profile`: an empty folder. */
export async function launchWithoutStorage(profile: string): Promise<BrowserContext> {
  const forbidden = { profile: { default_content_setting_values: { cookies: 2 } } };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(forbidden));
  return chromium.launchPersistentContext(profile, {
    ...program(),
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
}

function program(more: readonly string[] = []): LaunchOptions {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  return {
    executablePath: found.path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  };
}

/** Every request and answer of a page from now on, as text: address, headers, bodies. */
export function writeDownTraffic(page: Page): readonly string[] {
  const traffic: string[] = [];
  page.on('request', (request) =>
    traffic.push(
      `> ${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`,
    ),
  );
  page.on('response', (response) => {
    void response
      .text()
      .catch(() => '')
      .then((body) =>
        traffic.push(
          `< ${response.status()} ${response.url()} ${JSON.stringify(response.headers())} ${body}`,
        ),
      );
  });
  return traffic;
}

export async function openPage(browser: Browser, locale: 'fr-FR' | 'en-GB', width = 1440): Promise<Recorded> {
  const isPhone = width < 500;
  const context = await browser.newContext({
    locale,
    viewport: { width, height: isPhone ? 844 : 900 },
    isMobile: isPhone,
    hasTouch: isPhone,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // The machine may be busy, and a deployed app far away.
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, context, errors };
}

/** Colours pass from one theme to the other: a picture taken meanwhile shows neither. */
export async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(async (wanted) => {
    document.documentElement.dataset.theme = wanted;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }, theme);
}

/** One picture in each theme, for somebody to look at: with `E2E_PICTURES=1`, as they take a while. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (!process.env.E2E_PICTURES) return;
  mkdirSync(ARTIFACTS, { recursive: true });
  const before = await page.evaluate(() => document.documentElement.dataset.theme);
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(page, theme);
    await page.screenshot({ path: join(ARTIFACTS, `${name}-${theme}.png`) });
  }
  await page.evaluate((wanted) => {
    if (wanted === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = wanted;
  }, before);
}

/** What there was to see when a journey failed. */
export async function photographFailure(page: Page, name: string): Promise<void> {
  // The page may be gone: it is the failure that counts.
  await page.screenshot({ path: join(ARTIFACTS, `failed-${name}.png`) }).catch(() => {});
}
