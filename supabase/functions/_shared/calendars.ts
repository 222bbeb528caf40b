/** What the calendars of a workspace are called now, by any of their names. */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import { type CalendarNow, calendarNow } from '../../../src/flow/calendar-names.ts';
import { rows } from './database.ts';

const named = z.object({ name: z.string() });
const formerly = z
  .object({ name: z.string(), calendar: z.string().nullable() })
  .transform(({ name, calendar }) => ({ name, current: calendar }));

export async function calendarsOf(service: SupabaseClient, workspace: string): Promise<CalendarNow> {
  const [names, former] = await Promise.all([
    rows(named, service.from('calendars').select('name').eq('workspace_id', workspace)),
    rows(formerly, service.from('former_calendars').select('name, calendar').eq('workspace_id', workspace)),
  ]);
  const known = { names: names.map(({ name }) => name), former };
  return (wanted) => calendarNow(known, wanted);
}
