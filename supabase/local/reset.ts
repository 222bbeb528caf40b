/** `npm run reset`: empties the local data folder. Refuses while a stack runs on it. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireUnlocked } from './folder-lock.ts';
import { explain } from './problem.ts';
import { readSettings } from './settings.ts';

/** Only what the stack made itself: the folder may have been chosen badly. */
const OWN = ['postgres', 'sandbox.json', 'secrets.json', 'running.json', 'vite'];

try {
  const { dataFolder } = readSettings();
  requireUnlocked(dataFolder);
  const found = OWN.map((name) => join(dataFolder, name)).filter(existsSync);
  for (const path of found) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  console.log(found.length > 0 ? `Emptied ${dataFolder}.` : `${dataFolder} is empty already.`);
} catch (error) {
  console.error(`Nothing was emptied. ${explain(error)}`);
  process.exit(1);
}
