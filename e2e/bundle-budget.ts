/**
 * `tsx e2e/bundle-budget.ts`: the JavaScript that a page of the built app needs before it can be used, brotli, one
 * `name: value (goal)` a line. Fails past the limit. Reads what Vite wrote of its chunks; builds nothing.
 *
 * What counts: the start, the page and all that these import statically, and the words of the longer language. The editor is counted
 * as its canvas is first drawn, on a wide screen. What does not: parts that come by themselves when nothing else is to do, or when they
 * are first asked for (`src/ui/later.ts`): forms, panels, menus, dialogs. How much that is altogether stands on a line of its own.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
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
    limit: 150,
  },
  {
    name: 'flows',
    entries: [START, 'src/pages/flows/flows-page.tsx'],
    words: ['start'],
    goal: 150,
    limit: 150,
  },
  {
    name: 'talk',
    entries: [START, 'src/pages/browser-talk/talk-page.tsx'],
    words: ['start', 'browser-talk'],
    goal: 150,
    limit: 150,
  },
  {
    name: 'editor',
    entries: [START, 'src/pages/flow/flow-page.tsx'],
    words: ['start', 'editor'],
    goal: 230,
    limit: 230,
  },
];

/** Kilobytes of every file that the route loads before it can be used: its own, and the words of the longer language. */
export function sizesOf(dist: string, route: Route): ReadonlyMap<string, number> {
  const manifest = manifestOf(dist);
  const files = new Set([...chunksFrom(manifest, route.entries)].map(([, { file }]) => file));
  const all = [...new Set(Object.values(manifest).map(({ file }) => file))];
  for (const words of route.words) {
    const languages = all.filter((file) => file.includes(`/words-${words}-`));
    if (languages.length !== 2) throw new Error(`The build has no words of "${words}" in two languages.`);
    const [longer] = languages.sort((a, b) => sizeOf(dist, b) - sizeOf(dist, a));
    files.add(longer!);
  }
  return new Map([...files].map((file) => [file, sizeOf(dist, file)]));
}

function manifestOf(dist: string): Manifest {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
}

/** These and all that they import statically. */
function chunksFrom(manifest: Manifest, keys: readonly string[]): Map<string, Chunk> {
  const found = new Map<string, Chunk>();
  const follow = (key: string) => {
    const chunk = manifest[key];
    if (!chunk)
      throw new Error(`The build has no ${key}; the routes of e2e/bundle-budget.ts are out of date.`);
    if (found.has(key)) return;
    found.set(key, chunk);
    for (const next of chunk.imports ?? []) follow(next);
  };
  for (const key of keys) follow(key);
  return found;
}

/** Kilobytes of what may come once the page is there, in idle time or on first use: all of it, but other pages and words. */
function laterOf(dist: string, route: Route): number {
  const manifest = manifestOf(dist);
  const known = chunksFrom(manifest, route.entries);
  const start = chunksFrom(manifest, [START]);
  const later = new Map<string, number>();
  const open = [...known].filter(([key]) => !start.has(key));
  for (let next = open.pop(); next; next = open.pop())
    for (const wanted of next[1].dynamicImports ?? [])
      for (const [key, chunk] of chunksFrom(manifest, [wanted])) {
        if (known.has(key) || chunk.file.includes('/words-')) continue;
        known.set(key, chunk);
        later.set(chunk.file, sizeOf(dist, chunk.file));
        open.push([key, chunk]);
      }
  return [...later.values()].reduce((sum, size) => sum + size, 0);
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
    console.log(`bytes-${route.name}-afterwards-kilobytes: ${laterOf(dist, route).toFixed(1)} (no goal)`);
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
