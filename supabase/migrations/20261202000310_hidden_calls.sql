-- A call that somebody does not want to see among the others: a test from one's own phone, a wrong number. It stays as it is, with all
-- that was said, and is left out of lists, figures, traffic and questions until it is shown again. What it cost stays in the month's use.

alter table public.calls add column hidden_at timestamptz;
grant select (hidden_at) on public.calls to authenticated;
create index calls_hidden on public.calls (workspace_id, created_at desc) where hidden_at is not null;

-- As before; hidden calls are left out unless the filter asks for them: `only` them, or them `too`.
create or replace function private.call_conditions(workspace uuid, filter jsonb) returns text
language plpgsql stable set search_path = ''
as $$
declare
  key text;
  value text;
  conditions text := format('c.workspace_id = %L::uuid', workspace)
    || case when filter ? 'hidden' then '' else ' and c.hidden_at is null' end;
  digits text;
begin
  for key, value in select * from jsonb_each_text(filter) loop
    conditions := conditions || ' and ' || case key
      when 'flow' then format('c.flow_id = %L::uuid', value)
      when 'version' then format('c.version_id = %L::uuid', value)
      when 'number' then format('c.phone_number_id = %L::uuid', value)
      when 'since' then format('c.created_at >= %L::timestamptz', value)
      when 'until' then format('c.created_at < %L::timestamptz', value)
      when 'outcome' then format('c.outcome = %L', value)
      when 'running' then case when value::boolean then 'c.status <> ''ended''' else 'c.status = ''ended''' end
      when 'longer' then format('c.ended_at - c.started_at >= make_interval(secs => %L)', value::integer)
      when 'shorter' then format('c.ended_at - c.started_at < make_interval(secs => %L)', value::integer)
      when 'hidden' then case value when 'only' then 'c.hidden_at is not null' when 'too' then 'true' end
      when 'text' then '(' || concat_ws(' or ',
        format('c.id in (select t.call_id from public.call_turns as t where t.workspace_id = %L::uuid and t.words @@ private.words_query(%L))',
          workspace, value),
        format('to_tsvector(''pg_catalog.simple'', private.folded(c.information::text)) @@ private.words_query(%L)', value),
        case when length(regexp_replace(value, '[^0-9]', '', 'g')) >= 3 and value !~ '[[:alpha:]]' then
          format('c.caller like %L', '%' || regexp_replace(regexp_replace(value, '[^0-9]', '', 'g'), '^0', '') || '%') end) || ')'
    end;
    if conditions is null then
      raise exception 'unknown filter: %', key using errcode = '22023';
    end if;
  end loop;
  return conditions;
end
$$;

-- As before, without questions of hidden calls.
create or replace function public.read_questions(workspace uuid, person uuid, most integer default 100) returns jsonb
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
    join public.calls as c on c.id = q.call_id and c.hidden_at is null
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

do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into strict known
  from pg_constraint where conrelid = 'public.activity'::regclass and conname = 'activity_action_check';
  alter table public.activity drop constraint activity_action_check;
  execute format(
    'alter table public.activity add constraint activity_action_check check ((%s) or action in (''call-hidden'', ''call-shown''))', known);
end
$$;

-- Null, or why not.
create function public.hide_call(call uuid, person uuid, hides boolean) returns text
language plpgsql set search_path = ''
as $$
declare
  asked public.calls;
  held public.member_role;
begin
  select * into asked from public.calls where id = call;
  if asked.id is null then
    return 'not-found';
  end if;
  held := private.role_held(asked.workspace_id, person);
  if held is null then
    return 'not-found';
  elsif held = 'viewer' then
    return 'not-allowed';
  elsif asked.status <> 'ended' then
    return 'call-goes-on';
  end if;
  update public.calls set hidden_at = case when hides then now() end
  where id = call and (hidden_at is not null) <> hides;
  if found then
    perform private.note(asked.workspace_id, case when hides then 'call-hidden' else 'call-shown' end,
      jsonb_build_object('call', call, 'startedAt', coalesce(asked.started_at, asked.created_at)), person);
  end if;
  return null;
end
$$;
revoke all on function public.hide_call(uuid, uuid, boolean) from public, anon, authenticated;
grant execute on function public.hide_call(uuid, uuid, boolean) to service_role;
