import { launch } from './support/browser.ts';
import { benchSite } from './editor-bench/bench-site.ts';
import { writeFileSync } from 'node:fs';
const site = await benchSite();
const browser = await launch();
async function one(form: string, prep?: (page: any) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${site.address}?form=${form}&steps=2000`);
  await page.waitForFunction(() => (window as any).scene?.ready(), null, { polling: 'raf' });
  await page.evaluate(() => (window as any).scene?.edit());
  await page.waitForTimeout(1500);
  if (prep) await prep(page);
  const metrics = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m: any) => [m.name, m.value]));
  const settle = () => page.evaluate(() => new Promise<void>((d) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(d, 60)))));
  const keys = async (n: number) => { for (let k = 0; k < n; k++) { const text = 'abcdefghij'[k % 10]!; await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text }); await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }); } };
  const runs: any[] = [];
  for (let r = 0; r < 4; r++) {
    await settle(); const a = await metrics(); const t = Date.now(); await keys(20); await settle(); const b = await metrics();
    runs.push(['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].map((k) => (((b as any)[k] - (a as any)[k]) * 1000 / 20).toFixed(2)).join(' ') + ` wall ${(Date.now() - t) / 20}`);
  }
  console.log(form, runs.join(' | '));

  await context.close();
}
for (let i=0;i<3;i++) for (const form of (process.argv[2] ?? 'product,dom').split(',')) await one(form);
await browser.close(); site.close();
