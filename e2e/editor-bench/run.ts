/**
 * `npm run bench:editor`: the editor's figures on drawings of 100 and 2,000 steps, one `name: value (goal)` a line, in
 * real Chromium and a production build. Costs are main-thread CPU and are told as ratios to plain elements (or a plain
 * canvas) that show the same scene in the same run, so that a slow or busy machine changes them little.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROUTES, totalOf } from '../bundle-budget.ts';
import { launch } from '../support/browser.ts';
import { benchSite, componentNames } from './bench-site.ts';
import { countPass } from './count-pass.ts';
import { heapPass } from './heap-pass.ts';
import { print, printAnchors } from './print.ts';
import { timePass } from './time-pass.ts';

/** `counts`, `heap` or `times`: that part alone. */
const only = process.argv[2];
const site = await benchSite();
const browser = await launch();
try {
  if (!only || only === 'counts') await countPass(browser, site.address, componentNames());
  if (!only || only === 'heap') await heapPass(browser, site.address);
  if (!only || only === 'times') await timePass(browser, site.address);
} finally {
  await browser.close();
  site.close();
}
// Of the app itself, where it is built.
if (existsSync(resolve(import.meta.dirname, '../../dist/.vite/manifest.json')))
  for (const route of ROUTES) print(`bytes-${route.name}-kilobytes`, totalOf(route), `<= ${route.goal}`);
printAnchors();
