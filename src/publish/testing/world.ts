/**
 * Publishing in one process: the Vapi sandbox with its lists and its telephone line, a store in memory, one virtual clock, and
 * workers that die at a chosen instant. Callers ring at every change of the account: each must be answered by a whole version.
 */
import { createVapiClient } from '../../vapi/client.ts';
import type { VapiApi } from '../../vapi/contract/api.ts';
import { createSandbox, type Sandbox } from '../../vapi/sandbox/sandbox.ts';
import { emptyState, type Resource, type State } from '../../vapi/sandbox/store.ts';
import { collectGarbage } from '../collect.ts';
import { type Advance, advance } from '../job.ts';
import { assistantMark } from '../marker.ts';
import { type CompiledPayload, type NumberTarget, planResources, planSteps } from '../plan.ts';
import type { PublishStore } from '../ports.ts';
import { VirtualClock } from './clock.ts';
import { memoryGarbage } from './memory-garbage.ts';
import { MemoryStore, type Row } from './memory-store.ts';

const KEY = 'key';
const BASE = 'http://127.0.0.1:8787';
const BUDGET = { milliseconds: 20_000 };
/** What a request takes. */
const ROUND_TRIP = 100;

/**
 * How a worker dies at one of its requests: before it is sent, after it was sent (it arrives by itself, up to 20 s later), or
 * after the answer came and before anything was recorded.
 */
export type Moment = 'before-send' | 'after-send' | 'after-answer';
export const MOMENTS: readonly Moment[] = ['before-send', 'after-send', 'after-answer'];

export interface Crash {
  /** Which call of its ports, from 0. */
  readonly at: number;
  readonly moment: Moment;
  /** Milliseconds until a request that was sent arrives. */
  readonly delay: number;
}

export const killed = Symbol('killed');

/** A clock on which things happen by themselves. */
class WorldClock extends VirtualClock {
  #due: { at: number; happen: () => Promise<unknown> }[] = [];

  in(milliseconds: number, happen: () => Promise<unknown>): void {
    this.#due.push({ at: this.now() + milliseconds, happen });
    this.#due.sort((a, b) => a.at - b.at);
  }

  override async sleep(milliseconds: number): Promise<void> {
    const until = this.now() + milliseconds;
    for (let next = this.#due[0]; next && next.at <= until; next = this.#due[0]) {
      this.#due.shift();
      await super.sleep(Math.max(0, next.at - this.now()));
      await next.happen();
    }
    await super.sleep(Math.max(0, until - this.now()));
  }
}

export interface Snapshot {
  readonly state: State;
  readonly store: Pick<MemoryStore, 'deployments' | 'ledger'>;
  readonly now: number;
  readonly started: number;
}

export class World {
  readonly clock: WorldClock;
  readonly store: MemoryStore;
  readonly state: State;
  readonly sandbox: Sandbox;
  readonly vapi: VapiApi;
  /** Method and path of the requests that arrived, in order. */
  readonly requests: string[] = [];
  /** Callers who were not answered by a whole version, and calls whose assistants vanished. */
  readonly dropped: string[] = [];
  /** Resources of calls that go on, by the call's id. */
  readonly #calls = new Map<string, readonly string[]>();
  #started: number;

  constructor(from?: Snapshot) {
    this.clock = new WorldClock(from?.now);
    this.store = new MemoryStore(this.clock);
    if (from) {
      for (const [id, row] of from.store.deployments) this.store.deployments.set(id, structuredClone(row));
      for (const [id, entry] of from.store.ledger) this.store.ledger.set(id, entry);
    }
    this.#started = from?.started ?? 0;
    this.state = from ? structuredClone(from.state) : emptyState();
    this.sandbox = createSandbox({ key: KEY, seed: 1, state: this.state, now: () => this.clock.now() });
    this.vapi = createVapiClient({
      baseUrl: BASE,
      key: KEY,
      fetch: (input, init) => this.#arrive(new Request(input, init)),
    });
  }

  snapshot(): Snapshot {
    const { state, store, clock } = this;
    return { state: structuredClone(state), store, now: clock.now(), started: this.#started };
  }

  /** The ids of the account's numbers; those that are missing are got. */
  async numbers(count: number): Promise<string[]> {
    for (;;) {
      const ids = Object.keys(this.state.resources['phone-number']);
      if (ids.length >= count) return ids.slice(0, count);
      await this.vapi.createPhoneNumber({ provider: 'vapi' });
      await this.clock.sleep(2_000);
    }
  }

  async control(path: string, body: unknown): Promise<void> {
    const init = {
      method: 'PUT',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await this.sandbox.fetch(new Request(`${BASE}/sandbox/control${path}`, init));
    if (!response.ok) throw new Error(await response.text());
  }

  target(number: string): NumberTarget {
    const { assistantId = null, squadId = null } = this.#number(number);
    return { assistantId: assistantId as string | null, squadId: squadId as string | null };
  }

  /** Null when the store does not let it begin. */
  async start(payload: CompiledPayload, number: string, reuseDraining = false): Promise<string | null> {
    const resources = await planResources(payload, 'Reception');
    const ledger = reuseDraining ? this.store.reusable() : this.store.live();
    this.#started += 1;
    const id = `deployment-${this.#started}`;
    const plan = { format: 1, resources, expected: this.target(number) } as const;
    return this.store.start(id, plan, planSteps(resources, ledger), number) ? id : null;
  }

  /** The same resources once more, those that are gone made anew. */
  async startAgain(former: Row): Promise<string | null> {
    this.#started += 1;
    const id = `deployment-${this.#started}`;
    const { number, plan } = former;
    const steps = planSteps(plan.resources, this.store.reusable());
    return this.store.start(id, { ...plan, expected: this.target(number) }, steps, number) ? id : null;
  }

  /** One invocation of a worker. `killed` when it died. `calls` counts its calls of ports. */
  async work(id: string, crash?: Crash, calls = { count: 0 }): Promise<Advance | typeof killed> {
    const ports = {
      clock: this.clock,
      store: this.#mortal<PublishStore>(this.store, 'store', crash, calls),
      vapi: this.#mortal(this.vapi, 'vapi', crash, calls),
    };
    try {
      return await advance(id, ports, BUDGET);
    } catch (error) {
      if (error === killed) return killed;
      throw error;
    }
  }

  /** Goes on as the browser and `cron` do, until it is over; how many invocations that took. */
  async finish(id: string): Promise<{ readonly result: Advance; readonly invocations: number }> {
    for (let round = 1; round <= 60; round++) {
      const result = await this.work(id);
      if (result === 'live' || result === 'failed') return { result, invocations: round };
      await this.clock.sleep(10_000);
      // A worker that died holds its lease: whoever finds it busy has done nothing.
      if (result === 'busy') round -= this.store.deployments.get(id)?.state === 'running' ? 1 : 0;
    }
    throw new Error(`${id} did not finish`);
  }

  async collect(versions = 4) {
    const found = await collectGarbage(this.vapi, memoryGarbage(this.store, versions), this.clock, 100);
    this.#ring();
    return found;
  }

  /** A caller whose call goes on until `hangUp`. */
  async call(number: string): Promise<string> {
    const to = String(this.#number(number).number);
    const { callId } = await this.#line('/calls', { to, from: '+33612345678' });
    this.#calls.set(callId, this.#answering(number));
    return callId;
  }

  /** True when somebody still answers. */
  async say(call: string, text: string): Promise<boolean> {
    const { said, ended } = await this.#line(`/calls/${call}/say`, { text });
    return ended !== true && Array.isArray(said);
  }

  async hangUp(call: string): Promise<void> {
    this.#calls.delete(call);
    await this.#line(`/calls/${call}/hang-up`, {});
  }

  /** What is at Vapi and in the store, without ids and times: equal for equal outcomes. */
  picture(numbers: readonly string[]) {
    const { assistant, squad } = this.state.resources;
    const ids = [...Object.keys(assistant), ...Object.keys(squad)];
    const hashes = Object.values(assistant).map((one) => assistantMark(one.metadata)?.hash);
    return {
      answers: numbers.map((number) =>
        this.#answering(number)
          .filter((id) => assistant[id])
          .map((id) => assistantMark(assistant[id]?.metadata)?.hash),
      ),
      assistants: Object.keys(assistant).length,
      squads: Object.keys(squad).length,
      orphans: ids.filter((id) => !this.store.ledger.has(id)).length,
      duplicates: hashes.length - new Set(hashes).size,
      ledger: [...this.store.ledger.values()]
        .map(({ kind, state, hash }) => `${kind} ${state} ${hash}`)
        .sort(),
      deployments: [...this.store.deployments.values()].map(({ state }) => state),
    };
  }

  #number(id: string): Resource {
    const number = this.state.resources['phone-number'][id];
    if (!number) throw new Error(`no number ${id}`);
    return number;
  }

  /** The squad that answers a number, if it is one, and every assistant that may speak. */
  #answering(number: string): string[] {
    const { assistantId, squadId } = this.target(number);
    if (squadId === null) return assistantId === null ? [] : [assistantId];
    const members = (this.state.resources.squad[squadId]?.members ?? []) as { assistantId: string }[];
    return [squadId, ...members.map((member) => member.assistantId)];
  }

  /** A caller on every number, and everybody who is already talking. */
  #ring(): void {
    const { assistant, squad } = this.state.resources;
    const isThere = (id: string) => assistant[id] !== undefined || squad[id] !== undefined;
    for (const number of Object.keys(this.state.resources['phone-number'])) {
      const ids = this.#answering(number);
      const versions = new Set(ids.filter((id) => assistant[id]).map((id) => versionOf(assistant[id])));
      if (!ids.every(isThere) || versions.size > 1) this.dropped.push(`caller of ${number}`);
    }
    for (const [call, ids] of this.#calls) if (!ids.every(isThere)) this.dropped.push(`call ${call}`);
  }

  async #arrive(request: Request): Promise<Response> {
    await this.clock.sleep(ROUND_TRIP / 2);
    this.requests.push(`${request.method} ${new URL(request.url).pathname}`);
    const response = await this.sandbox.fetch(request);
    if (request.method !== 'GET') this.#ring();
    await this.clock.sleep(ROUND_TRIP / 2);
    return response;
  }

  /** Whoever uses the port dies at the call that was chosen; nothing it does afterwards takes effect. */
  #mortal<Port extends object>(
    port: Port,
    name: 'store' | 'vapi',
    crash: Crash | undefined,
    calls: { count: number },
  ): Port {
    return new Proxy(port, {
      get: (target, key) => {
        const method = Reflect.get(target, key) as unknown;
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          const mine = calls.count;
          calls.count += 1;
          if (!crash || mine < crash.at) return method.apply(target, args) as unknown;
          if (mine > crash.at || crash.moment === 'before-send') throw killed;
          const carryOut = async () => method.apply(target, args) as unknown;
          if (crash.moment === 'after-answer' || name === 'store') await carryOut();
          else this.clock.in(crash.delay, carryOut);
          throw killed;
        };
      },
    });
  }

  async #line(path: string, body: unknown): Promise<{ callId: string; said?: unknown; ended?: boolean }> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await this.sandbox.fetch(new Request(`${BASE}/sandbox/line${path}`, init));
    return (await response.json()) as { callId: string };
  }
}

/** The words that the payloads of `payloads.ts` differ in. */
function versionOf(assistant: Resource | undefined): string {
  const model = assistant?.model as { messages?: { content?: string }[] } | undefined;
  return model?.messages?.[0]?.content ?? '';
}
