/**
 * Help inside the app: the tour of the editor, once, by mouse and by keyboard and on a phone, never over what it speaks of; help for
 * kinds of steps and words where one is; the help pages. Speech is a shim (`support/read-aloud-shim.ts`).
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { overlap } from '../src/editor/tour/place-beside.ts';
import { launch, openPage, photographFailure, type Recorded } from './support/browser.ts';
import { hearFirstWords, signUp } from './support/first-words.ts';
import { atRest } from './support/hands.ts';
import { type ShimSpoken, shimReadAloud } from './support/read-aloud-shim.ts';
import { openStep } from './support/tour/guide.ts';
import { WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
const words = WORDS.en;
const { stops } = words.tour;
const PATIENT = { timeout: 30_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('help', () => {
  let seen: Recorded;
  let page: Page;
  let spoken: () => Promise<readonly ShimSpoken[]>;
  const tour = (title?: string) =>
    page.getByRole('dialog', title === undefined ? {} : { name: title }).filter({ hasText: /Tour: / });
  beforeAll(async () => {
    seen = await openPage(browser, 'en-GB');
    page = seen.page;
    page.setDefaultTimeout(30_000);
    spoken = await shimReadAloud(page);
    await signUp(page, appUrl, 'en', 'help@example.com');
  });
  afterAll(() => seen.context.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await photographFailure(page, 'help');
  });

  /** The window of the tour and the ring around what it speaks of: neither lies over the other, both are on the screen. */
  async function expectBeside(): Promise<void> {
    const places = await atRest(page, () =>
      page.evaluate(() => {
        const box = document.querySelector('[data-tour-window]');
        const ring = box?.previousElementSibling;
        if (!box || !ring || getComputedStyle(ring).visibility === 'hidden') return null;
        return [box, ring].map((one) => {
          const { left, top, width, height } = one.getBoundingClientRect();
          return { left, top, width, height };
        });
      }),
    );
    const [box, ring] = places as [(typeof places)[number], (typeof places)[number]];
    const { width, height } = page.viewportSize()!;
    expect(overlap(box!, ring!)).toBe(0);
    expect(ring!.width).toBeGreaterThan(20);
    expect(Math.min(box!.left, box!.top)).toBeGreaterThanOrEqual(0);
    expect(box!.left + box!.width).toBeLessThanOrEqual(width);
    expect(box!.top + box!.height).toBeLessThanOrEqual(height);
  }

  async function startTour(): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(words.find.placeholder).fill(words.find.buttons.tour);
    await page.getByRole('option', { name: words.find.buttons.tour }).click();
  }

  it('shows around by itself after the first rehearsal, stop by stop, and only once', async () => {
    const { clicks } = await hearFirstWords(page, 'en', 'The Round Table');
    expect(clicks).toBe(4);
    expect(await tour().count()).toBe(0);
    await page.getByRole('button', { name: words.rehearse.close }).last().click();
    for (const stop of ['drawing', 'step', 'hear', 'publish'] as const) {
      await tour(stops[stop].title).waitFor();
      await expectBeside();
      if (stop === 'step') await page.locator('[data-step-form] input').first().waitFor();
      const next = stop === 'publish' ? words.tour.done : words.tour.next;
      await tour().getByRole('button', { name: next, exact: true }).click();
    }
    await tour().waitFor({ state: 'detached' });
    await page.locator('[data-tour="hear"]').click();
    await page.getByRole('button', { name: words.rehearse.close }).last().click();
    await page.getByRole('button', { name: words.rehearse.close }).waitFor({ state: 'detached' });
    expect(await tour().count()).toBe(0);
  });

  it('is begun again from the help, walked by keyboard, and skipped by Escape', async () => {
    await page.goto(`${appUrl}/help`);
    const start = page.getByRole('link', { name: words.helpPages.tourStart });
    await start.focus();
    await page.keyboard.press('Enter');
    await tour(stops.drawing.title).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused, PATIENT).toBe(words.tour.next);
    await page.keyboard.press('Enter');
    await tour(stops.step.title).waitFor();
    await page.keyboard.press('ArrowRight');
    await tour(stops.hear.title).waitFor();
    await page.keyboard.press('ArrowLeft');
    await tour(stops.step.title).waitFor();
    await page.keyboard.press('Escape');
    await tour().waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('tour');
  });

  it('goes along with whoever does what comes next', async () => {
    await startTour();
    await tour(stops.drawing.title).waitFor();
    await page.locator('.react-flow__node').first().click();
    await tour(stops.step.title).waitFor();
    await page.locator('[data-tour="hear"]').click();
    await tour(stops.publish.title).waitFor();
    await expectBeside();
    await page.locator('[data-tour="publish"]').click();
    await tour().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.rehearse.close }).last().click();
  });

  it('points at the bars of the outline on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await startTour();
    for (const stop of ['drawingPhone', 'stepPhone', 'hear', 'publish'] as const) {
      await tour(stops[stop].title).waitFor();
      await expectBeside();
      await page.keyboard.press('ArrowRight');
    }
    await tour().waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('explains a step where it is: beside its name, in the palette, in the search', async () => {
    const dialog = page.getByRole('dialog');
    await openStep(page, words, 'Answer');
    await page.getByRole('button', { name: words.editor.helpOn(words.answer.name) }).click();
    await dialog.getByText(words.answer['help.what']).waitFor();
    const lines = await dialog
      .getByRole('region', { name: words.readAloud.conversation })
      .getByRole('listitem')
      .count();
    await dialog.getByRole('button', { name: words.readAloud.play, exact: true }).click();
    await expect.poll(async () => (await spoken()).length, PATIENT).toBe(lines);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.editor.addStep }).click();
    await page.getByPlaceholder(words.editor.palette.search).fill(words.ask.name);
    await page.keyboard.press('F1');
    await dialog.getByText(words.ask['help.what']).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByText(words.ask['help.what']).waitFor({ state: 'detached' });
    await page.getByPlaceholder(words.editor.palette.search).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(words.find.placeholder).fill(words.help.terms.exit.name);
    // Its explanation is read with it.
    const { name } = words.help.terms.exit;
    await page
      .getByRole('option', { name: new RegExp(`^${name}`, 'i') })
      .first()
      .click();
    await dialog.getByText(words.help.terms.exit.text).waitFor();
    await page.keyboard.press('Escape');
  });

  it('has pages: a word by its address, what becomes of a call, the software and its licences', async () => {
    await page.goto(`${appUrl}/help/words#version`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), PATIENT).toBe('version');
    await page.goto(`${appUrl}/help/call`);
    await page.getByRole('list', { name: words.helpCall.kept }).waitFor();
    await page.getByText(words.helpCall.places.sandbox).waitFor();
    await page.goto(`${appUrl}/help/software`);
    await page.getByRole('button', { name: /^react \d/ }).click();
    await page
      .getByText(/Permission is hereby granted/)
      .first()
      .waitFor();
  });

  it('nothing broke on the way', () => {
    expect(seen.errors).toEqual([]);
  });
});
