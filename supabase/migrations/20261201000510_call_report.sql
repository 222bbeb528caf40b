-- What the calls of a period add up to, beside those of the period before, and by flow and version. Counted here, in one pass over both
-- periods; the browser gets figures.

-- `since` to `until`, and as many days before both. Null for strangers. Hours are 0 (Monday, midnight) to 167 of clocks in the time zone.
-- Answered: the call was taken and did not fail. Parts: at most a hundred, most calls first.
create function public.report_calls(
  workspace uuid, person uuid, filter jsonb, zone text, since timestamptz, until timestamptz, days integer
) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  report jsonb;
begin
  if not private.belongs_to(workspace, person) then
    return null;
  end if;
  execute format(
    'with found as materialized (
       select c.created_at >= %2$L::timestamptz as is_now, c.flow_id, c.version_id, c.outcome = ''transferred'' as transferred,
         c.started_at is not null and c.outcome is distinct from ''failed'' as answered, c.reached_goal,
         extract(epoch from c.ended_at - c.started_at) as seconds, c.cost, c.created_at at time zone %5$L as at
       from public.calls as c
       where %1$s and (
         (c.created_at >= %2$L::timestamptz and c.created_at < %3$L::timestamptz) or
         (c.created_at >= %2$L::timestamptz - make_interval(days => %4$L) and c.created_at < %3$L::timestamptz - make_interval(days => %4$L)))
     ), sums as (
       select is_now, flow_id, version_id, grouping(flow_id, version_id) as level, jsonb_build_object(
         ''calls'', count(*), ''answered'', count(*) filter (where answered), ''goal'', count(*) filter (where reached_goal),
         ''transferred'', count(*) filter (where transferred), ''seconds'', coalesce(sum(seconds), 0), ''cost'', sum(cost)) as figures,
         count(*) as number
       from found group by grouping sets ((is_now), (is_now, flow_id, version_id))
     ), parts as (
       select n.flow_id, n.version_id, n.figures, n.number, b.figures as before
       from sums as n left join sums as b
         on not b.is_now and b.level = 0 and b.flow_id is not distinct from n.flow_id and b.version_id is not distinct from n.version_id
       where n.is_now and n.level = 0 order by n.number desc, n.flow_id, n.version_id limit 100
     )
     select jsonb_build_object(
       ''now'', (select figures from sums where is_now and level = 3),
       ''before'', (select figures from sums where not is_now and level = 3),
       ''hours'', (select coalesce(jsonb_object_agg(hour, number), ''{}'') from (
         select (extract(isodow from at)::int - 1) * 24 + extract(hour from at)::int as hour, count(*) as number
         from found where is_now group by 1) as h),
       ''parts'', (select coalesce(jsonb_agg(jsonb_build_object(
         ''flow'', p.flow_id, ''version'', v.number, ''now'', p.figures, ''before'', p.before) order by p.number desc, p.flow_id, v.number desc), ''[]'')
         from parts as p left join public.flow_versions as v on v.id = p.version_id))',
    private.call_conditions(workspace, filter), since, until, days, zone)
  into report;
  return report;
end
$$;
revoke all on function public.report_calls(uuid, uuid, jsonb, text, timestamptz, timestamptz, integer) from public, anon, authenticated;
grant execute on function public.report_calls(uuid, uuid, jsonb, text, timestamptz, timestamptz, integer) to service_role;
