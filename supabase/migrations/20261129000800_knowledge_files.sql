-- Files that calls are answered from. Their content is kept by Vapi alone; here stands whose a file is, so that an id in a
-- drawing opens nothing by itself. Written by the server only; browsers never see Vapi's ids. Protocol: functions/_shared/knowledge-files.ts.

create table public.knowledge_files (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 200),
  size integer not null check (size > 0),
  content_type text not null,
  vapi_id text unique,
  -- `uploading` is the recorded intent; `interrupted`: it never arrived; `unreadable`: Vapi found no text in it.
  state text not null default 'uploading'
    check (state in ('uploading', 'processing', 'ready', 'interrupted', 'unreadable'))
    check (vapi_id is not null or state in ('uploading', 'interrupted')),
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now()
);
create index knowledge_files_of_workspace on public.knowledge_files (workspace_id, created_at);
create index knowledge_files_created_by on public.knowledge_files (created_by);
create index knowledge_files_on_their_way on public.knowledge_files (created_at)
  where state in ('uploading', 'processing');

create trigger keep_tenant before update on public.knowledge_files
  for each row execute function private.keep_tenant();

alter table public.knowledge_files enable row level security;
alter table public.knowledge_files force row level security;

grant select (id, workspace_id, name, size, content_type, state, created_by, created_at)
  on public.knowledge_files to authenticated;
grant select, insert, update, delete on public.knowledge_files to service_role;

create policy knowledge_files_read on public.knowledge_files for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

-- What must still be removed at Vapi, whatever made the row go: a person, or the end of its workspace. It outlives both, which
-- is why it stands in no workspace. Without an id of Vapi's a late copy is searched for by our own.
create table private.file_removals (
  file_id uuid primary key,
  vapi_id text,
  uploaded_at timestamptz not null,
  removed_at timestamptz not null default now()
);

create function private.remember_file_removal() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.file_removals (file_id, vapi_id, uploaded_at) values (old.id, old.vapi_id, old.created_at);
  return old;
end
$$;
create trigger remember_file_removal after delete on public.knowledge_files
  for each row execute function private.remember_file_removal();

-- Oldest first; with an id, that one alone.
create function public.list_file_removals(file uuid default null)
returns table (file_id uuid, vapi_id text, uploaded_at timestamptz, removed_at timestamptz)
language sql stable security definer set search_path = ''
as $$
  select * from private.file_removals as r where file is null or r.file_id = file order by r.removed_at limit 20
$$;

create function public.finish_file_removal(file uuid) returns void
language sql security definer set search_path = ''
as $$
  delete from private.file_removals where file_id = file
$$;

-- Invariant: what answers calls, or is being published, reads only files that its workspace has. The lock makes a file that is
-- being removed and a publication that reads it wait for each other.
create function private.keep_known_files() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  named text;
begin
  for named in select distinct value #>> '{}' from jsonb_path_query(new.plan, '$.**.fileIds[*]') as value loop
    perform from public.knowledge_files where vapi_id = named and workspace_id = new.workspace_id for share;
    if not found then
      raise exception 'file-gone' using errcode = '55000', hint = 'Compile the flow again.';
    end if;
  end loop;
  return new;
end
$$;
create trigger keep_known_files before insert on public.deployments
  for each row execute function private.keep_known_files();

-- Removes a file unless something in service reads it.
create function public.remove_knowledge_file(file uuid) returns text
language plpgsql set search_path = ''
as $$
declare
  found_file public.knowledge_files;
begin
  select * into found_file from public.knowledge_files where id = file for update;
  if not found then
    return 'not-found';
  end if;
  if exists (
    select from public.deployments
    where workspace_id = found_file.workspace_id and state in ('running', 'live')
      and jsonb_path_exists(plan, '$.**.fileIds[*] ? (@ == $id)', jsonb_build_object('id', found_file.vapi_id))
  ) then
    return 'in-service';
  end if;
  delete from public.knowledge_files where id = file;
  return 'removed';
end
$$;

-- The flows whose drawing names the file, and those that read it in service.
create function public.uses_of_file(file uuid) returns table (flow_id uuid, name text, in_service boolean)
language sql stable set search_path = ''
as $$
  with asked as (select * from public.knowledge_files where id = file),
  serving as (
    select distinct d.flow_id from asked join public.deployments d on d.workspace_id = asked.workspace_id
    where d.state in ('running', 'live')
      and jsonb_path_exists(d.plan, '$.**.fileIds[*] ? (@ == $id)', jsonb_build_object('id', asked.vapi_id))
  )
  select f.id, f.name, f.id in (select flow_id from serving)
  from asked join public.flows f on f.workspace_id = asked.workspace_id
  where f.id in (select flow_id from serving)
    or jsonb_path_exists(f.document, '$.nodes.*.data.** ? (@ == $id)', jsonb_build_object('id', file))
  order by 3 desc, f.name
$$;

revoke all on function
  public.list_file_removals(uuid), public.finish_file_removal(uuid), public.remove_knowledge_file(uuid),
  public.uses_of_file(uuid)
from public, anon, authenticated;
grant execute on function
  public.list_file_removals(uuid), public.finish_file_removal(uuid), public.remove_knowledge_file(uuid),
  public.uses_of_file(uuid)
to service_role;
