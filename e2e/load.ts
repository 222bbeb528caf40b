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
import { countLost as countLostEvents, keepCalling, type Line, makeCall } from './load/calls.ts';
import { type Sample, sampleMemory, slopeOf } from './load/memory.ts';
import { countLost as countLostSaves, editAndSave, type Flow, keepEditing, openFlow } from './load/people.ts';
import { getNumber, keepPublishing, publish } from './load/publishing.ts';
import { inTurns, pause, startRecord } from './load/record.ts';
import { signUp } from './load/session.ts';
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
const SAMPLES = 30;
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
      const session = await signUp(appUrl, `person.${person}@example.com`, record);
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
  const between = (MINUTES * 60_000) / SAMPLES;
  const watch = async () => {
    while (!isOver()) {
      samples.push(sampleMemory(pid));
      await pause(between);
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
    lostSaves += await countLostSaves(flow);
  });
  const lost = await countLostEvents(sql, record);
  tell(record, samples, between / 60_000, lostSaves, lost);
}

function tell(
  record: ReturnType<typeof startRecord>,
  samples: readonly Sample[],
  minutesBetween: number,
  lostSaves: number,
  lost: { readonly events: number; readonly calls: number },
): void {
  const print = (name: string, value: number, goal?: string, digits = 0) =>
    console.log(`${name}: ${value.toFixed(digits)}${goal ? ` (goal ${goal})` : ''}`);
  const ratio = (one: string, other: string) => record.p95(one) / record.p95(other);
  print('load-minutes', MINUTES, undefined, 1);
  print('load-people', PEOPLE);
  print('load-calls-at-once', CALLS);
  print('load-saves', record.counted('saves'));
  print('load-saves-that-met-another', record.counted('saves that met another'));
  print('load-webhooks', record.counted('events'));
  print('load-webhooks-repeated', record.counted('deliveries repeated'));
  print('load-connections-renewed', record.counted('connections renewed'));
  print('load-publications', record.counted('publications'));
  print('load-errors', record.errors.length, '= 0');
  for (const error of [...new Set(record.errors)].slice(0, 5)) console.error(`  ${error}`);
  print('load-saves-lost', lostSaves, '= 0');
  print('load-events-lost', lost.events, '= 0');
  print('load-calls-not-shown', lost.calls, '= 0');
  print('save-p95-under-load/idle', ratio('save', 'idle save'), '<= 10', 1);
  print('save-p95-under-load/bare-update', ratio('save', 'bare update'), undefined, 1);
  print('save-p95-idle/bare-update', ratio('idle save', 'idle bare update'), undefined, 1);
  print('ingest-p95-under-load/idle', ratio('ingest', 'idle ingest'), '<= 10', 1);
  print('ingest-p95-under-load/bare-insert', ratio('ingest', 'bare insert'), undefined, 1);
  print('ingest-p95-idle/bare-insert', ratio('idle ingest', 'idle bare insert'), undefined, 1);
  print('bare-update-p95-under-load/idle', ratio('bare update', 'idle bare update'), undefined, 1);
  for (const name of new Set(samples.flatMap((sample) => [...sample.keys()]))) {
    const all = samples.map((sample) => sample.get(name) ?? 0);
    const at = (share: number) => (all[Math.floor((all.length - 1) * share)] ?? 0).toFixed(0);
    console.log(`memory of ${name} in MB, start, middle, end: ${at(0)}, ${at(0.5)}, ${at(1)}`);
    const later = all.slice(Math.floor(all.length / 2));
    const growth = (slopeOf(later, minutesBetween) / (later[0] || 1)) * 100;
    // What is loaded once is there by the middle.
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
