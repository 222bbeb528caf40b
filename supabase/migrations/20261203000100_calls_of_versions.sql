-- As before; calls that somebody hid are not counted.
create or replace function public.versions_of_flow(flow uuid, person uuid)
returns table (id uuid, number integer, note text, created_at timestamptz, author text, calls bigint)
language sql stable security definer set search_path = ''
as $$
  select v.id, v.number, v.note, v.created_at,
    case when v.created_by is null then null else coalesce(u.email, '') end,
    (select count(*) from public.calls as c
      where c.workspace_id = v.workspace_id and c.version_id = v.id and c.hidden_at is null)
  from public.flow_versions as v
  left join public.members as m on m.workspace_id = v.workspace_id and m.user_id = v.created_by
  left join auth.users as u on u.id = m.user_id
  where v.flow_id = flow and private.belongs_to(v.workspace_id, person)
  order by v.number desc
  limit 200
$$;
