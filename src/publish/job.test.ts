import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VapiApi, VapiFailure } from '../vapi/contract/api.ts';
import { type Advance, advance, PATIENCE_MILLISECONDS, SETTLE_MILLISECONDS } from './job.ts';
import { assistantMark } from './marker.ts';
import { type CompiledPayload, isUnchanged, type NumberTarget, planResources, planSteps } from './plan.ts';
import type { PublishStore } from './ports.ts';
import { VirtualClock } from './testing/clock.ts';
import { FakeVapi, type Fate, NUMBER_ID } from './testing/fake-vapi.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { payloadOf } from './testing/payloads.ts';

const BUDGET = { milliseconds: 20_000 };

class World {
  readonly clock = new VirtualClock();
  readonly vapi = new FakeVapi(this.clock);
  readonly store = new MemoryStore(this.clock);
  #deployments = 0;

  target(): NumberTarget {
    const number = this.vapi.numbers.get(NUMBER_ID);
    return { assistantId: number?.assistantId ?? null, squadId: number?.squadId ?? null };
  }

  async start(payload: CompiledPayload): Promise<string> {
    const resources = await planResources(payload, 'Reception');
    this.#deployments += 1;
    const id = `deployment-${this.#deployments}`;
    this.store.start(
      id,
      { format: 1, resources, expected: this.target() },
      planSteps(resources, this.store.live()),
    );
    return id;
  }

  advance(id: string, ports: { vapi?: VapiApi; store?: PublishStore } = {}): Promise<Advance> {
    const { clock, store } = this;
    return advance(id, { clock, store: ports.store ?? store, vapi: ports.vapi ?? this.vapi.api }, BUDGET);
  }

  /** Advances as the browser and cron do, until it is finished. */
  async finish(id: string): Promise<Advance> {
    for (let round = 0; round < 50; round++) {
      const result = await this.advance(id);
      if (result === 'live' || result === 'failed') return result;
      await this.clock.sleep(10_000);
    }
    throw new Error('did not finish in 50 rounds');
  }

  /** What is at Vapi, without ids and times: equal for equal outcomes. */
  picture() {
    const target = this.target();
    const squad = target.squadId === null ? undefined : this.vapi.squads.get(target.squadId);
    const answering = squad
      ? squad.members.map((member) => member.assistantId ?? '')
      : [target.assistantId ?? ''];
    return {
      answers: answering.map((id) => {
        const saved = this.vapi.assistants.get(id);
        return { name: saved?.name, hash: assistantMark(saved?.metadata)?.hash };
      }),
      assistants: this.vapi.assistants.size,
      squads: this.vapi.squads.size,
      ledger: [...this.store.ledger.values()].map((entry) => `${entry.kind} ${entry.state}`).sort(),
      known: [...this.vapi.assistants.keys(), ...this.vapi.squads.keys()].every((id) =>
        this.store.ledger.has(id),
      ),
    };
  }
}

const killed = Symbol('killed');

/** Throws at the n-th call of any port, before it is carried out or after it was. */
function deadly<Port extends object>(
  port: Port,
  counter: { calls: number },
  at: number,
  when: 'before' | 'after',
): Port {
  return new Proxy(port, {
    get(target, name) {
      const method = Reflect.get(target, name) as unknown;
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        const mine = counter.calls === at;
        counter.calls += 1;
        if (mine && when === 'before') throw killed;
        const answer: unknown = await method.apply(target, args);
        if (mine) throw killed;
        return answer;
      };
    },
  });
}

describe('a publication', () => {
  it('creates the assistants, then the squad, and switches the number with one PATCH', async () => {
    const world = new World();
    expect(await world.finish(await world.start(payloadOf(2)))).toBe('live');
    expect(world.vapi.requests.filter((name) => !/^(get|list)/.test(name))).toEqual([
      'createAssistant',
      'createAssistant',
      'createSquad',
      'updatePhoneNumber',
    ]);
    expect(world.picture()).toMatchObject({ assistants: 2, squads: 1, known: true });
  });

  it('of a single member is a plain assistant', async () => {
    const world = new World();
    expect(await world.finish(await world.start(payloadOf(1)))).toBe('live');
    expect(world.target()).toMatchObject({ squadId: null, assistantId: expect.any(String) });
    expect(world.vapi.squads.size).toBe(0);
  });

  it('of an unchanged flow creates nothing and sends no PATCH', async () => {
    const world = new World();
    await world.finish(await world.start(payloadOf(3)));
    const resources = await planResources(payloadOf(3), 'Another name');
    expect(isUnchanged(planSteps(resources, world.store.live()), world.target())).toBe(true);
    world.vapi.requests.length = 0;
    expect(await world.finish(await world.start(payloadOf(3)))).toBe('live');
    expect(world.vapi.requests.filter((name) => !/^(get|list)/.test(name))).toEqual([]);
    expect(world.picture().ledger).toEqual([
      'assistant live',
      'assistant live',
      'assistant live',
      'squad live',
    ]);
  });

  it('of a changed flow keeps what is equal and lets the rest drain', async () => {
    const world = new World();
    await world.finish(await world.start(payloadOf(2)));
    const changed = payloadOf(2);
    if (changed.type === 'squad' && changed.squad.members[1] && 'assistant' in changed.squad.members[1]) {
      changed.squad.members[1].assistant.firstMessage = 'Good day.';
    }
    expect(await world.finish(await world.start(changed))).toBe('live');
    expect(world.picture().ledger).toEqual(
      ['assistant draining', 'assistant live', 'assistant live', 'squad draining', 'squad live'].sort(),
    );
  });
});

describe('killed at any instant', () => {
  for (const size of [1, 2, 4]) {
    it(`converges without orphan or duplicate (${size} members)`, async () => {
      const reference = new World();
      await reference.finish(await reference.start(payloadOf(size, 'Old.')));
      await reference.finish(await reference.start(payloadOf(size)));
      const expected = reference.picture();

      let kills = 0;
      for (const when of ['before', 'after'] as const) {
        for (let at = 0; ; at++) {
          const world = new World();
          await world.finish(await world.start(payloadOf(size, 'Old.')));
          const before = world.target();
          const id = await world.start(payloadOf(size));
          const counter = { calls: 0 };
          const ports = {
            vapi: deadly(world.vapi.api, counter, at, when),
            store: deadly<PublishStore>(world.store, counter, at, when),
          };
          const result = await world.advance(id, ports).catch((error: unknown) => error);
          if (result !== killed) {
            expect(result).toBe('live');
            break;
          }
          kills += 1;
          // Whatever happened, the number answers with something that is there.
          expect([before, world.target()]).toContainEqual(world.target());
          expect(world.picture().answers.every((answer) => answer.hash !== undefined)).toBe(true);
          if (world.store.deployments.get(id)?.state === 'running')
            expect(await world.finish(id)).toBe('live');
          expect(world.picture(), `killed ${when} call ${at}`).toEqual(expected);
        }
      }
      console.log(`${size} members: ${kills} kills, 0 orphans, 0 duplicates`);
      expect(kills).toBeGreaterThan(2 * (size + 4));
    });
  }

  it('several times, with lost requests and answers and late lists, still converges', async () => {
    const seed = 20261123;
    console.log(`seed ${seed}`);
    const fates = fc.array(
      fc.constantFrom<Fate>('ok', 'ok', 'ok', 'lost-request', 'lost-answer', {
        kind: 'limited',
        retryAfterSeconds: 2,
      }),
      { maxLength: 25 },
    );
    const kills = fc.array(
      fc.record({ at: fc.nat(20), when: fc.constantFrom('before' as const, 'after' as const) }),
      {
        maxLength: 4,
      },
    );
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fates,
      kills,
      fc.nat(SETTLE_MILLISECONDS - 5_000),
      async (size, plannedFates, plannedKills, lag) => {
        const world = new World();
        await world.finish(await world.start(payloadOf(size, 'Old.')));
        const from = world.vapi.requests.length;
        world.vapi.listLag = lag;
        world.vapi.fate = (_, index) => plannedFates[index - from] ?? 'ok';
        const id = await world.start(payloadOf(size));
        for (const { at, when } of plannedKills) {
          const counter = { calls: 0 };
          const ports = {
            vapi: deadly(world.vapi.api, counter, at, when),
            store: deadly<PublishStore>(world.store, counter, at, when),
          };
          await world.advance(id, ports).catch(() => {});
          await world.clock.sleep(61_000);
        }
        if (world.store.deployments.get(id)?.state === 'running') await world.finish(id);
        expect(world.store.deployments.get(id)?.state).toBe('live');
        expect(world.picture()).toMatchObject({
          assistants: 2 * size,
          squads: size === 1 ? 0 : 2,
          known: true,
        });
      },
    );
    await fc.assert(property, { numRuns: 300, seed });
  });
});

describe('answers of Vapi', () => {
  const refusal: VapiFailure = { kind: 'refused', status: 400, messages: ['name must be shorter'] };

  for (const request of ['createAssistant', 'createSquad', 'updatePhoneNumber']) {
    it(`a refused ${request} fails the publication; the old version stays in service`, async () => {
      const world = new World();
      await world.finish(await world.start(payloadOf(2, 'Old.')));
      const before = world.picture();
      world.vapi.fate = (name) => (name === request ? refusal : 'ok');
      const id = await world.start(payloadOf(2));
      expect(await world.finish(id)).toBe('failed');
      expect(world.store.deployments.get(id)?.error).toEqual({
        code: 'vapi-refused',
        params: { status: 400, message: 'name must be shorter' },
      });
      expect(world.picture().answers).toEqual(before.answers);
      expect(world.picture().known).toBe(true);
      // What was created for it drains.
      expect(world.store.live().length).toBe(3);
    });
  }

  it('a limited request is sent again, after as long as was asked for, without searching', async () => {
    const world = new World();
    world.vapi.fate = (_, index) => (index === 0 ? { kind: 'limited', retryAfterSeconds: 5 } : 'ok');
    const started = world.clock.now();
    expect(await world.advance(await world.start(payloadOf(1)))).toBe('live');
    expect(world.clock.now() - started).toBeGreaterThanOrEqual(5_000);
    expect(world.vapi.requests.slice(0, 2)).toEqual(['createAssistant', 'createAssistant']);
  });

  it('a lost create is never repeated before it was searched for long enough', async () => {
    const world = new World();
    world.vapi.listLag = 25_000;
    world.vapi.fate = (name, index) => (name === 'createAssistant' && index === 0 ? 'lost-answer' : 'ok');
    expect(await world.finish(await world.start(payloadOf(1)))).toBe('live');
    expect(world.vapi.requests.filter((name) => name === 'createAssistant').length).toBe(1);
  });

  it('of several copies the oldest is adopted and the others are deleted', async () => {
    const world = new World();
    const id = await world.start(payloadOf(1));
    world.vapi.fate = (_, index) => (index === 0 ? 'lost-answer' : { kind: 'unknown', cause: 'down' });
    expect(await world.advance(id)).toBe('paused');
    const [first] = world.vapi.assistants.values();
    if (!first) throw new Error('nothing was created');
    await world.clock.sleep(1000);
    const copy = { ...first, id: 'copy', createdAt: new Date(world.clock.now()).toISOString() };
    world.vapi.assistants.set('copy', copy);
    world.vapi.fate = () => 'ok';
    expect(await world.finish(id)).toBe('live');
    expect([...world.vapi.assistants.keys()]).toEqual([first.id]);
    expect(world.target().assistantId).toBe(first.id);
  });

  it('a number that was given something else meanwhile is left alone', async () => {
    const world = new World();
    const id = await world.start(payloadOf(1));
    const number = world.vapi.numbers.get(NUMBER_ID);
    if (number) world.vapi.numbers.set(NUMBER_ID, { ...number, assistantId: 'somebody-elses' });
    expect(await world.finish(id)).toBe('failed');
    expect(world.store.deployments.get(id)?.error?.code).toBe('number-busy');
    expect(world.target().assistantId).toBe('somebody-elses');
  });

  it('a reused resource that is gone fails this publication, and the next one creates it anew', async () => {
    const world = new World();
    await world.finish(await world.start(payloadOf(1)));
    world.vapi.assistants.clear();
    expect(await world.finish(await world.start(payloadOf(1)))).toBe('failed');
    expect(await world.finish(await world.start(payloadOf(1)))).toBe('live');
    expect(world.vapi.assistants.size).toBe(1);
  });

  it('gives up after a quarter of an hour without Vapi, but never once the switch was begun', async () => {
    const world = new World();
    world.vapi.fate = () => ({ kind: 'unknown', cause: 'down' });
    const id = await world.start(payloadOf(1));
    expect(await world.advance(id)).toBe('paused');
    await world.clock.sleep(PATIENCE_MILLISECONDS);
    expect(await world.advance(id)).toBe('failed');

    const other = new World();
    other.vapi.fate = (name) => (name === 'updatePhoneNumber' ? { kind: 'unknown', cause: 'down' } : 'ok');
    const second = await other.start(payloadOf(1));
    expect(await other.advance(second)).toBe('paused');
    await other.clock.sleep(PATIENCE_MILLISECONDS);
    expect(await other.advance(second)).toBe('paused');
    other.vapi.fate = () => 'ok';
    expect(await other.advance(second)).toBe('live');
  });
});

describe('two workers', () => {
  it('at once: one works, the other finds it busy', async () => {
    const world = new World();
    const id = await world.start(payloadOf(3));
    const results = await Promise.all([world.advance(id), world.advance(id)]);
    expect(results.sort()).toEqual(['busy', 'live']);
    expect(world.picture()).toMatchObject({ assistants: 3, squads: 1, known: true });
  });

  it('an older worker whose lease ran out does not touch the number any more', async () => {
    const world = new World();
    const id = await world.start(payloadOf(1));
    let second: Promise<Advance> | undefined;
    const slow: VapiApi = {
      ...world.vapi.api,
      // While the first worker waits for this answer its lease ends and a second one takes over.
      getPhoneNumber: async (number) => {
        const answer = await world.vapi.api.getPhoneNumber(number);
        await world.clock.sleep(120_000);
        second = world.advance(id);
        await second;
        return answer;
      },
    };
    expect(await world.advance(id, { vapi: slow })).toBe('overtaken');
    expect(await second).toBe('live');
    expect(world.vapi.requests.filter((name) => name === 'updatePhoneNumber').length).toBe(1);
  });
});
