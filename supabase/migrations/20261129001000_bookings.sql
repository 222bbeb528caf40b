-- Appointments that calls have booked, and the secret address under which a calendar program may follow them.

create extension if not exists btree_gist with schema extensions;

create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid,
  call_id uuid,
  -- At Vapi a call's id can be enough to listen to it: not readable by browsers.
  vapi_call_id text,
  node_id text not null,
  service text not null check (char_length(service) <= 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Minutes kept free around it, and until when that is.
  buffer integer not null default 0 check (buffer between 0 and 240),
  free_from timestamptz not null,
  time_zone text not null,
  name text not null default '' check (char_length(name) <= 200),
  phone text not null default '' check (char_length(phone) <= 40),
  state text not null default 'booked' check (state in ('booked', 'cancelled')),
  -- Counts what calendar programs must hear of (RFC 5545).
  sequence integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (free_from >= ends_at),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete set null (flow_id),
  foreign key (workspace_id, call_id) references public.calls (workspace_id, id) on delete set null (call_id),
  -- Whatever happens at the same moment: no place is taken twice.
  constraint bookings_apart exclude using gist (workspace_id with =, tstzrange(starts_at, free_from) with &&)
    where (state = 'booked')
);
create index bookings_by_time on public.bookings (workspace_id, starts_at);
create index bookings_of_flow on public.bookings (workspace_id, flow_id);
create index bookings_of_call on public.bookings (workspace_id, call_id);
create index bookings_of_vapi_call on public.bookings (workspace_id, vapi_call_id);
create index bookings_of_person on public.bookings (phone);

create table public.calendar_feeds (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  -- Whoever has it reads the appointments: 244 bits of chance, given up by deleting the row.
  token text not null unique
    default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') check (char_length(token) = 64),
  created_at timestamptz not null default now()
);

create trigger keep_tenant before update on public.bookings
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.calendar_feeds
  for each row execute function private.keep_tenant();

-- A cancelled appointment stays cancelled: its place may be somebody else's.
create function private.change_booking() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if old.state = 'cancelled' and new.state <> 'cancelled' then
    raise exception 'a cancelled appointment stays cancelled' using errcode = '23514';
  end if;
  if (new.state, new.starts_at, new.ends_at, new.name, new.phone, new.service)
    is distinct from (old.state, old.starts_at, old.ends_at, old.name, old.phone, old.service) then
    new.sequence := old.sequence + 1;
    new.updated_at := now();
  end if;
  return new;
end
$$;
create trigger change_booking before update on public.bookings
  for each row execute function private.change_booking();

-- What a call did may be known before the call is, and after. Of two that come at the same moment neither sees the other
-- until it has ended: they wait for one another.
create function private.find_call() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.call_id is null and new.vapi_call_id is not null then
    perform pg_advisory_xact_lock(hashtextextended('call ' || new.vapi_call_id, 0));
    select id into new.call_id from public.calls
    where workspace_id = new.workspace_id and vapi_call_id = new.vapi_call_id;
  end if;
  return new;
end
$$;
create trigger find_call before insert on public.bookings
  for each row execute function private.find_call();

create function private.adopt_bookings() returns trigger
language plpgsql set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('call ' || new.vapi_call_id, 0));
  update public.bookings set call_id = new.id
  where workspace_id = new.workspace_id and vapi_call_id = new.vapi_call_id and call_id is null;
  return null;
end
$$;
create trigger adopt_bookings after insert on public.calls
  for each row execute function private.adopt_bookings();

alter table public.bookings enable row level security;
alter table public.bookings force row level security;
alter table public.calendar_feeds enable row level security;
alter table public.calendar_feeds force row level security;

grant select (
  id, workspace_id, flow_id, call_id, node_id, service, starts_at, ends_at, time_zone, name, phone, state, created_at,
  updated_at
) on public.bookings to authenticated;
grant update (state) on public.bookings to authenticated;
grant select, delete on public.calendar_feeds to authenticated;
grant insert (workspace_id) on public.calendar_feeds to authenticated;
grant select, insert, update, delete on public.bookings, public.calendar_feeds to service_role;

create policy bookings_read on public.bookings for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy bookings_cancel on public.bookings for update to authenticated
  using (workspace_id in (select private.my_workspaces('editor')))
  with check (workspace_id in (select private.my_workspaces('editor')));
-- The address outlives a membership, so that whoever only looks on does not get it.
create policy calendar_feeds_read on public.calendar_feeds for select to authenticated
  using (workspace_id in (select private.my_workspaces('editor')));
create policy calendar_feeds_open on public.calendar_feeds for insert to authenticated
  with check (workspace_id in (select private.my_workspaces('editor')));
create policy calendar_feeds_close on public.calendar_feeds for delete to authenticated
  using (workspace_id in (select private.my_workspaces('editor')));

-- Takes a place; null when somebody has it or is nearer than either of the two buffers. One after the other in a workspace.
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
  telephone text
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  taken uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('bookings ' || workspace::text, 0));
  perform from public.bookings as other
  where other.workspace_id = workspace and other.state = 'booked'
    and other.starts_at < ending + make_interval(mins => greatest(minutes_apart, other.buffer))
    and beginning < other.ends_at + make_interval(mins => greatest(minutes_apart, other.buffer));
  if found then
    return null;
  end if;
  insert into public.bookings (
    workspace_id, flow_id, vapi_call_id, node_id, service, starts_at, ends_at, buffer, free_from, time_zone, name, phone
  ) values (
    workspace, flow, vapi_call, node, what, beginning, ending, minutes_apart,
    ending + make_interval(mins => minutes_apart), zone, person, telephone
  ) returning id into taken;
  return taken;
exception when exclusion_violation then
  return null;
end
$$;
revoke all on function
  public.take_place(uuid, uuid, text, text, text, timestamptz, timestamptz, integer, text, text, text)
from public, anon, authenticated;
grant execute on function
  public.take_place(uuid, uuid, text, text, text, timestamptz, timestamptz, integer, text, text, text)
to service_role;
