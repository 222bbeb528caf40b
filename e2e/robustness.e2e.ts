/**
 * Seeded schedules of typing, moving, adding and deleting, mixed with no network, reloads, tabs that die, a second tab and
 * tokens that end: what the page said to be saved is there, and a killed tab loses a second at most. `SCHEDULES=300` plays
 * the acceptance, `SEED` begins elsewhere, `WORKERS` plays several at once.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createBackend } from './robustness/backend.ts';
import { type Played, play, type Stage } from './robustness/play.ts';
import { scheduleOf } from './robustness/schedule.ts';
import { launch } from './support/browser.ts';
import { WORDS } from './support/words.ts';

const appUrl = inject('appUrl');
const wanted = Number(process.env.SCHEDULES ?? 8);
const seed = Number(process.env.SEED ?? 1);
const workers = Number(process.env.WORKERS ?? 2);
const { signIn } = WORDS.en;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A person of their own for each worker, signed in. */
async function stageOf(worker: number): Promise<Stage> {
  const person = { email: `robust.${worker}@example.com`, password: 'a-long-enough-password' };
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(appUrl);
  await page.getByRole('button', { name: signIn.signUp }).click();
  await page.getByLabel(signIn.email).fill(person.email);
  await page.getByLabel(signIn.password, { exact: true }).fill(person.password);
  const asked = page.waitForRequest((request) => request.url().includes('/rest/v1/workspaces'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/flows');
  const { apikey, authorization } = (await asked).headers();
  await page.close();
  const backend = await createBackend(appUrl, { apikey: apikey!, authorization: authorization! });
  return { context, appUrl, person, backend };
}

it(`loses nothing that was saved, and a second of typing at most, in ${wanted} schedules`, async () => {
  const waiting = Array.from({ length: wanted }, (_, index) => seed + index);
  const played: (Played & { readonly seed: number })[] = [];
  const broken: string[] = [];
  const all = () => played.flatMap((one) => one.losses.map((loss) => ({ ...loss, seed: one.seed })));
  const tell = () => {
    const acknowledged = all().filter(({ wasAcknowledged }) => wasAcknowledged).length;
    const edits = played.reduce((sum, one) => sum + one.edits, 0);
    const conflicts = played.filter(({ hadConflict }) => hadConflict).length;
    console.log(
      [
        `schedules: ${played.length} of ${wanted} (seeds from ${seed}), with a conflict: ${conflicts}, edits: ${edits}`,
        `acknowledged edits lost: ${acknowledged} (goal 0)`,
        `edits older than a second lost: ${all().length - acknowledged} (goal 0)`,
        `broken off: ${broken.length} (goal 0)`,
      ].join('\n'),
    );
  };
  const work = async (worker: number) => {
    const stage = await stageOf(worker);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const schedule = scheduleOf(next);
      try {
        const result = await play(schedule, stage);
        played.push({ ...result, seed: next });
        for (const { text } of result.losses) console.log(`seed ${next}: ${text}`);
        if (played.length % 5 === 0) tell();
      } catch (error) {
        broken.push(`seed ${next}: ${String(error).slice(0, 600)} ${JSON.stringify(schedule.happenings)}`);
        console.log(broken.at(-1));
      }
    }
    await stage.context.close();
  };
  await Promise.all(Array.from({ length: Math.min(workers, wanted) }, (_, worker) => work(worker)));
  tell();
  expect(all()).toEqual([]);
  expect(broken).toEqual([]);
  expect(played.flatMap(({ errors }) => errors)).toEqual([]);
}, 7_200_000);
