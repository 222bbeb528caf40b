/**
 * One publication as a store: look at what would happen, do it, follow it to its end. A run is found again by its
 * id after a reload. Knows no component; requests come through ports.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../lib/result.ts';
import type { DeploymentAnswer, PlanAnswer } from '../../publish/wire.ts';

export interface PublicationFailure {
  readonly code: string;
}

export type PublicationState =
  | { readonly status: 'preparing' }
  /** Errors of the drawing stand in the way. */
  | { readonly status: 'blocked' }
  /** No number is chosen yet. */
  | { readonly status: 'choosing' }
  | { readonly status: 'planned'; readonly plan: PlanAnswer; readonly numberId: string }
  | { readonly status: 'running'; readonly deployment: DeploymentAnswer }
  | { readonly status: 'live'; readonly deployment: DeploymentAnswer }
  | {
      readonly status: 'failed';
      readonly failure: PublicationFailure;
      readonly deployment?: DeploymentAnswer;
    };

/** The number answers by opening hours, and with this flow in none of them. Pure. */
export function isOffHours(state: PublicationState): boolean {
  if (state.status !== 'planned' || state.plan.schedule === null) return false;
  const { hours, rest } = state.plan.schedule;
  return hours.length === 0 && !rest;
}

type Answer<Value> = Promise<Result<Value, PublicationFailure>>;

export interface PublicationPorts {
  /** True when everything drawn is saved. */
  save(): Promise<boolean>;
  hasErrors(): boolean;
  plan(numberId: string): Answer<PlanAnswer>;
  /** `note`: empty for none. */
  publish(numberId: string, revision: number, note: string): Answer<DeploymentAnswer>;
  advance(deploymentId: string): Answer<DeploymentAnswer>;
  /** A run of this flow that was begun elsewhere; null when there is none. */
  find(): Promise<string | null>;
  wait(milliseconds: number): Promise<void>;
  /** Remembers the run of this flow, beyond the window and a reload. */
  readonly running: { read(): string | null; write(deploymentId: string | null): void };
}

export interface Publication {
  readonly state: StoreApi<PublicationState>;
  /** Takes up a run that is still going on, or looks at what the given number would get. */
  open(numberId: string | null): Promise<void>;
  confirm(note?: string): Promise<void>;
  /** Begins a run of another kind, a way back say, and follows it. */
  take(start: () => Answer<DeploymentAnswer>): Promise<void>;
  /** Stops following; the run itself goes on when it is advanced again. */
  close(): void;
}

/** Whether callers of its number reach it from now on: not by the browser link alone, nor outside of the hours in which it answers. */
export function isSwitched({ steps }: DeploymentAnswer): boolean {
  return steps.some(({ kind }) => kind === 'switch-number');
}

const PAUSE = 900;
/** A network that fails this often in a row is told to the person. */
const PATIENCE = 4;

export function createPublication(ports: PublicationPorts): Publication {
  const state = createStore<PublicationState>(() => ({ status: 'preparing' }));
  const set = (next: PublicationState) => state.setState(next, true);
  let round = 0;
  /** Somebody looks. */
  let isOpen = false;

  async function follow(first: DeploymentAnswer, mine: number): Promise<void> {
    let deployment = first;
    let misses = 0;
    while (mine === round) {
      if (deployment.state !== 'running') return settle(deployment);
      set({ status: 'running', deployment });
      const answer = await ports.advance(deployment.id);
      if (mine !== round) return;
      if (answer.ok) {
        deployment = answer.value;
        misses = 0;
        if (deployment.state === 'running') await ports.wait(PAUSE);
      } else {
        misses += 1;
        if (misses >= PATIENCE) return set({ status: 'failed', failure: answer.failure, deployment });
        await ports.wait(PAUSE * 2 ** misses);
      }
    }
  }

  function settle(deployment: DeploymentAnswer): void {
    ports.running.write(null);
    if (deployment.state === 'live') {
      set({ status: 'live', deployment });
      return;
    }
    const code = deployment.error?.code ?? (deployment.state === 'superseded' ? 'superseded' : 'unexpected');
    set({ status: 'failed', failure: { code }, deployment });
  }

  async function open(numberId: string | null): Promise<void> {
    isOpen = true;
    round += 1;
    const mine = round;
    set({ status: 'preparing' });
    const running = ports.running.read() ?? (await ports.find());
    if (mine !== round) return;
    if (running !== null) {
      const answer = await ports.advance(running);
      if (mine !== round) return;
      if (answer.ok) return follow(answer.value, mine);
      if (answer.failure.code === 'offline') return set({ status: 'failed', failure: answer.failure });
      ports.running.write(null);
    }
    const isSaved = await ports.save();
    if (mine !== round) return;
    if (ports.hasErrors()) return set({ status: 'blocked' });
    if (!isSaved) return set({ status: 'failed', failure: { code: 'not-saved' } });
    if (numberId === null) return set({ status: 'choosing' });
    const plan = await ports.plan(numberId);
    if (mine !== round) return;
    if (plan.ok) return set({ status: 'planned', plan: plan.value, numberId });
    set(
      plan.failure.code === 'flow-has-errors'
        ? { status: 'blocked' }
        : { status: 'failed', failure: plan.failure },
    );
  }

  async function begin(
    start: () => Answer<DeploymentAnswer>,
    refused: (failure: PublicationFailure) => void | Promise<void>,
  ): Promise<void> {
    round += 1;
    const mine = round;
    set({ status: 'preparing' });
    const answer = await start();
    if (answer.ok) ports.running.write(answer.value.id);
    if (mine === round) return answer.ok ? follow(answer.value, mine) : refused(answer.failure);
    // Looked at again before it had begun: what is shown is no plan any more.
    if (answer.ok && isOpen) {
      round += 1;
      await follow(answer.value, round);
    }
  }
  const fails = (failure: PublicationFailure) => set({ status: 'failed', failure });

  return {
    state,
    open,
    take: (start) => begin(start, fails),
    async confirm(note = '') {
      const now = state.getState();
      if (now.status !== 'planned') return;
      const { numberId, plan } = now;
      await begin(
        () => ports.publish(numberId, plan.revision, note),
        // Somebody saved between looking and doing, or publishes it already: look again rather than do something unseen.
        async (failure) => {
          const isOurs = failure.code === 'publication-running' && (await ports.find()) !== null;
          return isOurs || failure.code === 'flow-changed' ? open(numberId) : fails(failure);
        },
      );
    },
    close() {
      isOpen = false;
      round += 1;
      // What ended is not what the next look begins with.
      set({ status: 'preparing' });
    },
  };
}
