/** Calendars of a workspace; the one that every workspace has is not among them. */
import * as z from 'zod';
import type { CalendarNames } from '../flow/calendar-names.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import {
  type CalendarAnswer,
  calendarAnswer,
  type RemoveCalendarAnswer,
  type RenameCalendarAnswer,
  removeCalendarAnswer,
  renameCalendarAnswer,
} from '../publish/calendars-wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

export type { CalendarAnswer };

const ALREADY_THERE = '23505';

const named = z.array(z.object({ name: z.string() }));
const formerly = z.array(
  z
    .object({ name: z.string(), calendar: z.string().nullable() })
    .transform(({ name, calendar }) => ({ name, current: calendar })),
);

export async function listCalendarNames(workspaceId: string): Promise<Result<CalendarNames, DataFailure>> {
  const [names, former] = await Promise.all([
    rows(client().from('calendars').select('name').eq('workspace_id', workspaceId).order('name'), named),
    rows(
      client().from('former_calendars').select('name, calendar').eq('workspace_id', workspaceId),
      formerly,
    ),
  ]);
  if (!names.ok) return fail(names.failure);
  if (!former.ok) return fail(former.failure);
  return succeed({ names: names.value.map(({ name }) => name), former: former.value });
}

/** False when it could not be kept. One that is there already, however it is written, is as good as made. */
export async function createCalendar(workspaceId: string, name: string): Promise<boolean> {
  const { error } = await client().from('calendars').insert({ workspace_id: workspaceId, name });
  return error === null || error.code === ALREADY_THERE;
}

/** With what depends on each. */
export function listCalendars(workspaceId: string): ApiResult<CalendarAnswer[]> {
  return ask('GET', `/calendars?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(calendarAnswer));
}

export function renameCalendar(
  workspaceId: string,
  name: string,
  to: string,
): ApiResult<RenameCalendarAnswer> {
  return ask('POST', '/calendars/rename', renameCalendarAnswer, { workspaceId, name, to });
}

/** `cancel`: with its appointments ahead. Those of the past stay in any case. */
export function removeCalendar(
  workspaceId: string,
  name: string,
  cancel: boolean,
): ApiResult<RemoveCalendarAnswer> {
  return ask('POST', '/calendars/remove', removeCalendarAnswer, { workspaceId, name, cancel });
}
