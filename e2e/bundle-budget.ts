/**
 * `tsx e2e/bundle-budget.ts`: the JavaScript that a page of the built app needs before it can be used, brotli, one
 * `name: value (goal)` a line. Fails past the limit. Reads what Vite wrote of its chunks; builds nothing.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

export interface Route {
  readonly name: string;
  /** Source files: what the page is made of. */
  readonly entries: readonly string[];
  /** Files of words, without their language. */
  readonly words: readonly string[];
  /** Kilobytes (thousands of bytes). */
  readonly goal: number;
  /** Where the goal is not reached yet: what must not be passed any more. */
  readonly limit: number;
}

const START = 'index.html';
const DIST = resolve(import.meta.dirname, '../dist');

export const ROUTES: readonly Route[] = [
  {
    name: 'sign-in',
    entries: [START, 'src/pages/sign-in/sign-in-page.tsx'],
    words: ['start'],
    goal: 150,
    limit: 179,
  },
  {
    name: 'flows',
    entries: [START, 'src/pages/flows/flows-page.tsx'],
    words: ['start'],
    goal: 150,
    limit: 185,
  },
  {
    name: 'editor',
    entries: [START, 'src/pages/flow/flow-page.tsx'],
    words: ['start', 'editor'],
    goal: 230,
    limit: 501,
  },
];

/** Kilobytes of every file that the route loads before it can be used: its own, and the words of the longer language. */
export function sizesOf(dist: string, route: Route): ReadonlyMap<string, number> {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const files = new Set<string>();
  const follow = (key: string) => {
    const chunk = manifest[key];
    if (!chunk)
      throw new Error(`The build has no ${key}; the routes of e2e/bundle-budget.ts are out of date.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) follow(next);
  };
  for (const entry of route.entries) follow(entry);
  const all = [...new Set(Object.values(manifest).map(({ file }) => file))];
  for (const words of route.words) {
    const languages = all.filter((file) => file.includes(`/words-${words}-`));
    if (languages.length !== 2) throw new Error(`The build has no words of "${words}" in two languages.`);
    const [longer] = languages.sort((a, b) => sizeOf(dist, b) - sizeOf(dist, a));
    files.add(longer!);
  }
  return new Map([...files].map((file) => [file, sizeOf(dist, file)]));
}

function sizeOf(dist: string, file: string): number {
  return brotliCompressSync(readFileSync(join(dist, file))).length / 1000;
}

/** Of the build in `dist`. */
export function totalOf(route: Route, dist = DIST): number {
  return [...sizesOf(dist, route).values()].reduce((sum, size) => sum + size, 0);
}

export function printBudgets(dist: string): boolean {
  let isKept = true;
  for (const route of ROUTES) {
    const sizes = sizesOf(dist, route);
    const total = totalOf(route, dist);
    const limit = route.limit > route.goal ? `, limit until then ${route.limit}` : '';
    console.log(`bytes-${route.name}-kilobytes: ${total.toFixed(1)} (goal <= ${route.goal}${limit})`);
    if (total <= route.limit) continue;
    isKept = false;
    console.error(`Past the budget of ${route.limit} kB. What it is made of, largest first:`);
    const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 12);
    for (const [file, size] of largest) console.error(`  ${size.toFixed(1).padStart(6)}  ${file}`);
  }
  return isKept;
}

const isProgram = process.argv[1] === import.meta.filename;
if (isProgram && !printBudgets(DIST)) process.exitCode = 1;
