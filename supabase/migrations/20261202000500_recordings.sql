-- The sound of a call is at Vapi alone and fetched when somebody wants to hear it. Who heard it is noted like who read what was said.

do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into strict known
  from pg_constraint where conrelid = 'public.activity'::regclass and conname = 'activity_action_check';
  alter table public.activity drop constraint activity_action_check;
  execute format('alter table public.activity add constraint activity_action_check check ((%s) or action = ''recording-heard'')', known);
end
$$;

-- Whose call it is, and what Vapi calls it. Null when this person must not hear it, or nothing of what was said may be there any more: it
-- goes on, it is forgotten, or the workspace keeps no words.
create function public.call_to_hear(call uuid, person uuid) returns table (workspace_id uuid, vapi_call_id text)
language sql stable security definer set search_path = ''
as $$
  select c.workspace_id, c.vapi_call_id
  from public.calls as c
  join public.members as m on m.workspace_id = c.workspace_id and m.user_id = person
  join public.workspaces as w on w.id = c.workspace_id and not w.secrecy
  where c.id = call and c.status = 'ended'
    and not exists (select from private.call_removals as r where r.vapi_call_id = c.vapi_call_id)
$$;

-- Once an hour, like `read_call_words`.
create function public.note_hearing(call uuid, person uuid) returns void
language plpgsql set search_path = ''
as $$
declare
  heard public.calls;
begin
  select * into heard from public.calls where id = call;
  if heard.id is null or exists (
    select from public.activity as a
    where a.person = note_hearing.person and a.action = 'recording-heard' and a.facts ->> 'call' = call::text
      and a.at > now() - interval '1 hour'
  ) then
    return;
  end if;
  perform private.note(heard.workspace_id, 'recording-heard',
    jsonb_build_object('call', call, 'startedAt', coalesce(heard.started_at, heard.created_at)), person);
end
$$;

-- As before, and who listened.
create or replace function public.reads_of(workspace uuid, call uuid, earlier_than timestamptz, most integer)
returns table (id uuid, at timestamptz, person uuid, email text, action text, facts jsonb, about text)
language sql stable security definer set search_path = ''
as $$
  select a.id, a.at, a.person, who.email::text, a.action, a.facts, null::text
  from public.activity as a left join auth.users as who on who.id = a.person
  where a.workspace_id = workspace and (earlier_than is null or a.at < earlier_than)
    and (a.action in ('words-read', 'recording-heard', 'call-erased')
      or (call is null and a.action in ('questions-read', 'person-exported', 'person-erased')))
    and (call is null or a.facts ->> 'call' = call::text)
  order by a.at desc limit most
$$;
drop index public.activity_of_reads;
create index activity_of_reads on public.activity (workspace_id, at desc)
  where action in ('words-read', 'recording-heard', 'call-erased', 'questions-read', 'person-exported', 'person-erased');

revoke all on function public.call_to_hear(uuid, uuid), public.note_hearing(uuid, uuid) from public, anon, authenticated;
grant execute on function public.call_to_hear(uuid, uuid), public.note_hearing(uuid, uuid) to service_role;
