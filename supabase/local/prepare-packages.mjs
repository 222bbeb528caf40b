/**
 * Bundles the npm packages of the page for Vite's development server, as a process of its own: the bundler takes some
 * 600 MB and does not give them back. Plain JavaScript for the reason told in `start.mjs`.
 */
import { fileURLToPath } from 'node:url';
import { createLogger, optimizeDeps, resolveConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const logger = createLogger('error');
const settings = { root, configFile: `${root}vite.config.ts`, configLoader: 'runner', customLogger: logger };
// The same question as a server asks: the answer is kept under the hash of these settings.
await optimizeDeps(await resolveConfig(settings, 'serve', 'development', 'development'));
process.exit(0);
