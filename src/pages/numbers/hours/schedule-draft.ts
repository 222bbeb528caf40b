/** A schedule while it is being written: what it lacks, and the request that it becomes. Pure. */
import type { StoredSchedule } from '../../../data/number-schedules.ts';
import type { ScheduleRequest } from '../../../publish/numbers-wire.ts';

export interface DraftRow {
  readonly key: number;
  readonly hoursId: string | null;
  readonly flowId: string | null;
}

export interface ScheduleDraft {
  readonly rows: readonly DraftRow[];
  readonly restAs: 'flow' | 'words';
  readonly restFlowId: string | null;
  readonly words: string;
}

export type Lack = 'needHours' | 'needFlow' | 'same' | 'needWords' | 'needPlainWords';

/** `flowId`: what answers the number now. */
export function draftOf(
  schedule: StoredSchedule | undefined,
  start: { readonly hoursId: string | null; readonly flowId: string | null; readonly words: string },
): ScheduleDraft {
  if (!schedule)
    return {
      rows: [{ key: 0, hoursId: start.hoursId, flowId: start.flowId }],
      restAs: 'words',
      restFlowId: null,
      words: start.words,
    };
  const { rows, rest } = schedule;
  return {
    rows: rows.map(({ hoursId, flowId }, key) => ({ key, hoursId, flowId })),
    restAs: rest.words === null ? 'flow' : 'words',
    restFlowId: rest.flowId,
    words: rest.words ?? start.words,
  };
}

/** By field: `hours 0`, `flow 0`, `rest`. Empty: it can be saved. */
export function lacksOf({ rows, restAs, restFlowId, words }: ScheduleDraft): ReadonlyMap<string, Lack> {
  const lacks = new Map<string, Lack>();
  for (const [place, { hoursId, flowId }] of rows.entries()) {
    const isTwice = rows.some((row, before) => before < place && row.hoursId === hoursId);
    if (hoursId === null) lacks.set(`hours ${place}`, 'needHours');
    else if (isTwice) lacks.set(`hours ${place}`, 'same');
    if (flowId === null) lacks.set(`flow ${place}`, 'needFlow');
  }
  if (restAs === 'flow' && restFlowId === null) lacks.set('rest', 'needFlow');
  if (restAs === 'words' && words.trim() === '') lacks.set('rest', 'needWords');
  if (restAs === 'words' && /[{}]/.test(words)) lacks.set('rest', 'needPlainWords');
  return lacks;
}

/** Null while something is lacking. */
export function requestOf(draft: ScheduleDraft): ScheduleRequest | null {
  if (lacksOf(draft).size > 0) return null;
  const rows = draft.rows.flatMap(({ hoursId, flowId }) =>
    hoursId === null || flowId === null ? [] : [{ hoursId, flowId }],
  );
  if (draft.restAs === 'words') return { rows, rest: { words: draft.words.trim() } };
  return draft.restFlowId === null ? null : { rows, rest: { flowId: draft.restFlowId } };
}
