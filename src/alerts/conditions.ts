/** What of a workspace is not as it should be, out of what is known of it. Pure; times are milliseconds since the epoch. */
import type { Condition, Told } from './alert.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** So many of the latest ten calls of a flow, or the latest two. */
export const FAILED_OF_LATEST = 3;
export const LATEST_CALLS = 10;
export const FAILED_IN_A_ROW = 2;
/** Percent of the month's limit. */
export const NEAR_LIMIT = 80;
/** A new number takes minutes until it rings. */
const ACTIVATION = 30 * MINUTE;
/** A number that had so many calls in four weeks usually gets some. */
export const USUAL_CALLS = 8;
/** Days without a call before anybody is told, and how much longer than the longest pause before. */
export const QUIET_DAYS = 3;
const LONGER_THAN_EVER = 2;

export interface FlowFacts {
  readonly id: string;
  readonly name: string;
  /** Whether its calls failed, latest first, at most ten, since what is in service now was published. */
  readonly failed: readonly boolean[];
}

export interface NumberFacts {
  readonly id: string;
  readonly name: string;
  /** Of the flow that answers; empty when only a sentence does. */
  readonly flow: string;
  readonly state: 'active' | 'activating' | 'blocked';
  /** Since when it should answer. */
  readonly since: number;
  /** Kinds of what was found to be different at Vapi (`publish/drift.ts`). */
  readonly findings: readonly string[];
  /** The latest call failed before the first word. */
  readonly failedSilently: boolean;
  /** What it usually gets; null while its latest call is younger than three days, or it never had one. */
  readonly quiet: {
    readonly lastCallAt: number;
    /** Calls in the four weeks before the latest, which is one of them. */
    readonly calls: number;
    /** The longest pause between two of them, in milliseconds. */
    readonly longestPause: number;
  } | null;
}

export interface WorkspaceFacts {
  readonly flows: readonly FlowFacts[];
  readonly numbers: readonly NumberFacts[];
  /** Null: there is no limit. `month`: `2026-12`. */
  readonly budget: {
    readonly month: string;
    readonly unit: 'minutes' | 'dollars';
    readonly used: number;
    readonly most: number;
  } | null;
}

/** At most one for each kind and subject. Total. */
export function conditionsOf(facts: WorkspaceFacts, now: number): Condition[] {
  return [
    ...facts.flows.flatMap((flow) => failedCalls(flow)),
    ...budget(facts.budget),
    ...facts.numbers.flatMap((number) => [...drift(number), ...silence(number, now)]),
  ];
}

function failedCalls({ id, name, failed }: FlowFacts): Condition[] {
  const latest = failed.slice(0, LATEST_CALLS);
  const count = latest.filter(Boolean).length;
  const inARow = latest.indexOf(false) === -1 ? latest.length : latest.indexOf(false);
  const about = { flowId: id, flow: name };
  if (count >= FAILED_OF_LATEST)
    return [condition('failed-calls', id, { reason: 'of-latest', ...about, count, of: latest.length })];
  if (inARow >= FAILED_IN_A_ROW)
    return [condition('failed-calls', id, { reason: 'in-a-row', ...about, count: inARow })];
  return [];
}

function budget(used: WorkspaceFacts['budget']): Condition[] {
  if (used === null) return [];
  const { month, ...told } = used;
  // Another limit is another alert: reached once more, it is told once more.
  const subject = `${month} ${used.most} ${used.unit}`;
  const percent = (used.used / used.most) * 100;
  if (percent >= 100) return [condition('budget', subject, { reason: 'limit-reached', ...told }, 2)];
  return percent >= NEAR_LIMIT ? [condition('budget', subject, { reason: 'near-limit', ...told })] : [];
}

/** What answers, but otherwise than it was published. */
function drift({ id, name, flow, findings }: NumberFacts): Condition[] {
  const isOther = findings.some((kind) => kind !== 'number-gone' && kind !== 'number-silent');
  return isOther ? [condition('drift', id, { reason: 'changed-at-vapi', ...namesOf(id, name, flow) })] : [];
}

/** Strongest first: one number has one alert of silence. */
function silence(number: NumberFacts, now: number): Condition[] {
  const { id, name, flow, state, since, findings, failedSilently, quiet } = number;
  const about = namesOf(id, name, flow);
  const is = (reason: Told['reason'], level: number, more: Partial<Told> = {}) => [
    condition('silent-number', id, { reason, ...about, ...more }, level),
  ];
  if (findings.includes('number-gone')) return is('gone', 2);
  if (findings.includes('number-silent')) return is('nothing-answers', 2);
  if (state === 'blocked') return is('blocked', 2);
  if (state === 'activating' && now - since > ACTIVATION) return is('not-active', 2);
  if (failedSilently) return is('no-word', 2);
  if (quiet === null || quiet.calls < USUAL_CALLS) return [];
  // From when it last rang or was put in service: a number that is new in service is not silent yet.
  const pause = now - Math.max(quiet.lastCallAt, since);
  const isUnusual = pause >= QUIET_DAYS * DAY && pause >= LONGER_THAN_EVER * quiet.longestPause;
  return isUnusual ? is('no-calls', 1, { days: Math.floor(pause / DAY) }) : [];
}

function namesOf(id: string, name: string, flow: string): Partial<Told> {
  return { numberId: id, number: name, ...(flow === '' ? {} : { flow }) };
}

function condition(kind: Condition['kind'], subject: string, told: Told, level = 1): Condition {
  return { kind, subject, level, told };
}
