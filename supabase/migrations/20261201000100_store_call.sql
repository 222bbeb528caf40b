-- Each event of a call is followed by all that the call amounts to. Of what was said, only what is different from what stands there is
-- written: every turn is also a row of the index that words are searched in.
create or replace function public.store_call(
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

  -- Forgotten meanwhile: there is nothing to write down any more.
  if stored is null then
    return true;
  end if;
  -- Under secrecy nothing that was said stays, and the insert leaves nothing behind.
  delete from public.call_turns as known where known.call_id = stored and (
    exists (select from public.workspaces as w where w.id = workspace and w.secrecy)
    or (known.role, known.text, known.at, known.node_id) is distinct from (
      turns -> known.position ->> 'role', turns -> known.position ->> 'text',
      (turns -> known.position ->> 'at')::integer, turns -> known.position ->> 'node'
    )
  );
  insert into public.call_turns (workspace_id, call_id, position, role, text, at, node_id)
  select workspace, stored, turn.ordinality - 1, turn.value ->> 'role', turn.value ->> 'text',
    (turn.value ->> 'at')::integer, turn.value ->> 'node'
  from jsonb_array_elements(turns) with ordinality as turn
  where not exists (
    select from public.call_turns as known where known.call_id = stored and known.position = turn.ordinality - 1
  );

  update public.call_events set projected_at = now(), call_id = stored, error = null
  where id = any (events) and (projected_at is null or call_id is null);
  return true;
end
$$;
