/** One form of the scene open in a fresh browser context, and the hands that measure it: main-thread CPU, not the clock. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Counted, installCounter } from '../../src/editor/testing/count-renders.ts';
import { TARGET_AT } from './scene.ts';

/** Milliseconds of the main thread a step: all tasks, and script alone. */
export interface Cost {
  readonly task: number;
  readonly script: number;
}

export class Session {
  private readonly page: Page;
  private readonly cdp: CDPSession;
  /** Milliseconds of the main thread until the scene stood. */
  readonly start: number;

  private constructor(page: Page, cdp: CDPSession, start: number) {
    this.page = page;
    this.cdp = cdp;
    this.start = start;
  }

  static async open(
    browser: Browser,
    address: string,
    { form, steps, count }: { form: string; steps: number; count?: readonly string[] },
  ): Promise<Session> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    if (count) {
      // What runs this file marks functions with a helper of its own that pages do not have.
      await page.addInitScript('globalThis.__name = (named) => named;');
      await page.addInitScript(installCounter, count);
    }
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${address}?form=${form}&steps=${steps}`);
    const broken = new Promise<never>((_, reject) => page.once('pageerror', reject));
    await Promise.race([page.waitForFunction(() => window.scene?.ready(), null, { polling: 'raf' }), broken]);
    const session = new Session(page, cdp, 0);
    await session.settle();
    const { TaskDuration } = await session.metrics();
    return new Session(page, cdp, TaskDuration * 1000);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  evaluate<Result>(task: () => Result | Promise<Result>): Promise<Result> {
    return this.page.evaluate(task) as Promise<Result>;
  }

  /** Puts the step that is dragged where the hands expect it. */
  async lookAtTarget(): Promise<void> {
    await this.page.evaluate(async () => {
      await window.scene?.edit();
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await this.settle();
  }

  async look(x: number, y: number, zoom: number): Promise<void> {
    await this.page.evaluate(([a, b, c]) => window.scene?.look(a, b, c), [x, y, zoom] as const);
    await this.settle();
  }

  async drag(steps: number): Promise<Cost> {
    const at = { x: TARGET_AT.x + 90, y: TARGET_AT.y + 70 };
    const grabbed = await this.page.evaluateHandle(({ x, y }) => document.elementFromPoint(x, y)!, at);
    const place = () => grabbed.evaluate((element) => element.getBoundingClientRect().x);
    const before = await place();
    await this.press(at);
    await this.mouse('mouseMoved', at.x + 30, at.y, true);
    await this.settle();
    if ((await place()) === before) throw new Error('What was pressed is not dragged.');
    const cost = await this.measure(steps, () => this.circle(at, steps, 120));
    await this.release(at);
    return cost;
  }

  /** On a place without a card. */
  async pan(steps: number): Promise<Cost> {
    const at = await this.page.evaluate(() => {
      for (let y = 300; y < 800; y += 6)
        for (let x = 200; x < 900; x += 6) {
          const element = document.elementFromPoint(x, y);
          const isTaken = element?.closest(
            '.react-flow__node, .react-flow__edge, button, input, header, nav, section section',
          );
          if (element && !isTaken && window.scene?.isPainted?.(x, y) !== true) return { x, y };
        }
      throw new Error('There is no free place to pan from.');
    });
    const before = await this.place();
    await this.press(at);
    const after = await this.place();
    if (before.x === after.x && before.y === after.y) throw new Error('What was pressed does not pan.');
    const cost = await this.measure(steps, () => this.circle(at, steps, 200));
    await this.release(at);
    return cost;
  }

  private place(): Promise<{ readonly x: number; readonly y: number }> {
    return this.page.evaluate(() => window.scene!.place());
  }

  async type(keys: number): Promise<Cost> {
    await this.page.evaluate(() => window.scene?.edit());
    await this.settle();
    return this.measure(keys, async () => {
      for (let key = 0; key < keys; key += 1) {
        const text = 'abcdefghij'[key % 10]!;
        await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text });
        await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
      }
    });
  }

  /** Opens the rehearsal, and shows the steps that its first turns go through. */
  async openRehearsal(): Promise<void> {
    await this.page.evaluate(() => window.scene?.rehearse?.());
    await this.page.getByRole('log').getByRole('listitem').first().waitFor();
    await this.settle();
  }

  /** One turn after the other, each until its answer is there. */
  async answer(turns: number): Promise<void> {
    const said = this.page.getByRole('log').locator('ol > li');
    const field = this.page.getByRole('complementary').locator('form input').last();
    for (let turn = 0; turn < turns; turn += 1) {
      const before = await said.count();
      await field.fill(`Oui ${turn}`);
      await field.press('Enter');
      await said.nth(before + 1).waitFor();
      await this.settle();
    }
  }

  /** CPU of a second in which nobody does anything. */
  async idle(): Promise<number> {
    await this.page.waitForTimeout(1_000);
    const before = await this.metrics();
    await this.page.waitForTimeout(3_000);
    const after = await this.metrics();
    return ((after.TaskDuration - before.TaskDuration) * 1000) / 3;
  }

  async count(task: () => Promise<unknown>): Promise<Counted> {
    await this.settle();
    await this.page.evaluate(() => {
      window.counted = { all: {}, first: {}, canvas: {} };
    });
    await task();
    await this.settle();
    return this.page.evaluate(() => window.counted!);
  }

  mounted(): Promise<{ cards: number; elements: number }> {
    return this.page.evaluate(() => ({
      cards: document.querySelectorAll('.react-flow__node').length,
      elements: document.querySelectorAll('*').length,
    }));
  }

  /** The same once checking, saving and naming have followed the last edit. */
  async restingHeap(): Promise<number> {
    await this.page.waitForTimeout(1_500);
    return this.heap();
  }

  /** Megabytes, after the garbage is gone. */
  async heap(): Promise<number> {
    await this.settle();
    for (let round = 0; round < 2; round += 1) await this.cdp.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize } = await this.metrics();
    return JSHeapUsedSize / 1_048_576;
  }

  async settle(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))),
        ),
    );
  }

  private async measure(steps: number, task: () => Promise<void>): Promise<Cost> {
    await this.settle();
    const before = await this.metrics();
    await task();
    await this.settle();
    const after = await this.metrics();
    const per = (key: 'TaskDuration' | 'ScriptDuration') => ((after[key] - before[key]) * 1000) / steps;
    return { task: per('TaskDuration'), script: per('ScriptDuration') };
  }

  private async metrics() {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    return {
      TaskDuration: value('TaskDuration'),
      ScriptDuration: value('ScriptDuration'),
      JSHeapUsedSize: value('JSHeapUsedSize'),
    };
  }

  private mouse(
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    x: number,
    y: number,
    isDown: boolean,
  ) {
    return this.cdp.send('Input.dispatchMouseEvent', {
      type,
      x: Math.round(x),
      y: Math.round(y),
      button: isDown ? 'left' : 'none',
      buttons: isDown && type !== 'mouseReleased' ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  }

  private async press({ x, y }: { x: number; y: number }): Promise<void> {
    await this.mouse('mouseMoved', x, y, false);
    await this.mouse('mousePressed', x, y, true);
    for (const by of [2, 4, 6]) await this.mouse('mouseMoved', x + by, y, true);
    await this.settle();
  }

  private async release({ x, y }: { x: number; y: number }): Promise<void> {
    await this.mouse('mouseReleased', x, y, true);
    await this.settle();
  }

  private async circle({ x, y }: { x: number; y: number }, steps: number, size: number): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const angle = (step / steps) * Math.PI * 2;
      await this.mouse(
        'mouseMoved',
        x + size * Math.sin(angle),
        y + (size * (1 - Math.cos(angle))) / 2,
        true,
      );
    }
  }
}
