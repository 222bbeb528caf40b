/** Who is to answer a number when, as it is stored. Changes nothing; knows no requests. */
import * as z from 'zod';
import { readSharedHours } from '../../../src/flow/shared-hours.ts';
import { answerAt, type ByHours } from '../../../src/publish/by-hours.ts';
import { rows } from './database.ts';
import type { Deps } from './deps.ts';

export const storedTimes = z.object({ name: z.string(), stored: z.unknown() });

/** Who is to answer when: slots, a flow's id or `words`. */
export function scheduleOf(
  stored: readonly { readonly hours: z.infer<typeof storedTimes> | null; readonly slot: string }[],
): ByHours<string> {
  return {
    rows: stored.flatMap(({ hours, slot }) =>
      hours === null ? [] : [{ hours: readSharedHours(hours.name, hours.stored), answer: slot }],
    ),
    rest: stored.find(({ hours }) => hours === null)?.slot ?? '',
  };
}

const storedRow = z.object({
  flow_id: z.string().nullable(),
  words: z.string().nullable(),
  opening_hours: z.object({ name: z.string(), hours: z.unknown() }).nullable(),
});

export interface NumberSchedule {
  readonly rows: readonly { readonly hours: string | null; readonly slot: string }[];
  /** The slot that is to answer now. */
  readonly due: string;
}

/** With the server's rights, after a check; null for a number that one flow answers. */
export async function readSchedule(deps: Deps, number: string): Promise<NumberSchedule | null> {
  const stored = await rows(
    storedRow,
    deps.service
      .from('number_schedules')
      .select('flow_id, words, opening_hours(name, hours)')
      .eq('phone_number_id', number)
      .order('position'),
  );
  if (stored.length === 0) return null;
  const known = stored.map(({ flow_id, opening_hours }) => ({
    hours: opening_hours && { name: opening_hours.name, stored: opening_hours.hours },
    slot: flow_id ?? 'words',
  }));
  return {
    rows: known.map(({ hours, slot }) => ({ hours: hours?.name ?? null, slot })),
    due: answerAt(scheduleOf(known), deps.clock.now()),
  };
}

/** Whether what is published for a slot is switched to at once: it is due, or nothing answers yet. */
export function isSwitchedNow(
  schedule: NumberSchedule | null,
  slot: string,
  answering: string | null,
): boolean {
  return schedule === null || schedule.due === slot || answering === null;
}
