-- Flows (the drawings, as JSON documents) and their immutable versions.
-- Saving is compare-and-swap: `update flows set document, name where id = … and revision = …`; no row updated = conflict.

create table public.flows (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 120),
  document jsonb not null
    check (jsonb_typeof(document) = 'object')
    check (octet_length(document::text) <= 2 * 1024 * 1024),
  revision integer not null default 1,
  created_by uuid default auth.uid() references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id)
);
create index flows_latest on public.flows (workspace_id, updated_at desc);
create index flows_created_by on public.flows (created_by);

create table public.flow_versions (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid not null,
  number integer not null check (number > 0),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  content_hash text not null,
  note text check (char_length(note) <= 500),
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  unique (flow_id, number),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete cascade
);
create index flow_versions_of_flow on public.flow_versions (workspace_id, flow_id, number desc);
create index flow_versions_created_by on public.flow_versions (created_by);

create function private.touch_flow() returns trigger
language plpgsql set search_path = ''
as $$
begin
  -- The person who made it deleted their account: nobody's edit.
  if new.created_by is null and old.created_by is not null
    and to_jsonb(new) - 'created_by' = to_jsonb(old) - 'created_by'
  then
    return new;
  end if;
  new.id := old.id;
  new.created_at := old.created_at;
  new.revision := old.revision + 1;
  new.updated_at := now();
  return new;
end
$$;
create trigger keep_tenant before update on public.flows
  for each row execute function private.keep_tenant();
create trigger touch_flow before update on public.flows
  for each row execute function private.touch_flow();

-- A version is what once answered calls. Only the person who made it may be forgotten (their account was deleted).
create function private.keep_version() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.created_by is null and old.created_by is not null
    and to_jsonb(new) - 'created_by' = to_jsonb(old) - 'created_by'
  then
    return new;
  end if;
  raise exception 'a version never changes' using errcode = '42501';
end
$$;
create trigger keep_version before update on public.flow_versions
  for each row execute function private.keep_version();

alter table public.flows enable row level security;
alter table public.flows force row level security;
alter table public.flow_versions enable row level security;
alter table public.flow_versions force row level security;

grant select, delete on public.flows to authenticated;
grant insert (id, workspace_id, name, document) on public.flows to authenticated;
grant update (name, document) on public.flows to authenticated;
grant select on public.flow_versions to authenticated;
grant select, insert, update, delete on public.flows to service_role;
grant select, insert on public.flow_versions to service_role;

create policy flows_read on public.flows for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy flows_create on public.flows for insert to authenticated
  with check (workspace_id in (select private.my_workspaces('editor')) and created_by = (select auth.uid()));
create policy flows_change on public.flows for update to authenticated
  using (workspace_id in (select private.my_workspaces('editor')))
  with check (workspace_id in (select private.my_workspaces('editor')));
create policy flows_remove on public.flows for delete to authenticated
  using (workspace_id in (select private.my_workspaces('editor')));
create policy flow_versions_read on public.flow_versions for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
