/**
 * Random lives of an account: publications that die several times, lost requests and answers, late lists, ways back, sentences in
 * place of a flow, calls that go on through all of it, and garbage collected in between. `RUNS=10000` plays more of them, `SEED`
 * others; a failing one is printed with its seed, made as small as possible.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCreation } from './plan.ts';
import { payloadOf } from './testing/payloads.ts';
import { type Crash, MOMENTS, World } from './testing/world.ts';

const RUNS = Number(process.env.RUNS ?? 60);
const SEED = Number(process.env.SEED ?? 20261130);
const LONG = 75 * 60_000;

const crash = fc.record<Crash>({
  at: fc.nat(40),
  moment: fc.constantFrom(...MOMENTS),
  delay: fc.nat(19_900),
});
const number = fc.nat(2);
const publish = fc.record({
  do: fc.constant('publish' as const),
  number,
  size: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 12 })),
  version: fc.nat(2),
  crashes: fc.array(crash, { maxLength: 4 }),
  /** A second worker at the same time, for the first invocations. */
  twoWorkers: fc.boolean(),
});
const action = fc.oneof(
  { weight: 5, arbitrary: publish },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('go-back' as const),
      number,
      crashes: fc.array(crash, { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fall-back' as const),
      number,
      crashes: fc.array(crash, { maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('call' as const), number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hang-up' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('collect' as const), versions: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.nat(LONG) }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

const weather = fc.record({
  listLagSeconds: fc.integer({ min: 0, max: 30 }),
  seed: fc.nat(),
  share: fc.constantFrom(0, 0, 0.05, 0.2),
});
const FAULTS = [
  { type: 'reset', effect: 'none' },
  { type: 'reset', effect: 'done' },
  { type: 'html', effect: 'done' },
  { type: 'truncated' },
  { type: 'status', status: 500 },
  { type: 'status', status: 429, retryAfterSeconds: 2 },
];

class Life {
  readonly world = new World();
  readonly #calls: string[] = [];
  #numbers: string[] = [];
  counts = { publications: 0, crashes: 0, deleted: 0 };

  async begin(
    numbers: number,
    { listLagSeconds, seed, share }: { listLagSeconds: number; seed: number; share: number },
  ) {
    this.#numbers = await this.world.numbers(numbers);
    const chance = share > 0 ? { chance: { seed, share, faults: FAULTS } } : {};
    await this.world.control('/faults', { listLagSeconds, ...chance });
  }

  async act(action: Action): Promise<void> {
    const { world } = this;
    switch (action.do) {
      case 'publish': {
        const place = this.#place(action.number);
        return this.#publish(
          await world.start(payloadOf(action.size, `${place} ${action.version}`), place, true),
          action,
        );
      }
      case 'fall-back': {
        const place = this.#place(action.number);
        return this.#publish(await world.start(payloadOf(1, `${place} closed`), place, true), action);
      }
      case 'go-back':
        return this.#publish(await this.#goBack(this.#place(action.number)), action);
      case 'call': {
        const place = this.#place(action.number);
        const { assistantId, squadId } = world.target(place);
        if (assistantId !== null || squadId !== null) this.#calls.push(await world.call(place));
        return;
      }
      case 'hang-up': {
        const call = this.#calls.shift();
        if (call !== undefined) await world.hangUp(call);
        return;
      }
      case 'collect':
        this.counts.deleted += (await world.collect(action.versions)).deleted;
        return;
      case 'wait':
        return world.clock.sleep(action.milliseconds);
    }
  }

  /** Everybody hangs up, the weather clears, and what is left over has had its time. */
  async end(): Promise<void> {
    const { world } = this;
    for (const call of this.#calls) {
      expect(await world.say(call, 'Are you still there?')).toBe(true);
      await world.hangUp(call);
    }
    await world.control('/faults', {});
    await world.clock.sleep(2 * LONG);
    for (let round = 0; round < 2; round++) {
      const { doubt, deleted } = await world.collect(1);
      expect(doubt).toBeNull();
      this.counts.deleted += deleted;
    }
    expect(world.dropped).toEqual([]);
    const { orphans, duplicates, deployments, answers } = world.picture(this.#numbers);
    expect({ orphans, duplicates }).toEqual({ orphans: 0, duplicates: 0 });
    expect(deployments.filter((state) => state === 'running')).toEqual([]);
    for (const [index, place] of this.#numbers.entries()) {
      const live = [...world.store.deployments.values()].find(
        (row) => row.state === 'live' && row.number === place,
      );
      const target = live?.steps.filter(isCreation).at(-1)?.vapiId ?? null;
      const { assistantId, squadId } = world.target(place);
      expect(squadId ?? assistantId).toBe(target);
      expect(answers[index]?.length ?? 0).toBe(
        live ? live.plan.resources.filter(({ kind }) => kind === 'assistant').length : 0,
      );
    }
    // One version a number is left, and nothing else.
    const left = [...world.store.ledger.values()].filter(({ state }) => state !== 'deleted');
    expect(left.map(({ state }) => state).filter((state) => state !== 'live')).toEqual([]);
    const { assistant, squad } = world.state.resources;
    expect(Object.keys(assistant).length + Object.keys(squad).length).toBe(left.length);
  }

  #place(index: number): string {
    return this.#numbers[index % this.#numbers.length] ?? '';
  }

  /** The version before what answers now; null when there is none. */
  async #goBack(place: string): Promise<string | null> {
    const rows = [...this.world.store.deployments.values()].filter((row) => row.number === place);
    const before = rows.filter((row) => row.state === 'superseded').at(-1);
    return before ? this.world.startAgain(before) : null;
  }

  async #publish(
    id: string | null,
    { crashes, twoWorkers = false }: { crashes: readonly Crash[]; twoWorkers?: boolean },
  ) {
    const { world, counts } = this;
    if (id === null) return;
    counts.publications += 1;
    // Another one is told that this one runs.
    const { number, plan } = world.store.deployments.get(id) ?? { number: '', plan: null };
    if (plan) expect(world.store.start('another', plan, [], number)).toBe(false);
    for (const one of crashes) {
      const results = await Promise.all([world.work(id, one), ...(twoWorkers ? [world.work(id)] : [])]);
      if (results.some((result) => typeof result === 'symbol')) counts.crashes += 1;
      if (world.store.deployments.get(id)?.state !== 'running') break;
      await world.clock.sleep(61_000);
    }
    if (world.store.deployments.get(id)?.state === 'running') await world.finish(id);
    expect(world.store.deployments.get(id)?.error ?? null).toBeNull();
    expect(world.store.deployments.get(id)?.state).toBe('live');
  }
}

it(
  `${RUNS} random lives end well`,
  async () => {
    console.log(`seed ${SEED}`);
    const total = { publications: 0, crashes: 0, deleted: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        weather,
        fc.array(action, { minLength: 1, maxLength: 8 }),
        async (numbers, sky, actions) => {
          const life = new Life();
          await life.begin(numbers, sky);
          for (const one of actions) await life.act(one);
          await life.end();
          for (const key of ['publications', 'crashes', 'deleted'] as const) total[key] += life.counts[key];
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(
      `${RUNS} lives: ${total.publications} publications, ${total.crashes} deaths of workers, ${total.deleted} deletions; 0 orphans, 0 duplicates, 0 dropped calls`,
    );
    expect(total.crashes).toBeGreaterThan(RUNS / 4);
  },
  24 * 3_600_000,
);
