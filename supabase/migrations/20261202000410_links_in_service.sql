-- What answers a browser link alone is looked after like what answers a number: compared with Vapi, put back, kept ready for going back.
-- A link is paused with words that its visitors read: what is in service stays, and answers again at once.

-- Null: not paused.
alter table public.browser_links add column paused_words text check (char_length(paused_words) between 1 and 500);

do $$
declare
  known record;
begin
  select conname, pg_get_constraintdef(oid) as definition into strict known from pg_constraint
  where conrelid = 'public.activity'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%link-renewed%';
  execute format('alter table public.activity drop constraint %I', known.conname);
  execute format('alter table public.activity add constraint %I %s', known.conname,
    replace(known.definition, '''link-renewed''::text', '''link-renewed''::text, ''link-paused''::text, ''link-resumed''::text'));
end
$$;

-- As before, and `pause` with words for visitors; `on` ends a pause, so does `off`.
drop function public.set_browser_link(uuid, uuid, text, text);
create function public.set_browser_link(flow uuid, person uuid, wanted text, new_token text, words text default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  drawing public.flows;
  held public.member_role;
  before public.browser_links;
  link public.browser_links;
begin
  select * into drawing from public.flows where id = flow;
  held := private.role_held(drawing.workspace_id, person);
  if held is null then
    return jsonb_build_object('refused', 'not-found');
  elsif held = 'viewer' then
    return jsonb_build_object('refused', 'not-allowed');
  end if;
  select * into before from public.browser_links where workspace_id = drawing.workspace_id and flow_id = flow for update;
  if wanted in ('off', 'pause') and before.id is null then
    return jsonb_build_object('token', null, 'is_on', false);
  end if;
  insert into public.browser_links as l (workspace_id, flow_id, token, is_on)
  values (drawing.workspace_id, flow, new_token, wanted <> 'off')
  on conflict (workspace_id, flow_id) do update set
    is_on = case wanted when 'on' then true when 'off' then false else l.is_on end,
    token = case wanted when 'renew' then excluded.token else l.token end,
    paused_words = case wanted when 'pause' then words when 'renew' then l.paused_words end,
    changed_at = now()
  returning * into link;
  if wanted = 'renew' or link.is_on is distinct from coalesce(before.is_on, false) then
    perform private.note(drawing.workspace_id, case wanted when 'renew' then 'link-renewed' else 'link-' || wanted end,
      jsonb_build_object('flow', drawing.name), person);
  elsif (link.paused_words is null) <> (before.paused_words is null) then
    perform private.note(drawing.workspace_id,
      case when link.paused_words is null then 'link-resumed' else 'link-paused' end,
      jsonb_build_object('flow', drawing.name), person);
  end if;
  return jsonb_build_object('token', link.token, 'is_on', link.is_on);
end
$$;

-- As before, with the pause, and with what answers the link alone and what was found changed of it.
drop function public.links_of(uuid);
create function public.links_of(workspace uuid)
returns table (
  flow_id uuid, token text, is_on boolean, version integer, by_itself boolean, calls_today bigint, paused_words text,
  own_deployment uuid, drifted boolean
)
language sql stable set search_path = ''
as $$
  select f.id, l.token, coalesce(l.is_on, false), v.number, d.phone_number_id is null and d.id is not null,
    (select count(*) from public.link_calls as c where c.link_id = l.id and c.created_at > now() - interval '1 day'),
    l.paused_words, case when d.phone_number_id is null then d.id end,
    coalesce(d.phone_number_id is null and d.drift is not null, false)
  from public.flows as f
  left join public.browser_links as l on l.workspace_id = f.workspace_id and l.flow_id = f.id
  left join lateral private.link_target(f.workspace_id, f.id) as t on true
  left join public.deployments as d on d.id = t.deployment_id
  left join public.flow_versions as v on v.id = t.version_id
  where f.workspace_id = workspace
  order by f.name, f.id
$$;

-- As before; one that is paused looks like one with nothing in service, with the owner's words.
create or replace function public.read_browser_link(link_token text, at timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'workspace_id', w.id, 'workspace', w.name, 'flow', l.flow_id,
    'language', coalesce(v.document ->> 'language', 'en'),
    'state', case
      when t.deployment_id is null or l.paused_words is not null then 'not-published'
      when private.is_past_limit(w.id, read_browser_link.at) then 'past-limit'
      else 'open'
    end,
    'message', coalesce(
      l.paused_words,
      case when t.deployment_id is not null and private.is_past_limit(w.id, read_browser_link.at) then limits.message end
    )
  )
  from public.browser_links as l
  join public.workspaces as w on w.id = l.workspace_id and w.closed_at is null
  left join lateral private.link_target(l.workspace_id, l.flow_id) as t on true
  left join public.flow_versions as v on v.id = t.version_id
  left join public.spending_limits as limits on limits.workspace_id = w.id
  where l.token = link_token and l.is_on
$$;

-- As before, and refused while the link is paused.
create or replace function public.begin_link_call(
  link_token text, its_visitor text, at timestamptz, call_seconds integer, at_once integer, an_hour integer, a_day integer,
  visitor_hour integer
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  link public.browser_links;
  target record;
  granted integer;
  made uuid;
begin
  select l.* into link from public.browser_links as l
  join public.workspaces as w on w.id = l.workspace_id and w.closed_at is null
  where l.token = link_token and l.is_on for update of l;
  if not found then
    return jsonb_build_object('refused', 'closed');
  end if;
  select * into target from private.link_target(link.workspace_id, link.flow_id);
  if target.deployment_id is null or link.paused_words is not null then
    return jsonb_build_object('refused', 'not-published', 'message', link.paused_words);
  elsif private.is_past_limit(link.workspace_id, at) then
    return jsonb_build_object('refused', 'past-limit', 'message',
      (select message from public.spending_limits where workspace_id = link.workspace_id));
  end if;
  if (
    select count(*) from public.link_calls as c
    where c.link_id = link.id and c.settled_at is null and c.created_at + make_interval(secs => c.granted_seconds) > begin_link_call.at
      and not exists (
        select from public.calls as ended
        where ended.workspace_id = link.workspace_id and ended.vapi_call_id = c.vapi_id and ended.status = 'ended'
      )
  ) >= at_once then
    return jsonb_build_object('refused', 'too-many-at-once');
  end if;
  if (
    select count(*) filter (where c.created_at > begin_link_call.at - interval '1 hour') >= an_hour or count(*) >= a_day
    from public.link_calls as c where c.link_id = link.id and c.created_at > begin_link_call.at - interval '1 day'
  ) or (
    select count(*) from public.link_calls as c
    where c.link_id = link.id and c.visitor = its_visitor and c.created_at > begin_link_call.at - interval '1 hour'
  ) >= visitor_hour then
    return jsonb_build_object('refused', 'too-many');
  end if;
  granted := least(call_seconds, coalesce(target.seconds, call_seconds));
  insert into public.link_calls (workspace_id, link_id, deployment_id, granted_seconds, visitor, created_at)
  values (link.workspace_id, link.id, target.deployment_id, granted, its_visitor, at) returning id into made;
  return jsonb_build_object('id', made, 'seconds', granted, 'workspace', link.workspace_id, 'kind', target.kind,
    'target', target.vapi_id, 'language',
    (select coalesce(document ->> 'language', 'en') from public.flow_versions where id = target.version_id));
end
$$;

-- What a number can go back to, and the link of a flow: the resources of the four latest different things that answered there, and what
-- answers there now. Every flow has a link of its own.
create or replace function private.kept_resources(workspace uuid) returns setof text
language sql stable set search_path = ''
as $$
  with answered as (
    select d.id, coalesce(d.phone_number_id, d.flow_id) as place, d.created_at, (
      select s.vapi_id from public.deployment_steps s
      where s.deployment_id = d.id and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1
    ) as target, (
      select distinct s.flow_id from public.number_schedules s
      where s.phone_number_id = d.phone_number_id and s.flow_id = d.flow_id
    ) as scheduled
    from public.deployments d
    where d.workspace_id = workspace and d.state in ('live', 'superseded') and d.purpose = 'flow'
  ), latest as (
    select distinct on (place, target) id, place, created_at, scheduled
    from answered where target is not null order by place, target, created_at desc
  ), ranked as (
    select id, row_number() over (partition by place, scheduled order by created_at desc) as rank from latest
  )
  select s.vapi_id from public.deployment_steps s
  where s.vapi_id is not null and (
    s.deployment_id in (select id from ranked where rank <= 4)
    or s.deployment_id in (
      select id from public.deployments where workspace_id = workspace and state in ('live', 'running')
    )
    -- A number may answer with it until it is pointed at what took its place.
    or s.deployment_id in (select deployment_id from public.phone_numbers where workspace_id = workspace)
  )
$$;

-- As before, and what answers a link alone.
create or replace function public.deployments_to_check(checked_before timestamptz, most integer)
returns table (id uuid, workspace_id uuid)
language sql set search_path = ''
as $$
  update public.deployments d set checked_at = now()
  from (
    select c.id from public.deployments c left join public.phone_numbers n on n.id = c.phone_number_id
    where c.state = 'live' and n.elsewhere is not true and (c.checked_at is null or c.checked_at < checked_before)
      and not exists (
        select from public.deployment_steps s join public.vapi_resources r on r.vapi_id = s.vapi_id
        where c.phone_number_id is null and s.deployment_id = c.id and r.elsewhere
      )
    order by c.checked_at nulls first limit most for update of c skip locked
  ) as due
  where d.id = due.id
  returning d.id, d.workspace_id
$$;

-- As before; on a link, what is on its way is of the same flow.
create or replace function public.note_drift(deployment uuid, found_drift jsonb) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update public.deployments set drift = found_drift, checked_at = now() where id = deployment and state = 'live'
    and not exists (
      select from public.deployments other where other.state = 'running' and (
        other.phone_number_id = deployments.phone_number_id
        or (deployments.phone_number_id is null and other.phone_number_id is null and other.flow_id = deployments.flow_id)
      )
    );
  return found;
end
$$;

revoke all on function public.set_browser_link(uuid, uuid, text, text, text), public.links_of(uuid) from public, anon, authenticated;
grant execute on function public.set_browser_link(uuid, uuid, text, text, text), public.links_of(uuid) to service_role;
