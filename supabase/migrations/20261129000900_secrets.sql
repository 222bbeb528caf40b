-- Secrets of a workspace: keys of other systems that steps refer to by name. Sealed by the Edge Functions with a key that the
-- database does not have; browsers see names and dates, the server writes.

create table public.secrets (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  -- AES-256-GCM, bound to workspace and name; `key_id` names the key, so that old ones can be found and sealed anew.
  sealed text not null check (octet_length(sealed) <= 16 * 1024),
  key_id text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, name)
);
create index secrets_of_key on public.secrets (key_id);

create trigger keep_tenant before update on public.secrets
  for each row execute function private.keep_tenant();

alter table public.secrets enable row level security;
alter table public.secrets force row level security;

grant select (workspace_id, name, created_at, updated_at) on public.secrets to authenticated;
grant select, insert, update, delete on public.secrets to service_role;

create policy secrets_read on public.secrets for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
