/**
 * One set of services for a process, used by several: `npm start` begins it before Vite is up, and when Vite's settings
 * change its new server is made before the old one is closed. The last one to leave ends it. Modules may be loaded more
 * than once (each reader of TypeScript has its own copies), so the set is kept where all of them find it.
 */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import type { Services } from './services.ts';
import { type LocalSettings, PROJECT_ROOT } from './settings.ts';

export interface Lease {
  readonly services: Services;
  /** True for the one that began it. */
  readonly isFirst: boolean;
  release(): Promise<void>;
}

interface Shared {
  readonly services: Promise<Services>;
  users: number;
}

const KEY = Symbol.for('allokoli.local-services');

export async function leaseServices(settings: LocalSettings): Promise<Lease> {
  const holder = globalThis as { [KEY]?: Shared };
  const isFirst = holder[KEY] === undefined;
  holder[KEY] ??= { services: startServices(settings), users: 0 };
  const shared = holder[KEY];
  shared.users++;
  const services = await shared.services;
  let released: Promise<void> | undefined;
  const leave = async () => {
    shared.users--;
    if (shared.users > 0) return;
    if (holder[KEY] === shared) delete holder[KEY];
    await services.close();
  };
  return {
    services,
    isFirst,
    release: () => {
      released ??= leave();
      return released;
    },
  };
}

/** Loaded only when wanted: a build and a test run read vite.config.ts too. */
async function startServices(settings: LocalSettings): Promise<Services> {
  const file = join(PROJECT_ROOT, 'supabase/local/services.ts');
  const { module } = await runnerImport<typeof import('./services.ts')>(file);
  return module.startServices(settings, (line) => console.log(line));
}
