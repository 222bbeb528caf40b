/**
 * `npm run load`: 200 people edit and save, 50 calls at once are told by signed webhooks, and flows are published meanwhile, against the
 * whole stack of this machine; `-- --minutes 1` for a try. Prints `name: value (goal)`. Times are ratios to the same work on the stack
 * while it is idle and to bare Postgres in the same run: milliseconds of a machine say nothing of another.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type postgres from 'postgres';
import { bareInsert, bareUpdate, keepAskingBarely, openDatabase, prepareBare } from './load/bare.ts';
import { countLost as countLostEvents, keepCalling, type Line, type Lost, makeCall } from './load/calls.ts';
import { floorsOf, type Sample, sampleMemory, slopeOf } from './load/memory.ts';
import { countLost as countLostSaves, editAndSave, type Flow, keepEditing, openFlow } from './load/people.ts';
import { getNumber, keepPublishing, publish } from './load/publishing.ts';
import { inTurns, pause, startRecord } from './load/record.ts';
import { renewing } from './load/session.ts';
import { isMissed } from './support/figures.ts';
import { signUp } from './support/session.ts';
import { startStack } from './support/stack.ts';
import { secretsOf } from './support/tour/seed.ts';

const ROOT = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    people: { type: 'string', default: '200' },
    calls: { type: 'string', default: '50' },
  },
});
const MINUTES = Number(values.minutes);
const PEOPLE = Number(values.people);
const CALLS = Number(values.calls);
if (![MINUTES, PEOPLE, CALLS].every((value) => value > 0)) {
  console.error('--minutes, --people and --calls are numbers above 0.');
  process.exit(1);
}

const PUBLISHERS = 5;
/** Each fifth person has two tabs on one flow. */
const TWO_TABS = 5;
/** Seconds between two edits of a person, two events of a call, two publications of somebody. */
const RHYTHM = { edit: 8, event: 2, publication: 15 };
const ALONE = 40;
/** Milliseconds between two looks at the memory. */
const LOOK = 2000;
/** Parts of the run of which each has one figure of memory. */
const WINDOWS = 20;
/** In shorter runs what is loaded once looks like growth. */
const FLAT_FROM_MINUTES = 5;

async function main(): Promise<void> {
  if (!process.env.E2E_SKIP_BUILD) {
    const program = join(ROOT, 'node_modules/.bin/vite');
    const built = spawnSync(program, ['build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' });
    if (built.status !== 0) throw new Error('The app could not be built.');
  }
  const stack = await startStack();
  let sql: postgres.Sql | undefined;
  try {
    sql = openDatabase(stack.dataFolder);
    await load(stack, sql);
  } finally {
    await sql?.end();
    await stack.stop();
  }
}

async function load({ appUrl, dataFolder, pid }: Awaited<ReturnType<typeof startStack>>, sql: postgres.Sql) {
  const record = startRecord();
  const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);

  say(`${PEOPLE} people sign up and draw`);
  const flows: Flow[] = [];
  await inTurns(
    Array.from({ length: PEOPLE }, (_, person) => person),
    4,
    async (person) => {
      const session = await signUp(appUrl, `person.${person}@example.com`, renewing(record));
      flows.push(await openFlow(session, person % TWO_TABS === 0 ? 2 : 1));
    },
  );
  const publishers = await Promise.all(
    flows
      .filter(({ tabs }) => tabs.length === 1)
      .slice(0, PUBLISHERS)
      .map(async (flow) => ({ flow, numberId: await getNumber(flow) })),
  );
  for (const { flow, numberId } of publishers) await publish(flow, numberId, record);
  const numbers = await sql<
    { vapi_id: string }[]
  >`select vapi_id from phone_numbers where deployment_id is not null`;
  const line: Line = {
    url: `${appUrl}/functions/v1/vapi-webhook`,
    secret: secretsOf(dataFolder).webhookSecret,
    numbers: numbers.map(({ vapi_id }) => vapi_id),
  };

  say('the stack is idle: the same work alone');
  const event = {
    message: { type: 'transcript', role: 'user', transcript: 'I would like an appointment, please.' },
  };
  const [first] = flows as [Flow];
  await prepareBare(sql, first.tabs[0]!.base, event);
  await makeCall(line, 'load-warm', record, 'warm', 0);
  for (let round = 0; round < ALONE; round += 1) {
    await editAndSave(first, first.tabs[0]!, record, 'idle save');
    await bareUpdate(sql, first.tabs[0]!.base, record, 'idle bare update');
    await bareInsert(sql, event, record, 'idle bare insert');
  }
  for (let call = 0; call < Math.ceil(ALONE / 10); call += 1)
    await makeCall(line, `load-idle-${call}`, record, 'idle ingest', 0);

  say(`${MINUTES} minutes of everything at once`);
  const end = performance.now() + MINUTES * 60_000;
  const isOver = () => performance.now() > end;
  const samples: Sample[] = [];
  const watch = async () => {
    while (!isOver()) {
      samples.push(sampleMemory(pid));
      await pause(LOOK);
    }
  };
  await Promise.all([
    watch(),
    keepAskingBarely(sql, first.tabs[0]!.base, event, record, isOver),
    ...publishers.map(({ flow, numberId }) =>
      keepPublishing(flow, numberId, record, RHYTHM.publication, isOver),
    ),
    ...flows
      .filter((flow) => !publishers.some((each) => each.flow === flow))
      .flatMap((flow) => flow.tabs.map((tab) => keepEditing(flow, tab, record, RHYTHM.edit, isOver))),
    ...Array.from({ length: CALLS }, (_, caller) => keepCalling(line, caller, record, RHYTHM.event, isOver)),
  ]);

  say('everything is read again');
  let lostSaves = 0;
  await inTurns(flows, 8, async (flow) => {
    lostSaves += await countLostSaves(flow, record);
  });
  const lost = await countLostEvents(sql, record);
  tell(record, samples, lostSaves, lost);
}

function print(name: string, value: number, goal?: string, digits = 0): void {
  const line = `${name}: ${value.toFixed(digits)}${goal ? ` (goal ${goal})` : ''}`;
  console.log(line);
  if (isMissed(line)) process.exitCode = 1;
}

function tell(
  record: ReturnType<typeof startRecord>,
  samples: readonly Sample[],
  lostSaves: number,
  lost: Lost,
): void {
  const ratio = (one: string, other: string) => record.p95(one) / record.p95(other);
  print('load-minutes', MINUTES, undefined, 1);
  print('load-people', PEOPLE);
  print('load-calls-at-once', CALLS);
  print('load-saves', record.counted('saves'));
  print('load-saves-that-met-another', record.counted('saves that met another'));
  print('load-webhooks', record.counted('events'));
  print('load-connections-renewed', record.counted('connections renewed'));
  print('load-publications', record.counted('publications'));
  print('load-errors', record.errors.length, '= 0');
  explain(record.errors);
  print('load-retries', record.retries.length);
  explain(record.retries);
  print('load-saves-lost', lostSaves, '= 0');
  print('load-events-lost', lost.events, '= 0');
  print('load-calls-not-shown', lost.calls, '= 0');
  print('load-calls-shown-late', lost.late);
  print('save-p95-milliseconds-under-load', record.p95('save'), undefined, 0);
  print('save-p95-under-load/idle', ratio('save', 'idle save'), undefined, 1);
  print('save-p95-under-load/bare-update', ratio('save', 'bare update'), undefined, 1);
  print('save-p95-idle/bare-update', ratio('idle save', 'idle bare update'), undefined, 1);
  print('ingest-p95-milliseconds-under-load', record.p95('ingest'), undefined, 0);
  print('ingest-p95-under-load/idle', ratio('ingest', 'idle ingest'), undefined, 1);
  print('ingest-p95-under-load/bare-insert', ratio('ingest', 'bare insert'), undefined, 1);
  print('ingest-p95-idle/bare-insert', ratio('idle ingest', 'idle bare insert'), undefined, 1);
  print('bare-update-p95-under-load/idle', ratio('bare update', 'idle bare update'), undefined, 1);
  tellMemory(samples);
}

/** How often each came, the most frequent first. */
function explain(sentences: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    // Ids differ, causes do not.
    const cause = sentence.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'ID');
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  for (const [cause, count] of [...counts].sort(([, one], [, other]) => other - one).slice(0, 10))
    console.error(`  ${count} × ${cause}`);
}

function tellMemory(samples: readonly Sample[]): void {
  for (const name of new Set(samples.flatMap((sample) => [...sample.keys()]))) {
    const floors = floorsOf(
      samples.map((sample) => sample.get(name) ?? 0),
      WINDOWS,
    );
    const at = (share: number) => (floors[Math.floor((floors.length - 1) * share)] ?? 0).toFixed(0);
    console.log(`memory of ${name} in MB, start, middle, end: ${at(0)}, ${at(0.5)}, ${at(1)}`);
    // What is loaded once is there by the middle.
    const later = floors.slice(Math.floor(floors.length / 2));
    const growth = (slopeOf(later, MINUTES / floors.length) / (later[0] || 1)) * 100;
    print(
      `memory of ${name}, growth a minute from the middle on, percent`,
      growth,
      MINUTES >= FLAT_FROM_MINUTES ? '<= 2' : undefined,
      1,
    );
  }
  if (MINUTES < FLAT_FROM_MINUTES)
    console.error(`Whether memory is flat shows in ${FLAT_FROM_MINUTES} minutes and more.`);
}

await main();
