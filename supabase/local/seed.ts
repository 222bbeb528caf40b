/** `tsx supabase/local/seed.ts [en|fr]`: fills an example workspace of the running stack. May be run again: what is there stays. */
import WebSocket from 'ws';
import { fillWorkspace } from './example-workspace.ts';
import { explain } from './problem.ts';
import { readSettings } from './settings.ts';
import { sleep } from './wait.ts';

/** Of this machine's own stack; nobody else reaches it. */
const ACCOUNT = { email: 'example@example.com', password: 'example-example' };

// supabase-js looks for it when a client is made; Node has had one since version 22.
Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? WebSocket });

try {
  const [wanted = process.env.LANG?.startsWith('fr') ? 'fr' : 'en'] = process.argv.slice(2);
  if (wanted !== 'en' && wanted !== 'fr')
    throw new Error(`There are examples in en and fr, none in "${wanted}".`);
  const origin = `http://127.0.0.1:${readSettings().port}`;
  const around = { origin, fetch: globalThis.fetch, sleep, tell: (line: string) => console.log(`  ${line}`) };
  const { flows, versions, calls } = await fillWorkspace(around, ACCOUNT, wanted);
  console.log(`
  The workspace has ${flows} flows, ${versions} versions and ${calls} calls of the sandbox.
  Sign in at ${origin}/ as ${ACCOUNT.email} with the password ${ACCOUNT.password}
`);
} catch (error) {
  console.error(`\n  The examples are not complete. ${explain(error)}\n`);
  process.exit(1);
}
