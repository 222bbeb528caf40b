-- Alerts: what goes on in a workspace that somebody should know of, who is told, and what became of telling them. What is so is read here
-- (`alert_facts`), decided in src/alerts and written down here in one transaction with the deliveries that tell of it. Nothing of a caller
-- is in any of it. Protocols: functions/_shared/alerts.ts, alert-deliveries.ts.

create table public.alert_channels (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  type text not null check (type in ('email', 'webhook')),
  -- An e-mail goes to a member, wherever their account is reached, or to an address that said yes.
  member_id uuid,
  address text check (char_length(address) between 3 and 254),
  url text check (char_length(url) between 9 and 2000),
  -- What signs; shown once.
  sealed_secret text,
  key_id text,
  kinds text[] not null check (kinds <@ array['failed-calls', 'budget', 'drift', 'silent-number']),
  language text not null check (language in ('en', 'fr')),
  -- When the address was last asked, and when it said yes; nothing is told before.
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, id),
  check (case type
    when 'email' then num_nonnulls(member_id, address) = 1 and num_nonnulls(url, sealed_secret, key_id) = 0
    else num_nonnulls(url, sealed_secret, key_id) = 3 and num_nonnulls(member_id, address) = 0
  end),
  -- Whoever leaves is told nothing any more.
  foreign key (workspace_id, member_id) references public.members (workspace_id, user_id) on delete cascade
);
create unique index alert_channels_of_member on public.alert_channels (workspace_id, member_id) where member_id is not null;
create unique index alert_channels_of_address on public.alert_channels (workspace_id, address) where address is not null;
create unique index alert_channels_of_url on public.alert_channels (workspace_id, url) where url is not null;

create table public.alerts (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind text not null check (kind in ('failed-calls', 'budget', 'drift', 'silent-number')),
  -- Tells those of one kind apart.
  subject text not null check (char_length(subject) between 1 and 100),
  level smallint not null,
  -- What fills its sentence: names of flow and number, counts.
  told jsonb not null check (jsonb_typeof(told) = 'object'),
  is_back boolean not null default false,
  began_at timestamptz not null,
  calm_since timestamptz,
  over_at timestamptz,
  noticed_at timestamptz not null,
  -- How often it was told: whoever decides says what they saw.
  notices integer not null default 1,
  unique (workspace_id, id)
);
create unique index alerts_on on public.alerts (workspace_id, kind, subject) where over_at is null;
create index alerts_latest on public.alerts (workspace_id, began_at desc);

create table public.alert_deliveries (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  -- Null: a test.
  alert_id uuid,
  channel_id uuid not null,
  notice integer not null default 0,
  phase text not null check (phase in ('began', 'worse', 'still', 'ended', 'test')),
  -- As they were then.
  kind text,
  told jsonb not null default '{}' check (jsonb_typeof(told) = 'object'),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'caught', 'failed')),
  attempts integer not null default 0,
  -- While it is being sent: until when whoever sends it holds it.
  next_attempt_at timestamptz,
  -- Why the latest attempt failed.
  error text check (char_length(error) <= 80),
  created_at timestamptz not null,
  sent_at timestamptz,
  unique (alert_id, channel_id, notice),
  check ((alert_id is null) = (phase = 'test')),
  foreign key (workspace_id, alert_id) references public.alerts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, channel_id) references public.alert_channels (workspace_id, id) on delete cascade
);
create index alert_deliveries_of_alert on public.alert_deliveries (workspace_id, alert_id);
create index alert_deliveries_of_channel on public.alert_deliveries (workspace_id, channel_id);
create index alert_deliveries_due on public.alert_deliveries (next_attempt_at) where state in ('queued', 'sending');

-- When a workspace was last looked at.
create table private.alert_checks (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  checked_at timestamptz not null
);
alter table public.phone_numbers add column looked_at timestamptz;

create trigger keep_tenant before update on public.alert_channels
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.alerts
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.alert_deliveries
  for each row execute function private.keep_tenant();

alter table public.alert_channels enable row level security;
alter table public.alert_channels force row level security;
alter table public.alerts enable row level security;
alter table public.alerts force row level security;
alter table public.alert_deliveries enable row level security;
alter table public.alert_deliveries force row level security;
grant select (id, workspace_id, kind, level, told, began_at, over_at) on public.alerts to authenticated;
grant select, insert, update, delete on public.alert_channels, public.alerts, public.alert_deliveries to service_role;
grant select, insert, update, delete on private.alert_checks to service_role;
create policy alerts_read on public.alerts for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

do $$
declare
  known record;
begin
  select conname, pg_get_constraintdef(oid) as definition into strict known from pg_constraint
  where conrelid = 'public.activity'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%limit-lifted%';
  execute format('alter table public.activity drop constraint %I', known.conname);
  execute format('alter table public.activity add constraint %I %s', known.conname,
    replace(known.definition, '''limit-lifted''::text',
      '''limit-lifted''::text, ''alert-channel-added''::text, ''alert-channel-changed''::text, ''alert-channel-removed''::text'));
end
$$;

-- By the host of a webhook, and by a shortened address.
create function private.note_alert_channel() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  channel constant public.alert_channels := coalesce(new, old);
  facts constant jsonb := jsonb_build_object('name', coalesce(
    substring(channel.url from '^https://([^/?#:]+)'),
    private.shortened(coalesce(channel.address, (select email from auth.users where id = channel.member_id), ''))
  ));
begin
  if tg_op = 'INSERT' then
    perform private.note(channel.workspace_id, 'alert-channel-added', facts);
  elsif tg_op = 'DELETE' then
    perform private.note(channel.workspace_id, 'alert-channel-removed', facts);
  elsif new.kinds <> old.kinds then
    perform private.note(channel.workspace_id, 'alert-channel-changed', facts);
  end if;
  return null;
end
$$;
create trigger note_alert_channel after insert or delete or update of kinds on public.alert_channels
  for each row execute function private.note_alert_channel();

-- Null, or why not.
create function private.refuse_unless_editor(workspace uuid, person uuid) returns text
language sql set search_path = ''
as $$
  select case private.role_held(workspace, person)
    when 'owner' then null when 'editor' then null when 'viewer' then 'not-allowed' else 'not-found' end
$$;

-- A member's own address, one that is still to say yes, or a webhook. `known`: it is there; `too-many`.
create function public.add_alert_channel(
  channel uuid, workspace uuid, person uuid, its_member uuid, its_address text, its_url text, its_sealed text, its_key text,
  its_kinds text[], its_language text, most integer, at timestamptz
) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_editor(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  if its_member is not null and not exists (
    select from public.members where workspace_id = workspace and user_id = its_member
  ) then
    return 'not-found';
  end if;
  -- The lock on the workspace (`role_held`) makes two who add at once wait for each other.
  if (select count(*) from public.alert_channels where workspace_id = workspace) >= most then
    return 'too-many';
  end if;
  insert into public.alert_channels (
    id, workspace_id, type, member_id, address, url, sealed_secret, key_id, kinds, language, asked_at, confirmed_at, created_at
  )
  values (
    channel, workspace, case when its_url is null then 'email' else 'webhook' end, its_member, its_address, its_url, its_sealed, its_key,
    its_kinds, its_language, at, case when its_address is null then at end, at
  )
  on conflict do nothing;
  return case when found then 'done' else 'known' end;
end
$$;

create function public.change_alert_channel(channel uuid, person uuid, its_kinds text[]) returns text
language plpgsql set search_path = ''
as $$
declare
  workspace constant uuid := (select workspace_id from public.alert_channels where id = channel);
  refusal text := private.refuse_unless_editor(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  update public.alert_channels set kinds = its_kinds where id = channel;
  return 'done';
end
$$;

-- Without a person: whoever reads the mails of its address does not want them.
create function public.remove_alert_channel(channel uuid, person uuid default null) returns text
language plpgsql set search_path = ''
as $$
declare
  workspace constant uuid := (select workspace_id from public.alert_channels where id = channel);
  refusal text := case when person is not null then private.refuse_unless_editor(workspace, person) end;
begin
  if refusal is not null then
    return refusal;
  end if;
  delete from public.alert_channels where id = channel;
  return 'done';
end
$$;

-- A channel with where it leads; a member is reached at the address of their account.
create function public.alert_channels_of(workspace uuid)
returns table (
  id uuid, type text, member_id uuid, address text, url text, kinds text[], language text, asked_at timestamptz,
  confirmed_at timestamptz
)
language sql stable security definer set search_path = ''
as $$
  select c.id, c.type, c.member_id, coalesce(c.address, u.email), c.url, c.kinds, c.language, c.asked_at, c.confirmed_at
  from public.alert_channels as c left join auth.users as u on u.id = c.member_id
  where c.workspace_id = workspace order by c.created_at, c.id
$$;

-- Workspaces in which something is in service or an alert is on, the one that waits longest first.
create function public.claim_alert_checks(at timestamptz, checked_before timestamptz, most integer) returns setof uuid
language sql set search_path = ''
as $$
  insert into private.alert_checks as c (workspace_id, checked_at)
  select due.id, claim_alert_checks.at from (
    select w.id from public.workspaces as w left join private.alert_checks as k on k.workspace_id = w.id
    where w.closed_at is null and (k.checked_at is null or k.checked_at <= claim_alert_checks.checked_before)
      and (
        exists (select from public.deployments as d where d.workspace_id = w.id and d.state = 'live')
        or exists (select from public.alerts as a where a.workspace_id = w.id and a.over_at is null)
      )
    order by k.checked_at nulls first limit claim_alert_checks.most
  ) as due
  on conflict (workspace_id) do update set checked_at = excluded.checked_at
  returning c.workspace_id
$$;

-- What alerts are decided from. Calls count since what is in service now went live, and for a week.
create function public.alert_facts(workspace uuid, at timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  with live as (
    select d.id, d.flow_id, d.phone_number_id, d.purpose, d.drift, coalesce(d.finished_at, d.created_at) as since
    from public.deployments as d where d.workspace_id = workspace and d.state = 'live'
  ), flows as (
    select f.id, f.name, max(l.since) as since
    from live as l join public.flows as f on f.id = l.flow_id and f.workspace_id = workspace
    where l.purpose = 'flow' group by f.id, f.name
  ), numbers as (
    select n.id, coalesce(nullif(n.label, ''), n.number) as name, n.state, greatest(l.since, n.created_at) as since, l.drift,
      case when l.purpose = 'flow' then (select f.name from public.flows as f where f.id = l.flow_id) end as flow
    from public.phone_numbers as n join live as l on l.id = n.deployment_id
    where n.workspace_id = workspace and not n.elsewhere and n.removed_at is null and n.removal_due_at is null
  )
  select jsonb_build_object(
    'flows', (
      select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'failed', (
        select coalesce(jsonb_agg(c.outcome = 'failed' order by c.created_at desc, c.id), '[]') from (
          select calls.id, calls.outcome, calls.created_at from public.calls
          where calls.workspace_id = workspace and calls.flow_id = f.id and calls.status = 'ended' and calls.outcome is not null
            and calls.created_at > greatest(f.since, alert_facts.at - interval '7 days')
          order by calls.created_at desc, calls.id limit 10
        ) as c
      )) order by f.id), '[]') from flows as f
    ),
    'budget', (
      select jsonb_build_object(
        'month', to_char(alert_facts.at at time zone 'UTC', 'YYYY-MM'), 'unit', l.unit, 'most', l.most,
        'used', round(case l.unit when 'minutes' then coalesce(u.seconds, 0) / 60 else coalesce(u.cost, 0) end, 1)
      )
      from public.spending_limits as l
      left join public.usage as u on u.workspace_id = l.workspace_id
        and u.month = date_trunc('month', alert_facts.at at time zone 'UTC')::date
      where l.workspace_id = workspace
    ),
    'numbers', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', n.id, 'name', n.name, 'flow', coalesce(n.flow, ''), 'state', n.state, 'since', n.since,
        'findings', coalesce(jsonb_path_query_array(n.drift, '$.findings[*].kind'), '[]'),
        'failedSilently', coalesce((
          select c.outcome = 'failed' and jsonb_array_length(c.path) = 0 from public.calls as c
          where c.workspace_id = workspace and c.phone_number_id = n.id and c.status = 'ended'
            and c.created_at > greatest(n.since, alert_facts.at - interval '7 days')
          order by c.created_at desc limit 1
        ), false),
        'quiet', (
          select jsonb_build_object('lastCallAt', last.at, 'calls', usual.calls, 'longestPause', usual.longest)
          from (
            select max(c.created_at) as at from public.calls as c where c.workspace_id = workspace and c.phone_number_id = n.id
          ) as last,
          lateral (
            select count(*) as calls, coalesce(max(extract(epoch from pauses.pause)), 0) * 1000 as longest from (
              select c.created_at - lag(c.created_at) over (order by c.created_at) as pause from public.calls as c
              where c.workspace_id = workspace and c.phone_number_id = n.id and c.created_at > last.at - interval '28 days'
            ) as pauses
          ) as usual
          where last.at < alert_facts.at - interval '3 days'
        )
      ) order by n.id), '[]') from numbers as n
    ),
    'known', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'kind', a.kind, 'subject', a.subject, 'level', a.level, 'told', a.told, 'isBack', a.is_back,
        'calmSince', a.calm_since, 'overAt', a.over_at, 'noticedAt', a.noticed_at, 'notices', a.notices
      ) order by a.began_at, a.id), '[]')
      from public.alerts as a
      where a.workspace_id = workspace and (a.over_at is null or a.over_at > alert_facts.at - interval '1 day')
    )
  )
$$;

-- One delivery for each channel that wants the kind. That it is over is told to whoever heard of it.
create function private.tell_alert(alert public.alerts, its_phase text, at timestamptz) returns void
language sql set search_path = ''
as $$
  insert into public.alert_deliveries (workspace_id, alert_id, channel_id, notice, phase, kind, told, next_attempt_at, created_at)
  select alert.workspace_id, alert.id, c.id, alert.notices, its_phase, alert.kind, alert.told, tell_alert.at, tell_alert.at
  from public.alert_channels as c
  where c.workspace_id = alert.workspace_id and c.confirmed_at is not null and alert.kind = any (c.kinds)
    and (its_phase <> 'ended' or exists (
      select from public.alert_deliveries as d where d.alert_id = alert.id and d.channel_id = c.id
    ))
  on conflict do nothing
$$;

-- What was decided, all of it or nothing. A change of something that was told otherwise meanwhile is left out. Answers with how much was told.
create function public.apply_alert_changes(workspace uuid, at timestamptz, changes jsonb) returns integer
language plpgsql set search_path = ''
as $$
declare
  change record;
  alert public.alerts;
  told integer := 0;
begin
  for change in
    select * from jsonb_to_recordset(changes) as c (
      type text, id uuid, seen integer, kind text, subject text, level smallint, told jsonb, "isBack" boolean, notice text
    )
  loop
    if change.type = 'begin' then
      insert into public.alerts (workspace_id, kind, subject, level, told, is_back, began_at, noticed_at)
      values (workspace, change.kind, change.subject, change.level, change.told, change."isBack", at, at)
      on conflict do nothing returning * into alert;
    elsif change.type = 'go-on' then
      update public.alerts as a set level = change.level, told = change.told, calm_since = null,
        noticed_at = case when change.notice is null then a.noticed_at else apply_alert_changes.at end,
        notices = a.notices + case when change.notice is null then 0 else 1 end
      where a.id = change.id and a.workspace_id = workspace and a.over_at is null and a.notices = change.seen
      returning * into alert;
    elsif change.type = 'calm' then
      update public.alerts as a set calm_since = apply_alert_changes.at
      where a.id = change.id and a.workspace_id = workspace and a.over_at is null and a.calm_since is null;
      continue;
    else
      update public.alerts as a set over_at = apply_alert_changes.at, noticed_at = apply_alert_changes.at, notices = a.notices + 1
      where a.id = change.id and a.workspace_id = workspace and a.over_at is null and a.calm_since is not null
        and a.notices = change.seen
      returning * into alert;
    end if;
    if found and change.notice is not null then
      perform private.tell_alert(alert, change.notice, at);
      told := told + 1;
    end if;
  end loop;
  return told;
end
$$;

-- A test of a channel, held at once by whoever asks for it. Null: there is no such channel, or it did not say yes.
create function public.begin_alert_test(channel uuid, person uuid, at timestamptz, held_until timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  workspace constant uuid := (select workspace_id from public.alert_channels where id = channel);
  refusal text := private.refuse_unless_editor(workspace, person);
  made uuid;
begin
  if refusal is not null then
    return jsonb_build_object('outcome', refusal);
  end if;
  insert into public.alert_deliveries (workspace_id, channel_id, phase, state, attempts, next_attempt_at, created_at)
  select workspace, c.id, 'test', 'sending', 1, held_until, at from public.alert_channels as c
  where c.id = channel and c.confirmed_at is not null
  returning id into made;
  return jsonb_build_object('outcome', case when made is null then 'not-found' else 'done' end, 'id', made);
end
$$;

-- Everything that is needed to send.
create function private.alert_parcels(deliveries uuid[])
returns table (
  id uuid, workspace_id uuid, workspace text, channel_id uuid, alert_id uuid, phase text, kind text, told jsonb, attempts integer,
  created_at timestamptz, type text, address text, member_id uuid, url text, sealed_secret text, language text
)
language sql stable security definer set search_path = ''
as $$
  select d.id, d.workspace_id, w.name, d.channel_id, d.alert_id, d.phase, d.kind, d.told, d.attempts, d.created_at, c.type,
    coalesce(c.address, u.email), c.member_id, c.url, c.sealed_secret, c.language
  from public.alert_deliveries as d
  join public.workspaces as w on w.id = d.workspace_id
  join public.alert_channels as c on c.id = d.channel_id
  left join auth.users as u on u.id = c.member_id
  where d.id = any (deliveries)
  order by d.created_at, d.id
$$;

create function public.read_alert_parcel(delivery uuid)
returns table (
  id uuid, workspace_id uuid, workspace text, channel_id uuid, alert_id uuid, phase text, kind text, told jsonb, attempts integer,
  created_at timestamptz, type text, address text, member_id uuid, url text, sealed_secret text, language text
)
language sql stable set search_path = ''
as $$
  select * from private.alert_parcels(array[delivery])
$$;

-- Deliveries that are due, and those whose sender was not heard of again, each held until then. Never a later one before an earlier one of
-- the same alert on the same channel.
create function public.claim_alert_deliveries(at timestamptz, held_until timestamptz, most integer)
returns table (
  id uuid, workspace_id uuid, workspace text, channel_id uuid, alert_id uuid, phase text, kind text, told jsonb, attempts integer,
  created_at timestamptz, type text, address text, member_id uuid, url text, sealed_secret text, language text
)
language plpgsql set search_path = ''
as $$
declare
  claimed uuid[];
begin
  with due as (
    select d.id from public.alert_deliveries as d
    join public.workspaces as w on w.id = d.workspace_id and w.closed_at is null
    where d.state in ('queued', 'sending') and d.next_attempt_at <= claim_alert_deliveries.at
      and not exists (
        select from public.alert_deliveries as earlier
        where earlier.alert_id = d.alert_id and earlier.channel_id = d.channel_id and earlier.notice < d.notice
          and earlier.state in ('queued', 'sending')
      )
    order by d.next_attempt_at limit claim_alert_deliveries.most for update of d skip locked
  ), held as (
    update public.alert_deliveries as d set state = 'sending', attempts = d.attempts + 1,
      next_attempt_at = claim_alert_deliveries.held_until
    from due where d.id = due.id returning d.id
  )
  select coalesce(array_agg(held.id), '{}') into claimed from held;
  return query select * from private.alert_parcels(claimed);
end
$$;

-- Numbers in service whose state at Vapi was not looked at since.
create function public.claim_number_looks(at timestamptz, looked_before timestamptz, most integer)
returns table (id uuid, workspace_id uuid, vapi_id text, state text)
language sql set search_path = ''
as $$
  update public.phone_numbers as n set looked_at = claim_number_looks.at
  from (
    select m.id from public.phone_numbers as m
    where m.deployment_id is not null and not m.elsewhere and m.removed_at is null
      and (m.looked_at is null or m.looked_at <= claim_number_looks.looked_before)
    order by m.looked_at nulls first limit claim_number_looks.most for update skip locked
  ) as due
  where n.id = due.id
  returning n.id, n.workspace_id, n.vapi_id, n.state
$$;

-- Addresses that did not answer in time are somebody's; what is long over is of no use, nor are tests of long ago.
create function public.forget_alerts(asked_before timestamptz, over_before timestamptz) returns integer
language plpgsql set search_path = ''
as $$
declare
  forgotten integer;
  more integer;
begin
  delete from public.alert_channels as c where c.confirmed_at is null and c.asked_at < asked_before;
  get diagnostics forgotten = row_count;
  delete from public.alerts as a where a.over_at < over_before;
  get diagnostics more = row_count;
  delete from public.alert_deliveries as d where d.alert_id is null and d.created_at < over_before;
  return forgotten + more;
end
$$;

revoke all on function
  private.note_alert_channel(), private.refuse_unless_editor(uuid, uuid), private.tell_alert(public.alerts, text, timestamptz),
  private.alert_parcels(uuid[])
from public;
grant execute on function
  private.refuse_unless_editor(uuid, uuid), private.tell_alert(public.alerts, text, timestamptz), private.alert_parcels(uuid[])
to service_role;
revoke all on function
  public.add_alert_channel(uuid, uuid, uuid, uuid, text, text, text, text, text[], text, integer, timestamptz),
  public.change_alert_channel(uuid, uuid, text[]),
  public.remove_alert_channel(uuid, uuid),
  public.alert_channels_of(uuid),
  public.claim_alert_checks(timestamptz, timestamptz, integer),
  public.alert_facts(uuid, timestamptz),
  public.apply_alert_changes(uuid, timestamptz, jsonb),
  public.begin_alert_test(uuid, uuid, timestamptz, timestamptz),
  public.read_alert_parcel(uuid),
  public.claim_alert_deliveries(timestamptz, timestamptz, integer),
  public.claim_number_looks(timestamptz, timestamptz, integer),
  public.forget_alerts(timestamptz, timestamptz)
from public, anon, authenticated;
grant execute on function
  public.add_alert_channel(uuid, uuid, uuid, uuid, text, text, text, text, text[], text, integer, timestamptz),
  public.change_alert_channel(uuid, uuid, text[]),
  public.remove_alert_channel(uuid, uuid),
  public.alert_channels_of(uuid),
  public.claim_alert_checks(timestamptz, timestamptz, integer),
  public.alert_facts(uuid, timestamptz),
  public.apply_alert_changes(uuid, timestamptz, jsonb),
  public.begin_alert_test(uuid, uuid, timestamptz, timestamptz),
  public.read_alert_parcel(uuid),
  public.claim_alert_deliveries(timestamptz, timestamptz, integer),
  public.claim_number_looks(timestamptz, timestamptz, integer),
  public.forget_alerts(timestamptz, timestamptz)
to service_role;
