/** `npm run contract:live`: the conformance suite against a live Vapi account, and what was seen where documents are silent. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { liveTarget } from '../vapi/conformance/target.ts';

const ROOT = join(import.meta.dirname, '../..');

const live = liveTarget(process.env);
if (live) {
  console.log(
    `${live.name}: what is created carries a mark and is removed, but for two runs of simulations, which Vapi lets nobody remove. Model turns of a few cents are charged.`,
  );
  const args = ['run', '--project', 'node', '--silent=false', 'src/vapi/conformance', '-t', live.name];
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin/vitest'), args, { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.error(
    'Nothing was asked: ALLOKOLI_VAPI_LIVE_KEY is not set. Give it a private key of a Vapi account used for nothing else, and, for the EU region, ALLOKOLI_VAPI_LIVE_URL=https://api.eu.vapi.ai.',
  );
  process.exitCode = 1;
}
