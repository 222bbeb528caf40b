-- Browser links: a page where anybody may talk to what is in service of a flow, without a number and without an account. Off until
-- somebody switches it on. A link answers with the deployment of its flow that went live last, on a number or, without one, on the link
-- itself: a deployment without a number. Protocol: functions/_shared/browser-links.ts.

create table public.browser_links (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid not null,
  -- Stands in the address that is handed out; whoever has it may talk, and no more.
  token text not null unique check (token ~ '^[A-Za-z0-9_-]{40,60}$'),
  is_on boolean not null default false,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (workspace_id, flow_id),
  unique (workspace_id, id),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete cascade
);

-- What was granted on a link, and to whom as far as limits need it. The row is the recorded intent.
create table public.link_calls (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  link_id uuid not null,
  deployment_id uuid,
  -- Null: whether it was created at Vapi is not known, and nobody was told where to join.
  vapi_id text unique,
  -- It ends by itself after them.
  granted_seconds integer not null check (granted_seconds > 0),
  -- The address under a salt of the day; forgotten when the salt is.
  visitor text,
  -- When it was seen to be over.
  settled_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, link_id) references public.browser_links (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deployment_id) references public.deployments (workspace_id, id)
    on delete set null (deployment_id)
);
create index link_calls_recent on public.link_calls (link_id, created_at desc);
create index link_calls_of_link on public.link_calls (workspace_id, link_id);
create index link_calls_of_deployment on public.link_calls (workspace_id, deployment_id);
create index link_calls_open on public.link_calls (created_at) where settled_at is null;
create index link_calls_visitors on public.link_calls (created_at) where visitor is not null;

-- Without it, what is stored of a visitor says nothing.
create table private.visitor_salts (
  day date primary key,
  salt bytea not null default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);

create trigger keep_tenant before update on public.browser_links
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.link_calls
  for each row execute function private.keep_tenant();
alter table public.browser_links enable row level security;
alter table public.browser_links force row level security;
alter table public.link_calls enable row level security;
alter table public.link_calls force row level security;
grant select, insert, update, delete on public.browser_links, public.link_calls to service_role;

alter table public.deployments alter column phone_number_id drop not null;
create unique index one_live_a_link on public.deployments (flow_id) where state = 'live' and phone_number_id is null;

do $$
declare
  known record;
begin
  select conname, pg_get_constraintdef(oid) as definition into strict known from pg_constraint
  where conrelid = 'public.activity'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%limit-lifted%';
  execute format('alter table public.activity drop constraint %I', known.conname);
  execute format('alter table public.activity add constraint %I %s', known.conname,
    replace(known.definition, '''limit-lifted''::text',
      '''limit-lifted''::text, ''link-on''::text, ''link-off''::text, ''link-renewed''::text'));
end
$$;

-- A deployment without a number takes the place of the one before on the link of its flow.
create function private.follow_link() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.deployments set state = 'superseded', drift = null
  where flow_id = new.flow_id and phone_number_id is null and state = 'live' and id <> new.id;
  return new;
end
$$;
create trigger follow_link before update of state on public.deployments
  for each row when (new.state = 'live' and old.state <> 'live' and new.phone_number_id is null)
  execute function private.follow_link();

-- With its flow goes what answered its link: nobody switches a number over then, by which the rest would begin to drain.
create function private.drain_with_flow() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from public.workspaces where id = old.workspace_id) then
    perform private.drain_unused(old.workspace_id);
  end if;
  return null;
end
$$;
create trigger drain_with_flow after delete on public.deployments
  for each row when (old.state = 'live' and old.phone_number_id is null)
  execute function private.drain_with_flow();

-- A call that is forgotten leaves no trace of itself in what was granted.
create function private.forget_link_call() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.link_calls set vapi_id = null, visitor = null, settled_at = coalesce(settled_at, now())
  where vapi_id = old.vapi_call_id;
  return null;
end
$$;
create trigger forget_link_call after delete on public.calls
  for each row execute function private.forget_link_call();

-- `wanted`: on, off, or renew, which makes the former address lead nowhere. Answers with the link, or with why not.
create function public.set_browser_link(flow uuid, person uuid, wanted text, new_token text) returns jsonb
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
  if wanted = 'off' and before.id is null then
    return jsonb_build_object('token', null, 'is_on', false);
  end if;
  insert into public.browser_links as l (workspace_id, flow_id, token, is_on)
  values (drawing.workspace_id, flow, new_token, wanted <> 'off')
  on conflict (workspace_id, flow_id) do update set
    is_on = case wanted when 'on' then true when 'off' then false else l.is_on end,
    token = case wanted when 'renew' then excluded.token else l.token end,
    changed_at = now()
  returning * into link;
  if wanted = 'renew' or link.is_on is distinct from coalesce(before.is_on, false) then
    perform private.note(drawing.workspace_id, case wanted when 'renew' then 'link-renewed' else 'link-' || wanted end,
      jsonb_build_object('flow', drawing.name), person);
  end if;
  return jsonb_build_object('token', link.token, 'is_on', link.is_on);
end
$$;

-- What a link answers with: the deployment of its flow that went live last. None: nothing of the flow is in service, or what is was made
-- in another account.
create function private.link_target(workspace uuid, flow uuid)
returns table (deployment_id uuid, version_id uuid, kind text, vapi_id text, seconds integer)
language sql stable set search_path = ''
as $$
  select d.id, d.version_id, r.kind, r.vapi_id, (
    select min(given::text::numeric)::integer from jsonb_path_query(d.plan, '$.resources[*].body.maxDurationSeconds') as given
  )
  from public.deployments as d
  join lateral (
    select s.vapi_id from public.deployment_steps as s
    where s.deployment_id = d.id and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1
  ) as last on true
  join public.vapi_resources as r on r.vapi_id = last.vapi_id and not r.elsewhere and r.state in ('live', 'draining')
  where d.workspace_id = workspace and d.flow_id = flow and d.state = 'live' and d.purpose = 'flow'
  order by d.finished_at desc nulls last, d.created_at desc limit 1
$$;

-- The links of a workspace, for members; every flow that has one or is in service without one stands in it once.
create function public.links_of(workspace uuid)
returns table (flow_id uuid, token text, is_on boolean, version integer, by_itself boolean, calls_today bigint)
language sql stable set search_path = ''
as $$
  select f.id, l.token, coalesce(l.is_on, false), v.number,
    (select d.phone_number_id is null from public.deployments as d where d.id = t.deployment_id),
    (select count(*) from public.link_calls as c where c.link_id = l.id and c.created_at > now() - interval '1 day')
  from public.flows as f
  left join public.browser_links as l on l.workspace_id = f.workspace_id and l.flow_id = f.id
  left join lateral private.link_target(f.workspace_id, f.id) as t on true
  left join public.flow_versions as v on v.id = t.version_id
  where f.workspace_id = workspace
  order by f.name, f.id
$$;

-- What somebody is told who opens the link; null when there is no such link, or it is off.
create function public.read_browser_link(link_token text, at timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'workspace_id', w.id, 'workspace', w.name, 'flow', l.flow_id,
    'language', coalesce(v.document ->> 'language', 'en'),
    'state', case
      when t.deployment_id is null then 'not-published'
      when private.is_past_limit(w.id, read_browser_link.at) then 'past-limit'
      else 'open'
    end,
    'message', case when private.is_past_limit(w.id, read_browser_link.at) then limits.message end
  )
  from public.browser_links as l
  join public.workspaces as w on w.id = l.workspace_id and w.closed_at is null
  left join lateral private.link_target(l.workspace_id, l.flow_id) as t on true
  left join public.flow_versions as v on v.id = t.version_id
  left join public.spending_limits as limits on limits.workspace_id = w.id
  where l.token = link_token and l.is_on
$$;

-- The salt of a day; those of two days ago are gone, and with them whatever was stored under them.
create function public.visitor_salt(at timestamptz) returns text
language plpgsql set search_path = ''
as $$
declare
  today constant date := (visitor_salt.at at time zone 'UTC')::date;
  found_salt bytea;
begin
  insert into private.visitor_salts (day) values (today) on conflict do nothing;
  select salt into found_salt from private.visitor_salts where day = today;
  return encode(found_salt, 'hex');
end
$$;

-- `refused` says why not; else what to call and for how long. The lock on the link makes requests at the same time count one after the
-- other.
create function public.begin_link_call(
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
  if target.deployment_id is null then
    return jsonb_build_object('refused', 'not-published');
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

-- Whose a call in the browser is. One whose id is not noted yet is found by what answered, while it is young.
create function public.owner_of_link_call(vapi_call text, resource text, at timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'workspace_id', d.workspace_id, 'deployment_id', d.id, 'flow_id', d.flow_id, 'version_id', d.version_id,
    'phone_number_id', null, 'manifest', d.manifest, 'hides', w.hides, 'number', ''
  )
  from public.link_calls as c
  join public.deployments as d on d.id = c.deployment_id
  join public.workspaces as w on w.id = d.workspace_id
  where c.vapi_id = vapi_call or (
    c.vapi_id is null and c.settled_at is null and c.created_at > owner_of_link_call.at - interval '2 minutes'
    and exists (select from public.deployment_steps as s where s.deployment_id = d.id and s.vapi_id = resource)
  )
  order by (c.vapi_id is not distinct from vapi_call) desc, c.created_at desc limit 1
$$;

-- Calls whose time is up and whose end did not come by itself; what is known to have ended is settled at once. Also forgets: visitors
-- with the salt of their day, grants of long ago.
create function public.link_calls_to_settle(at timestamptz, most integer)
returns table (id uuid, workspace_id uuid, vapi_id text)
language plpgsql set search_path = ''
as $$
begin
  delete from private.visitor_salts where day < (link_calls_to_settle.at at time zone 'UTC')::date - 1;
  update public.link_calls as c set visitor = null
  where c.visitor is not null and c.created_at < link_calls_to_settle.at - interval '2 days';
  delete from public.link_calls as c where c.created_at < link_calls_to_settle.at - interval '40 days';
  update public.link_calls as c set settled_at = link_calls_to_settle.at
  where c.settled_at is null and c.created_at < link_calls_to_settle.at - interval '2 minutes' and (
    c.vapi_id is null or exists (
      select from public.calls as ended
      where ended.workspace_id = c.workspace_id and ended.vapi_call_id = c.vapi_id and ended.status = 'ended'
    )
  );
  return query
    select c.id, c.workspace_id, c.vapi_id from public.link_calls as c
    where c.settled_at is null
      and c.created_at + make_interval(secs => c.granted_seconds + 120) < link_calls_to_settle.at
    order by c.created_at limit link_calls_to_settle.most;
end
$$;

-- As before, and without a number: for the link of a flow, where none is switched.
create or replace function public.start_deployment(
  deployment uuid,
  flow uuid,
  expected_revision integer,
  number_id uuid,
  person uuid,
  version_note text,
  document_hash text,
  publish_plan jsonb,
  flow_manifest jsonb,
  step_list jsonb,
  compiled_document jsonb default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  drawing public.flows;
  version public.flow_versions;
  running uuid;
begin
  select * into drawing from public.flows where id = flow for update;
  if not found then
    return jsonb_build_object('outcome', 'not-found');
  end if;
  if number_id is not null then
    perform from public.phone_numbers where id = number_id and workspace_id = drawing.workspace_id for update;
    if not found then
      return jsonb_build_object('outcome', 'not-found');
    end if;
  end if;
  if drawing.revision <> expected_revision then
    return jsonb_build_object('outcome', 'flow-changed');
  end if;
  select id into running from public.deployments
  where state = 'running' and (flow_id = flow or phone_number_id = number_id) limit 1;
  if found then
    return jsonb_build_object('outcome', 'publication-running', 'deployment', running);
  end if;

  select * into version from public.flow_versions where flow_id = flow order by number desc limit 1;
  if version.content_hash is distinct from document_hash then
    insert into public.flow_versions (workspace_id, flow_id, number, document, content_hash, note, created_by)
    values (
      drawing.workspace_id, flow, coalesce(version.number, 0) + 1, coalesce(compiled_document, drawing.document),
      document_hash, version_note, person
    )
    returning * into version;
  end if;

  insert into public.deployments (id, workspace_id, flow_id, version_id, phone_number_id, plan, manifest, created_by)
  values (deployment, drawing.workspace_id, flow, version.id, number_id, publish_plan, flow_manifest, person);
  insert into public.deployment_steps (
    workspace_id, deployment_id, position, kind, name, content_hash, state, vapi_id, finished_at
  )
  select drawing.workspace_id, deployment, step.ordinality - 1, step.value ->> 'kind', step.value ->> 'name',
    step.value ->> 'hash', case when step.value ->> 'vapiId' is null then 'pending' else 'done' end,
    step.value ->> 'vapiId', case when step.value ->> 'vapiId' is null then null else now() end
  from jsonb_array_elements(step_list) with ordinality as step;
  return jsonb_build_object('outcome', 'started', 'deployment', deployment, 'version', version.number);
end
$$;

grant select, insert, delete on private.visitor_salts to service_role;
revoke all on function private.follow_link(), private.drain_with_flow(), private.forget_link_call(),
  private.link_target(uuid, uuid)
from public;
grant execute on function private.link_target(uuid, uuid) to service_role;
revoke all on function
  public.set_browser_link(uuid, uuid, text, text),
  public.links_of(uuid),
  public.read_browser_link(text, timestamptz),
  public.visitor_salt(timestamptz),
  public.begin_link_call(text, text, timestamptz, integer, integer, integer, integer, integer),
  public.owner_of_link_call(text, text, timestamptz),
  public.link_calls_to_settle(timestamptz, integer)
from public, anon, authenticated;
grant execute on function
  public.set_browser_link(uuid, uuid, text, text),
  public.links_of(uuid),
  public.read_browser_link(text, timestamptz),
  public.visitor_salt(timestamptz),
  public.begin_link_call(text, text, timestamptz, integer, integer, integer, integer, integer),
  public.owner_of_link_call(text, text, timestamptz),
  public.link_calls_to_settle(timestamptz, integer)
to service_role;
