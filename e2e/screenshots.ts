/**
 * `npm run screenshots -- --out <folder>`: every screen in both languages and themes, 1440 and 390 px wide, of the built app
 * with a stack of its own. `--url` and `--data` take a stack that runs already; `--only en-1440` one of the four tours.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, openPage, showTheme } from './support/browser.ts';
import { startStack } from './support/stack.ts';
import { takeTour } from './support/tour/tour.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    url: { type: 'string' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
});
if (!values.out) {
  console.error('Where to? npm run screenshots -- --out <folder>');
  process.exit(1);
}
const out = resolve(values.out);
const stack =
  values.url && values.data
    ? { appUrl: values.url, dataFolder: resolve(values.data), stop: async () => {} }
    : await startStack();
const browser = await launch();
const failed: string[] = [];
for (const language of ['en', 'fr'] as const)
  for (const width of [1440, 390]) {
    const name = `${language}-${width}`;
    if (values.only && values.only !== name) continue;
    const folder = join(out, name);
    mkdirSync(folder, { recursive: true });
    const { page, context } = await openPage(browser, language === 'fr' ? 'fr-FR' : 'en-GB', width);
    page.setDefaultTimeout(60_000);
    let count = 0;
    const onShow = async (place: string) => {
      count += 1;
      for (const theme of ['light', 'dark'] as const) {
        await showTheme(page, theme);
        await page.screenshot({
          path: join(folder, `${String(count).padStart(3, '0')}-${place}-${theme}.png`),
        });
      }
      await showTheme(page, 'light');
    };
    try {
      await takeTour({
        page,
        language,
        email: `tour.${name}.${Date.now()}@example.com`,
        appUrl: stack.appUrl,
        dataFolder: stack.dataFolder,
        onShow,
      });
      console.log(`${name}: ${count} screens`);
    } catch (error) {
      failed.push(name);
      await page.screenshot({ path: join(folder, 'failed.png') }).catch(() => {});
      console.error(`${name} stopped after ${count} screens: ${error}`);
    }
    await context.close();
  }
await browser.close();
await stack.stop();
process.exitCode = failed.length > 0 ? 1 : 0;
