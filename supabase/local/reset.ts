/**
 * `npm run reset`: empties the local data folder, after a question or with `-- --yes`. Refuses while a stack runs on it, and where
 * there is nobody to ask.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { requireUnlocked } from './folder-lock.ts';
import { explain, LocalProblem } from './problem.ts';
import { readSettings } from './settings.ts';

/** Only what the stack made itself: the folder may have been chosen badly. */
const OWN = ['postgres', 'sandbox.json', 'secrets.json', 'running.json', 'vite'];

async function isWanted(folder: string): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!stdin.isTTY)
    throw new LocalProblem(
      'Nobody can be asked here: `npm run reset -- --yes` empties it without a question.',
    );
  const asking = createInterface({ input: stdin, output: stdout });
  try {
    const question = `This deletes all accounts, flows, calls and secrets in ${folder}, and cannot be undone.\nType yes to go on: `;
    return (await asking.question(question)).trim().toLowerCase() === 'yes';
  } finally {
    asking.close();
  }
}

try {
  const { dataFolder } = readSettings();
  requireUnlocked(dataFolder);
  const found = OWN.map((name) => join(dataFolder, name)).filter(existsSync);
  if (found.length === 0) console.log(`${dataFolder} is empty already.`);
  else if (await isWanted(dataFolder)) {
    // Somebody may have started it while we asked.
    requireUnlocked(dataFolder);
    for (const path of found) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    console.log(`Emptied ${dataFolder}.`);
  } else console.log('Nothing was deleted.');
} catch (error) {
  console.error(`Nothing was emptied. ${explain(error)}`);
  process.exit(1);
}
