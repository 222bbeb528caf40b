/**
 * Which alerts begin, go on and end, and what of it is told: each beginning and each end once, nothing twice within a day but when it
 * gets worse. What comes and goes is told twice at most, and then stays on until it was quiet for a day. Pure.
 */
import { stableStringify } from '../lib/json.ts';
import type { Condition, Phase, Told } from './alert.ts';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** What is away for a moment is not over. */
export const QUIET = 15 * MINUTE;

/** Times are milliseconds since the epoch. */
export interface KnownAlert extends Condition {
  readonly id: string;
  /** It began within a day after the same was told to be over. */
  readonly isBack: boolean;
  /** Since when it is not so any more; null while it is. */
  readonly calmSince: number | null;
  /** Null while it is on. */
  readonly overAt: number | null;
  /** When it was last told. */
  readonly noticedAt: number;
}

export type Change =
  | { readonly type: 'begin'; readonly condition: Condition; readonly isBack: boolean }
  | {
      readonly type: 'go-on';
      readonly id: string;
      readonly condition: Condition;
      /** Null: nobody is told. */
      readonly notice: Extract<Phase, 'worse' | 'still'> | null;
    }
  | { readonly type: 'calm'; readonly id: string }
  | { readonly type: 'end'; readonly id: string };

/** `known`: those that are on, and those that ended within a day. Applied, the same facts a moment later change nothing. */
export function decide(
  conditions: readonly Condition[],
  known: readonly KnownAlert[],
  now: number,
): Change[] {
  const open = new Map(known.filter(({ overAt }) => overAt === null).map((alert) => [keyOf(alert), alert]));
  const present = new Map(conditions.map((condition) => [keyOf(condition), condition]));
  const begun = [...present].flatMap(([key, condition]): Change[] => {
    const alert = open.get(key);
    if (alert) return goOn(alert, condition, now);
    const isBack = known.some(
      (past) => keyOf(past) === key && past.overAt !== null && now - past.overAt < DAY,
    );
    return [{ type: 'begin', condition, isBack }];
  });
  const left = [...open].flatMap(([key, alert]) => (present.has(key) ? [] : fade(alert, now)));
  return [...begun, ...left];
}

function goOn(alert: KnownAlert, condition: Condition, now: number): Change[] {
  const isDayOld = now - alert.noticedAt >= DAY;
  const notice = condition.level > alert.level ? 'worse' : isDayOld ? ('still' as const) : null;
  // What got better and worse again within a day is not told again.
  const level = isDayOld ? condition.level : Math.max(condition.level, alert.level);
  const isNews =
    notice !== null ||
    alert.calmSince !== null ||
    alert.level !== level ||
    !isSame(alert.told, condition.told);
  return isNews ? [{ type: 'go-on', id: alert.id, condition: { ...condition, level }, notice }] : [];
}

function fade({ id, calmSince, isBack }: KnownAlert, now: number): Change[] {
  if (calmSince === null) return [{ type: 'calm', id }];
  return now - calmSince >= (isBack ? DAY : QUIET) ? [{ type: 'end', id }] : [];
}

function isSame(a: Told, b: Told): boolean {
  return stableStringify(a) === stableStringify(b);
}

function keyOf({ kind, subject }: Pick<Condition, 'kind' | 'subject'>): string {
  return `${kind} ${subject}`;
}
