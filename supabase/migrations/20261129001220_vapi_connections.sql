-- A workspace's own account at Vapi: its key, sealed by the Edge Functions with a key that the database does not have. Without a
-- row, a workspace uses the account of the installation. What was made at Vapi belongs to the account it was made in.

create table public.vapi_connections (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  -- Which account of the workspace's this is, across new keys; null: the one of the installation.
  account uuid unique,
  region text not null check (region in ('us', 'eu', 'sandbox')),
  -- AES-256-GCM, bound to the workspace; `key_id` names the key of both.
  sealed_key text not null check (octet_length(sealed_key) <= 4 * 1024),
  key_id text not null,
  last_four text not null check (char_length(last_four) <= 4),
  -- What signs Vapi's messages to us: the id that Vapi gave it, and its secret. Both or none.
  credential_id text check (char_length(credential_id) <= 100),
  sealed_secret text check (octet_length(sealed_secret) <= 4 * 1024),
  tested_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((credential_id is null) = (sealed_secret is null))
);
create index vapi_connections_of_key on public.vapi_connections (key_id);

create trigger keep_tenant before update on public.vapi_connections
  for each row execute function private.keep_tenant();

alter table public.vapi_connections enable row level security;
alter table public.vapi_connections force row level security;
grant select (workspace_id, region, last_four, credential_id, tested_at, updated_at) on public.vapi_connections to authenticated;
grant select, insert, update, delete on public.vapi_connections to service_role;
create policy vapi_connections_read on public.vapi_connections for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

-- `elsewhere`: made in another account than the one the workspace uses now. It stays there, and is found again when that account
-- is connected again.
alter table public.phone_numbers add column account uuid, add column elsewhere boolean not null default false;
alter table public.vapi_resources add column account uuid, add column elsewhere boolean not null default false;
alter table public.knowledge_files add column account uuid, add column elsewhere boolean not null default false;
alter table private.file_removals add column account uuid;
grant select (elsewhere) on public.phone_numbers, public.knowledge_files to authenticated;

create function private.account_of(workspace uuid) returns uuid
language sql stable security definer set search_path = ''
as $$
  select account from public.vapi_connections where workspace_id = workspace
$$;

create function private.stamp_account() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.account := private.account_of(new.workspace_id);
  new.elsewhere := false;
  return new;
end
$$;
create trigger stamp_account before insert on public.phone_numbers
  for each row execute function private.stamp_account();
create trigger stamp_account before insert on public.vapi_resources
  for each row execute function private.stamp_account();
create trigger stamp_account before insert on public.knowledge_files
  for each row execute function private.stamp_account();

create function private.follow_account() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  workspace uuid := coalesce(new.workspace_id, old.workspace_id);
  current_account uuid := private.account_of(workspace);
begin
  update public.phone_numbers set elsewhere = account is distinct from current_account
  where workspace_id = workspace and elsewhere <> (account is distinct from current_account);
  update public.vapi_resources set elsewhere = account is distinct from current_account
  where workspace_id = workspace and elsewhere <> (account is distinct from current_account);
  update public.knowledge_files set elsewhere = account is distinct from current_account
  where workspace_id = workspace and elsewhere <> (account is distinct from current_account);
  return null;
end
$$;
create trigger follow_account after insert or update or delete on public.vapi_connections
  for each row execute function private.follow_account();

-- Not while something is being published: it would begin in one account and end in another.
create function public.set_vapi_connection(
  workspace uuid, person uuid, its_account uuid, its_region text, key_sealed text, sealed_with text, four text,
  credential text, secret_sealed text
) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  if exists (select from public.deployments where workspace_id = workspace and state = 'running') then
    return 'publication-running';
  end if;
  insert into public.vapi_connections (
    workspace_id, account, region, sealed_key, key_id, last_four, credential_id, sealed_secret, tested_at
  ) values (workspace, its_account, its_region, key_sealed, sealed_with, four, credential, secret_sealed, now())
  on conflict (workspace_id) do update set
    account = excluded.account, region = excluded.region, sealed_key = excluded.sealed_key, key_id = excluded.key_id,
    last_four = excluded.last_four, credential_id = excluded.credential_id, sealed_secret = excluded.sealed_secret,
    tested_at = now(), updated_at = now();
  return 'done';
end
$$;

create function public.remove_vapi_connection(workspace uuid, person uuid) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  if exists (select from public.deployments where workspace_id = workspace and state = 'running') then
    return 'publication-running';
  end if;
  delete from public.vapi_connections where workspace_id = workspace;
  return 'done';
end
$$;

-- For each account that the workspace ever used, something made there: whoever sees it has a key of that account.
create function public.known_accounts(workspace uuid) returns table (account uuid, kind text, vapi_id text)
language sql stable set search_path = ''
as $$
  select distinct on (made.account) made.account, made.kind, made.vapi_id
  from (
    select n.account, 'number' as kind, n.vapi_id, n.created_at from public.phone_numbers n where n.workspace_id = workspace
    union all
    select r.account, r.kind, r.vapi_id, r.created_at from public.vapi_resources r
    where r.workspace_id = workspace and r.state <> 'deleted'
  ) as made
  order by made.account, made.kind = 'number' desc, made.created_at desc
$$;

-- Files that must still be removed at Vapi, as far as a key for it is there; `workspace_id` is whose key, null the installation's.
create or replace function private.remember_file_removal() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.file_removals (file_id, vapi_id, uploaded_at, account)
  values (old.id, old.vapi_id, old.created_at, old.account);
  return old;
end
$$;
drop function public.list_file_removals(uuid);
create function public.list_file_removals(file uuid default null)
returns table (
  file_id uuid, vapi_id text, uploaded_at timestamptz, removed_at timestamptz, workspace_id uuid
)
language sql stable security definer set search_path = ''
as $$
  select r.file_id, r.vapi_id, r.uploaded_at, r.removed_at, c.workspace_id
  from private.file_removals as r left join public.vapi_connections as c on c.account = r.account
  where (file is null or r.file_id = file) and (r.account is null or c.workspace_id is not null)
  order by r.removed_at limit 20
$$;

revoke all on function
  public.set_vapi_connection(uuid, uuid, uuid, text, text, text, text, text, text),
  public.remove_vapi_connection(uuid, uuid),
  public.known_accounts(uuid),
  public.list_file_removals(uuid)
from public, anon, authenticated;
grant execute on function
  public.set_vapi_connection(uuid, uuid, uuid, text, text, text, text, text, text),
  public.remove_vapi_connection(uuid, uuid),
  public.known_accounts(uuid),
  public.list_file_removals(uuid)
to service_role;
