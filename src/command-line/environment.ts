/**
 * `npm run environment`: which environment variables are set, and what is wrong with them, without showing a value. A file named
 * behind it (`NAME=value` lines, as `supabase secrets set --env-file` takes them) is judged as the secrets of hosted Edge Functions.
 * `--table en` prints the tables of the README.
 */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { findFaults, sayFault } from '../environment/faults.ts';
import { environmentMessages } from '../environment/messages.ts';
import { environmentTables } from '../environment/table.ts';
import { namesOf, type Part, VARIABLES } from '../environment/variables.ts';

type Values = Readonly<Record<string, string | undefined>>;
const PARTS: readonly Part[] = ['app', 'functions', 'start', 'tests'];

function judgeFile(file: string): void {
  let values: Values;
  try {
    values = parseEnv(readFileSync(file, 'utf8'));
  } catch {
    console.error(`${file} cannot be read. Name a file with lines such as CRON_SECRET=….`);
    process.exitCode = 1;
    return;
  }
  // What Supabase gives by itself stands in no file.
  const faults = findFaults('functions', (name) => values[name], { isHosted: true }).filter(
    ({ name }) => VARIABLES[name].setBy === undefined,
  );
  const strange = Object.keys(values).filter(
    (name) => !(namesOf('functions') as readonly string[]).includes(name),
  );
  for (const fault of faults) console.log(sayFault(fault));
  for (const name of strange) console.log(`${name} is read by no Edge Function. Is it spelled right?`);
  if (faults.length + strange.length > 0) process.exitCode = 1;
  else console.log(`${file} holds what the Edge Functions need.`);
}

/** Nothing is missed here that nobody began with. */
function tellShell(values: Values): void {
  for (const part of PARTS) {
    console.log(environmentMessages.en.parts[part]);
    const set = namesOf(part).filter((name) => values[name]);
    for (const name of set) console.log(`  ${name} is set`);
    if (set.length === 0) console.log('  none is set');
    const faults = set.length === 0 ? [] : findFaults(part, (name) => values[name]);
    for (const fault of faults) console.log(`  ${sayFault(fault)}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

const [first, second] = process.argv.slice(2);
if (first === '--table') console.log(environmentTables(second === 'fr' ? 'fr' : 'en'));
else if (first === undefined) tellShell(process.env);
else judgeFile(first);
