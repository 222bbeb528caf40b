/** `npm run check:deno`: checks the types of every Edge Function in Deno, as its deployment would, without network. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DENO_CHECK_OPTIONS, spawnDeno } from './deno.ts';
import { explain } from './problem.ts';
import { PROJECT_ROOT } from './settings.ts';

const folder = join(PROJECT_ROOT, 'supabase/functions');
const entries = readdirSync(folder)
  .map((name) => join(folder, name, 'index.ts'))
  .filter(existsSync);
entries.push(join(PROJECT_ROOT, 'supabase/local/functions-runtime.ts'));

try {
  const child = spawnDeno(['check', ...DENO_CHECK_OPTIONS, ...entries], {});
  child.stdin?.end();
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  child.once('close', (code) => {
    if (code === 0) console.log(`deno check: ${entries.length} entry points, no problem.`);
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
