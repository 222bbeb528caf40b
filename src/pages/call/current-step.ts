/** Which visited step belongs to what was said, and the other way round. Knows no page. */
import type { Turn, Visit } from '../../data/calls.ts';

/**
 * Index of the visit during which the turn was said: the one of its step nearest before it, else the last one begun
 * before it; 0 when nothing is known of either. Pure.
 */
export function visitOfTurn(turn: Turn, path: readonly Visit[]): number {
  const begunBefore = path.map((visit) => visit.at === undefined || turn.at === null || visit.at <= turn.at);
  const ofItsStep = path.findLastIndex(
    (visit, index) => visit.node === turn.node && begunBefore[index] === true,
  );
  if (ofItsStep >= 0) return ofItsStep;
  const anyOfItsStep = path.findIndex((visit) => visit.node === turn.node);
  if (anyOfItsStep >= 0) return anyOfItsStep;
  if (turn.at === null) return 0;
  const at = turn.at;
  return Math.max(
    0,
    path.findLastIndex((visit) => visit.at !== undefined && visit.at <= at),
  );
}
