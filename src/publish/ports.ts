/** What publishing asks of the outside: a database and a clock. Knows neither Postgres nor Vapi's addresses. */
import type { Look } from './look.ts';
import type { PublishPlan } from './plan.ts';

export type StepKind = 'create-assistant' | 'create-squad' | 'verify' | 'switch-number' | 'commit';
export type StepState = 'pending' | 'in-flight' | 'done' | 'failed';

export interface DeploymentStep {
  readonly position: number;
  readonly kind: StepKind;
  readonly name: string;
  /** Content hash of the resource; null for steps that create nothing. */
  readonly hash: string | null;
  readonly state: StepState;
  readonly vapiId: string | null;
  /** Milliseconds since the epoch, of the latest attempt. */
  readonly startedAt: number | null;
}

/** A deployment whose lease we hold. */
export interface Claimed {
  readonly id: string;
  readonly fence: number;
  readonly plan: PublishPlan;
  /** The phone number's id at Vapi; null where no number is switched: on a browser link. */
  readonly vapiNumberId: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly steps: readonly DeploymentStep[];
}

/** Why a deployment or a request failed: a code of `ERROR_CODES` and what fills its sentence. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Every method is one transaction. Those that take a `Claimed` answer false when its fence is no longer the newest:
 * somebody else works on the deployment, and we stop at once.
 */
export interface PublishStore {
  /** Takes the lease for some seconds; null when it is taken or the deployment is not running. */
  claim(deployment: string, seconds: number): Promise<Claimed | null>;
  /** Records the intent (in-flight, time) and renews the lease. */
  begin(held: Claimed, position: number): Promise<boolean>;
  /** Records the result; with a marker, the resource enters the ledger. */
  finish(held: Claimed, position: number, created: { id: string; marker: string } | null): Promise<boolean>;
  fail(held: Claimed, position: number, reason: Reason): Promise<boolean>;
  /**
   * What was read back: remembered at the first look. Answers with the ids of those that somebody changed since; null when
   * the fence is old.
   */
  compare(held: Claimed, looks: readonly Look[]): Promise<readonly string[] | null>;
  /** A resource is gone at Vapi, or is no longer what we made: it is not offered for reuse again. */
  forget(held: Claimed, vapiId: string, found: 'gone' | 'different'): Promise<boolean>;
  /** The deployment is what answers; the former one is superseded and resources nobody uses begin to drain. */
  commit(held: Claimed, position: number): Promise<boolean>;
  /** Gives the lease back. */
  release(held: Claimed): Promise<boolean>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}
