-- Phone numbers, deployments with their steps, and the ledger of what we created at Vapi.
-- Written by the server only. Browsers see columns one by one: neither Vapi's ids nor the plan (raw payloads), lease or fence.

create table public.phone_numbers (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  vapi_id text not null unique,
  number text not null,
  label text not null default '' check (char_length(label) <= 80),
  provider text not null,
  state text not null default 'activating' check (state in ('active', 'activating', 'blocked')),
  -- What answers: set by `commit_deployment`, after the number has been switched.
  flow_id uuid,
  deployment_id uuid,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete set null (flow_id)
);
create index phone_numbers_of_workspace on public.phone_numbers (workspace_id, created_at);
create index phone_numbers_of_flow on public.phone_numbers (workspace_id, flow_id);

create table public.deployments (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid not null,
  version_id uuid not null,
  phone_number_id uuid not null,
  state text not null default 'running' check (state in ('running', 'live', 'failed', 'superseded')),
  plan jsonb not null check (jsonb_typeof(plan) = 'object'),
  manifest jsonb not null check (jsonb_typeof(manifest) = 'object'),
  error jsonb check (jsonb_typeof(error) = 'object'),
  -- One worker at a time: it holds the lease, and `fence` rises with each new holder, so that an older one is told apart.
  lease_until timestamptz,
  fence integer not null default 0,
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete cascade,
  foreign key (workspace_id, version_id) references public.flow_versions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, phone_number_id) references public.phone_numbers (workspace_id, id) on delete cascade
);
create index deployments_of_flow on public.deployments (workspace_id, flow_id, created_at desc);
create index deployments_of_version on public.deployments (workspace_id, version_id);
create index deployments_of_number on public.deployments (workspace_id, phone_number_id, created_at desc);
create index deployments_created_by on public.deployments (created_by);
create unique index one_publication_a_number on public.deployments (phone_number_id) where state = 'running';
create unique index one_publication_a_flow on public.deployments (flow_id) where state = 'running';
create unique index one_live_a_number on public.deployments (phone_number_id) where state = 'live';

alter table public.phone_numbers
  add foreign key (workspace_id, deployment_id) references public.deployments (workspace_id, id)
  on delete set null (deployment_id);
create index phone_numbers_of_deployment on public.phone_numbers (workspace_id, deployment_id);

create table public.deployment_steps (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  deployment_id uuid not null,
  position integer not null check (position >= 0),
  kind text not null check (kind in ('create-assistant', 'create-squad', 'verify', 'switch-number', 'commit')),
  name text not null default '',
  content_hash text,
  state text not null default 'pending' check (state in ('pending', 'in-flight', 'done', 'failed')),
  vapi_id text,
  -- When the intent of the latest attempt was recorded.
  started_at timestamptz,
  finished_at timestamptz,
  error jsonb check (jsonb_typeof(error) = 'object'),
  unique (deployment_id, position),
  foreign key (workspace_id, deployment_id) references public.deployments (workspace_id, id) on delete cascade
);
create index deployment_steps_of_deployment on public.deployment_steps (workspace_id, deployment_id, position);
create index deployment_steps_of_resource on public.deployment_steps (vapi_id) where vapi_id is not null;

create table public.vapi_resources (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind text not null check (kind in ('assistant', 'squad')),
  vapi_id text not null unique,
  content_hash text not null,
  marker text not null,
  state text not null default 'live' check (state in ('live', 'draining', 'deleted')),
  created_at timestamptz not null default now()
);
create index vapi_resources_to_reuse on public.vapi_resources (workspace_id, content_hash) where state = 'live';

create trigger keep_tenant before update on public.phone_numbers
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.deployments
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.deployment_steps
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.vapi_resources
  for each row execute function private.keep_tenant();

-- A flow that answers a number, or is just being published, is not deleted under it. When the whole workspace goes, its row
-- is gone already.
create function private.keep_flow_in_service() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from public.workspaces where id = old.workspace_id) and (
    exists (select from public.phone_numbers where workspace_id = old.workspace_id and flow_id = old.id)
    or exists (select from public.deployments where workspace_id = old.workspace_id and flow_id = old.id and state = 'running')
  ) then
    raise exception 'flow-in-service' using errcode = '23503', hint = 'Put something else on its phone number first.';
  end if;
  return old;
end
$$;
create trigger keep_flow_in_service before delete on public.flows
  for each row execute function private.keep_flow_in_service();

alter table public.phone_numbers enable row level security;
alter table public.phone_numbers force row level security;
alter table public.deployments enable row level security;
alter table public.deployments force row level security;
alter table public.deployment_steps enable row level security;
alter table public.deployment_steps force row level security;
alter table public.vapi_resources enable row level security;
alter table public.vapi_resources force row level security;

grant select (id, workspace_id, number, label, provider, state, flow_id, deployment_id, created_at)
  on public.phone_numbers to authenticated;
grant select (id, workspace_id, flow_id, version_id, phone_number_id, state, manifest, error, created_by, created_at, finished_at)
  on public.deployments to authenticated;
grant select (id, workspace_id, deployment_id, position, kind, name, state, started_at, finished_at, error)
  on public.deployment_steps to authenticated;
grant select, insert, update, delete
  on public.phone_numbers, public.deployments, public.deployment_steps, public.vapi_resources to service_role;

create policy phone_numbers_read on public.phone_numbers for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy deployments_read on public.deployments for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy deployment_steps_read on public.deployment_steps for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
