/** What a person's hands do: find a card, drag it, draw a link, choose from a list that opens. */
import type { Locator, Page } from 'playwright-core';

/** The card of a step by its title. */
export function card(page: Page, title: string): Locator {
  return page.locator('.react-flow__node').filter({ has: page.getByText(title, { exact: true }) });
}

export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** A place once it no longer changes (the canvas may still be gliding). */
export async function atRest<Place>(page: Page, read: () => Promise<Place | null>): Promise<Place> {
  let last = '';
  for (let tries = 0; tries < 50; tries += 1) {
    const place = await read();
    const now = JSON.stringify(place);
    if (place && now === last) return place;
    last = now;
    await page.waitForTimeout(80);
  }
  throw new Error('It is not to be seen, or does not come to rest.');
}

/** The middle of something once it has come to rest. */
export async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await atRest(locator.page(), () => locator.boundingBox());
  return { x: x + width / 2, y: y + height / 2 };
}

/** Opens the list in this place among those that open, counted from 0, and takes what is called so. */
export async function choose(scope: Locator, place: number, name: string): Promise<void> {
  await scope.locator('button[aria-haspopup=listbox]').nth(place).click();
  await scope.page().getByRole('option', { name, exact: true }).click();
}
