-- Calendars get another name, and go. Drawings name them, and a version that answers calls is never changed: what was formerly called so
-- leads to the calendar of today, or, where that is gone, to nothing, so that the step fails and says its sentence.

create table public.former_calendars (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (name = btrim(name) and char_length(name) between 1 and 60),
  -- What it is called now; null: it was removed.
  calendar text,
  changed_at timestamptz not null default now(),
  primary key (workspace_id, name),
  foreign key (workspace_id, calendar) references public.calendars (workspace_id, name)
    on update cascade on delete set null (calendar)
);
create unique index former_calendars_by_name on public.former_calendars (workspace_id, lower(name));
create index former_calendars_of_calendar on public.former_calendars (workspace_id, calendar);

create trigger keep_tenant before update on public.former_calendars
  for each row execute function private.keep_tenant();
alter table public.former_calendars enable row level security;
alter table public.former_calendars force row level security;
grant select on public.former_calendars to authenticated;
grant select, insert, update, delete on public.former_calendars to service_role;
create policy former_calendars_read on public.former_calendars for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

-- The calendar that a drawing means by a name; null when it was removed. A name that nobody ever listed is a calendar of its own.
create function public.calendar_named(workspace uuid, wanted text) returns text
language sql stable set search_path = ''
as $$
  select case
    when wanted = '' then ''
    when exists (select from public.calendars as c where c.workspace_id = workspace and lower(c.name) = lower(wanted))
      then (select c.name from public.calendars as c where c.workspace_id = workspace and lower(c.name) = lower(wanted))
    when exists (select from public.former_calendars as f where f.workspace_id = workspace and lower(f.name) = lower(wanted))
      then (select f.calendar from public.former_calendars as f where f.workspace_id = workspace and lower(f.name) = lower(wanted))
    else wanted
  end
$$;

-- A name that was removed may be given again. One by which another calendar was formerly called still means that one.
create function private.name_calendar() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.former_calendars as f
    where f.workspace_id = new.workspace_id and lower(f.name) = lower(new.name) and f.calendar is not null
      and (tg_op = 'INSERT' or f.calendar <> old.name)
  ) then
    raise exception 'another calendar was formerly called so' using errcode = '23505';
  end if;
  delete from public.former_calendars where workspace_id = new.workspace_id and lower(name) = lower(new.name);
  return new;
end
$$;
create trigger name_calendar before insert or update of name on public.calendars
  for each row execute function private.name_calendar();

-- A calendar program shows in which calendar an appointment is, so that it hears of it.
create or replace function private.change_booking() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if old.state = 'cancelled' and new.state <> 'cancelled' then
    raise exception 'a cancelled appointment stays cancelled' using errcode = '23514';
  end if;
  if (new.state, new.starts_at, new.ends_at, new.name, new.phone, new.service, new.calendar)
    is distinct from (old.state, old.starts_at, old.ends_at, old.name, old.phone, old.service, old.calendar) then
    new.sequence := old.sequence + 1;
    new.updated_at := now();
  end if;
  return new;
end
$$;

-- As before, in the calendar that the name means by now. Nobody takes a place in one that was removed.
create or replace function public.take_place(
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
  chosen text;
begin
  perform pg_advisory_xact_lock(hashtextextended('bookings ' || workspace::text, 0));
  chosen := public.calendar_named(workspace, in_calendar);
  if chosen is null then
    raise exception 'the calendar was removed' using errcode = 'P0002';
  end if;
  perform from public.bookings as other
  where other.workspace_id = workspace and other.calendar = chosen and other.state = 'booked'
    and other.starts_at < ending + make_interval(mins => greatest(minutes_apart, other.buffer))
    and beginning < other.ends_at + make_interval(mins => greatest(minutes_apart, other.buffer));
  if found then
    return null;
  end if;
  insert into public.bookings (
    workspace_id, flow_id, vapi_call_id, node_id, service, starts_at, ends_at, buffer, free_from, time_zone, name, phone, calendar
  ) values (
    workspace, flow, vapi_call, node, what, beginning, ending, minutes_apart,
    ending + make_interval(mins => minutes_apart), zone, person, telephone, chosen
  ) returning id into taken;
  return taken;
exception when exclusion_violation then
  return null;
end
$$;

do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into strict known
  from pg_constraint where conrelid = 'public.activity'::regclass and conname = 'activity_action_check';
  alter table public.activity drop constraint activity_action_check;
  execute format(
    'alter table public.activity add constraint activity_action_check check ((%s) or action in (''calendar-renamed'', ''calendar-removed''))',
    known
  );
end
$$;

-- The named calendars of a workspace with what depends on each: appointments ahead, and the flows whose draft or whose version in service
-- books into it, by whatever name. Null for strangers.
create function public.list_calendars(workspace uuid, person uuid, at timestamptz) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  if not private.belongs_to(workspace, person) then
    return null;
  end if;
  return (
    with uses as (
      select f.id, f.name, 'draft' as place, step.value #>> '{}' as wanted
      from public.flows as f, jsonb_path_query(f.document, '$.nodes.*.data.calendar') as step (value)
      where f.workspace_id = workspace
      union all
      select f.id, f.name, 'service', step.value #>> '{}'
      from public.deployments as d
      join public.flow_versions as v on v.id = d.version_id
      join public.flows as f on f.id = d.flow_id,
        jsonb_path_query(v.document, '$.nodes.*.data.calendar') as step (value)
      where d.workspace_id = workspace and d.state = 'live' and d.purpose = 'flow'
    ),
    resolved as (
      select u.id, u.name, u.place, public.calendar_named(workspace, btrim(u.wanted)) as calendar
      from uses as u where btrim(coalesce(u.wanted, '')) <> ''
    ),
    flows as (
      select r.calendar, r.id, r.name, bool_or(r.place = 'service') as in_service
      from resolved as r where r.calendar is not null group by r.calendar, r.id, r.name
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'name', c.name,
      'ahead', (
        select count(*) from public.bookings as b
        where b.workspace_id = workspace and b.calendar = c.name and b.state = 'booked' and b.ends_at > list_calendars.at
      ),
      'flows', (
        select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'inService', f.in_service)
          order by f.in_service desc, f.name), '[]')
        from flows as f where f.calendar = c.name
      )
    ) order by lower(c.name)), '[]')
    from public.calendars as c where c.workspace_id = workspace
  );
end
$$;

-- Null, or why not. Its appointments go along; whoever books at this moment waits.
create function public.rename_calendar(workspace uuid, person uuid, former text, wanted text) returns text
language plpgsql set search_path = ''
as $$
declare
  held public.member_role := private.role_held(workspace, person);
begin
  if held is null then
    return 'not-found';
  elsif held = 'viewer' then
    return 'not-allowed';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('bookings ' || workspace::text, 0));
  perform from public.calendars where workspace_id = workspace and name = former;
  if not found then
    return 'not-found';
  elsif former = wanted then
    return null;
  end if;
  begin
    update public.calendars set name = wanted where workspace_id = workspace and name = former;
    update public.bookings set calendar = wanted where workspace_id = workspace and calendar = former;
  exception when unique_violation or exclusion_violation then
    return 'name-taken';
  end;
  if lower(former) <> lower(wanted) then
    insert into public.former_calendars (workspace_id, name, calendar) values (workspace, former, wanted);
  end if;
  perform private.note(workspace, 'calendar-renamed', jsonb_build_object('from', former, 'to', wanted), person);
  return null;
end
$$;

-- `refused`, or how many appointments ahead were cancelled; those that are not stay as they are, under the name.
create function public.remove_calendar(workspace uuid, person uuid, former text, cancels boolean, at timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  held public.member_role := private.role_held(workspace, person);
  cancelled integer := 0;
begin
  if held is null then
    return jsonb_build_object('refused', 'not-found');
  elsif held = 'viewer' then
    return jsonb_build_object('refused', 'not-allowed');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('bookings ' || workspace::text, 0));
  delete from public.calendars where workspace_id = workspace and name = former;
  if not found then
    return jsonb_build_object('refused', 'not-found');
  end if;
  insert into public.former_calendars (workspace_id, name, calendar) values (workspace, former, null);
  if cancels then
    update public.bookings as b set state = 'cancelled'
    where b.workspace_id = workspace and b.calendar = former and b.state = 'booked' and b.ends_at > remove_calendar.at;
    get diagnostics cancelled = row_count;
  end if;
  perform private.note(workspace, 'calendar-removed', jsonb_build_object('name', former, 'count', cancelled), person);
  return jsonb_build_object('cancelled', cancelled);
end
$$;

revoke all on function private.name_calendar() from public;
revoke all on function
  public.calendar_named(uuid, text), public.list_calendars(uuid, uuid, timestamptz),
  public.rename_calendar(uuid, uuid, text, text), public.remove_calendar(uuid, uuid, text, boolean, timestamptz)
from public, anon, authenticated;
grant execute on function
  public.calendar_named(uuid, text), public.list_calendars(uuid, uuid, timestamptz),
  public.rename_calendar(uuid, uuid, text, text), public.remove_calendar(uuid, uuid, text, boolean, timestamptz)
to service_role;
