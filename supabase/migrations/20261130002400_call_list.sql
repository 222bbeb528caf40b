-- The list of calls at any size: filtered, paged and counted here, so that a browser gets the rows that it shows and no others.
-- The server asks in the name of a person, who sees the calls of their own workspaces and nothing of others.

-- Words without case and accents, for searching. Capitals with accents are listed too: in some locales `lower` knows ASCII only.
create function private.folded(words text) returns text
language sql immutable parallel safe strict set search_path = ''
as $$
  select pg_catalog.translate(pg_catalog.lower(words),
    'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ’', 'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy''')
$$;

-- Kept beside the words and gone with them: nothing else needs to be erased.
create extension if not exists btree_gin with schema extensions;
alter table public.call_turns
  add column words tsvector generated always as (to_tsvector('pg_catalog.simple', private.folded(text))) stored;
create index call_turns_words on public.call_turns using gin (workspace_id, words);

create index calls_running on public.calls (workspace_id, created_at desc) where status <> 'ended';
create index calls_of_number_latest on public.calls (workspace_id, phone_number_id, created_at desc);
drop index public.calls_of_number;
create index calls_of_version_latest on public.calls (workspace_id, version_id, created_at desc);
drop index public.calls_of_version;

-- All words of a question, the last one perhaps not yet typed to its end; null when there is no word in it.
create function private.words_query(question text) returns tsquery
language sql immutable strict set search_path = ''
as $$
  select to_tsquery('pg_catalog.simple', string_agg(word[1], ' & ') || ':*')
  from regexp_matches(private.folded(question), '[[:alnum:]]+', 'g') as word
$$;

-- The conditions of a filter on `calls as c`; every value is quoted. What is not known is refused, or a typing mistake would show all calls.
create function private.call_conditions(workspace uuid, filter jsonb) returns text
language plpgsql stable set search_path = ''
as $$
declare
  key text;
  value text;
  conditions text := format('c.workspace_id = %L::uuid', workspace);
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

create function private.belongs_to(workspace uuid, person uuid) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select from public.members as m join public.workspaces as w on w.id = m.workspace_id
    where m.workspace_id = workspace and m.user_id = person and w.closed_at is null
  )
$$;

-- Searching hands out no word: reading them is noted (`read_call_words`).
-- Newest first, nothing for strangers; `before_at` and `before_id` are those of the last row of the page before.
create function public.list_calls(
  workspace uuid, person uuid, filter jsonb default '{}', size integer default 50, before_at timestamptz default null, before_id uuid default null
)
returns table (
  id uuid, flow_id uuid, version_id uuid, phone_number_id uuid, caller text, status text, ended_reason text, started_at timestamptz,
  ended_at timestamptz, outcome text, information jsonb, path jsonb, cost numeric, created_at timestamptz
)
language plpgsql stable set search_path = ''
as $$
begin
  if not private.belongs_to(workspace, person) then
    return;
  end if;
  return query execute format(
    'select c.id, c.flow_id, c.version_id, c.phone_number_id, c.caller, c.status, c.ended_reason, c.started_at, c.ended_at, c.outcome,
       c.information, c.path, c.cost, c.created_at
     from public.calls as c where %s %s order by c.created_at desc, c.id desc limit %s',
    private.call_conditions(workspace, filter),
    case when before_at is not null then format('and (c.created_at, c.id) < (%L::timestamptz, %L::uuid)', before_at, before_id) end,
    least(greatest(size, 1), 500));
end
$$;

-- Sums of the calls of a filter. `outcomes` counts without the filter's own outcome, so that another one can be chosen; days and hours are
-- those of clocks in the time zone; hours are 0 (Monday, midnight) to 167.
create function public.sum_up_calls(workspace uuid, person uuid, filter jsonb default '{}', zone text default 'UTC') returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  sums jsonb;
begin
  if not private.belongs_to(workspace, person) then
    return null;
  end if;
  execute format(
    'with found as materialized (
       select c.outcome, c.status, c.cost, extract(epoch from c.ended_at - c.started_at) as seconds, c.created_at at time zone %L as at
       from public.calls as c where %s
     ), shown as (select * from found where %s)
     select jsonb_build_object(
       ''calls'', (select count(*) from shown),
       ''ended'', (select count(*) from shown where status = ''ended''),
       ''served'', (select count(*) from shown where outcome in (''completed'', ''transferred'')),
       ''transferred'', (select count(*) from shown where outcome = ''transferred''),
       ''seconds'', (select sum(seconds) from shown),
       ''cost'', (select sum(cost) from shown),
       ''outcomes'', (select coalesce(jsonb_object_agg(outcome, number), ''{}'') from
         (select outcome, count(*) as number from found where outcome is not null group by outcome) as o),
       ''days'', (select coalesce(jsonb_object_agg(day, number), ''{}'') from
         (select at::date as day, count(*) as number from shown group by 1) as d),
       ''hours'', (select coalesce(jsonb_object_agg(hour, number), ''{}'') from
         (select (extract(isodow from at)::int - 1) * 24 + extract(hour from at)::int as hour, count(*) as number from shown group by 1) as h))',
    zone, private.call_conditions(workspace, filter - 'outcome'),
    case when filter ? 'outcome' then format('outcome = %L', filter ->> 'outcome') else 'true' end)
  into sums;
  return sums;
end
$$;

revoke all on function
  private.folded(text), private.words_query(text), private.call_conditions(uuid, jsonb), private.belongs_to(uuid, uuid)
from public;
grant execute on function
  private.folded(text), private.words_query(text), private.call_conditions(uuid, jsonb), private.belongs_to(uuid, uuid)
to service_role;
revoke all on function
  public.list_calls(uuid, uuid, jsonb, integer, timestamptz, uuid), public.sum_up_calls(uuid, uuid, jsonb, text)
from public, anon, authenticated;
grant execute on function
  public.list_calls(uuid, uuid, jsonb, integer, timestamptz, uuid), public.sum_up_calls(uuid, uuid, jsonb, text)
to service_role;
