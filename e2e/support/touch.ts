/** What fingers do on the canvas, through the browser's own input: press, rest, drag. */
import type { CDPSession, Page } from 'playwright-core';

interface Place {
  readonly x: number;
  readonly y: number;
}

export async function fingersOf(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** Longer than a press: a menu opens. */
export async function rest(fingers: CDPSession, { x, y }: Place, milliseconds: number): Promise<void> {
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await new Promise((done) => setTimeout(done, milliseconds));
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

export async function dragFinger(fingers: CDPSession, from: Place, to: Place): Promise<void> {
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (let step = 1; step <= 8; step += 1) {
    const at = { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 };
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] });
  }
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
