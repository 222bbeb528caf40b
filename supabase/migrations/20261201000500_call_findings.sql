-- What a call came to, beyond its way through the drawing: whether it reached what the drawing is for, and the questions that it could
-- not answer. Both are read by the function that projects calls, out of the same events, and stored in the same transaction.

alter table public.calls add column reached_goal boolean not null default false;
grant select (reached_goal) on public.calls to authenticated;
-- Of calls from before only what left a trace outside is known.
update public.calls as c set reached_goal = true
where c.outcome = 'transferred'
  or exists (select from public.bookings as b where b.call_id = c.id)
  or exists (select from public.messages as m where m.call_id = c.id and m.state in ('sent', 'caught'));

-- A question as the caller asked it, at a step that knew no answer. Words of a call: they stand among its turns too, so that whoever asks
-- for what is kept of them gets them there, and they go when those go.
create table public.call_questions (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  call_id uuid not null,
  position integer not null check (position >= 0),
  node_id text not null,
  question text not null check (length(question) <= 1000),
  asked_at timestamptz not null,
  -- The same for a question in other spelling. It says nothing by itself: what was settled is remembered by it.
  digest text not null generated always as (
    md5(btrim(regexp_replace(private.folded(question), '[^[:alnum:]]+', ' ', 'g')))
  ) stored,
  primary key (call_id, position),
  foreign key (workspace_id, call_id) references public.calls (workspace_id, id) on delete cascade
);
create index call_questions_of_workspace on public.call_questions (workspace_id, asked_at desc);
create index call_questions_of_call on public.call_questions (workspace_id, call_id);
create trigger keep_tenant before update on public.call_questions
  for each row execute function private.keep_tenant();
alter table public.call_questions enable row level security;
alter table public.call_questions force row level security;
grant select, insert, update, delete on public.call_questions to service_role;

-- Questions of a flow that were answered in its drawing, or put aside; without their words, which may be gone by then.
create table public.settled_questions (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{32}$'),
  state text not null check (state in ('answered', 'dismissed')),
  settled_at timestamptz not null default now(),
  primary key (workspace_id, flow_id, digest),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete cascade
);
create trigger keep_tenant before update on public.settled_questions
  for each row execute function private.keep_tenant();
alter table public.settled_questions enable row level security;
alter table public.settled_questions force row level security;
grant select, insert, update, delete on public.settled_questions to service_role;

-- Under professional secrecy no question is stored, and none of a call whose words were forgotten.
create function private.drop_questions() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from public.workspaces where id = new.workspace_id and secrecy)
    or exists (select from public.calls where id = new.call_id and words_erased_at is not null) then
    return null;
  end if;
  return new;
end
$$;
create trigger drop_questions before insert on public.call_questions
  for each row execute function private.drop_questions();

create function private.forget_questions() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.call_questions where call_id = new.id;
  return null;
end
$$;
create trigger forget_questions after update of words_erased_at on public.calls
  for each row when (new.words_erased_at is not null) execute function private.forget_questions();

-- A call as it was computed, with what it came to. False: the inbox grew meanwhile, nothing is written down (`store_call`).
create function public.store_projection(
  workspace uuid, vapi_call text, events_seen integer, call jsonb, turns jsonb, findings jsonb
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  stored uuid;
begin
  if not public.store_call(workspace, vapi_call, events_seen, call, turns) then
    return false;
  end if;
  update public.calls set reached_goal = coalesce((findings ->> 'reached_goal')::boolean, false)
  where workspace_id = workspace and vapi_call_id = vapi_call
  returning id into stored;
  if stored is null then
    return true;
  end if;
  delete from public.call_questions where call_id = stored;
  insert into public.call_questions (workspace_id, call_id, position, node_id, question, asked_at)
  select workspace, stored, found.ordinality - 1, found.value ->> 'node', left(found.value ->> 'question', 1000), c.created_at
  from jsonb_array_elements(findings -> 'questions') with ordinality as found
  join public.calls as c on c.id = stored;
  return true;
end
$$;

-- On calls of others only the number goes, also where it was part of a question.
alter function public.forget_person(uuid, text) rename to forget_person_but_questions;
alter function public.forget_person_but_questions(uuid, text) set schema private;
create function public.forget_person(workspace uuid, pattern text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  update public.call_questions set question = regexp_replace(question, pattern, '•••', 'g')
  where workspace_id = workspace and question ~ pattern;
  return private.forget_person_but_questions(workspace, pattern);
end
$$;

do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into strict known
  from pg_constraint where conrelid = 'public.activity'::regclass and conname = 'activity_action_check';
  alter table public.activity drop constraint activity_action_check;
  execute format('alter table public.activity add constraint activity_action_check check ((%s) or action = ''questions-read'')', known);
end
$$;

-- Questions of a workspace that wait for an answer, most frequent first, the same question once. Null for strangers. Answered ones come
-- again only when they were asked of a version made after the answer. What callers said is read here: it is noted, once in an hour.
create function public.read_questions(workspace uuid, person uuid, most integer default 100) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  held public.member_role;
  found jsonb;
begin
  if not private.belongs_to(workspace, person) then
    return null;
  end if;
  select m.role into held from public.members as m where m.workspace_id = workspace and m.user_id = person;
  if held = 'viewer' and (select secrecy from public.workspaces where id = workspace) then
    return '[]';
  end if;
  select coalesce(jsonb_agg(to_jsonb(g) order by g.times desc, g.last_asked_at desc), '[]') into found
  from (
    select c.flow_id, q.digest, count(*)::integer as times, max(q.asked_at) as last_asked_at,
      (array_agg(q.question order by q.asked_at desc, q.call_id))[1] as question,
      (array_agg(q.node_id order by q.asked_at desc, q.call_id))[1] as node_id,
      (array_agg(q.call_id order by q.asked_at desc, q.call_id))[1] as call_id
    from public.call_questions as q
    join public.calls as c on c.id = q.call_id
    left join public.flow_versions as v on v.id = c.version_id
    left join public.settled_questions as s
      on s.workspace_id = q.workspace_id and s.flow_id = c.flow_id and s.digest = q.digest
    where q.workspace_id = workspace and c.flow_id is not null
      and (s.state is null or (s.state = 'answered' and v.created_at > s.settled_at))
    group by c.flow_id, q.digest
    order by times desc, last_asked_at desc limit most
  ) as g;
  if found <> '[]' and not exists (
    select from public.activity as a
    where a.workspace_id = workspace and a.person = read_questions.person and a.action = 'questions-read'
      and a.at > now() - interval '1 hour'
  ) then
    perform private.note(workspace, 'questions-read', '{}', person);
  end if;
  return found;
end
$$;

-- Null, or why not. `becomes` null: it waits for an answer again.
create function public.settle_question(workspace uuid, person uuid, flow uuid, question text, becomes text) returns text
language plpgsql set search_path = ''
as $$
declare
  held public.member_role;
begin
  held := private.role_held(workspace, person);
  if held is null or not exists (select from public.flows where id = flow and workspace_id = workspace) then
    return 'not-found';
  end if;
  if held = 'viewer' then
    return 'not-allowed';
  end if;
  if becomes is null then
    delete from public.settled_questions as s
    where s.workspace_id = workspace and s.flow_id = flow and s.digest = question;
  else
    insert into public.settled_questions (workspace_id, flow_id, digest, state) values (workspace, flow, question, becomes)
    on conflict (workspace_id, flow_id, digest) do update set state = excluded.state, settled_at = now();
  end if;
  return null;
end
$$;

revoke all on function private.drop_questions(), private.forget_questions() from public;
revoke all on function
  private.forget_person_but_questions(uuid, text),
  public.forget_person(uuid, text),
  public.store_projection(uuid, text, integer, jsonb, jsonb, jsonb),
  public.read_questions(uuid, uuid, integer),
  public.settle_question(uuid, uuid, uuid, text, text)
from public, anon, authenticated, service_role;
grant execute on function
  public.forget_person(uuid, text),
  public.store_projection(uuid, text, integer, jsonb, jsonb, jsonb),
  public.read_questions(uuid, uuid, integer),
  public.settle_question(uuid, uuid, uuid, text, text)
to service_role;
