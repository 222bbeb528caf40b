/**
 * `npm run pictures`: the pictures of the two READMEs, of the built app with a stack of its own, filled with the examples of
 * `npm run seed`. Writes `.github/pictures/<language>-<name>.png`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import WebSocket from 'ws';
import { fillWorkspace } from '../supabase/local/example-workspace.ts';
import { launch } from './support/browser.ts';
import { card } from './support/hands.ts';
import { startStack } from './support/stack.ts';
import { type Language, WORDS } from './support/words.ts';

const OUT = resolve(import.meta.dirname, '../.github/pictures');
const PASSWORD = 'a-long-enough-password';
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };

// supabase-js looks for it when a client is made; Node has had one since version 22.
Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? WebSocket });
mkdirSync(OUT, { recursive: true });
const stack = await startStack();
const browser = await launch();
try {
  for (const language of ['en', 'fr'] as const) await takePictures(browser, language);
} finally {
  await browser.close();
  await stack.stop();
}

async function takePictures(from: Browser, language: Language): Promise<void> {
  const account = { email: `pictures.${language}@example.com`, password: PASSWORD };
  const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
  const around = { origin: stack.appUrl, fetch: globalThis.fetch, sleep, tell: console.log };
  await fillWorkspace(around, account, language);
  const context = await from.newContext({
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    viewport: DESK,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await signIn(page, language, account.email);
  const flow = await rehearse(page, language);
  await replay(page, language);
  await showTraffic(page, language, flow);
  await page.setViewportSize(PHONE);
  await open(page, flow);
  await page.getByText(WORDS[language].booking.spoken.wishTitle, { exact: true }).first().waitFor();
  await keep(page, language, 'phone');
  await context.close();
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stack.appUrl}${path}`);
}

async function keep(page: Page, language: Language, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
  });
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(OUT, `${language}-${name}.png`) });
  console.log(`${language}-${name}.png`);
}

async function signIn(page: Page, language: Language, email: string): Promise<void> {
  const words = WORDS[language].signIn;
  await open(page, '/');
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/flows');
}

/** Two turns in, with the step that speaks lit. Gives back the path of the flow. */
async function rehearse(page: Page, language: Language): Promise<string> {
  const { booking, editor, rehearse: words } = WORDS[language];
  await page.getByRole('link', { name: booking.gallery.title }).first().click();
  await card(page, booking.spoken.wishTitle).first().waitFor();
  const flow = new URL(page.url()).pathname;
  await page.getByRole('button', { name: editor.rehearse, exact: true }).click();
  const log = page.getByRole('log');
  await log.getByText(booking.spoken.wishQuestion).last().waitFor();
  const suggestion = page
    .getByRole('list', { name: words.suggestions })
    .getByRole('button', { name: booking.spoken.book });
  await suggestion.first().click();
  await log.getByText(booking.spoken.detailsQuestion).last().waitFor();
  await keep(page, language, 'editor');
  return flow;
}

/** A call of the flow that is in service, on its drawing. */
async function replay(page: Page, language: Language): Promise<void> {
  await open(page, '/calls');
  await page.locator('li:has(button) a[href^="/calls/"]').first().click();
  await page.getByText(WORDS[language].call.transcript).waitFor();
  await page.locator('.react-flow__node').first().waitFor();
  const next = page.getByRole('button', { name: WORDS[language].call.next });
  for (let step = 0; step < 2; step += 1) await next.click();
  await keep(page, language, 'call');
}

async function showTraffic(page: Page, language: Language, flow: string): Promise<void> {
  await open(page, `${flow}/traffic`);
  await page.locator('.step-note').first().waitFor();
  await keep(page, language, 'traffic');
}
