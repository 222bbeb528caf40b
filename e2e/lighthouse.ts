/**
 * `npm run lighthouse`: accessibility, best practices and performance of the sign-in, the list of flows and the editor, of the
 * built app with a stack of its own. Prints `name: value (goal)`; fails below a goal that is promised already.
 */
import lighthouse from 'lighthouse';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { startStack } from './support/stack.ts';
import { startFromTemplate } from './support/tour/gallery.ts';
import { createGuide, PASSWORD } from './support/tour/guide.ts';

const GOALS = {
  accessibility: { goal: 95, isPromised: true },
  'best-practices': { goal: 95, isPromised: true },
  performance: { goal: 90, isPromised: false },
} as const;
const PORT = 9222 + (process.pid % 1000);

const found = findChromium();
if ('problem' in found) throw new Error(found.problem);
const stack = await startStack();
const context = await chromium.launchPersistentContext('', {
  executablePath: found.path,
  locale: 'en-GB',
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${PORT}`],
});
let isShort = false;

/** Three runs, the median of each figure: a busy machine makes single runs worthless. */
async function measure(name: string, url: string): Promise<void> {
  const scores: Record<string, number[]> = {};
  const faults = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    const result = await lighthouse(url, {
      port: PORT,
      output: 'json',
      logLevel: 'error',
      onlyCategories: Object.keys(GOALS),
      disableStorageReset: true,
      formFactor: 'desktop',
      screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1, disabled: false },
      throttling: {
        rttMs: 40,
        throughputKbps: 10_240,
        cpuSlowdownMultiplier: 1,
        requestLatencyMs: 0,
        downloadThroughputKbps: 0,
        uploadThroughputKbps: 0,
      },
    });
    if (!result) throw new Error(`Lighthouse gave no answer about ${name}.`);
    for (const [id, { score, auditRefs }] of Object.entries(result.lhr.categories)) {
      scores[id] = [...(scores[id] ?? []), Math.round((score ?? 0) * 100)];
      if (id === 'performance') continue;
      for (const { id: audit, weight } of auditRefs) {
        const told = result.lhr.audits[audit];
        if (weight > 0 && told?.score !== null && (told?.score ?? 1) < 1) faults.add(`${id}: ${told?.title}`);
      }
    }
  }
  for (const [id, { goal, isPromised }] of Object.entries(GOALS)) {
    const value = scores[id]?.sort((a, b) => a - b)[1] ?? 0;
    console.log(`${name} ${id}: ${value} (goal >= ${goal})`);
    if (isPromised && value < goal) isShort = true;
  }
  for (const fault of faults) console.log(`  ${fault}`);
}

async function signUp(page: Page): Promise<string> {
  const guide = createGuide({
    page,
    language: 'en',
    email: 'lighthouse@example.com',
    appUrl: stack.appUrl,
    dataFolder: stack.dataFolder,
    onShow: async () => {},
  });
  await guide.open('/');
  await page.getByRole('button', { name: guide.words.signIn.signUp }).click();
  await page.getByLabel(guide.words.signIn.email).fill(guide.email);
  await page.getByLabel(guide.words.signIn.password, { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/flows');
  await startFromTemplate(guide);
  return page.url();
}

try {
  await measure('sign-in', `${stack.appUrl}/`);
  const editor = await signUp(await context.newPage());
  await measure('flows', `${stack.appUrl}/flows`);
  await measure('editor', editor);
} finally {
  await context.close();
  await stack.stop();
}
process.exitCode = isShort ? 1 : 0;
