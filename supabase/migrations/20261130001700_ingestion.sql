-- Taking in what Vapi reports: what a workspace does not keep of what is said, and fewer questions for each event.

-- Blacked out of transcripts, and of what was collected unless it was asked for, before anything is stored.
alter table public.workspaces
  add column hides text[] not null default array['card', 'iban', 'nir', 'email', 'phone', 'birth-date']
  check (hides <@ array['card', 'iban', 'nir', 'email', 'phone', 'birth-date']);
grant update (hides) on public.workspaces to authenticated;

-- Whose a call is, with what must be known to take its events in: by what answered on which number, by what answered alone, by the
-- mark that an assistant of ours carries.
create function public.owner_of_call(resource text, vapi_number text, marked uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select found.owner || jsonb_build_object('hides', w.hides, 'number', n.number)
  from (select coalesce(
    public.deployment_of_call(resource, vapi_number),
    case when resource is not null then public.deployment_of_call(resource, null) end,
    (
      select jsonb_build_object(
        'workspace_id', d.workspace_id, 'deployment_id', d.id, 'flow_id', d.flow_id, 'version_id', d.version_id,
        'phone_number_id', d.phone_number_id, 'manifest', d.manifest
      )
      from public.deployments as d where d.id = marked
    )
  ) as owner) as found
  join public.workspaces as w on w.id = (found.owner ->> 'workspace_id')::uuid
  join public.phone_numbers as n on n.id = (found.owner ->> 'phone_number_id')::uuid
$$;

-- All that a call is computed from. Of too many events, records and reports are read rather than what was heard meanwhile.
create function public.read_call(workspace uuid, vapi_call text) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'payload', e.payload) order by e.type, e.id), '[]')
      from (
        select type, id, payload from public.call_events
        where workspace_id = workspace and vapi_call_id = vapi_call order by type, id limit 1000
      ) as e
    ),
    -- The deployment found when the call was first heard of stays: the number may have been switched since.
    'owner', (
      select jsonb_build_object(
        'workspace_id', d.workspace_id, 'deployment_id', d.id, 'flow_id', d.flow_id, 'version_id', d.version_id,
        'phone_number_id', d.phone_number_id, 'manifest', d.manifest
      )
      from public.calls as c join public.deployments as d on d.id = c.deployment_id
      where c.workspace_id = workspace and c.vapi_call_id = vapi_call
    )
  )
$$;

-- Until when the calls of a number were compared with Vapi's list of them; null: never.
alter table public.phone_numbers add column swept_until timestamptz;

-- Which of these calls are not known to have ended as Vapi says they did.
create function public.unfinished_calls(workspace uuid, vapi_calls text[]) returns setof text
language sql stable security definer set search_path = ''
as $$
  select asked.id from unnest(vapi_calls) as asked (id)
  where not exists (
      select from public.calls as c
      where c.workspace_id = workspace and c.vapi_call_id = asked.id and c.status = 'ended'
        and (c.cost is not null or c.words_erased_at is not null)
    )
    and not exists (select from private.call_removals as r where r.vapi_call_id = asked.id)
$$;

revoke all on function
  public.owner_of_call(text, text, uuid),
  public.read_call(uuid, text),
  public.unfinished_calls(uuid, text[])
from public, anon, authenticated;
grant execute on function
  public.owner_of_call(text, text, uuid),
  public.read_call(uuid, text),
  public.unfinished_calls(uuid, text[])
to service_role;
