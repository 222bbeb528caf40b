-- The steps of publishing that must happen at once. For the server only (`service_role`): each is one transaction, so that a
-- worker that is killed leaves either all of a step's record or none of it. Protocol: src/publish/job.ts.

-- Records what is going to be done. Refuses when the flow was saved since it was planned, or while another publication runs.
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
  step_list jsonb
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
      drawing.workspace_id, flow, coalesce(version.number, 0) + 1, drawing.document, document_hash, version_note, person
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

-- Takes the lease when it is free; null otherwise. The fence tells this holder from every earlier one.
create function public.claim_deployment(deployment uuid, seconds integer) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  claimed public.deployments;
begin
  update public.deployments
  set lease_until = now() + make_interval(secs => seconds), fence = fence + 1
  where id = deployment and state = 'running' and (lease_until is null or lease_until <= now())
  returning * into claimed;
  if not found then
    return null;
  end if;
  return to_jsonb(claimed) || jsonb_build_object(
    'vapi_number_id', (select vapi_id from public.phone_numbers where id = claimed.phone_number_id),
    'steps', (
      select jsonb_agg(to_jsonb(step) order by step.position)
      from public.deployment_steps as step where step.deployment_id = deployment
    )
  );
end
$$;

-- True while this holder's fence is the newest; renews its lease. Locks the row: nobody claims it in between.
create function private.renew_lease(deployment uuid, holder integer, seconds integer) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update public.deployments set lease_until = now() + make_interval(secs => seconds)
  where id = deployment and fence = holder and state = 'running';
  return found;
end
$$;

-- Resources that no live or running deployment uses any more begin to drain; those of a live one are live.
create function private.drain_unused(workspace uuid) returns void
language plpgsql set search_path = ''
as $$
begin
  update public.vapi_resources as resource
  set state = case when used.yes then 'live' else 'draining' end
  from (
    select r.id, exists (
      select from public.deployment_steps as step
      join public.deployments as d on d.id = step.deployment_id
      where step.vapi_id = r.vapi_id and d.state in ('live', 'running')
    ) as yes
    from public.vapi_resources as r where r.workspace_id = workspace and r.state <> 'deleted'
  ) as used
  where used.id = resource.id and resource.state <> case when used.yes then 'live' else 'draining' end;
end
$$;

-- Records the intent before anything is sent. Each new attempt renews the time: a lost creation may still show up after it.
create function public.begin_step(deployment uuid, holder integer, step integer, seconds integer) returns boolean
language plpgsql set search_path = ''
as $$
begin
  if not private.renew_lease(deployment, holder, seconds) then
    return false;
  end if;
  update public.deployment_steps
  set state = 'in-flight', started_at = now(), error = null
  where deployment_id = deployment and position = step and state <> 'done';
  return true;
end
$$;

-- Records what came of it; a created resource enters the ledger.
create function public.finish_step(
  deployment uuid, holder integer, step integer, resource text, resource_marker text, seconds integer
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  finished public.deployment_steps;
begin
  if not private.renew_lease(deployment, holder, seconds) then
    return false;
  end if;
  update public.deployment_steps set state = 'done', vapi_id = resource, finished_at = now(), error = null
  where deployment_id = deployment and position = step
  returning * into finished;
  if finished.kind in ('create-assistant', 'create-squad') then
    insert into public.vapi_resources (workspace_id, kind, vapi_id, content_hash, marker)
    values (
      finished.workspace_id, replace(finished.kind, 'create-', ''), resource, finished.content_hash, resource_marker
    )
    on conflict (vapi_id) do nothing;
  end if;
  return true;
end
$$;

-- Gives up; what was in service stays in service.
create function public.fail_deployment(deployment uuid, holder integer, step integer, reason jsonb) returns boolean
language plpgsql set search_path = ''
as $$
begin
  if not private.renew_lease(deployment, holder, 0) then
    return false;
  end if;
  update public.deployment_steps set state = 'failed', finished_at = now(), error = reason
  where deployment_id = deployment and position = step;
  update public.deployments set state = 'failed', error = reason, finished_at = now(), lease_until = null
  where id = deployment;
  perform private.drain_unused((select workspace_id from public.deployments where id = deployment));
  return true;
end
$$;

-- A resource turned out to be gone at Vapi, or changed there: it is not offered for reuse again.
create function public.forget_resource(deployment uuid, holder integer, resource text, gone boolean, seconds integer)
returns boolean
language plpgsql set search_path = ''
as $$
begin
  if not private.renew_lease(deployment, holder, seconds) then
    return false;
  end if;
  update public.vapi_resources
  set state = case when gone then 'deleted' else state end, content_hash = 'changed'
  where vapi_id = resource and workspace_id = (select workspace_id from public.deployments where id = deployment);
  return true;
end
$$;

-- The number has been switched: this deployment is what answers.
create function public.commit_deployment(deployment uuid, holder integer, step integer) returns boolean
language plpgsql set search_path = ''
as $$
declare
  current public.deployments;
begin
  if not private.renew_lease(deployment, holder, 0) then
    return false;
  end if;
  select * into current from public.deployments where id = deployment;
  update public.deployments set state = 'superseded'
  where phone_number_id = current.phone_number_id and state = 'live';
  update public.deployment_steps set state = 'done', started_at = coalesce(started_at, now()), finished_at = now()
  where deployment_id = deployment and position = step;
  update public.deployments set state = 'live', finished_at = now(), lease_until = null where id = deployment;
  update public.phone_numbers set flow_id = current.flow_id, deployment_id = deployment
  where id = current.phone_number_id;
  perform private.drain_unused(current.workspace_id);
  return true;
end
$$;

-- Lets the next worker in at once, or after some seconds when there is something to wait for.
create function public.release_deployment(deployment uuid, holder integer, seconds integer) returns boolean
language sql set search_path = ''
as $$
  select private.renew_lease(deployment, holder, seconds)
$$;

grant usage on schema private to service_role;
grant execute on function
  private.renew_lease(uuid, integer, integer),
  private.drain_unused(uuid)
to service_role;
revoke all on function
  public.start_deployment(uuid, uuid, integer, uuid, uuid, text, text, jsonb, jsonb, jsonb),
  public.claim_deployment(uuid, integer),
  public.begin_step(uuid, integer, integer, integer),
  public.finish_step(uuid, integer, integer, text, text, integer),
  public.fail_deployment(uuid, integer, integer, jsonb),
  public.forget_resource(uuid, integer, text, boolean, integer),
  public.commit_deployment(uuid, integer, integer),
  public.release_deployment(uuid, integer, integer)
from public, anon, authenticated;
grant execute on function
  public.start_deployment(uuid, uuid, integer, uuid, uuid, text, text, jsonb, jsonb, jsonb),
  public.claim_deployment(uuid, integer),
  public.begin_step(uuid, integer, integer, integer),
  public.finish_step(uuid, integer, integer, text, text, integer),
  public.fail_deployment(uuid, integer, integer, jsonb),
  public.forget_resource(uuid, integer, text, boolean, integer),
  public.commit_deployment(uuid, integer, integer),
  public.release_deployment(uuid, integer, integer)
to service_role;
