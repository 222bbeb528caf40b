/**
 * The entry of `npm start`. Plain JavaScript, because it runs before anything is known about Node and the packages;
 * the rest is TypeScript (`run.ts`), which Vite reads without a second compiler in the process (it would take 200 MB).
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node ${process.versions.node} is too old: it needs Node 20.19 or newer (https://nodejs.org).`);
} else if (!existsSync(new URL('../../node_modules/vite/package.json', import.meta.url))) {
  stop('The packages are not installed. Run `npm ci` first.');
} else {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(fileURLToPath(new URL('./run.ts', import.meta.url)));
  await module.run();
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(`\n  AlloKoli cannot start. ${sentence}\n`);
  process.exitCode = 1;
}
