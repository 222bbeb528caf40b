-- Workspaces (the tenants) and their members. Begins by taking back every privilege that is given by default:
-- from here on, what a role may do is written down and nothing else is allowed.

revoke all on all tables in schema public from public, anon, authenticated, service_role;
revoke all on all sequences in schema public from public, anon, authenticated, service_role;
revoke all on all functions in schema public from public, anon, authenticated, service_role;
revoke create on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

alter default privileges in schema public revoke all on tables from public, anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from public, anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from public, anon, authenticated, service_role;
-- Without a schema: Postgres lets everybody execute a new function, and only the general default can take that back.
alter default privileges revoke execute on functions from public;

-- Not exposed by the API, and no role may look anything up in it: policies and triggers reach its functions by identity.
create schema private;
revoke all on schema private from public;

-- Strongest first: `role <= 'editor'` reads "editor or more".
create type public.member_role as enum ('owner', 'editor', 'viewer');

create table public.workspaces (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 1 and 80),
  created_at timestamptz not null default now()
);

create table public.members (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.member_role not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index members_of_user on public.members (user_id, workspace_id, role);

-- The workspaces in which the signed-in person has at least the given role. Reads the table, never the token:
-- who is removed loses access with the next statement. Security definer, because `members` is itself under RLS.
create function private.my_workspaces(least_role public.member_role) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select workspace_id from public.members where user_id = (select auth.uid()) and role <= least_role
$$;
revoke all on function private.my_workspaces(public.member_role) from public;
grant execute on function private.my_workspaces(public.member_role) to authenticated;

alter table public.workspaces enable row level security;
alter table public.workspaces force row level security;
alter table public.members enable row level security;
alter table public.members force row level security;

grant select on public.workspaces, public.members to authenticated;
grant update (name) on public.workspaces to authenticated;
grant select, insert, update, delete on public.workspaces, public.members to service_role;

create policy workspaces_read on public.workspaces for select to authenticated
  using (id in (select private.my_workspaces('viewer')));
create policy workspaces_rename on public.workspaces for update to authenticated
  using (id in (select private.my_workspaces('owner')))
  with check (id in (select private.my_workspaces('owner')));
create policy members_read on public.members for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

-- Invariant: a row never changes its tenant, whoever asks.
create function private.keep_tenant() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.workspace_id is distinct from old.workspace_id then
    raise exception 'a row stays in its workspace' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_tenant before update on public.members
  for each row execute function private.keep_tenant();

-- Invariant: a workspace with people in it has an owner. The lock on the workspace makes two owners who leave at once wait
-- for each other; when the workspace itself is being deleted its row is gone already, and its members may go.
create function private.keep_an_owner() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if old.role = 'owner' and (tg_op = 'DELETE' or new.role <> 'owner' or new.user_id <> old.user_id) then
    perform from public.workspaces where id = old.workspace_id for update;
    if found and not exists (
      select from public.members where workspace_id = old.workspace_id and role = 'owner' and user_id <> old.user_id
    ) and (
      -- Who deletes their account may leave an empty workspace behind, but no people without an owner.
      exists (select from auth.users where id = old.user_id)
      or exists (select from public.members where workspace_id = old.workspace_id and user_id <> old.user_id)
    ) then
      raise exception 'last-owner' using errcode = '23514', hint = 'Make somebody else an owner first.';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger keep_an_owner before update or delete on public.members
  for each row execute function private.keep_an_owner();

-- A new person gets a workspace of their own, named as they wished or after their e-mail address.
create function private.first_workspace() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  wished text := left(btrim(coalesce(new.raw_user_meta_data ->> 'workspace_name', '')), 80);
  fallback text := left(btrim(split_part(coalesce(new.email, ''), '@', 1)), 80);
  workspace uuid;
begin
  insert into public.workspaces (name) values (coalesce(nullif(wished, ''), nullif(fallback, ''), 'AlloKoli'))
  returning id into workspace;
  insert into public.members (workspace_id, user_id, role) values (workspace, new.id, 'owner');
  return new;
end
$$;
create trigger first_workspace after insert on auth.users
  for each row execute function private.first_workspace();
