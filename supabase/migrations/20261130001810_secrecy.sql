-- Professional secrecy (C. pén. 226-13; CSP L1110-4; law of 31 December 1971, art. 66-5): a workspace of health or law keeps nothing that
-- was said. What its calls compile to says so (flow/compile); whatever comes in all the same is dropped here before it is stored.

alter table public.workspaces add column secrecy boolean not null default false;
grant update (secrecy) on public.workspaces to authenticated;

-- Days at most while it is on; switched on, longer times become these.
create function private.shorten_retention() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.secrecy then
    new.keep_words := 1;
    new.keep_information := least(new.keep_information, 30);
    new.keep_calls := least(new.keep_calls, 180);
  end if;
  return new;
end
$$;
create trigger shorten_retention before insert or update on public.workspaces
  for each row execute function private.shorten_retention();

create function private.note_secrecy() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.note(new.id, case when new.secrecy then 'secrecy-on' else 'secrecy-off' end);
  return null;
end
$$;
create trigger note_secrecy after update of secrecy on public.workspaces
  for each row when (new.secrecy <> old.secrecy) execute function private.note_secrecy();

-- The message without a word of anybody: who spoke and which tool was called stays, for the way through the drawing. Of results only
-- outcomes, which are single words.
create function private.without_words(payload jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  path text;
  place text[];
begin
  payload := payload - array['transcript', 'summary', 'analysis'];
  foreach path in array array['{artifact}', '{call,artifact}'] loop
    place := path::text[];
    continue when jsonb_typeof(payload #> place) is distinct from 'object';
    payload := payload #- (place || array['structuredOutputs']);
    continue when jsonb_typeof(payload #> (place || array['messages'])) is distinct from 'array';
    payload := jsonb_set(payload, place || array['messages'], (
      select coalesce(jsonb_agg(
        line
        || case when coalesce(line ->> 'message', '') = '' then '{}' else jsonb_build_object('message', '…') end
        || case when coalesce(line ->> 'result', '') ~ '^[A-Za-z0-9_.:{}"-]{0,80}$' then '{}'
          else jsonb_build_object('result', '…') end
        order by spot), '[]')
      from jsonb_array_elements(payload #> (place || array['messages'])) with ordinality as lines (line, spot)
    ));
  end loop;
  return payload;
end
$$;

create function private.drop_words() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (select from public.workspaces where id = new.workspace_id and secrecy) then
    return new;
  end if;
  if tg_table_name = 'call_turns' then
    return null;
  end if;
  new.payload := private.without_words(new.payload);
  return new;
end
$$;
create trigger drop_words before insert or update of payload, workspace_id on public.call_events
  for each row execute function private.drop_words();
create trigger drop_words before insert on public.call_turns
  for each row execute function private.drop_words();

-- Calls of such workspaces, as soon as they are over and their report has come: what is left of the words goes here, and the call at
-- Vapi. A report that does not come is not waited for.
create function public.forget_secret_calls(at timestamptz, most integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  call public.calls;
  forgotten integer := 0;
begin
  for call in
    select c.* from public.calls as c join public.workspaces as w on w.id = c.workspace_id
    where w.secrecy and c.words_erased_at is null and c.status = 'ended'
      and (c.cost is not null or coalesce(c.ended_at, c.created_at) < at - interval '30 minutes')
    order by c.created_at limit most for update of c skip locked
  loop
    perform private.forget_words(call, at);
    forgotten := forgotten + 1;
  end loop;
  return forgotten;
end
$$;

-- What is in service, and whether it was published under secrecy: not a word kept, nothing recorded.
create function public.secrecy_in_service(workspace uuid)
returns table (flow_id uuid, name text, number text, is_secret boolean)
language sql stable set search_path = ''
as $$
  select d.flow_id, f.name, coalesce(nullif(n.label, ''), n.number), not jsonb_path_exists(
    d.plan, '$.resources[*].body.artifactPlan ? (@.transcriptPlan.enabled == true || @.recordingEnabled == true)')
  from public.deployments as d
  join public.flows as f on f.id = d.flow_id
  join public.phone_numbers as n on n.id = d.phone_number_id
  where d.workspace_id = workspace and d.state = 'live' and n.deployment_id = d.id
  order by f.name, 3
$$;

-- What was said on a call is read here alone, in the transaction that notes who read it: once in an hour for a call that they keep open.
-- Null for strangers, and for a call that does not exist; under secrecy whoever only looks on reads nothing.
revoke select on public.call_turns from authenticated;
drop policy call_turns_read on public.call_turns;
create function public.read_call_words(call uuid, person uuid) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  asked public.calls;
  held public.member_role;
  words jsonb;
begin
  select * into asked from public.calls where id = call;
  select m.role into held from public.members as m
  where m.workspace_id = asked.workspace_id and m.user_id = person;
  if held is null then
    return null;
  end if;
  if held = 'viewer' and (select secrecy from public.workspaces where id = asked.workspace_id) then
    return '[]';
  end if;
  select jsonb_agg(jsonb_build_object('position', t.position, 'role', t.role, 'text', t.text, 'at', t.at, 'node', t.node_id)
    order by t.position) into words
  from public.call_turns as t where t.call_id = call;
  if words is null then
    return '[]';
  end if;
  if not exists (
    select from public.activity as a
    where a.person = read_call_words.person and a.action = 'words-read' and a.facts ->> 'call' = call::text
      and a.at > now() - interval '1 hour'
  ) then
    perform private.note(asked.workspace_id, 'words-read',
      jsonb_build_object('call', call, 'startedAt', coalesce(asked.started_at, asked.created_at)), person);
  end if;
  return words;
end
$$;

revoke all on function
  private.shorten_retention(), private.note_secrecy(), private.without_words(jsonb), private.drop_words()
from public;
revoke all on function
  public.read_call_words(uuid, uuid), public.forget_secret_calls(timestamptz, integer), public.secrecy_in_service(uuid)
from public, anon, authenticated;
grant execute on function
  public.read_call_words(uuid, uuid), public.forget_secret_calls(timestamptz, integer), public.secrecy_in_service(uuid)
to service_role;

-- Invariant: while it is on nothing is published that keeps words: no plan made before it, none of an earlier version.
create function private.keep_secrecy() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from public.workspaces where id = new.workspace_id and secrecy) and jsonb_path_exists(
    new.plan, '$.resources[*].body.artifactPlan ? (@.transcriptPlan.enabled == true || @.recordingEnabled == true)'
  ) then
    raise exception 'secrecy' using errcode = '55000', hint = 'Compile the flow again.';
  end if;
  return new;
end
$$;
revoke all on function private.keep_secrecy() from public;
create trigger keep_secrecy before insert on public.deployments
  for each row execute function private.keep_secrecy();
