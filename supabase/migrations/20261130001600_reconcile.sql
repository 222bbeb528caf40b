-- After the switch: going back to an earlier version, taking a flow out of service, deleting what nobody needs any more, and
-- noticing what was changed at Vapi by somebody else. Protocol: src/publish/job.ts, garbage.ts, drift.ts.

-- `fallback`: a sentence answers in place of the flow, which is out of service.
alter table public.deployments
  add column purpose text not null default 'flow' check (purpose in ('flow', 'fallback')),
  -- When what is at Vapi was last compared, and what was found: no id of Vapi in it. Null: all is as it was published.
  add column checked_at timestamptz,
  add column drift jsonb check (jsonb_typeof(drift) = 'object');
create index deployments_to_check on public.deployments (checked_at nulls first) where state = 'live';
grant select (purpose, drift) on public.deployments to authenticated;

-- `deleting`: the intent to delete it is recorded, so nothing reuses it, whether or not it is still there.
alter table public.vapi_resources
  drop constraint vapi_resources_state_check,
  add constraint vapi_resources_state_check check (state in ('live', 'draining', 'deleting', 'deleted')),
  add column draining_since timestamptz,
  -- What it looked like at Vapi when it was read back: a fingerprint, and when Vapi says that it was last changed.
  add column seen_fingerprint text,
  add column seen_change text;
update public.vapi_resources set draining_since = now() where state = 'draining';
create index vapi_resources_to_delete on public.vapi_resources (draining_since) where state in ('draining', 'deleting');

create or replace function private.drain_unused(workspace uuid) returns void
language plpgsql set search_path = ''
as $$
begin
  update public.vapi_resources as resource
  set state = case when used.yes then 'live' else 'draining' end,
    draining_since = case when used.yes then null else now() end
  from (
    select r.id, exists (
      select from public.deployment_steps as step
      join public.deployments as d on d.id = step.deployment_id
      where step.vapi_id = r.vapi_id and d.state in ('live', 'running')
    ) as yes
    from public.vapi_resources as r where r.workspace_id = workspace and r.state in ('live', 'draining')
  ) as used
  where used.id = resource.id and resource.state in ('live', 'draining')
    and resource.state <> case when used.yes then 'live' else 'draining' end;
end
$$;

-- Invariant: a publication uses only what is there. Its lock makes it and a deletion wait for each other.
create function private.keep_reused() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if new.vapi_id is not null and new.kind in ('create-assistant', 'create-squad') then
    update public.vapi_resources set state = 'live', draining_since = null
    where vapi_id = new.vapi_id and workspace_id = new.workspace_id and state in ('live', 'draining') and not elsewhere;
    if not found then
      raise exception 'resource-gone' using errcode = '55000', hint = 'Plan the publication again.';
    end if;
  end if;
  return new;
end
$$;
create trigger keep_reused before insert on public.deployment_steps
  for each row execute function private.keep_reused();

-- What a number can go back to: the resources of the four latest different things that answered it, and what answers it now.
create function private.kept_resources(workspace uuid) returns setof text
language sql stable set search_path = ''
as $$
  with answered as (
    select d.id, d.phone_number_id, d.created_at, (
      select s.vapi_id from public.deployment_steps s
      where s.deployment_id = d.id and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1
    ) as target
    from public.deployments d
    where d.workspace_id = workspace and d.state in ('live', 'superseded') and d.purpose = 'flow'
  ), latest as (
    select distinct on (phone_number_id, target) id, phone_number_id, created_at
    from answered where target is not null order by phone_number_id, target, created_at desc
  ), ranked as (
    select id, row_number() over (partition by phone_number_id order by created_at desc) as place from latest
  )
  select s.vapi_id from public.deployment_steps s
  where s.vapi_id is not null and (
    s.deployment_id in (select id from ranked where place <= 4)
    or s.deployment_id in (
      select id from public.deployments where workspace_id = workspace and state in ('live', 'running')
    )
  )
$$;

-- Everything that was made in an account (null: the installation's) and may still be there.
create function public.resources_of_account(its_account uuid) returns table (
  kind text, vapi_id text, marker text, state text, draining_since timestamptz, kept boolean
)
language sql stable set search_path = ''
as $$
  select r.kind, r.vapi_id, r.marker, r.state, r.draining_since,
    r.vapi_id in (select private.kept_resources(r.workspace_id))
  from public.vapi_resources r
  where r.account is not distinct from its_account and r.state <> 'deleted'
$$;

-- Accounts in which something waits to be deleted, or all that were published in; `workspace_id` is whose key opens it, null the
-- installation's.
create function public.accounts_with_garbage(drained_before timestamptz, even_without boolean default false)
returns table (account uuid, workspace_id uuid)
language sql stable set search_path = ''
as $$
  select distinct r.account, c.workspace_id
  from public.vapi_resources r left join public.vapi_connections c on c.account = r.account
  where (even_without or r.state = 'deleting' or (r.state = 'draining' and r.draining_since < drained_before))
    and (r.account is null or c.workspace_id is not null)
$$;

-- Records the intent to delete. False when somebody needs it by now.
create function public.condemn_resource(resource text) returns boolean
language plpgsql set search_path = ''
as $$
declare
  condemned public.vapi_resources;
begin
  select * into condemned from public.vapi_resources where vapi_id = resource for update;
  if not found or condemned.state not in ('draining', 'deleting') then
    return false;
  end if;
  if condemned.state = 'draining'
    and resource in (select private.kept_resources(condemned.workspace_id)) then
    return false;
  end if;
  update public.vapi_resources set state = 'deleting' where vapi_id = resource;
  return true;
end
$$;

create function public.bury_resource(resource text) returns void
language sql set search_path = ''
as $$
  update public.vapi_resources set state = 'deleted' where vapi_id = resource and state = 'deleting'
$$;

-- Steps of finished publications that sent a creation: what carries their marks and is not in the ledger is left over.
create function public.creation_attempts(its_account uuid, finished_after timestamptz, finished_before timestamptz)
returns table (deployment_id uuid, "position" integer, kind text)
language sql stable set search_path = ''
as $$
  select s.deployment_id, s.position, s.kind
  from public.deployments d join public.deployment_steps s on s.deployment_id = d.id
  left join public.vapi_connections c on c.workspace_id = d.workspace_id
  where d.finished_at > finished_after and d.finished_at < finished_before and d.state <> 'running'
    and s.kind in ('create-assistant', 'create-squad') and s.started_at is not null
    and c.account is not distinct from its_account
  order by d.finished_at desc limit 5000
$$;

-- What was read back, of resources of the workspace: remembered at the first look. Answers with those that look different now
-- and that Vapi says were changed; null when somebody else works on the deployment.
create function public.compare_resources(deployment uuid, holder integer, looks jsonb, seconds integer) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  workspace uuid;
begin
  if not private.renew_lease(deployment, holder, seconds) then
    return null;
  end if;
  select workspace_id into workspace from public.deployments where id = deployment;
  return public.note_looks(workspace, looks);
end
$$;

-- When Vapi says nothing was changed but it looks different, Vapi itself writes it in another way: that look counts from now on.
create function public.note_looks(workspace uuid, looks jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  different jsonb;
begin
  select coalesce(jsonb_agg(r.vapi_id), '[]') into different
  from public.vapi_resources r join jsonb_to_recordset(looks) as look(vapi_id text, fingerprint text, change text)
    on look.vapi_id = r.vapi_id
  where r.workspace_id = workspace and r.seen_fingerprint is not null
    and r.seen_fingerprint <> look.fingerprint and r.seen_change is distinct from look.change;
  update public.vapi_resources r set seen_fingerprint = look.fingerprint, seen_change = look.change
  from jsonb_to_recordset(looks) as look(vapi_id text, fingerprint text, change text)
  where look.vapi_id = r.vapi_id and r.workspace_id = workspace
    and (r.seen_fingerprint, r.seen_change) is distinct from (look.fingerprint, look.change)
    and (r.seen_fingerprint is null or r.seen_fingerprint = look.fingerprint or r.seen_change = look.change);
  return different;
end
$$;

-- Puts something in service that follows from a former deployment: the same version again, or a sentence in its place.
create function public.start_from_deployment(
  deployment uuid, source uuid, person uuid, its_purpose text, publish_plan jsonb, flow_manifest jsonb, step_list jsonb
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  former public.deployments;
  running uuid;
  version_number integer;
begin
  select * into former from public.deployments where id = source;
  if not found then
    return jsonb_build_object('outcome', 'not-found');
  end if;
  -- In the order of `start_deployment`.
  perform from public.flows where id = former.flow_id for update;
  perform from public.phone_numbers where id = former.phone_number_id for update;
  select id into running from public.deployments
  where state = 'running' and (flow_id = former.flow_id or phone_number_id = former.phone_number_id) limit 1;
  if found then
    return jsonb_build_object('outcome', 'publication-running', 'deployment', running);
  end if;
  insert into public.deployments (
    id, workspace_id, flow_id, version_id, phone_number_id, purpose, plan, manifest, created_by
  ) values (
    deployment, former.workspace_id, former.flow_id, former.version_id, former.phone_number_id, its_purpose, publish_plan,
    flow_manifest, person
  );
  insert into public.deployment_steps (
    workspace_id, deployment_id, position, kind, name, content_hash, state, vapi_id, finished_at
  )
  select former.workspace_id, deployment, step.ordinality - 1, step.value ->> 'kind', step.value ->> 'name',
    step.value ->> 'hash', case when step.value ->> 'vapiId' is null then 'pending' else 'done' end,
    step.value ->> 'vapiId', case when step.value ->> 'vapiId' is null then null else now() end
  from jsonb_array_elements(step_list) with ordinality as step;
  select number into version_number from public.flow_versions where id = former.version_id;
  return jsonb_build_object('outcome', 'started', 'deployment', deployment, 'version', version_number);
end
$$;

-- The number has been switched: this deployment is what answers. A sentence answers for no flow.
create or replace function public.commit_deployment(deployment uuid, holder integer, step integer) returns boolean
language plpgsql set search_path = ''
as $$
declare
  current public.deployments;
begin
  if not private.renew_lease(deployment, holder, 0) then
    return false;
  end if;
  select * into current from public.deployments where id = deployment;
  update public.deployments set state = 'superseded', drift = null
  where phone_number_id = current.phone_number_id and state = 'live';
  update public.deployment_steps set state = 'done', started_at = coalesce(started_at, now()), finished_at = now()
  where deployment_id = deployment and position = step;
  update public.deployments set state = 'live', finished_at = now(), lease_until = null where id = deployment;
  update public.phone_numbers
  set flow_id = case when current.purpose = 'flow' then current.flow_id end, deployment_id = deployment
  where id = current.phone_number_id;
  perform private.drain_unused(current.workspace_id);
  return true;
end
$$;

-- What is in service and was not compared since; the one that waits longest first. Marks them as being compared.
create function public.deployments_to_check(checked_before timestamptz, most integer)
returns table (id uuid, workspace_id uuid)
language sql set search_path = ''
as $$
  update public.deployments d set checked_at = now()
  from (
    select c.id from public.deployments c join public.phone_numbers n on n.id = c.phone_number_id
    where c.state = 'live' and not n.elsewhere and (c.checked_at is null or c.checked_at < checked_before)
    order by c.checked_at nulls first limit most for update of c skip locked
  ) as due
  where d.id = due.id
  returning d.id, d.workspace_id
$$;

-- What was found; null: all is as it was published. Only of what is in service: a switch may have come in between.
create function public.note_drift(deployment uuid, found_drift jsonb) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update public.deployments set drift = found_drift, checked_at = now() where id = deployment and state = 'live'
    and not exists (
      select from public.deployments other where other.phone_number_id = deployments.phone_number_id and other.state = 'running'
    );
  return found;
end
$$;

-- What somebody changed at Vapi stays as it is: resources count as they look now and are not offered for reuse.
create function public.accept_looks(deployment uuid, looks jsonb) returns void
language plpgsql set search_path = ''
as $$
begin
  update public.vapi_resources r
  set seen_fingerprint = look.fingerprint, seen_change = look.change, content_hash = 'changed'
  from jsonb_to_recordset(looks) as look(vapi_id text, fingerprint text, change text)
  where look.vapi_id = r.vapi_id and r.workspace_id = (select workspace_id from public.deployments where id = deployment);
  update public.deployments set drift = null where id = deployment;
end
$$;

-- Resources that are gone at Vapi, or no longer what we made: made anew by the next publication that needs them.
create function public.forget_looks(workspace uuid, gone jsonb, different jsonb) returns void
language sql set search_path = ''
as $$
  update public.vapi_resources
  set content_hash = 'changed', state = case when gone ? vapi_id then 'deleted' else state end
  where workspace_id = workspace and (gone ? vapi_id or different ? vapi_id)
$$;

-- Something else answers the number by somebody's will. `answering`: the deployment of ours that it is; null: none.
create function public.release_number(deployment uuid, answering uuid) returns boolean
language plpgsql set search_path = ''
as $$
declare
  former public.deployments;
  now_live public.deployments;
begin
  select * into former from public.deployments where id = deployment and state = 'live' for update;
  if not found or exists (
    select from public.deployments where phone_number_id = former.phone_number_id and state = 'running'
  ) then
    return false;
  end if;
  update public.deployments set state = 'superseded', drift = null where id = deployment;
  if answering is not null then
    update public.deployments set state = 'live', drift = null
    where id = answering and phone_number_id = former.phone_number_id and state = 'superseded'
    returning * into now_live;
    if not found then
      raise exception 'release_number: % never answered this number', answering;
    end if;
  end if;
  update public.phone_numbers
  set deployment_id = now_live.id, flow_id = case when now_live.purpose = 'flow' then now_live.flow_id end
  where id = former.phone_number_id;
  perform private.drain_unused(former.workspace_id);
  return true;
end
$$;

grant execute on function private.kept_resources(uuid) to service_role;
revoke all on function
  public.resources_of_account(uuid),
  public.accounts_with_garbage(timestamptz, boolean),
  public.condemn_resource(text),
  public.bury_resource(text),
  public.creation_attempts(uuid, timestamptz, timestamptz),
  public.compare_resources(uuid, integer, jsonb, integer),
  public.start_from_deployment(uuid, uuid, uuid, text, jsonb, jsonb, jsonb),
  public.deployments_to_check(timestamptz, integer),
  public.note_looks(uuid, jsonb),
  public.note_drift(uuid, jsonb),
  public.accept_looks(uuid, jsonb),
  public.forget_looks(uuid, jsonb, jsonb),
  public.release_number(uuid, uuid)
from public, anon, authenticated;
grant execute on function
  public.resources_of_account(uuid),
  public.accounts_with_garbage(timestamptz, boolean),
  public.condemn_resource(text),
  public.bury_resource(text),
  public.creation_attempts(uuid, timestamptz, timestamptz),
  public.compare_resources(uuid, integer, jsonb, integer),
  public.start_from_deployment(uuid, uuid, uuid, text, jsonb, jsonb, jsonb),
  public.deployments_to_check(timestamptz, integer),
  public.note_looks(uuid, jsonb),
  public.note_drift(uuid, jsonb),
  public.accept_looks(uuid, jsonb),
  public.forget_looks(uuid, jsonb, jsonb),
  public.release_number(uuid, uuid)
to service_role;
