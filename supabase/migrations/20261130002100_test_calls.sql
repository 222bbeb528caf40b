-- Calls in the browser with a draft: a ledger of what each may last and what it lasted, so that a workspace has minutes to talk for and
-- a call whose browser is gone is counted all the same. The row is the recorded intent. Protocol: functions/_shared/test-calls.ts.

create table public.test_calls (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid,
  -- No reference: the row outlives the account.
  person uuid not null,
  -- Null: whether it was created at Vapi is not known, and nobody was told where to join.
  vapi_id text unique,
  -- Counted until its length is known; it ends by itself after them.
  granted_seconds integer not null check (granted_seconds > 0),
  seconds numeric check (seconds >= 0),
  -- US dollars; null as long as Vapi has not said.
  cost numeric check (cost >= 0),
  -- When somebody hung up, as far as we were told.
  left_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete set null (flow_id),
  check ((settled_at is null) = (seconds is null))
);
create index test_calls_recent on public.test_calls (workspace_id, created_at desc);
create index test_calls_of_flow on public.test_calls (workspace_id, flow_id);
create index test_calls_open on public.test_calls (created_at) where settled_at is null;

create trigger keep_tenant before update on public.test_calls
  for each row execute function private.keep_tenant();
alter table public.test_calls enable row level security;
alter table public.test_calls force row level security;
grant select, insert, update, delete on public.test_calls to service_role;

-- One more action in the list, whatever else is in it by now.
do $$
declare
  known record;
begin
  select conname, pg_get_constraintdef(oid) as definition into strict known from pg_constraint
  where conrelid = 'public.activity'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%limit-lifted%';
  execute format('alter table public.activity drop constraint %I', known.conname);
  execute format('alter table public.activity add constraint %I %s', known.conname,
    replace(known.definition, '''limit-lifted''::text', '''limit-lifted''::text, ''test-call''::text'));
end
$$;

-- What of the last day's seconds is used: what calls lasted, and what those may last that are not settled.
create function public.test_seconds_used(workspace uuid, at timestamptz) returns numeric
language sql stable set search_path = ''
as $$
  select coalesce(sum(coalesce(seconds, granted_seconds)), 0) from public.test_calls
  where workspace_id = workspace and created_at > test_seconds_used.at - interval '1 day'
$$;

-- `refused` says why not; else the id and the seconds that the call may last. The lock on the workspace (`role_held`) makes requests at
-- the same time count one after the other.
create function public.begin_test_call(
  workspace uuid, its_person uuid, flow uuid, at timestamptz, day_seconds integer, call_seconds integer,
  least_seconds integer, at_once integer
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  held public.member_role := private.role_held(workspace, its_person);
  remaining integer;
  made uuid;
begin
  if held is null then
    return jsonb_build_object('refused', 'not-found');
  elsif held = 'viewer' then
    return jsonb_build_object('refused', 'not-allowed');
  elsif private.is_past_limit(workspace, at) then
    return jsonb_build_object('refused', 'past-limit');
  end if;
  if (
    select count(*) from public.test_calls
    where workspace_id = workspace and settled_at is null and left_at is null
      and created_at + make_interval(secs => granted_seconds) > begin_test_call.at
  ) >= at_once then
    return jsonb_build_object('refused', 'too-many-at-once');
  end if;
  remaining := floor(day_seconds - public.test_seconds_used(workspace, at));
  if remaining < least_seconds then
    return jsonb_build_object('refused', 'minutes-used');
  end if;
  insert into public.test_calls (workspace_id, flow_id, person, granted_seconds, created_at)
  values (workspace, flow, its_person, least(call_seconds, remaining), at) returning id into made;
  perform private.note(workspace, 'test-call',
    jsonb_build_object('flow', (select name from public.flows where id = flow)), its_person);
  return jsonb_build_object('id', made, 'seconds', least(call_seconds, remaining));
end
$$;

-- Once: what the call lasted and cost counts towards the month. False when it was settled before.
create function public.settle_test_call(call uuid, its_seconds numeric, its_cost numeric, at timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  settled public.test_calls;
begin
  update public.test_calls set seconds = its_seconds, cost = its_cost, settled_at = settle_test_call.at
  where id = call and settled_at is null returning * into settled;
  if not found then
    return false;
  end if;
  insert into public.usage as u (workspace_id, month, calls, seconds, cost)
  values (
    settled.workspace_id, date_trunc('month', settled.created_at at time zone 'UTC')::date, 0, its_seconds, coalesce(its_cost, 0)
  )
  on conflict (workspace_id, month) do update set seconds = u.seconds + excluded.seconds, cost = u.cost + excluded.cost;
  return true;
end
$$;

-- A trigger counts every real call; the server counts the others.
revoke all on function
  public.test_seconds_used(uuid, timestamptz),
  public.begin_test_call(uuid, uuid, uuid, timestamptz, integer, integer, integer, integer),
  public.settle_test_call(uuid, numeric, numeric, timestamptz)
from public, anon, authenticated;
grant execute on function
  public.test_seconds_used(uuid, timestamptz),
  public.begin_test_call(uuid, uuid, uuid, timestamptz, integer, integer, integer, integer),
  public.settle_test_call(uuid, numeric, numeric, timestamptz)
to service_role;
