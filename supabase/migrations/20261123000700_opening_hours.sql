-- Opening hours of the workspace: drawings keep a copy and follow them. Saving is compare-and-swap by revision, as for flows.

create table public.opening_hours (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 80),
  hours jsonb not null
    check (jsonb_typeof(hours) = 'object')
    check (octet_length(hours::text) <= 128 * 1024),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index opening_hours_of_workspace on public.opening_hours (workspace_id, name);

create function private.touch_opening_hours() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.id := old.id;
  new.created_at := old.created_at;
  new.revision := old.revision + 1;
  new.updated_at := now();
  return new;
end
$$;
create trigger keep_tenant before update on public.opening_hours
  for each row execute function private.keep_tenant();
create trigger touch_opening_hours before update on public.opening_hours
  for each row execute function private.touch_opening_hours();

alter table public.opening_hours enable row level security;
alter table public.opening_hours force row level security;

grant select, delete on public.opening_hours to authenticated;
grant insert (id, workspace_id, name, hours) on public.opening_hours to authenticated;
grant update (name, hours) on public.opening_hours to authenticated;
grant select, insert, update, delete on public.opening_hours to service_role;

create policy opening_hours_read on public.opening_hours for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy opening_hours_create on public.opening_hours for insert to authenticated
  with check (workspace_id in (select private.my_workspaces('editor')));
create policy opening_hours_change on public.opening_hours for update to authenticated
  using (workspace_id in (select private.my_workspaces('editor')))
  with check (workspace_id in (select private.my_workspaces('editor')));
create policy opening_hours_remove on public.opening_hours for delete to authenticated
  using (workspace_id in (select private.my_workspaces('editor')));

-- A version keeps what was compiled: the drawing with the newest opening hours of the workspace in it, when it follows some.
drop function public.start_deployment(uuid, uuid, integer, uuid, uuid, text, text, jsonb, jsonb, jsonb);
create function public.start_deployment(
  deployment uuid,
  flow uuid,
  expected_revision integer,
  number_id uuid,
  person uuid,
  version_note text,
  document_hash text,
  publish_plan jsonb,
  flow_manifest jsonb,
  step_list jsonb,
  compiled_document jsonb default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  drawing public.flows;
  version public.flow_versions;
  running uuid;
begin
  select * into drawing from public.flows where id = flow for update;
  if not found then
    return jsonb_build_object('outcome', 'not-found');
  end if;
  perform from public.phone_numbers where id = number_id and workspace_id = drawing.workspace_id for update;
  if not found then
    return jsonb_build_object('outcome', 'not-found');
  end if;
  if drawing.revision <> expected_revision then
    return jsonb_build_object('outcome', 'flow-changed');
  end if;
  select id into running from public.deployments
  where state = 'running' and (flow_id = flow or phone_number_id = number_id) limit 1;
  if found then
    return jsonb_build_object('outcome', 'publication-running', 'deployment', running);
  end if;

  select * into version from public.flow_versions where flow_id = flow order by number desc limit 1;
  if version.content_hash is distinct from document_hash then
    insert into public.flow_versions (workspace_id, flow_id, number, document, content_hash, note, created_by)
    values (
      drawing.workspace_id, flow, coalesce(version.number, 0) + 1, coalesce(compiled_document, drawing.document),
      document_hash, version_note, person
    )
    returning * into version;
  end if;

  insert into public.deployments (id, workspace_id, flow_id, version_id, phone_number_id, plan, manifest, created_by)
  values (deployment, drawing.workspace_id, flow, version.id, number_id, publish_plan, flow_manifest, person);
  insert into public.deployment_steps (
    workspace_id, deployment_id, position, kind, name, content_hash, state, vapi_id, finished_at
  )
  select drawing.workspace_id, deployment, step.ordinality - 1, step.value ->> 'kind', step.value ->> 'name',
    step.value ->> 'hash', case when step.value ->> 'vapiId' is null then 'pending' else 'done' end,
    step.value ->> 'vapiId', case when step.value ->> 'vapiId' is null then null else now() end
  from jsonb_array_elements(step_list) with ordinality as step;
  return jsonb_build_object('outcome', 'started', 'deployment', deployment, 'version', version.number);
end
$$;
revoke all on function
  public.start_deployment(uuid, uuid, integer, uuid, uuid, text, text, jsonb, jsonb, jsonb, jsonb)
from public, anon, authenticated;
grant execute on function
  public.start_deployment(uuid, uuid, integer, uuid, uuid, text, text, jsonb, jsonb, jsonb, jsonb)
to service_role;
