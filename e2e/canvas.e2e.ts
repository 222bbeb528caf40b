/** Gestures on the canvas with a real mouse and real fingers: what is drawn, moved, folded and written, and that undo takes it back. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { fr as commands } from '../src/editor/commands/messages.fr.ts';
import { launch, openPage, photograph, photographFailure, type Recorded } from './support/browser.ts';
import { enter } from './support/enter.ts';
import { atRest, drag, middle } from './support/hands.ts';
import { dragFinger, fingersOf, rest } from './support/touch.ts';
import { WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
const words = WORDS.fr;

let browser: Browser;
let seen: Recorded;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  seen = await openPage(browser, 'fr-FR');
  page = seen.page;
  await page.goto(appUrl);
  await enter(page, words, 'canvas@example.com');
});
afterAll(() => browser.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photographFailure(page, 'canvas');
});

const PATIENT = { timeout: 30_000, interval: 500 };

const cards = () => page.locator('.react-flow__node');
const lines = () => page.locator('.react-flow__edge');
const undo = () => page.keyboard.press('Control+z');

/** Chosen in the search, a template opens its two questions; Enter answers them. */
async function newFlow(on: Page, template: string): Promise<void> {
  await on.goto(`${appUrl}/flows/new?template=${template}`);
  await on.getByRole('dialog').getByRole('button', { name: words.gallery.create }).waitFor();
  await on.keyboard.press('Enter');
  await on.waitForURL(/\/flows\/[0-9a-f-]{36}$/);
  await on.locator('.react-flow__node').first().waitFor();
}

/** The middle of a link's line, on screen, once the canvas has come to rest. */
function middleOf(line: Locator): Promise<{ x: number; y: number }> {
  return atRest(page, () =>
    line.locator('.react-flow__edge-interaction').evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
      const { a, d, e, f } = path.getScreenCTM()!;
      return { x: x * a + e, y: y * d + f };
    }),
  );
}

async function corner(card: Locator): Promise<{ x: number; y: number }> {
  await middle(card);
  const { x, y } = (await card.boundingBox())!;
  return { x, y };
}

/** Where a card is taken hold of. */
async function gripOf(card: Locator): Promise<{ x: number; y: number }> {
  await middle(card);
  const { x, y, width, height } = (await card.boundingBox())!;
  return { x: x + width * 0.4, y: y + Math.min(12, height * 0.15) };
}

const noneSelected = () => page.keyboard.press('Escape');

/** What the last edit was, in the words of the undo button. */
const undoes = (on: Page, action: string) =>
  on.getByRole('button', { name: new RegExp(`^${words.editor.undoWhat(action)}`, 'i') }).waitFor();
const byFamily = (on: Page, family: string) =>
  on.locator('.react-flow__node').filter({ has: on.locator(`.step-tile[data-family="${family}"]`) });
/** The link that leaves the beginning: always in view at first. */
const firstLine = () => page.locator('.react-flow__edge').first();

describe('a step on a link', () => {
  beforeAll(async () => {
    await newFlow(page, 'callback');
    await page.keyboard.press('f');
  });

  it('is offered in the middle of the link, linked on both sides, and undone by one step', async () => {
    const [steps, links] = [await cards().count(), await lines().count()];
    const at = await middleOf(firstLine());
    await page.mouse.move(at.x, at.y);
    await page.locator('.link-tools').getByRole('button', { name: words.editor.insertHere }).click();
    await page.getByRole('option', { name: words.say.name }).first().click();
    await undoes(page, commands['insert-step']);
    await noneSelected();
    await page.keyboard.press('f');
    await expect.poll(() => cards().count()).toBe(steps + 1);
    expect(await lines().count()).toBe(links + 1);
    await undo();
    await expect.poll(() => cards().count()).toBe(steps);
  });

  it('is put there by dropping it from the palette, or a loose step of the canvas', async () => {
    await page.keyboard.press('f');
    await page.keyboard.press('a');
    const option = page.getByRole('option', { name: words.say.name }).first();
    await drag(page, await middle(option), await middleOf(firstLine()));
    await undoes(page, commands['insert-step']);
    await noneSelected();
    await undo();

    await page.keyboard.press('a');
    await page.getByRole('option', { name: words.say.name }).first().click();
    await page.locator('.react-flow__node.selected').waitFor();
    await noneSelected();
    await page.keyboard.press('f');
    const added = byFamily(page, 'speak').last();
    await drag(page, await gripOf(added), await middleOf(firstLine()));
    await undoes(page, commands['insert-step']);
  });
});

describe('several steps', () => {
  beforeAll(async () => {
    await newFlow(page, 'restaurant-reservation');
    await page.keyboard.press('f');
    for (const index of [1, 2, 4]) {
      const { x, y } = await gripOf(cards().nth(index));
      await page.keyboard.down('Control');
      await page.mouse.click(x, y);
      await page.keyboard.up('Control');
    }
  });

  it('come into one line, and back', async () => {
    const tools = page.getByRole('toolbar', { name: words.editor.several.label });
    const left = async () =>
      new Set(
        await page
          .locator('.react-flow__node.selected')
          .evaluateAll((all) => all.map((card) => Math.round(card.getBoundingClientRect().x))),
      ).size;
    expect(await left()).toBeGreaterThan(1);
    await tools.getByRole('button', { name: words.editor.several.left }).click();
    await expect.poll(left).toBe(1);
    await undo();
    await expect.poll(left).toBeGreaterThan(1);
  });

  it('become a section, which folds into one card with its ways out, moves with them, and stays folded', async () => {
    const before = await cards().count();
    await page.getByRole('button', { name: commands['make-section'] }).first().click();
    await page.getByRole('button', { name: words.editor.section.fold }).click();
    const folded = page.locator('.section-folded');
    await folded.waitFor();
    expect(await cards().count()).toBe(before - 2);
    expect(await folded.textContent()).toContain(words.editor.section.steps(3));
    expect(await folded.locator('.step-exit').count()).toBeGreaterThan(1);
    await noneSelected();
    const from = await corner(folded);
    await drag(page, { x: from.x + 60, y: from.y + 8 }, { x: from.x + 60, y: from.y + 128 });
    expect((await corner(folded)).y).toBeGreaterThan(from.y + 90);
    await page.getByText(words.editor.save.saved, { exact: true }).first().waitFor();
    await page.waitForTimeout(1200);
    await page.getByText(words.editor.save.saved, { exact: true }).first().waitFor();
    await page.reload();
    await folded.waitFor();
    await photograph(page, 'canvas-folded');
    await folded.getByRole('button', { name: words.editor.section.unfold }).click();
    await page.locator('.section-frame').waitFor();
    await photograph(page, 'canvas-section');
  });
});

describe('writing on a card', () => {
  it('names it and keeps its sentence, each undone by one step; Escape takes it back', async () => {
    await newFlow(page, 'restaurant-reservation');
    const card = byFamily(page, 'begin');
    const title = card.locator('.step-title');
    const named = await title.textContent();
    await title.dblclick();
    await page.keyboard.type('Un nom à moi');
    await page.keyboard.press('Enter');
    await expect.poll(() => card.locator('span.step-title').textContent()).toBe('Un nom à moi');
    await page.keyboard.press('F2');
    await page.keyboard.type('Un autre');
    await page.keyboard.press('Escape');
    await expect.poll(() => card.locator('span.step-title').textContent()).toBe('Un nom à moi');
    await undo();
    await expect.poll(() => card.locator('span.step-title').textContent()).toBe(named);

    const body = card.locator('.step-body');
    const said = (await body.textContent())!;
    await body.dblclick();
    await page.locator('.inline-words [contenteditable]').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Vraiment ?', { delay: 20 });
    await page.keyboard.press('Enter');
    await expect.poll(() => body.textContent()).toContain(' Vraiment ?');
    await undo();
    await expect.poll(() => body.textContent()).toBe(said);
  });
});

describe('the menu', () => {
  it('opens on a step by the right button and by Shift F10; copies, and pastes where it was opened', async () => {
    await newFlow(page, 'callback');
    await page.keyboard.press('f');
    const steps = await cards().count();
    const grip = await gripOf(byFamily(page, 'begin'));
    await page.mouse.click(grip.x, grip.y, { button: 'right' });
    await page.getByRole('menuitem', { name: words.editor.rename }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await byFamily(page, 'leave').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Copier/ }).click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.mouse.click(400, 780, { button: 'right' });
    await page.getByRole('menuitem', { name: words.editor.menu.pasteHere }).click();
    await expect.poll(() => cards().count()).toBe(steps + 1);
    const pasted = await middle(page.locator('.react-flow__node.selected'));
    expect(Math.hypot(pasted.x - 400, pasted.y - 780)).toBeLessThan(60);
  });
});

describe('from far away', () => {
  it('steps are pressed, dragged and come near', async () => {
    await newFlow(page, 'medical-appointment');
    const chosen = page.getByRole('toolbar', { name: words.editor.several.label }).getByRole('status');
    // The keys of a canvas that was just opened may be a moment behind its picture.
    const selectAll = async (): Promise<number> => {
      await expect
        .poll(async () => {
          await noneSelected();
          await page.keyboard.press('Control+a');
          return chosen.isVisible();
        }, PATIENT)
        .toBe(true);
      return Number.parseInt((await chosen.textContent()) ?? '', 10);
    };
    for (let steps = await selectAll(); steps <= 250; ) {
      const before = steps;
      await page.keyboard.press('Control+c');
      await page.keyboard.press('Control+v');
      await expect
        .poll(async () => {
          steps = await selectAll();
          return steps;
        }, PATIENT)
        .toBeGreaterThan(before);
    }
    await noneSelected();
    await page.keyboard.press('Shift+T');
    await page.keyboard.press('f');
    await expect.poll(() => cards().count()).toBe(0);
    await page.waitForTimeout(300);
    await photograph(page, 'canvas-overview');
    // The beginning of the first flow stands in the first column; its card is found by its colour on the picture.
    const at = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.flow-canvas canvas')!;
      const { data, width } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const box = canvas.getBoundingClientRect();
      // The sheet is larger than the window: only what can be seen of it can be pressed.
      const seen = document.querySelector('.flow-canvas')!.getBoundingClientRect();
      const [left, top] = [seen.x - box.x + 100, seen.y - box.y + 150].map((from) =>
        Math.round(from * devicePixelRatio),
      );
      const [right, bottom] = [left! + seen.width / 2, top! + seen.height - 300];
      for (let y = top!; y < bottom; y += 1)
        for (let x = left!; x < right; x += 1) {
          const [r, g, b, a] = [0, 1, 2, 3].map((part) => data[(y * width + x) * 4 + part]!);
          if (a === 255 && r === 255 && g === 255 && b === 255)
            return { x: box.x + x / devicePixelRatio + 2, y: box.y + y / devicePixelRatio + 2 };
        }
      return null;
    });
    expect(at).not.toBeNull();
    await page.mouse.click(at!.x, at!.y);
    const title = page.getByRole('textbox', { name: words.editor.inspector.title });
    await title.waitFor();
    // To the left, where nothing stands.
    await drag(page, at!, { x: at!.x - 200, y: at!.y });
    await page.getByRole('button', { name: /Annuler.*déplacer/i }).waitFor();
    await photograph(page, 'canvas-overview-selected');
    await page.mouse.click(at!.x - 200, at!.y);
    await page.locator('.react-flow__node.selected').waitFor();
  }, 240_000);
});

describe('fingers', () => {
  it('rest for a menu, drag a step, and link by two presses', async () => {
    const context = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width: 1180, height: 1100 },
      hasTouch: true,
      reducedMotion: 'reduce',
      storageState: await seen.context.storageState(),
    });
    const tablet = await context.newPage();
    await newFlow(tablet, 'callback');
    const fingers = await fingersOf(tablet);
    const card = byFamily(tablet, 'begin');
    await rest(fingers, await gripOf(card), 800);
    await tablet.getByRole('menuitem', { name: words.editor.rename }).waitFor();
    await tablet.keyboard.press('Escape');
    await tablet.getByRole('menu').waitFor({ state: 'detached' });
    await tablet.keyboard.press('Escape');

    const from = await gripOf(card);
    await dragFinger(fingers, from, { x: from.x, y: from.y + 120 });
    await undoes(tablet, commands['move-steps'](1));
    expect((await gripOf(card)).y).toBeGreaterThan(from.y + 80);

    await tablet.keyboard.press('Escape');
    const exit = await middle(card.locator('.react-flow__handle.source'));
    await tablet.touchscreen.tap(exit.x, exit.y);
    await tablet.getByText(words.editor.palette.orPress).waitFor();
    await photograph(tablet, 'canvas-fingers');
    const target = await gripOf(byFamily(tablet, 'leave').first());
    await tablet.touchscreen.tap(target.x, target.y);
    await tablet.getByText(words.editor.palette.orPress).waitFor({ state: 'detached' });
    await undoes(tablet, commands.connect);
    await context.close();
  }, 180_000);
});

it('no page error was seen', () => {
  expect(seen.errors).toEqual([]);
});
