/** Finds a Chromium for the browser tests, and installs one where that is possible. Knows no test. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export type Found = { readonly path: string } | { readonly problem: string };

/** `ALLOKOLI_CHROMIUM` wins; then what is installed; then an installation. Every find is tried out. */
export function findChromium(): Found {
  const chosen = process.env.ALLOKOLI_CHROMIUM;
  if (chosen) {
    return runs(chosen)
      ? { path: chosen }
      : { problem: `ALLOKOLI_CHROMIUM is "${chosen}", which does not start as a browser.` };
  }
  return findInstalled() ?? install() ?? { problem: HOW_TO };
}

const HOW_TO =
  'No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium; elsewhere: npx playwright-core install --with-deps chromium), or point ALLOKOLI_CHROMIUM to its program.';

function findInstalled(): Found | null {
  const path = [...PLACES, chromium.executablePath()].find((place) => existsSync(place) && runs(place));
  return path === undefined ? null : { path };
}

/** Ubuntu's /usr/bin/chromium-browser may be only a pointer to a snap that is not there. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function install(): Found | null {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Chromium is missing; installing it with apt-get…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env,
    });
    const found = findInstalled();
    if (found) return found;
  }
  console.log('Chromium is missing; trying the copy that Playwright offers…');
  const command = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  spawnSync(process.execPath, [command, 'install', 'chromium'], { stdio: 'inherit' });
  return findInstalled();
}
