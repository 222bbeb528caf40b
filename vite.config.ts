/** How the app is built, served on this machine and tested. */
import { availableParallelism } from 'node:os';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { loadEnv, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { calledMethods } from './src/build/called-methods.ts';
import { cardWords } from './src/build/card-words.ts';
import { drawnKinds } from './src/build/drawn-kinds.ts';
import { firstPictures } from './src/build/first-pictures.ts';
import { headersFile, securityHeaders } from './src/build/security-headers.ts';
import { twoLocales } from './src/build/two-locales.ts';
import { twoZods } from './src/build/two-zods.ts';
import { unusedParts } from './src/build/unused-parts.ts';
import { wordsByLanguage, wordsFile } from './src/build/words-by-language.ts';
import { findFaults, sayFaults } from './src/environment/faults.ts';
import { localSupabase } from './supabase/local/vite-plugin.ts';

/** Tests that need a database: they share one Postgres, which no other test has to wait for. */
const DATABASE_TESTS = ['supabase/tests/**/*.test.ts', '**/*.db.test.ts'];
const NEVER = ['**/node_modules/**', 'dist/**', '.local/**', 'e2e/**'];

/** Vite puts the maps of packages into what it serves, and nobody steps through React. */
const withoutPackageMaps: Rolldown.Plugin = {
  name: 'without-package-maps',
  generateBundle: (_options, bundle) => {
    for (const file of Object.keys(bundle)) if (file.endsWith('.map')) delete bundle[file];
  },
};

/** The built app's headers and its one page: files for static hosts, and the same from `vite preview`. */
const secured = (supabase: string | undefined): Plugin => {
  const headers = securityHeaders(supabase);
  return {
    name: 'security-headers',
    config: () => ({ preview: { headers } }),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(headers) });
      // Every address is a page of the app, also when it is opened by itself.
      this.emitFile({ type: 'asset', fileName: '_redirects', source: '/* /index.html 200\n' });
    },
  };
};

/** Where a hosted project is: of nothing else is an app built that no server answers. */
function hostedSettings(): Record<string, string> {
  const settings = loadEnv('hosted', process.cwd());
  const faults = findFaults('app', (name) => settings[name]);
  if (faults.length === 0) return settings;
  const message = `The app cannot be built.\n  ${sayFaults(faults)}`;
  // Where it was thrown helps nobody.
  throw Object.assign(new Error(message), { stack: message });
}

const PURE = /\/src\/(?:lib|vapi|flow|flow-words|kinds|blocks|templates|publish|import)\/.*\.ts(?:\?drawn)?$/;

const EDITOR = /^assets\/editor-/;
const pictures = firstPictures();

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    tailwindcss(),
    twoLocales(),
    twoZods(),
    unusedParts(),
    calledMethods(),
    cardWords(),
    wordsByLanguage(),
    drawnKinds(),
    // `vite build --mode hosted` takes the addresses of a hosted project from the environment instead.
    ...(mode === 'hosted' || process.env.VITEST ? [] : [localSupabase()]),
    secured(mode === 'hosted' ? hostedSettings().VITE_SUPABASE_URL : undefined),
  ],
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    watch: { ignored: ['**/.local/**', '**/e2e/artifacts/**'] },
  },
  preview: { host: '127.0.0.1', port: 5173, strictPort: true },
  // Smaller packages make the first page of a start twice as fast.
  optimizeDeps: { rolldownOptions: { plugins: [withoutPackageMaps], output: { minify: true } } },
  build: {
    target: 'es2023',
    sourcemap: false,
    // For `e2e/bundle-budget.ts`.
    manifest: true,
    // Who wrote what the browser is given, and under which terms.
    license: { fileName: 'licences.md' },
    // What comes after the editor's first picture names what it needs by itself, a moment later: lists of it would stand in the picture.
    modulePreload: {
      resolveDependencies: (_file, needed, { hostId }) =>
        EDITOR.test(hostId) ? needed.filter((file) => file.endsWith('.css')) : needed,
    },
    rolldownOptions: {
      // Modules of the pure rooms only define: one of which nothing is used is left out, whoever else it names.
      treeshake: { moduleSideEffects: [{ test: PURE, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            {
              name: (id, modules) => wordsFile(id, (words) => pictures.has(words, modules)),
              debugName: 'words',
              includeDependenciesRecursively: false,
            },
            {
              name: 'start',
              tags: ['$initial'],
              // the entry keeps its name, by which pages are counted
              test: (id: string) => !/\/(?:index\.html|main\.tsx)$/.test(id),
              includeDependenciesRecursively: false,
            },
            { name: pictures.fileOf, debugName: 'first pictures', includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  test: {
    // Whatever a passing test prints is noise; a failing one's is shown.
    silent: 'passed-only',
    // The machine may be busy, and no test measures time: these only end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Left to itself Vitest leaves a core to whoever watches: on two it would use one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Of those without a document modules are read once a worker, not once a file (`isolate`): whatever a test puts in the place of
    // something global it takes away again.
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          isolate: false,
          include: ['**/*.test.ts'],
          exclude: [...NEVER, ...DATABASE_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['**/*.test.tsx'],
          exclude: NEVER,
          setupFiles: ['src/ui/testing/patience.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          environment: 'node',
          isolate: false,
          include: DATABASE_TESTS,
          exclude: NEVER,
          globalSetup: ['supabase/tests/stack/global-setup.ts'],
        },
      },
    ],
  },
}));
