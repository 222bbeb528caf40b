-- The versions of a flow with who made them and how many calls they answered; asked by the server in the name of a person.

-- Newest first, nothing for strangers. `author`: null when the account is gone, empty when the person left the workspace.
create function public.versions_of_flow(flow uuid, person uuid)
returns table (id uuid, number integer, note text, created_at timestamptz, author text, calls bigint)
language sql stable security definer set search_path = ''
as $$
  select v.id, v.number, v.note, v.created_at,
    case when v.created_by is null then null else coalesce(u.email, '') end,
    (select count(*) from public.calls as c where c.workspace_id = v.workspace_id and c.version_id = v.id)
  from public.flow_versions as v
  left join public.members as m on m.workspace_id = v.workspace_id and m.user_id = v.created_by
  left join auth.users as u on u.id = m.user_id
  where v.flow_id = flow and private.belongs_to(v.workspace_id, person)
  order by v.number desc
  limit 200
$$;

revoke all on function public.versions_of_flow(uuid, uuid) from public, anon, authenticated;
grant execute on function public.versions_of_flow(uuid, uuid) to service_role;
