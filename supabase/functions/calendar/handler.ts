/**
 * The Edge Function `calendar`: `GET /calendar/:token.ics`, the appointments of a workspace for calendar programs; `?calendar=` for
 * those of one of its calendars, the empty name being the one that every workspace has. Whoever has the address reads all of them; it
 * is given up in the app.
 */
import * as z from 'zod';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import { row, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer } from '../_shared/http.ts';
import { describeError } from '../_shared/log.ts';
import { type CalendarEvent, writeCalendar } from './ical.ts';

const BUDGET: Budget = { name: 'calendar', most: 120, seconds: 60 };
const DAY = 86_400_000;
/** What is longer ago is no longer told. */
const PAST_DAYS = 60;
const PAGE = 1000;

export async function handle(request: Request, deps: Deps): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer({}, 405);
  const [, file = '', ...rest] = new URL(request.url).pathname.split('/').filter(Boolean);
  const token = /^([0-9a-f]{64})\.ics$/.exec(file)?.[1];
  if (token === undefined || rest.length > 0) return answer({}, 404);
  try {
    const feed = await row(
      feedRow,
      deps.service
        .from('calendar_feeds')
        .select('workspace_id, workspaces!inner(name)')
        .eq('token', token)
        .maybeSingle(),
    );
    if (!feed) return answer({}, 404);
    if (!(await takeBudget(deps.service, feed.workspace, BUDGET))) return answer({}, 429);
    const asked = new URL(request.url).searchParams.get('calendar');
    const only = asked && (await calendarNamed(deps, feed.workspace, asked));
    const name = [feed.name, only].filter(Boolean).join(' · ');
    const calendar = writeCalendar(name, await eventsOf(deps, feed.workspace, only));
    return new Response(request.method === 'HEAD' ? null : calendar, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="appointments.ics"',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      },
    });
  } catch (error) {
    deps.log({ function: 'calendar', event: 'failed', status: 503, ...describeError(error) });
    return answer({}, 503);
  }
}

const feedRow = z
  .object({ workspace_id: z.string(), workspaces: z.object({ name: z.string() }) })
  .transform((feed) => ({ workspace: feed.workspace_id, name: feed.workspaces.name }));

const bookingRow = z
  .object({
    id: z.string(),
    service: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    name: z.string(),
    phone: z.string(),
    calendar: z.string(),
    state: z.enum(['booked', 'cancelled']),
    sequence: z.number(),
    updated_at: z.string(),
  })
  .transform(
    (booking): CalendarEvent => ({
      uid: `${booking.id}@allokoli`,
      sequence: booking.sequence,
      changedAt: new Date(booking.updated_at),
      from: new Date(booking.starts_at),
      to: new Date(booking.ends_at),
      title: [booking.service, booking.name].filter(Boolean).join(' · '),
      description: [booking.phone, booking.calendar].filter(Boolean).join('\n'),
      isCancelled: booking.state === 'cancelled',
    }),
  );

/** What it is called now, so that an address of before goes on; one that was removed still has its appointments under its name. */
async function calendarNamed({ service }: Deps, workspace: string, wanted: string): Promise<string> {
  const name = await run(service.rpc('calendar_named', { workspace, wanted }));
  return typeof name === 'string' ? name : wanted;
}

/** `only`: of the calendar of this name; null: of all. */
function eventsOf(
  { service, clock }: Deps,
  workspace: string,
  only: string | null,
): Promise<CalendarEvent[]> {
  const ours = service
    .from('bookings')
    .select('id, service, starts_at, ends_at, name, phone, calendar, state, sequence, updated_at')
    .eq('workspace_id', workspace);
  return rows(
    bookingRow,
    (only === null ? ours : ours.eq('calendar', only))
      .gte('ends_at', new Date(clock.now() - PAST_DAYS * DAY).toISOString())
      .order('starts_at')
      .limit(PAGE),
  );
}
