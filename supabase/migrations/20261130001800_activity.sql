-- The activity log of a workspace: who did what, and when. It is written by triggers, in the transaction that does it, and is only ever
-- added to: no role may change or delete an entry, and a trigger refuses it to everybody else. People stand in it by the ids of their
-- accounts alone, callers and guests as shortened addresses, so that whoever is erased is a stranger in it too.

alter table public.workspaces
  -- Days. Shorter than a quarter would make it worthless.
  add column keep_activity smallint not null default 365 check (keep_activity between 90 and 1825);
grant update (keep_activity) on public.workspaces to authenticated;

create table public.activity (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  at timestamptz not null default clock_timestamp(),
  -- No reference: an entry outlives the account. Null: nobody in person.
  person uuid,
  action text not null check (action in (
    'signed-in', 'workspace-created', 'workspace-renamed', 'member-joined', 'member-left', 'member-removed', 'role-changed',
    'invited', 'invited-again', 'invitation-revoked', 'connection-set', 'connection-changed', 'connection-removed',
    'flow-created', 'flow-deleted', 'recording-on', 'recording-off', 'published', 'rolled-back', 'unpublished',
    'publication-failed', 'number-added', 'number-removed', 'secret-set', 'secret-changed', 'secret-removed', 'file-added',
    'file-removed', 'retention-changed', 'activity-retention-changed', 'countries-changed', 'secrecy-on', 'secrecy-off',
    'objection-noted', 'objection-withdrawn', 'person-exported', 'person-erased', 'words-read', 'calendar-opened',
    'calendar-closed', 'limit-set', 'limit-removed', 'limit-passed', 'limit-lifted'
  )),
  -- What fills its sentence.
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object')
);
create index activity_latest on public.activity (workspace_id, at desc);
create index activity_of_person on public.activity (person, at desc);

alter table public.activity enable row level security;
alter table public.activity force row level security;
grant select on public.activity to service_role;

-- Invariant: entries are added, and go only with their workspace or when they are older than it keeps them.
create function private.keep_as_written() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  days integer;
begin
  if tg_op = 'DELETE' then
    select keep_activity into days from public.workspaces where id = old.workspace_id;
    if days is null or old.at < now() - make_interval(days => days) then
      return old;
    end if;
  end if;
  raise exception 'the activity log is only added to' using errcode = '42501';
end
$$;
create trigger keep_as_written before update or delete on public.activity
  for each row execute function private.keep_as_written();
create trigger keep_as_written_whole before truncate on public.activity
  for each statement execute function private.keep_as_written();

-- Who acts: said by the server for its own transaction, else the person whose token it is.
create function private.act_as(person uuid) returns void
language sql set search_path = ''
as $$
  select set_config('allokoli.person', person::text, true)
$$;
create function private.actor() returns uuid
language sql stable set search_path = ''
as $$
  select coalesce(nullif(current_setting('allokoli.person', true), '')::uuid, (select auth.uid()))
$$;

-- Nothing is noted of a workspace that is just being deleted.
create function private.note(workspace uuid, what text, facts jsonb default '{}', who uuid default private.actor()) returns void
language sql security definer set search_path = ''
as $$
  insert into public.activity (workspace_id, person, action, facts)
  select id, who, what, jsonb_strip_nulls(facts) from public.workspaces where id = workspace
$$;

-- Enough to recognise it, too little to reach anybody.
create function private.shortened(address text) returns text
language sql immutable set search_path = ''
as $$
  select case
    when position('@' in address) > 0 then left(address, 1) || '…@' || split_part(address, '@', 2)
    else '…' || right(address, 2)
  end
$$;

revoke all on function
  private.keep_as_written(), private.act_as(uuid), private.actor(), private.note(uuid, text, jsonb, uuid),
  private.shortened(text)
from public;
grant execute on function private.act_as(uuid), private.actor(), private.note(uuid, text, jsonb, uuid), private.shortened(text)
to service_role;

-- Every change of people asks for the role first: from there on the person is known.
create or replace function private.role_held(workspace uuid, person uuid) returns public.member_role
language plpgsql set search_path = ''
as $$
begin
  perform private.act_as(person);
  perform from public.workspaces where id = workspace for no key update;
  return (select role from public.members where workspace_id = workspace and user_id = person);
end
$$;

create function private.note_workspace() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if new.name <> old.name then
    perform private.note(new.id, 'workspace-renamed', jsonb_build_object('from', old.name, 'to', new.name));
  end if;
  if (new.keep_words, new.keep_information, new.keep_calls) <> (old.keep_words, old.keep_information, old.keep_calls) then
    perform private.note(new.id, 'retention-changed', jsonb_build_object(
      'words', new.keep_words, 'information', new.keep_information, 'calls', new.keep_calls));
  end if;
  if new.keep_activity <> old.keep_activity then
    perform private.note(new.id, 'activity-retention-changed', jsonb_build_object('days', new.keep_activity));
  end if;
  if new.countries <> old.countries then
    perform private.note(new.id, 'countries-changed', jsonb_build_object(
      'added', (select string_agg(c, ', ' order by c) from unnest(new.countries) as c where c <> all (old.countries)),
      'removed', (select string_agg(c, ', ' order by c) from unnest(old.countries) as c where c <> all (new.countries))));
  end if;
  return null;
end
$$;
create trigger note_workspace after update on public.workspaces
  for each row execute function private.note_workspace();

create function private.note_member() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  who uuid := private.actor();
begin
  if tg_op = 'INSERT' then
    if exists (select from public.members where workspace_id = new.workspace_id and user_id <> new.user_id) then
      perform private.note(new.workspace_id, 'member-joined',
        jsonb_build_object('person', new.user_id, 'role', new.role), coalesce(who, new.user_id));
    else
      perform private.note(new.workspace_id, 'workspace-created', '{}', new.user_id);
    end if;
  elsif tg_op = 'UPDATE' then
    if new.role <> old.role then
      perform private.note(new.workspace_id, 'role-changed',
        jsonb_build_object('person', new.user_id, 'from', old.role, 'to', new.role));
    end if;
  else
    perform private.note(old.workspace_id,
      case when who is null or who = old.user_id then 'member-left' else 'member-removed' end,
      jsonb_build_object('person', old.user_id), coalesce(who, old.user_id));
  end if;
  return null;
end
$$;
create trigger note_member after insert or update or delete on public.members
  for each row execute function private.note_member();

create function private.note_invitation() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  facts jsonb := jsonb_build_object('email', private.shortened(new.email), 'role', new.role);
begin
  if tg_op = 'INSERT' then
    perform private.note(new.workspace_id, 'invited', facts);
  elsif new.state = 'revoked' and old.state = 'open' then
    perform private.note(new.workspace_id, 'invitation-revoked', facts);
  elsif new.token_hash <> old.token_hash then
    perform private.note(new.workspace_id, 'invited-again', facts);
  end if;
  return null;
end
$$;
create trigger note_invitation after insert or update on public.invitations
  for each row execute function private.note_invitation();

-- That it changed, never what it is: not even its last characters. Sealing it anew is no change.
create function private.note_connection() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.note(new.workspace_id, 'connection-set', jsonb_build_object('region', new.region));
  elsif tg_op = 'DELETE' then
    perform private.note(old.workspace_id, 'connection-removed', jsonb_build_object('region', old.region));
  elsif new.updated_at is distinct from old.updated_at then
    perform private.note(new.workspace_id, 'connection-changed', jsonb_build_object('region', new.region));
  end if;
  return null;
end
$$;
create trigger note_connection after insert or update or delete on public.vapi_connections
  for each row execute function private.note_connection();

-- Whether calls are recorded belongs to the drawing.
create function private.note_flow() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  recorded boolean;
begin
  if tg_op = 'INSERT' then
    perform private.note(new.workspace_id, 'flow-created', jsonb_build_object('flow', new.name));
  elsif tg_op = 'DELETE' then
    perform private.note(old.workspace_id, 'flow-deleted', jsonb_build_object('flow', old.name));
  else
    recorded := coalesce(new.document #> '{settings,recording}' = 'true', false);
    if recorded <> coalesce(old.document #> '{settings,recording}' = 'true', false) then
      perform private.note(new.workspace_id, case when recorded then 'recording-on' else 'recording-off' end,
        jsonb_build_object('flow', new.name));
    end if;
  end if;
  return null;
end
$$;
create trigger note_flow after insert or delete or update of document on public.flows
  for each row execute function private.note_flow();

create function private.note_deployment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  version integer := (select number from public.flow_versions where id = new.version_id);
  before record;
begin
  if new.state = old.state or new.state not in ('live', 'failed') then
    return null;
  end if;
  select v.number, d.flow_id into before
  from public.phone_numbers as n join public.deployments as d on d.id = n.deployment_id and d.id <> new.id
    join public.flow_versions as v on v.id = d.version_id
  where n.id = new.phone_number_id;
  perform private.note(
    new.workspace_id,
    case
      when new.state = 'failed' then 'publication-failed'
      when before.flow_id = new.flow_id and before.number > version then 'rolled-back'
      else 'published'
    end,
    jsonb_build_object(
      'flow', (select name from public.flows where id = new.flow_id),
      'version', version,
      'number', (select coalesce(nullif(label, ''), number) from public.phone_numbers where id = new.phone_number_id),
      'recording', case when jsonb_path_exists(new.plan, '$.**.artifactPlan.recordingEnabled ? (@ == true)') then true end,
      'reason', case when new.state = 'failed' then new.error ->> 'code' end
    ),
    new.created_by
  );
  return null;
end
$$;
create trigger note_deployment after update of state on public.deployments
  for each row execute function private.note_deployment();

create function private.note_number() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  facts jsonb := jsonb_build_object('number', coalesce(nullif(coalesce(new.label, old.label), ''), new.number, old.number));
begin
  if tg_op = 'INSERT' then
    perform private.note(new.workspace_id, 'number-added', facts);
  elsif tg_op = 'DELETE' then
    perform private.note(old.workspace_id, 'number-removed', facts);
  elsif old.deployment_id is not null and new.deployment_id is null
    and exists (select from public.deployments where id = old.deployment_id) then
    perform private.note(new.workspace_id, 'unpublished', facts);
  end if;
  return null;
end
$$;
create trigger note_number after insert or delete or update of deployment_id on public.phone_numbers
  for each row execute function private.note_number();

create function private.note_secret() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.note(new.workspace_id, 'secret-set', jsonb_build_object('name', new.name));
  elsif tg_op = 'DELETE' then
    perform private.note(old.workspace_id, 'secret-removed', jsonb_build_object('name', old.name));
  elsif new.updated_at is distinct from old.updated_at then
    perform private.note(new.workspace_id, 'secret-changed', jsonb_build_object('name', new.name));
  end if;
  return null;
end
$$;
create trigger note_secret after insert or update or delete on public.secrets
  for each row execute function private.note_secret();

-- One that never arrived was never there.
create function private.note_file() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' then
    if new.vapi_id is not null and old.vapi_id is null then
      perform private.note(new.workspace_id, 'file-added', jsonb_build_object('name', new.name), new.created_by);
    end if;
  elsif old.vapi_id is not null then
    perform private.note(old.workspace_id, 'file-removed', jsonb_build_object('name', old.name));
  end if;
  return null;
end
$$;
create trigger note_file after delete or update of vapi_id on public.knowledge_files
  for each row execute function private.note_file();

create function private.note_objection() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.note(coalesce(new.workspace_id, old.workspace_id),
    case tg_op when 'INSERT' then 'objection-noted' else 'objection-withdrawn' end,
    jsonb_build_object('caller', private.shortened(coalesce(new.number, old.number))));
  return null;
end
$$;
create trigger note_objection after insert or delete on public.objections
  for each row execute function private.note_objection();

create function private.note_calendar() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.note(coalesce(new.workspace_id, old.workspace_id),
    case tg_op when 'INSERT' then 'calendar-opened' else 'calendar-closed' end);
  return null;
end
$$;
create trigger note_calendar after insert or delete on public.calendar_feeds
  for each row execute function private.note_calendar();

create function private.note_sign_in() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if new.last_sign_in_at is distinct from old.last_sign_in_at then
    perform private.note(workspace_id, 'signed-in', '{}', new.id) from public.members where user_id = new.id;
  end if;
  return null;
end
$$;
create trigger note_sign_in after update of last_sign_in_at on auth.users
  for each row execute function private.note_sign_in();

revoke all on function
  private.note_workspace(), private.note_member(), private.note_invitation(), private.note_connection(), private.note_flow(),
  private.note_deployment(), private.note_number(), private.note_secret(), private.note_file(), private.note_objection(),
  private.note_calendar(), private.note_sign_in()
from public;

-- What the server writes in a person's name.
create function public.set_secret(
  workspace uuid, person uuid, secret text, sealed_text text, sealed_with text, at timestamptz
) returns void
language plpgsql set search_path = ''
as $$
begin
  perform private.act_as(person);
  insert into public.secrets (workspace_id, name, sealed, key_id, updated_at)
  values (workspace, secret, sealed_text, sealed_with, at)
  on conflict (workspace_id, name) do update set
    sealed = excluded.sealed, key_id = excluded.key_id, updated_at = excluded.updated_at;
end
$$;

create function public.remove_secret(workspace uuid, person uuid, secret text) returns void
language plpgsql set search_path = ''
as $$
begin
  perform private.act_as(person);
  delete from public.secrets where workspace_id = workspace and name = secret;
end
$$;

create function public.add_number(
  workspace uuid, person uuid, vapi_number text, digits text, its_provider text, its_state text
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  stored uuid;
begin
  perform private.act_as(person);
  insert into public.phone_numbers (workspace_id, vapi_id, number, provider, state)
  values (workspace, vapi_number, digits, its_provider, its_state)
  on conflict (vapi_id) do update set number = excluded.number, state = excluded.state
    where phone_numbers.workspace_id = workspace
  returning id into stored;
  return stored;
end
$$;

-- As before, in somebody's name.
create function public.remove_knowledge_file(file uuid, person uuid) returns text
language plpgsql set search_path = ''
as $$
begin
  perform private.act_as(person);
  return public.remove_knowledge_file(file);
end
$$;

create function public.hand_out_person(workspace uuid, person uuid, pattern text, number text) returns jsonb
language plpgsql set search_path = ''
as $$
begin
  perform private.note(workspace, 'person-exported', jsonb_build_object('caller', private.shortened(number)), person);
  return public.export_person(workspace, pattern);
end
$$;

create function public.erase_person(workspace uuid, person uuid, pattern text, number text) returns jsonb
language plpgsql set search_path = ''
as $$
begin
  perform private.note(workspace, 'person-erased', jsonb_build_object('caller', private.shortened(number)), person);
  return public.forget_person(workspace, pattern);
end
$$;

-- Latest first. Addresses are looked up now: accounts that are gone have none.
create function public.activity_of(workspace uuid, earlier_than timestamptz, most integer)
returns table (id uuid, at timestamptz, person uuid, email text, action text, facts jsonb, about text)
language sql stable security definer set search_path = ''
as $$
  select a.id, a.at, a.person, who.email::text, a.action, a.facts, whom.email::text
  from public.activity as a
  left join auth.users as who on who.id = a.person
  left join auth.users as whom on whom.id = (a.facts ->> 'person')::uuid
  where a.workspace_id = workspace and (earlier_than is null or a.at < earlier_than)
  order by a.at desc limit most
$$;

create function public.forget_activity(at timestamptz, most integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  forgotten integer;
begin
  with old as (
    select a.id from public.activity as a join public.workspaces as w on w.id = a.workspace_id
    where a.at < least(forget_activity.at, now()) - make_interval(days => w.keep_activity)
    order by a.at limit most
  )
  delete from public.activity as a using old where a.id = old.id;
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;

revoke all on function
  public.set_secret(uuid, uuid, text, text, text, timestamptz),
  public.remove_secret(uuid, uuid, text),
  public.add_number(uuid, uuid, text, text, text, text),
  public.remove_knowledge_file(uuid, uuid),
  public.hand_out_person(uuid, uuid, text, text),
  public.erase_person(uuid, uuid, text, text),
  public.activity_of(uuid, timestamptz, integer),
  public.forget_activity(timestamptz, integer)
from public, anon, authenticated;
grant execute on function
  public.set_secret(uuid, uuid, text, text, text, timestamptz),
  public.remove_secret(uuid, uuid, text),
  public.add_number(uuid, uuid, text, text, text, text),
  public.remove_knowledge_file(uuid, uuid),
  public.hand_out_person(uuid, uuid, text, text),
  public.erase_person(uuid, uuid, text, text),
  public.activity_of(uuid, timestamptz, integer),
  public.forget_activity(timestamptz, integer)
to service_role;
