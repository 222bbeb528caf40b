-- Calls: what happened on the phone. `call_events` is the inbox of raw messages and is never readable by a browser;
-- `calls` and `call_turns` are computed from it, as often as needed.

create table public.calls (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  -- At Vapi a call's id can be enough to listen to it: not readable by browsers.
  vapi_call_id text not null,
  flow_id uuid,
  version_id uuid,
  deployment_id uuid,
  phone_number_id uuid,
  caller text,
  status text not null
    check (status in ('scheduled', 'queued', 'ringing', 'in-progress', 'forwarding', 'ended')),
  ended_reason text,
  started_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('completed', 'transferred', 'caller-hung-up', 'silence', 'too-long', 'failed')),
  -- Information collected: id → value.
  information jsonb not null default '{}' check (jsonb_typeof(information) = 'object'),
  -- Steps visited: [{node, at?: ms from the start, confidence, because?}].
  path jsonb not null default '[]' check (jsonb_typeof(path) = 'array'),
  -- US dollars.
  cost numeric check (cost >= 0),
  -- When the call began, as far as was known when it was first heard of: the order of lists, it never changes.
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, vapi_call_id),
  unique (workspace_id, id),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete set null (flow_id),
  foreign key (workspace_id, version_id) references public.flow_versions (workspace_id, id)
    on delete set null (version_id),
  foreign key (workspace_id, deployment_id) references public.deployments (workspace_id, id)
    on delete set null (deployment_id),
  foreign key (workspace_id, phone_number_id) references public.phone_numbers (workspace_id, id)
    on delete set null (phone_number_id)
);
create index calls_latest on public.calls (workspace_id, created_at desc);
create index calls_of_flow on public.calls (workspace_id, flow_id, created_at desc);
create index calls_of_version on public.calls (workspace_id, version_id);
create index calls_of_deployment on public.calls (workspace_id, deployment_id);
create index calls_of_number on public.calls (workspace_id, phone_number_id);
create index calls_open on public.calls (updated_at) where status <> 'ended';

create table public.call_turns (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  call_id uuid not null,
  position integer not null check (position >= 0),
  role text not null check (role in ('assistant', 'caller', 'tool')),
  text text not null,
  -- Milliseconds from the start of the call.
  at integer,
  node_id text,
  primary key (call_id, position),
  foreign key (workspace_id, call_id) references public.calls (workspace_id, id) on delete cascade
);
create index call_turns_of_call on public.call_turns (workspace_id, call_id, position);

create table public.call_events (
  id uuid primary key default gen_random_uuid(),
  -- Null: quarantined, the call belongs to no deployment of ours.
  workspace_id uuid references public.workspaces (id) on delete cascade,
  call_id uuid,
  vapi_call_id text,
  type text not null,
  dedupe_key text not null unique,
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  received_at timestamptz not null default now(),
  projected_at timestamptz,
  error text,
  foreign key (workspace_id, call_id) references public.calls (workspace_id, id) on delete cascade
);
create index call_events_of_call on public.call_events (workspace_id, vapi_call_id);
create index call_events_of_known_call on public.call_events (workspace_id, call_id);
create index call_events_to_project on public.call_events (received_at)
  where projected_at is null and workspace_id is not null;

create trigger keep_tenant before update on public.calls
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.call_turns
  for each row execute function private.keep_tenant();
-- No such trigger on call_events: a quarantined event may find its workspace later.

alter table public.calls enable row level security;
alter table public.calls force row level security;
alter table public.call_turns enable row level security;
alter table public.call_turns force row level security;
alter table public.call_events enable row level security;
alter table public.call_events force row level security;

grant select (
  id, workspace_id, flow_id, version_id, deployment_id, phone_number_id, caller, status, ended_reason, started_at,
  ended_at, outcome, information, path, cost, created_at, updated_at
) on public.calls to authenticated;
grant select on public.call_turns to authenticated;
grant select, insert, update, delete on public.calls, public.call_turns, public.call_events to service_role;

create policy calls_read on public.calls for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy call_turns_read on public.call_turns for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
