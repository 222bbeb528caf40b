-- What the privacy page and the activity log tell: who gets something of the calls of a workspace, and who read what was said.

-- Out of what is in service: which companies speak, listen and think in it, carry its line, and are written to or asked. `name` is the
-- provider, or the host of another system. Flows by name.
create function public.processors_in_use(workspace uuid) returns table (role text, name text, flows text[])
language sql stable set search_path = ''
as $$
  with live as (
    select d.plan, d.manifest, f.name as flow, n.provider from public.deployments as d
    join public.flows as f on f.id = d.flow_id
    join public.phone_numbers as n on n.id = d.phone_number_id
    where d.workspace_id = workspace and d.state = 'live' and n.deployment_id = d.id
  ),
  found as (
    select 'line' as role, provider as name, flow from live
    union all
    select part.role, named #>> '{}', flow from live,
      (values ('model', '$.resources[*].body.model.provider'), ('voice', '$.resources[*].body.voice.provider'),
        ('transcriber', '$.resources[*].body.transcriber.provider'),
        ('documents', '$.resources[*].body.model.tools[*].knowledgeBases[*].provider')) as part (role, path),
      jsonb_path_query(plan, part.path::jsonpath) as named
    union all
    select effect ->> 'kind', case when effect ->> 'kind' = 'asks' then effect #>> '{to,value}' else '' end, flow
    from live, jsonb_path_query(manifest, '$.effects[*]') as effect
    where effect ->> 'kind' in ('asks', 'texts', 'mails')
  )
  select role, name, array_agg(distinct flow order by flow) from found where name is not null group by role, name order by role, name
$$;

-- The log of who read, took away or erased what was said; of one call where it is given. Latest first, like `activity_of`.
create function public.reads_of(workspace uuid, call uuid, earlier_than timestamptz, most integer)
returns table (id uuid, at timestamptz, person uuid, email text, action text, facts jsonb, about text)
language sql stable security definer set search_path = ''
as $$
  select a.id, a.at, a.person, who.email::text, a.action, a.facts, null::text
  from public.activity as a left join auth.users as who on who.id = a.person
  where a.workspace_id = workspace and (earlier_than is null or a.at < earlier_than)
    and (a.action in ('words-read', 'call-erased') or (call is null and a.action in ('questions-read', 'person-exported', 'person-erased')))
    and (call is null or a.facts ->> 'call' = call::text)
  order by a.at desc limit most
$$;
create index activity_of_reads on public.activity (workspace_id, at desc)
  where action in ('words-read', 'call-erased', 'questions-read', 'person-exported', 'person-erased');

revoke all on function public.processors_in_use(uuid), public.reads_of(uuid, uuid, timestamptz, integer)
from public, anon, authenticated;
grant execute on function public.processors_in_use(uuid), public.reads_of(uuid, uuid, timestamptz, integer) to service_role;

-- Supabase Realtime tells browsers of rows that change, of those that row-level security lets them read. Where there is no Realtime there
-- is no such publication, and the list asks again by itself.
do $$
begin
  if exists (select from pg_publication where pubname = 'supabase_realtime')
    and not exists (
      select from pg_publication_tables where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'calls'
    ) then
    alter publication supabase_realtime add table public.calls;
  end if;
end
$$;
