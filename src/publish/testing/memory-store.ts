/** The publish store in memory, for tests: the same rules as the SQL functions, which have their own test. */
import type { Look } from '../look.ts';
import { isCreation, type LedgerEntry, type PlannedStep, type PublishPlan } from '../plan.ts';
import type { Claimed, Clock, DeploymentStep, PublishStore, Reason } from '../ports.ts';
import { NUMBER_ID } from './fake-vapi.ts';

export interface Row {
  state: 'running' | 'live' | 'failed' | 'superseded';
  /** At Vapi. */
  number: string;
  plan: PublishPlan;
  fence: number;
  leaseUntil: number;
  createdAt: number;
  finishedAt: number | null;
  steps: DeploymentStep[];
  error: Reason | null;
}

export interface Entry extends LedgerEntry {
  readonly marker: string;
  readonly state: 'live' | 'draining' | 'deleting' | 'deleted';
  readonly drainingSince: number | null;
  readonly look: Look | null;
}

export class MemoryStore implements PublishStore {
  readonly deployments = new Map<string, Row>();
  readonly ledger = new Map<string, Entry>();
  #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  live(): LedgerEntry[] {
    return [...this.ledger.values()].filter((entry) => entry.state === 'live');
  }

  /** What can be used again, by hash: what drains, too. */
  reusable(): LedgerEntry[] {
    return [...this.ledger.values()].filter(({ state }) => state === 'live' || state === 'draining');
  }

  /** False when another publication runs on the number, or something to be reused is being deleted. */
  start(id: string, plan: PublishPlan, steps: readonly PlannedStep[], number = NUMBER_ID): boolean {
    const rows = [...this.deployments.values()];
    if (rows.some((row) => row.state === 'running' && row.number === number)) return false;
    const reused = steps.flatMap(({ vapiId }) => (vapiId === null ? [] : [vapiId]));
    const entries = reused.map((vapiId) => this.ledger.get(vapiId));
    if (entries.some((entry) => entry?.state !== 'live' && entry?.state !== 'draining')) return false;
    for (const entry of entries)
      if (entry) this.ledger.set(entry.vapiId, { ...entry, state: 'live', drainingSince: null });
    this.deployments.set(id, {
      state: 'running',
      number,
      finishedAt: null,
      plan,
      fence: 0,
      leaseUntil: 0,
      createdAt: this.#clock.now(),
      steps: steps.map((step, position) => ({
        ...step,
        position,
        state: step.vapiId === null ? 'pending' : 'done',
        startedAt: null,
      })),
      error: null,
    });
    return true;
  }

  async claim(id: string, seconds: number): Promise<Claimed | null> {
    const row = this.deployments.get(id);
    if (row?.state !== 'running' || row.leaseUntil > this.#clock.now()) return null;
    row.fence += 1;
    row.leaseUntil = this.#clock.now() + seconds * 1000;
    const { fence, plan, createdAt, number } = row;
    return { id, fence, plan, createdAt, vapiNumberId: number, steps: structuredClone(row.steps) };
  }

  async begin(held: Claimed, position: number): Promise<boolean> {
    return this.#with(held, 60, (row) => {
      this.#change(row, position, { state: 'in-flight', startedAt: this.#clock.now() });
    });
  }

  async finish(
    held: Claimed,
    position: number,
    created: { id: string; marker: string } | null,
  ): Promise<boolean> {
    return this.#with(held, 60, (row) => {
      this.#change(row, position, { state: 'done', vapiId: created?.id ?? null });
      const step = row.steps[position];
      if (!created || !step || !isCreation(step)) return;
      const kind = step.kind === 'create-squad' ? 'squad' : 'assistant';
      this.ledger.set(created.id, {
        kind,
        vapiId: created.id,
        hash: step.hash ?? '',
        marker: created.marker,
        state: 'live',
        drainingSince: null,
        look: null,
      });
    });
  }

  async fail(held: Claimed, position: number, reason: Reason): Promise<boolean> {
    return this.#with(held, 0, (row) => {
      this.#change(row, position, { state: 'failed' });
      row.state = 'failed';
      row.finishedAt = this.#clock.now();
      row.error = reason;
      this.#drain();
    });
  }

  async compare(held: Claimed, looks: readonly Look[]): Promise<readonly string[] | null> {
    const changed: string[] = [];
    const isOurs = this.#with(held, 60, () => {
      for (const look of looks) {
        const entry = this.ledger.get(look.vapiId);
        if (!entry) continue;
        const { look: before } = entry;
        if (!before || before.fingerprint === look.fingerprint || before.change === look.change)
          this.ledger.set(look.vapiId, { ...entry, look });
        else changed.push(look.vapiId);
      }
    });
    return isOurs ? changed : null;
  }

  async forget(held: Claimed, vapiId: string, found: 'gone' | 'different'): Promise<boolean> {
    return this.#with(held, 60, () => {
      const entry = this.ledger.get(vapiId);
      if (entry)
        this.ledger.set(vapiId, {
          ...entry,
          hash: 'changed',
          state: found === 'gone' ? 'deleted' : entry.state,
        });
    });
  }

  async commit(held: Claimed, position: number): Promise<boolean> {
    return this.#with(held, 0, (row) => {
      this.#change(row, position, { state: 'done' });
      for (const other of this.deployments.values())
        if (other.state === 'live' && other.number === row.number) other.state = 'superseded';
      row.state = 'live';
      row.finishedAt = this.#clock.now();
      this.#drain();
    });
  }

  async release(held: Claimed): Promise<boolean> {
    return this.#with(held, 0, () => {});
  }

  #with(held: Claimed, seconds: number, work: (row: Row) => void): boolean {
    const row = this.deployments.get(held.id);
    if (!row || row.fence !== held.fence || row.state !== 'running') return false;
    row.leaseUntil = this.#clock.now() + seconds * 1000;
    work(row);
    return true;
  }

  #change(row: Row, position: number, change: Partial<DeploymentStep>): void {
    row.steps = row.steps.map((step) => (step.position === position ? { ...step, ...change } : step));
  }

  #drain(): void {
    const used = new Set<string>();
    for (const row of this.deployments.values()) {
      if (row.state !== 'live' && row.state !== 'running') continue;
      for (const step of row.steps) if (step.vapiId !== null) used.add(step.vapiId);
    }
    for (const [id, entry] of this.ledger) {
      if (entry.state === 'deleted' || entry.state === 'deleting') continue;
      const state = used.has(id) ? 'live' : 'draining';
      if (state === entry.state) continue;
      this.ledger.set(id, { ...entry, state, drainingSince: state === 'live' ? null : this.#clock.now() });
    }
  }
}
