-- Writing down what a call's events amount to, at once. For the server only (`service_role`).

-- Stores the call, its turns and the mark on its events in one transaction. False when the inbox has grown since the caller
-- read it (1000 are read at most): read again, compute again. Two projectors of one call wait for each other, so an older picture never wins.
create function public.store_call(
  workspace uuid, vapi_call text, events_seen integer, call jsonb, turns jsonb
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  events uuid[];
  stored uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(workspace::text || vapi_call, 0));
  select coalesce(array_agg(id), '{}') into events from public.call_events
  where workspace_id = workspace and vapi_call_id = vapi_call;
  if least(cardinality(events), 1000) <> events_seen then
    return false;
  end if;

  insert into public.calls as known (
    workspace_id, vapi_call_id, flow_id, version_id, deployment_id, phone_number_id, caller, status, ended_reason,
    started_at, ended_at, outcome, information, path, cost, created_at
  )
  values (
    workspace, vapi_call, (call ->> 'flow_id')::uuid, (call ->> 'version_id')::uuid, (call ->> 'deployment_id')::uuid,
    (call ->> 'phone_number_id')::uuid, call ->> 'caller', call ->> 'status', call ->> 'ended_reason',
    (call ->> 'started_at')::timestamptz, (call ->> 'ended_at')::timestamptz, call ->> 'outcome',
    call -> 'information', call -> 'path', (call ->> 'cost')::numeric,
    coalesce((call ->> 'started_at')::timestamptz, now())
  )
  on conflict (workspace_id, vapi_call_id) do update set
    flow_id = excluded.flow_id, version_id = excluded.version_id, deployment_id = excluded.deployment_id,
    phone_number_id = excluded.phone_number_id, caller = excluded.caller, status = excluded.status,
    ended_reason = excluded.ended_reason, started_at = excluded.started_at, ended_at = excluded.ended_at,
    outcome = excluded.outcome, information = excluded.information, path = excluded.path, cost = excluded.cost,
    updated_at = now()
  returning known.id into stored;

  delete from public.call_turns where call_id = stored;
  insert into public.call_turns (workspace_id, call_id, position, role, text, at, node_id)
  select workspace, stored, turn.ordinality - 1, turn.value ->> 'role', turn.value ->> 'text',
    (turn.value ->> 'at')::integer, turn.value ->> 'node'
  from jsonb_array_elements(turns) with ordinality as turn;

  update public.call_events set projected_at = now(), call_id = stored, error = null
  where id = any (events) and (projected_at is null or call_id is null);
  return true;
end
$$;

-- The deployment that a call belongs to. A squad or assistant created for one deployment names it exactly; one that was
-- reused belongs to several, and then it is the one that the called number has, or had, most recently.
create function public.deployment_of_call(resource text, vapi_number text) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'workspace_id', d.workspace_id, 'deployment_id', d.id, 'flow_id', d.flow_id, 'version_id', d.version_id,
    'phone_number_id', d.phone_number_id, 'manifest', d.manifest
  )
  from public.deployments as d
  join public.phone_numbers as n on n.id = d.phone_number_id
  where d.state in ('running', 'live', 'superseded')
    and (vapi_number is null or n.vapi_id = vapi_number)
    and (
      exists (select from public.deployment_steps as s where s.deployment_id = d.id and s.vapi_id = resource)
      or (resource is null and n.deployment_id = d.id)
    )
  order by (d.state = 'live') desc, d.created_at desc
  limit 1
$$;

revoke all on function
  public.store_call(uuid, text, integer, jsonb, jsonb),
  public.deployment_of_call(text, text)
from public, anon, authenticated;
grant execute on function
  public.store_call(uuid, text, integer, jsonb, jsonb),
  public.deployment_of_call(text, text)
to service_role;
