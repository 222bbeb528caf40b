/** Appointments that calls have booked, and the secret address for calendar programs. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../lib/result.ts';
import { client, SUPABASE_URL } from './client.ts';
import { type DataFailure, fromPostgrest, rows } from './failure.ts';

const COLUMNS = 'id, flow_id, call_id, service, calendar, starts_at, ends_at, time_zone, name, phone, state';
const bookingRow = z
  .object({
    id: z.string(),
    flow_id: z.string().nullable(),
    call_id: z.string().nullable(),
    service: z.string(),
    calendar: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    time_zone: z.string(),
    name: z.string(),
    phone: z.string(),
    state: z.enum(['booked', 'cancelled']),
  })
  .transform((row) => ({
    id: row.id,
    flowId: row.flow_id,
    callId: row.call_id,
    service: row.service,
    calendar: row.calendar,
    from: row.starts_at,
    to: row.ends_at,
    timeZone: row.time_zone,
    name: row.name,
    phone: row.phone,
    state: row.state,
  }));
/** `from` and `to` are ISO; `timeZone` is the place's; `calendar` is empty for the one that every workspace has. */
export type Booking = z.infer<typeof bookingRow>;

const PAGE = 500;

/** Those that end at or after a moment (ISO), in order. */
export function listBookings(workspaceId: string, since: string): Promise<Result<Booking[], DataFailure>> {
  const query = client().from('bookings').select(COLUMNS).eq('workspace_id', workspaceId);
  return rows(query.gte('ends_at', since).order('starts_at').limit(PAGE), z.array(bookingRow));
}

export function listBookingsOfCall(callId: string): Promise<Result<Booking[], DataFailure>> {
  const query = client().from('bookings').select(COLUMNS).eq('call_id', callId);
  return rows(query.order('starts_at'), z.array(bookingRow));
}

/** Frees the place for good. */
export async function cancelBooking(id: string): Promise<Result<null, DataFailure>> {
  const { data, error, status } = await client()
    .from('bookings')
    .update({ state: 'cancelled' })
    .eq('id', id)
    .select('id');
  if (error !== null) return fail(fromPostgrest(error, status));
  return data.length === 0 ? fail({ code: 'refused' }) : succeed(null);
}

const feedRows = z.array(z.object({ token: z.string() }));

/** The address, or null when there is none, or when the person may not have it. */
export async function getCalendarFeed(workspaceId: string): Promise<Result<string | null, DataFailure>> {
  const query = client().from('calendar_feeds').select('token').eq('workspace_id', workspaceId);
  const found = await rows(query, feedRows);
  if (!found.ok) return found;
  const [feed] = found.value;
  return succeed(feed ? `${SUPABASE_URL}/functions/v1/calendar/${feed.token}.ics` : null);
}

/** The old address, if any, no longer answers. */
export async function renewCalendarFeed(workspaceId: string): Promise<Result<null, DataFailure>> {
  const stopped = await stopCalendarFeed(workspaceId);
  if (!stopped.ok) return stopped;
  const query = client().from('calendar_feeds').insert({ workspace_id: workspaceId }).select('token');
  const made = await rows(query, feedRows);
  return made.ok ? succeed(null) : made;
}

export async function stopCalendarFeed(workspaceId: string): Promise<Result<null, DataFailure>> {
  const { error, status } = await client().from('calendar_feeds').delete().eq('workspace_id', workspaceId);
  return error === null ? succeed(null) : fail(fromPostgrest(error, status));
}
