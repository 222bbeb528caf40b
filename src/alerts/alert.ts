/**
 * What an alert is: something that goes on in a workspace and that somebody should know of. Pure data. Invariant: nothing of a caller
 * is in it, neither a number nor a word.
 */

export const ALERT_KINDS = ['failed-calls', 'budget', 'drift', 'silent-number'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Why it is on, by kind: `failed-calls` two, `budget` two, `drift` one, `silent-number` the rest. */
export const REASONS = [
  'in-a-row',
  'of-latest',
  'near-limit',
  'limit-reached',
  'changed-at-vapi',
  'gone',
  'nothing-answers',
  'blocked',
  'not-active',
  'no-word',
  'no-calls',
] as const;
export type Reason = (typeof REASONS)[number];

/** What fills the sentence of an alert. */
export interface Told {
  readonly reason: Reason;
  readonly flowId?: string | undefined;
  /** Names, as their owner wrote them. */
  readonly flow?: string | undefined;
  readonly numberId?: string | undefined;
  readonly number?: string | undefined;
  /** Calls that failed, of so many. */
  readonly count?: number | undefined;
  readonly of?: number | undefined;
  /** Days without a call. */
  readonly days?: number | undefined;
  /** What was used of the month's limit. */
  readonly unit?: 'minutes' | 'dollars' | undefined;
  readonly used?: number | undefined;
  readonly most?: number | undefined;
}

/** As much of it as words need. */
export type Filling = Omit<Told, 'reason' | 'flowId' | 'numberId'>;

/** Something that is so now. `subject` tells conditions of one kind apart; a higher `level` is worse. */
export interface Condition {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly level: number;
  readonly told: Told;
}

/** `still`: it goes on a day after it was last told. */
export const PHASES = ['began', 'worse', 'still', 'ended'] as const;
export type Phase = (typeof PHASES)[number];
