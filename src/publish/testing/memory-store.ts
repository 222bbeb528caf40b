/** The publish store in memory, for tests: the same rules as the SQL functions, which have their own test. */
import { isCreation, type LedgerEntry, type PlannedStep, type PublishPlan } from '../plan.ts';
import type { Claimed, Clock, DeploymentStep, PublishStore, Reason } from '../ports.ts';
import { NUMBER_ID } from './fake-vapi.ts';

interface Row {
  state: 'running' | 'live' | 'failed' | 'superseded';
  plan: PublishPlan;
  fence: number;
  leaseUntil: number;
  createdAt: number;
  steps: DeploymentStep[];
  error: Reason | null;
}

export class MemoryStore implements PublishStore {
  readonly deployments = new Map<string, Row>();
  readonly ledger = new Map<
    string,
    LedgerEntry & { marker: string; state: 'live' | 'draining' | 'deleted' }
  >();
  #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  live(): LedgerEntry[] {
    return [...this.ledger.values()].filter((entry) => entry.state === 'live');
  }

  start(id: string, plan: PublishPlan, steps: readonly PlannedStep[]): void {
    this.deployments.set(id, {
      state: 'running',
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
  }

  async claim(id: string, seconds: number): Promise<Claimed | null> {
    const row = this.deployments.get(id);
    if (row?.state !== 'running' || row.leaseUntil > this.#clock.now()) return null;
    row.fence += 1;
    row.leaseUntil = this.#clock.now() + seconds * 1000;
    const { fence, plan, createdAt } = row;
    return { id, fence, plan, createdAt, vapiNumberId: NUMBER_ID, steps: structuredClone(row.steps) };
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
      });
    });
  }

  async fail(held: Claimed, position: number, reason: Reason): Promise<boolean> {
    return this.#with(held, 0, (row) => {
      this.#change(row, position, { state: 'failed' });
      row.state = 'failed';
      row.error = reason;
      this.#drain();
    });
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
      for (const other of this.deployments.values()) if (other.state === 'live') other.state = 'superseded';
      row.state = 'live';
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
      if (entry.state !== 'deleted')
        this.ledger.set(id, { ...entry, state: used.has(id) ? 'live' : 'draining' });
    }
  }
}
