/**
 * The publication killed at each call of its ports, at each moment, for every size of a flow and several numbers: the table of
 * fault F1, in the Vapi sandbox with late lists. `KILLS=all` plays the whole table; otherwise every row with some of its columns.
 */
import { describe, expect, it } from 'vitest';
import { payloadOf } from './testing/payloads.ts';
import { type Crash, killed, MOMENTS, type Snapshot, World } from './testing/world.ts';

const SIZES = Array.from({ length: 12 }, (_, index) => index + 1);
const isWhole = process.env.KILLS === 'all';
/** Without it every so many kills are played: another remainder for each row, so that together they meet every kind of call. */
const EVERY = isWhole ? 1 : 29;

async function published(size: number, numbers: number): Promise<{ before: Snapshot; ids: string[] }> {
  const world = new World();
  const ids = await world.numbers(numbers);
  for (const number of ids) await world.finish(await begun(world, size, 'Old.', number));
  expect(world.dropped).toEqual([]);
  return { before: world.snapshot(), ids };
}

async function begun(world: World, size: number, prompt: string, number: string): Promise<string> {
  const id = await world.start(payloadOf(size, prompt), number);
  if (id === null) throw new Error('another publication runs');
  return id;
}

/** Puts the new version on one number after another; the worker dies once. */
async function republish(world: World, size: number, numbers: readonly string[], crash?: Crash) {
  const calls = { count: 0 };
  let resumes = 0;
  let died = false;
  for (const number of numbers) {
    const id = await begun(world, size, 'New.', number);
    const result = await world.work(id, died ? undefined : crash, calls);
    died ||= result === killed;
    if (world.store.deployments.get(id)?.state !== 'running') continue;
    const { result: end, invocations } = await world.finish(id);
    expect(end).toBe('live');
    resumes = Math.max(resumes, invocations);
  }
  return { calls: calls.count, died, resumes };
}

describe('killed at each call of its ports', () => {
  for (const numbers of [1, 2, 3]) {
    it(`on ${numbers} numbers, 1 to 12 members`, async () => {
      let kills = 0;
      let most = 0;
      for (const size of SIZES) {
        const { before, ids } = await published(size, numbers);
        const reference = new World(before);
        const { calls } = await republish(reference, size, ids);
        const expected = reference.picture(ids);
        expect(expected).toMatchObject({ orphans: 0, duplicates: 0 });
        for (let at = size % EVERY; at < calls; at += EVERY) {
          for (const [index, moment] of MOMENTS.entries()) {
            const world = new World(before);
            // Together from 0 to 30 s and from 0 to 20 s, the worst among them.
            const [lag, delay] = [[0, 15, 30][(at + index) % 3] ?? 0, [0, 10, 19.9][(at + size) % 3] ?? 0];
            await world.control('/faults', { listLagSeconds: lag });
            const call = await world.call(ids[0] ?? '');
            const { died, resumes } = await republish(world, size, ids, { at, moment, delay: delay * 1000 });
            const what = `${size} members, ${numbers} numbers, killed ${moment} of call ${at}, lag ${lag} s`;
            expect(died, what).toBe(true);
            expect(world.picture(ids), what).toEqual(expected);
            expect(world.dropped, what).toEqual([]);
            expect(await world.say(call, 'Are you still there?'), what).toBe(true);
            kills += 1;
            most = Math.max(most, resumes);
          }
        }
      }
      console.log(
        `${numbers} numbers, 1 to 12 members: ${kills} kills, 0 orphans, 0 duplicates, 0 dropped calls, same final state, at most ${most} resumes`,
      );
      expect(kills).toBeGreaterThan(40);
      expect(most).toBeLessThanOrEqual(2);
    }, 3_600_000);
  }
});
