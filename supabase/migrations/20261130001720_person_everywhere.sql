-- What is kept about a person, all of it: also what came in and is not shown yet, what tools were told, and where on calls of others
-- the number stands.

-- Texts inside JSON in which the number stands.
create function private.texts_with(content jsonb, pattern text) returns setof text
language sql immutable set search_path = ''
as $$
  select found #>> '{}' from jsonb_path_query(content, 'strict $.**') as found
  where jsonb_typeof(found) = 'string' and found #>> '{}' ~ pattern
$$;
revoke all on function private.texts_with(jsonb, text) from public;

-- Events whose call is not written down yet, or is no more.
create function private.stray_events(workspace uuid, pattern text) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select e.id from public.call_events as e
  where e.workspace_id = workspace and e.payload::text ~ pattern
    and not exists (
      select from public.calls as c where c.workspace_id = workspace and c.vapi_call_id = e.vapi_call_id
    )
$$;
revoke all on function private.stray_events(uuid, text) from public;

alter function public.export_person(uuid, text) rename to export_person_shown;
alter function public.export_person_shown(uuid, text) set schema private;

create function public.export_person(workspace uuid, pattern text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with theirs as (select private.calls_of_person(workspace, pattern) as id),
  others as (select private.calls_with_person(workspace, pattern) as id),
  shown as (select private.export_person_shown(workspace, pattern) as kept)
  select shown.kept || jsonb_build_object(
    'mentions', shown.kept -> 'mentions' || (
      select coalesce(jsonb_agg(jsonb_build_object('call', found.call, 'role', found.role, 'text', found.text)), '[]')
      from (
        select c.id as call, 'path' as role, private.texts_with(c.path, pattern) as text
        from public.calls as c where c.id in (select id from others)
        union
        select c.id, 'news', private.texts_with(e.payload, pattern)
        from public.calls as c join public.call_events as e
          on e.workspace_id = workspace and e.vapi_call_id = c.vapi_call_id
        where c.id in (select id from others)
      ) as found
    ),
    -- As it came in, without the ids by which a call can be listened to.
    'news', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'type', e.type, 'receivedAt', e.received_at, 'content', e.payload #- '{call,id}'
      ) order by e.received_at), '[]')
      from public.call_events as e
      where e.workspace_id = workspace and (
        e.vapi_call_id in (select c.vapi_call_id from public.calls as c where c.id in (select id from theirs))
        or e.id in (select private.stray_events(workspace, pattern))
      )
    ),
    'requests', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'endpoint', r.endpoint, 'createdAt', r.created_at, 'answer', r.answer
      ) order by r.created_at), '[]')
      from public.runtime_requests as r where r.workspace_id = workspace and r.answer::text ~ pattern
    )
  )
  from shown
$$;

-- What nobody wrote down as a call goes first; then all that is, as before.
alter function public.forget_person(uuid, text) rename to forget_person_shown;
alter function public.forget_person_shown(uuid, text) set schema private;

create function public.forget_person(workspace uuid, pattern text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  strays uuid[] := array(select private.stray_events(workspace, pattern));
  stray text;
begin
  for stray in select distinct vapi_call_id from public.call_events where id = any (strays) and vapi_call_id is not null loop
    perform pg_advisory_xact_lock(hashtextextended(workspace::text || stray, 0));
    perform private.remember_call_removal(workspace, stray);
    delete from public.call_events where workspace_id = workspace and vapi_call_id = stray;
  end loop;
  delete from public.call_events where id = any (strays);
  return private.forget_person_shown(workspace, pattern);
end
$$;

revoke all on function
  private.export_person_shown(uuid, text),
  private.forget_person_shown(uuid, text),
  public.export_person(uuid, text),
  public.forget_person(uuid, text)
from public, anon, authenticated, service_role;
grant execute on function public.export_person(uuid, text), public.forget_person(uuid, text) to service_role;
