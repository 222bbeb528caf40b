-- Several calendars in a workspace, for instance one for each doctor: what is booked in one takes no place in another. The empty name is
-- the calendar that every workspace has.

create table public.calendars (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (name = btrim(name) and char_length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  primary key (workspace_id, name)
);
-- However it is written.
create unique index calendars_by_name on public.calendars (workspace_id, lower(name));

create trigger keep_tenant before update on public.calendars
  for each row execute function private.keep_tenant();
alter table public.calendars enable row level security;
alter table public.calendars force row level security;
grant select on public.calendars to authenticated;
grant insert (workspace_id, name) on public.calendars to authenticated;
grant select, insert, update, delete on public.calendars to service_role;
create policy calendars_read on public.calendars for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy calendars_make on public.calendars for insert to authenticated
  with check (workspace_id in (select private.my_workspaces('editor')));

alter table public.bookings
  add column calendar text not null default '' check (char_length(calendar) <= 60),
  drop constraint bookings_apart,
  add constraint bookings_apart exclude using gist (
    workspace_id with =, calendar with =, tstzrange(starts_at, free_from) with &&
  ) where (state = 'booked');
grant select (calendar) on public.bookings to authenticated;

-- The name comes last and may be left out: functions that are not deployed yet do not know it.
drop function public.take_place(uuid, uuid, text, text, text, timestamptz, timestamptz, integer, text, text, text);

-- Takes a place; null when somebody has it or is nearer than either of the two buffers, in that calendar. One after the other in a workspace.
create function public.take_place(
  workspace uuid,
  flow uuid,
  vapi_call text,
  node text,
  what text,
  beginning timestamptz,
  ending timestamptz,
  minutes_apart integer,
  zone text,
  person text,
  telephone text,
  in_calendar text default ''
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  taken uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('bookings ' || workspace::text, 0));
  perform from public.bookings as other
  where other.workspace_id = workspace and other.calendar = in_calendar and other.state = 'booked'
    and other.starts_at < ending + make_interval(mins => greatest(minutes_apart, other.buffer))
    and beginning < other.ends_at + make_interval(mins => greatest(minutes_apart, other.buffer));
  if found then
    return null;
  end if;
  insert into public.bookings (
    workspace_id, flow_id, vapi_call_id, node_id, service, starts_at, ends_at, buffer, free_from, time_zone, name, phone, calendar
  ) values (
    workspace, flow, vapi_call, node, what, beginning, ending, minutes_apart,
    ending + make_interval(mins => minutes_apart), zone, person, telephone,
    in_calendar
  ) returning id into taken;
  return taken;
exception when exclusion_violation then
  return null;
end
$$;
revoke all on function
  public.take_place(uuid, uuid, text, text, text, timestamptz, timestamptz, integer, text, text, text, text)
from public, anon, authenticated;
grant execute on function
  public.take_place(uuid, uuid, text, text, text, timestamptz, timestamptz, integer, text, text, text, text)
to service_role;
