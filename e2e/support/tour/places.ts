/** The seldom seen places of an open flow: its settings, the menus, several steps at once, far away, the outline. */
import type { Locator, Page } from 'playwright-core';
import { button, closeDialog, closeForm, type Guide, openStep, unfold } from './guide.ts';

/** The canvas of a template lies open; so it does afterwards, as it was. */
export async function visitPlaces(guide: Guide): Promise<void> {
  const isNarrow = (guide.page.viewportSize()?.width ?? 0) < 760;
  await visitSettingsOfFlow(guide);
  await visitMenus(guide, isNarrow);
  if (isNarrow) return;
  await visitSeveral(guide);
  await visitOutline(guide);
}

async function visitSettingsOfFlow({ page, words, show }: Guide): Promise<void> {
  const { editor, settingsPanel } = words;
  await page.getByRole('button', { name: editor.settings }).first().click();
  const panel = page.getByRole('region', { name: settingsPanel.title });
  await panel.waitFor();
  await unfold(panel);
  await show('flow-settings');
  await panel.locator('button[aria-haspopup=listbox]').first().click();
  await page.getByRole('listbox').waitFor();
  await show('select', page.getByRole('listbox'));
  await page.keyboard.press('Escape');
  await button(panel, settingsPanel.close).click();
}

/** Of a step, of the canvas, of the flow; and the name of a step while it is written on the card. */
async function visitMenus({ page, words, show }: Guide, isNarrow: boolean): Promise<void> {
  const { editor, outline, booking } = words;
  const menu = page.getByRole('menu');
  const close = async () => {
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
  };
  await openStep(page, words, booking.spoken.wishTitle);
  await page.keyboard.press('Shift+F10');
  await menu.waitFor();
  await show('menu-step', menu);
  await close();
  await page.keyboard.press('F2');
  const field = page.locator('.react-flow__node input');
  await field.waitFor();
  await show('title-on-card');
  await field.press('Escape');
  await closeForm(page, words);
  await leaveFields(page);
  await page.keyboard.press('Shift+F10');
  await menu.waitFor();
  await show('menu-canvas', menu);
  await close();
  await button(page, outline.flowMenu).click();
  await menu.waitFor();
  await show('menu-flow', menu);
  await close();
  if (isNarrow) return;
  for (let times = 0; times < 7; times += 1) await button(page, editor.bar.zoomOut).click();
  await show('far-away');
  await button(page, editor.bar.fit).click();
}

async function visitSeveral({ page, words, show }: Guide): Promise<void> {
  const { editor, commands } = words;
  await leaveFields(page);
  await page.keyboard.press('Control+a');
  await button(page, editor.several.align).waitFor();
  await show('several');
  await button(page, editor.several.align).click();
  await page.getByRole('menu').waitFor();
  await show('menu-align', page.getByRole('menu'));
  await page.keyboard.press('Escape');
  await button(page, commands['make-section']).click();
  await page.locator('.section-frame').waitFor();
  await show('section');
  await closeForm(page, words);
  await button(page, editor.section.fold).click();
  await page.locator('.section-folded').waitFor();
  await show('section-folded');
  await leaveFields(page);
  await page.keyboard.press('Control+z');
  await page.locator('.section-folded').waitFor({ state: 'detached' });
}

async function visitOutline({ page, words, show }: Guide): Promise<void> {
  const { outline } = words;
  const view = (name: string) => page.getByRole('radio', { name, exact: true });
  await view(outline.views.both).click();
  const tree = page.getByRole('treegrid');
  await tree.waitFor();
  await show('both');
  await view(outline.views.outline).click();
  await page.locator('.react-flow').waitFor({ state: 'detached' });
  await tree.getByRole('row').first().click();
  await show('outline-alone');
  await openRowMenu(tree);
  await page.getByRole('menu').waitFor();
  await show('menu-row', page.getByRole('menu'));
  await page.getByRole('menuitem', { name: outline.connect }).click();
  await page.getByPlaceholder(outline.connectPlaceholder).waitFor();
  await show('outline-connect');
  await closeDialog(page);
  await view(outline.views.canvas).click();
  await page.locator('.react-flow__node').first().waitFor();
}

/** Of the first way out: it is a row of its own. */
async function openRowMenu(tree: Locator): Promise<void> {
  const row = tree.locator('[role=row][aria-level="2"]').first();
  await row.hover();
  await row.getByRole('button').last().click();
}

async function leaveFields(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}
