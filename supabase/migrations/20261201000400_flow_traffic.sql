-- Where the calls of a flow went: for a period, and for one version or all of them, counted here, so that a browser gets counts and no call.
-- Nothing is kept: what is erased, hidden or forgotten is gone from the next answer.

-- The calls that are over, newest first, of at most so many; null for strangers. The server asks in the name of a person.
-- `steps`: of each step the calls and visits there, the calls that ended there by how they ended, and milliseconds, summed over the
-- visits whose length is known (`timed`). `links`: from one step to the next one, by the way out where it was noted (`noted`; its exit is
-- null when a rule valid at any time led away), the calls and how many of them say so themselves (`sure`).
create function public.flow_traffic(
  workspace uuid, person uuid, flow uuid, version uuid default null, since timestamptz default null, most integer default 20000
) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  traffic jsonb;
begin
  if not private.belongs_to(workspace, person) then
    return null;
  end if;
  execute format(
    'with found as materialized (
       select c.id, c.path, c.outcome, extract(epoch from c.ended_at - c.started_at) * 1000 as length
       from public.calls as c where %s and jsonb_array_length(c.path) > 0 order by c.created_at desc limit %s
     ), visits as materialized (
       select f.id, f.outcome, visit ->> ''node'' as node, f.path -> place::int ->> ''node'' as next, visit -> ''left'' as way,
         case when visit ? ''left'' then visit -> ''left'' ->> ''confidence'' = ''known''
           else visit ->> ''confidence'' = ''known'' and f.path -> place::int ->> ''confidence'' = ''known'' end as sure,
         coalesce((f.path -> place::int ->> ''at'')::numeric, case when f.path -> place::int is null then f.length end)
           - (visit ->> ''at'')::numeric as spent
       from found as f, jsonb_array_elements(f.path) with ordinality as visits (visit, place)
     ), steps as (
       select node, count(distinct id) as calls, count(*) as visits,
         count(*) filter (where next is null and outcome = ''caller-hung-up'') as hung_up,
         count(*) filter (where next is null and outcome = ''failed'') as failed,
         count(*) filter (where next is null and outcome = ''silence'') as silent,
         count(*) filter (where next is null and outcome = ''too-long'') as too_long,
         count(*) filter (where spent >= 0) as timed, coalesce(round(sum(spent) filter (where spent >= 0)), 0) as spent
       from visits group by node
     ), links as (
       select node, next, way is not null as noted, way ->> ''exit'' as exit, count(distinct id) as calls,
         count(distinct id) filter (where sure) as sure
       from visits where next is not null group by 1, 2, 3, 4
     )
     select jsonb_build_object(
       ''calls'', (select count(*) from found),
       ''steps'', (select coalesce(jsonb_agg(jsonb_build_object(''node'', node, ''calls'', calls, ''visits'', visits, ''hungUp'', hung_up,
          ''failed'', failed, ''silent'', silent, ''tooLong'', too_long, ''timed'', timed, ''spent'', spent) order by node), ''[]'') from steps),
       ''links'', (select coalesce(jsonb_agg(jsonb_build_object(''from'', node, ''to'', next, ''noted'', noted, ''exit'', exit,
          ''calls'', calls, ''sure'', sure) order by node, next, exit), ''[]'') from links))',
    private.call_conditions(workspace, jsonb_strip_nulls(
      jsonb_build_object('flow', flow, 'version', version, 'since', since, 'running', false))),
    least(greatest(most, 1), 20000))
  into traffic;
  return traffic;
end
$$;

revoke all on function public.flow_traffic(uuid, uuid, uuid, uuid, timestamptz, integer) from public, anon, authenticated;
grant execute on function public.flow_traffic(uuid, uuid, uuid, uuid, timestamptz, integer) to service_role;
