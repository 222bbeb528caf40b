-- Rehearsals that were kept as tests: what the caller says, what is pretended, what must come of it, and how it went last. A test made
-- from a real call holds that caller's words: it goes with the words of the call.

-- The shape that browsers read strictly (`src/rehearsals/test-case.ts`), as far as the database can tell.
create function private.is_test_case(body jsonb) returns boolean
language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(body) = 'object' and jsonb_typeof(body -> 'lines') = 'array'
    and jsonb_typeof(body -> 'expectations') = 'array' and jsonb_typeof(body -> 'name') = 'string' then
      body -> 'format' = '1'
      and body - array['format', 'name', 'lines', 'pretence', 'expectations'] = '{}'
      and char_length(btrim(body ->> 'name')) between 1 and 120
      and coalesce(jsonb_typeof(body -> 'pretence') = 'object', false)
      and jsonb_array_length(body -> 'lines') <= 60
      and jsonb_array_length(body -> 'expectations') <= 40
      and not jsonb_path_exists(body, 'strict $.lines[*] ? (@.type() != "string")')
      and not jsonb_path_exists(body, 'strict $.expectations[*] ? (@.type() != "object")')
      and not jsonb_path_exists(body, '$.expectations[*] ? (!exists(@.type ? (
        @ == "reaches" || @ == "avoids" || @ == "collects" || @ == "says" || @ == "never-says" || @ == "ends")))')
    else false end
$$;
revoke all on function private.is_test_case(jsonb) from public;
grant execute on function private.is_test_case(jsonb) to authenticated, service_role;

create table public.test_cases (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid not null,
  -- The call whose words it repeats.
  call_id uuid,
  body jsonb not null
    check (private.is_test_case(body))
    check (octet_length(body::text) <= 128 * 1024),
  -- How it went last, and the last time that it held.
  result jsonb
    check (jsonb_typeof(result) = 'object')
    check (octet_length(result::text) <= 512 * 1024),
  created_by uuid default auth.uid() references auth.users (id) on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default now(),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete cascade,
  foreign key (workspace_id, call_id) references public.calls (workspace_id, id) on delete cascade
);
create index test_cases_of_flow on public.test_cases (workspace_id, flow_id, created_at);
create index test_cases_of_call on public.test_cases (workspace_id, call_id);
create index test_cases_created_by on public.test_cases (created_by);

-- At most 200 a flow, counted under a lock; none repeats what was forgotten.
create function private.admit_test_case() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform from public.flows where id = new.flow_id for no key update;
  if (select count(*) from public.test_cases where workspace_id = new.workspace_id and flow_id = new.flow_id) >= 200 then
    raise exception 'a flow has at most 200 tests' using errcode = '23514', constraint = 'test_cases_limit';
  end if;
  if new.call_id is not null then
    perform from public.calls where id = new.call_id and words_erased_at is not null for share;
    if found then
      raise exception 'the words of the call are forgotten' using errcode = '23514', constraint = 'test_cases_forgotten';
    end if;
  end if;
  return new;
end
$$;
create function private.touch_test_case() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.id := old.id;
  new.created_at := old.created_at;
  new.updated_at := now();
  return new;
end
$$;
create function private.forget_tests_of_call() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.test_cases where workspace_id = new.workspace_id and call_id = new.id;
  return null;
end
$$;

-- One entry for what was kept or removed in one go; none for what goes with its flow. Without names: people may stand in them, and the
-- log cannot be taken back.
create function private.note_test_cases() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.note(t.workspace_id, case tg_op when 'INSERT' then 'tests-kept' else 'tests-removed' end,
    jsonb_build_object('flow', t.flow, 'count', t.count))
  from (
    select c.workspace_id, f.name as flow, count(*) as count
    from changed as c join public.flows as f on f.id = c.flow_id
    group by c.workspace_id, c.flow_id, f.name
  ) as t;
  return null;
end
$$;
revoke all on function
  private.admit_test_case(), private.touch_test_case(), private.forget_tests_of_call(), private.note_test_cases()
from public;

create trigger admit_test_case before insert on public.test_cases
  for each row execute function private.admit_test_case();
create trigger keep_tenant before update on public.test_cases
  for each row execute function private.keep_tenant();
create trigger touch_test_case before update on public.test_cases
  for each row execute function private.touch_test_case();
create trigger note_kept after insert on public.test_cases
  referencing new table as changed for each statement execute function private.note_test_cases();
create trigger note_removed after delete on public.test_cases
  referencing old table as changed for each statement execute function private.note_test_cases();
create trigger forget_tests_of_call after update of words_erased_at on public.calls
  for each row when (new.words_erased_at is not null) execute function private.forget_tests_of_call();

-- What the log may tell grows by two, whatever else it tells by now.
do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into strict known
  from pg_constraint where conrelid = 'public.activity'::regclass and conname = 'activity_action_check';
  alter table public.activity drop constraint activity_action_check;
  execute format(
    'alter table public.activity add constraint activity_action_check check ((%s) or action in (''tests-kept'', ''tests-removed''))',
    known
  );
end
$$;

alter table public.test_cases enable row level security;
alter table public.test_cases force row level security;

grant select, delete on public.test_cases to authenticated;
grant insert (id, workspace_id, flow_id, call_id, body, result) on public.test_cases to authenticated;
grant update (body, result) on public.test_cases to authenticated;
grant select, insert, update, delete on public.test_cases to service_role;

create policy test_cases_read on public.test_cases for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy test_cases_keep on public.test_cases for insert to authenticated
  with check (workspace_id in (select private.my_workspaces('editor')));
create policy test_cases_change on public.test_cases for update to authenticated
  using (workspace_id in (select private.my_workspaces('editor')))
  with check (workspace_id in (select private.my_workspaces('editor')));
create policy test_cases_remove on public.test_cases for delete to authenticated
  using (workspace_id in (select private.my_workspaces('editor')));

-- A test may say a person's number again: it is handed out and erased with everything else about them.
alter function public.export_person(uuid, text) rename to export_person_but_tests;
alter function public.export_person_but_tests(uuid, text) set schema private;
alter function public.forget_person(uuid, text) rename to forget_person_but_tests;
alter function public.forget_person_but_tests(uuid, text) set schema private;

create function private.tests_with_person(workspace uuid, pattern text) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select t.id from public.test_cases as t
  where t.workspace_id = workspace and (
    t.body::text ~ pattern or t.result::text ~ pattern
    or t.call_id in (select private.calls_of_person(workspace, pattern))
  )
$$;

create function public.export_person(workspace uuid, pattern text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select private.export_person_but_tests(workspace, pattern) || jsonb_build_object('tests', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'createdAt', t.created_at, 'content', t.body, 'result', t.result
    ) order by t.created_at), '[]')
    from public.test_cases as t where t.id in (select private.tests_with_person(workspace, pattern))
  ))
$$;

create function public.forget_person(workspace uuid, pattern text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.test_cases where id in (select private.tests_with_person(workspace, pattern));
  return private.forget_person_but_tests(workspace, pattern);
end
$$;

revoke all on function
  private.tests_with_person(uuid, text),
  private.export_person_but_tests(uuid, text),
  private.forget_person_but_tests(uuid, text),
  public.export_person(uuid, text),
  public.forget_person(uuid, text)
from public, anon, authenticated, service_role;
grant execute on function public.export_person(uuid, text), public.forget_person(uuid, text) to service_role;
