/**
 * Build only: what a page's first picture needs stands in few files. Left to itself the bundler makes one for every set of
 * parts that share a module: some fifty small ones for the editor, which compress badly and name each other at length. Here a
 * module's file is named after those that need it at first. Knows what modules import, not what is in them.
 */
import { dirname, resolve } from 'node:path';
import { parseSync, type Rolldown } from 'vite';

type ModuleInfo = Pick<Rolldown.ModuleInfo, 'code' | 'importedIds' | 'dynamicallyImportedIds'>;

export interface Modules {
  getModuleInfo(id: string): ModuleInfo | null;
}

const ROOT = resolve(import.meta.dirname, '../..').replaceAll('\\', '/');
const START = `${ROOT}/index.html`;

/** Pages whose first picture is counted (`e2e/bundle-budget.ts`), the one that strangers open, and the other one with a canvas. */
const PICTURES: Readonly<Record<string, string>> = {
  'signing-in': `${ROOT}/src/pages/sign-in/sign-in-page.tsx`,
  flows: `${ROOT}/src/pages/flows/flows-page.tsx`,
  editor: `${ROOT}/src/pages/flow/flow-page.tsx`,
  call: `${ROOT}/src/pages/call/call-page.tsx`,
  talk: `${ROOT}/src/pages/browser-talk/talk-page.tsx`,
};
const PAGE = /\/src\/pages\/[^/]+\/[^/]+-page\.tsx$/;
const OTHERS = 'others';

/** Most of these is never used; what is used is seen only by the bundler. */
const SHAKEN = /\/node_modules\/zod\/|\/src\/flow\/compile\//;

export interface FirstPictures {
  /** Names the file of a module; null: whatever the bundler does by itself. */
  fileOf(id: string, modules: Modules): string | null;
  /** Whether a page needs it at first. */
  has(id: string, modules: Modules): boolean;
}

/** Made for one build, whose modules it looks at once. */
export function firstPictures(): FirstPictures {
  let files: ReadonlyMap<string, string> | undefined;
  const fileOf = (id: string, modules: Modules) => {
    files ??= filesOf(modules);
    return files.get(id) ?? null;
  };
  return { fileOf, has: (id, modules) => fileOf(id, modules) !== null };
}

export function filesOf(modules: Modules): ReadonlyMap<string, string> {
  const next = readImports(modules);
  const now = (page: string) => reached([page], (id) => next(id).now);
  const anything = (page: string) => reached([page], (id) => [...next(id).now, ...next(id).later]);
  const start = now(START);
  const users = new Map<string, Set<string>>();
  const note = (user: string, ids: Iterable<string>) => {
    for (const id of ids) users.set(id, (users.get(id) ?? new Set()).add(user));
  };
  for (const [name, page] of Object.entries(PICTURES)) note(name, now(page));
  for (const page of anything(START)) {
    if (!PAGE.test(page) || page === PICTURES.editor) continue;
    const first = Object.values(PICTURES).includes(page) ? now(page) : new Set();
    // With what it fetches later, which must not bring the whole editor along.
    note(
      OTHERS,
      [...anything(page)].filter((id) => !first.has(id)),
    );
  }
  const files = new Map<string, string>();
  for (const [id, names] of users) {
    const isOwn = id === START || PAGE.test(id) || start.has(id) || SHAKEN.test(id);
    if (!isOwn && [...names][0] !== OTHERS) files.set(id, [...names].join('-'));
  }
  return files;
}

function reached(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

interface Imports {
  readonly now: readonly string[];
  readonly later: readonly string[];
}

/** What a module imports. Of a package's list of contents, only what is named: the list itself names everything. */
function readImports(modules: Modules): (id: string) => Imports {
  const known = new Map<string, Imports>();
  const lists = new Map<string, ReadonlyMap<string, string> | null>();
  const listOf = (id: string) => {
    if (!lists.has(id)) lists.set(id, contentsOf(id, modules));
    return lists.get(id) ?? null;
  };
  const read = (id: string): Imports => {
    const info = modules.getModuleInfo(id);
    if (!info) return { now: [], later: [] };
    const later = info.dynamicallyImportedIds;
    const now = info.importedIds.flatMap((other) => {
      const list = listOf(other);
      return list ? [...namesFrom(other, id, info)].flatMap((name) => list.get(name) ?? []) : other;
    });
    return { now, later };
  };
  return (id) => {
    const imports = known.get(id) ?? read(id);
    known.set(id, imports);
    return imports;
  };
}

/** So many things passed on: a list of contents. */
const LONG = 20;

/** Where each name of a package's list comes from; null: it is none. */
function contentsOf(id: string, modules: Modules): ReadonlyMap<string, string> | null {
  const info = id.includes('/node_modules/') ? modules.getModuleInfo(id) : null;
  if (!info || info.importedIds.length < LONG) return null;
  const passed = moduleOf(id, info)
    .staticExports.flatMap(({ entries }) => entries)
    .flatMap(({ exportName, moduleRequest }) => {
      const from = moduleRequest && resolve(dirname(id), moduleRequest.value);
      return from && info.importedIds.includes(from) ? ([[exportName.name ?? '', from]] as const) : [];
    });
  return passed.length < LONG ? null : new Map(passed);
}

/** What a module takes from a list. */
function namesFrom(list: string, id: string, info: ModuleInfo): Set<string> {
  const names = moduleOf(id, info)
    .staticImports.filter(({ moduleRequest }) => list.includes(`/node_modules/${moduleRequest.value}/`))
    .flatMap(({ entries }) => entries.map(({ importName }) => importName.name ?? ''));
  return new Set(names);
}

function moduleOf(id: string, { code }: ModuleInfo): ReturnType<typeof parseSync>['module'] {
  return parseSync(id, code ?? '', { lang: 'js' }).module;
}
