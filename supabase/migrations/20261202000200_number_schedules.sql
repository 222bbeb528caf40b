-- A number that several flows answer, by opening hours. Each of its flows is published on the number and stays live there; what answers
-- now is `phone_numbers.deployment_id`, and `cron` points the number at what is due by one PATCH. Protocol: functions/_shared/number-schedules.ts.

alter table public.opening_hours add constraint opening_hours_of_workspace_id unique (workspace_id, id);

-- The first row whose hours are open decides; the one without hours stands for the rest of the time.
create table public.number_schedules (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  phone_number_id uuid not null,
  position integer not null check (position between 0 and 2),
  hours_id uuid,
  flow_id uuid,
  -- In place of a flow, out of the hours.
  words text check (char_length(btrim(words)) between 1 and 500),
  -- What was made to say them.
  words_deployment_id uuid,
  created_at timestamptz not null default now(),
  unique (phone_number_id, position),
  check ((flow_id is null) <> (words is null)),
  check (words is null or hours_id is null),
  foreign key (workspace_id, phone_number_id) references public.phone_numbers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, hours_id) references public.opening_hours (workspace_id, id),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id),
  foreign key (workspace_id, words_deployment_id) references public.deployments (workspace_id, id)
    on delete set null (words_deployment_id)
);
create unique index number_schedules_rest on public.number_schedules (phone_number_id) where hours_id is null;
create index number_schedules_of_number on public.number_schedules (workspace_id, phone_number_id);
create index number_schedules_of_hours on public.number_schedules (workspace_id, hours_id);
create index number_schedules_of_flow on public.number_schedules (workspace_id, flow_id);
create index number_schedules_of_words on public.number_schedules (workspace_id, words_deployment_id);
create trigger keep_tenant before update on public.number_schedules
  for each row execute function private.keep_tenant();
alter table public.number_schedules enable row level security;
alter table public.number_schedules force row level security;
grant select on public.number_schedules to authenticated;
grant select, insert, update, delete on public.number_schedules to service_role;
create policy number_schedules_read on public.number_schedules for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

alter table public.phone_numbers
  -- Whoever points it at what is due holds it until then; `switching_fence` rises with each holder.
  add column switching_until timestamptz,
  add column switching_fence integer not null default 0,
  -- Nothing changes before; null: look at once.
  add column schedule_look_at timestamptz;

-- `words`: a sentence that a schedule has for the rest of the time.
alter table public.deployments
  drop constraint deployments_purpose_check,
  add constraint deployments_purpose_check check (purpose in ('flow', 'fallback', 'words'));

-- What a deployment stands for on its number: its flow, whatever is said in its place, or the words of a schedule.
create function private.slot_of(purpose text, flow uuid) returns text
language sql immutable set search_path = ''
as $$
  select case purpose when 'words' then 'words' else flow::text end
$$;
drop index public.one_live_a_number;
create unique index one_live_a_slot on public.deployments (phone_number_id, (private.slot_of(purpose, flow_id)))
  where state = 'live' and phone_number_id is not null;

create function private.slots_of(number_id uuid) returns setof text
language sql stable set search_path = ''
as $$
  select case when words is null then flow_id::text else 'words' end
  from public.number_schedules where phone_number_id = number_id
$$;

-- Nothing is published on a number while it is being pointed elsewhere, nor what its schedule does not know.
create function private.keep_schedule() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if exists (select from public.phone_numbers where id = new.phone_number_id and switching_until > now()) then
    raise exception 'number-switching' using errcode = '55006', hint = 'Try again in a minute.';
  end if;
  if exists (select from private.slots_of(new.phone_number_id))
    and private.slot_of(new.purpose, new.flow_id) not in (select private.slots_of(new.phone_number_id)) then
    raise exception 'number-scheduled' using errcode = '55006', hint = 'Put the flow in the hours of the number first.';
  end if;
  return null;
end
$$;
create trigger keep_schedule after insert on public.deployments
  for each row when (new.phone_number_id is not null and new.state = 'running')
  execute function private.keep_schedule();

-- Whatever a schedule goes by is looked at again once it changed.
create function private.look_at_schedules() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.phone_numbers set schedule_look_at = null
  where id in (select phone_number_id from public.number_schedules where hours_id = new.id);
  return null;
end
$$;
create trigger look_at_schedules after update on public.opening_hours
  for each row execute function private.look_at_schedules();

create or replace function private.keep_flow_in_service() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from public.workspaces where id = old.workspace_id) and (
    exists (select from public.phone_numbers where workspace_id = old.workspace_id and flow_id = old.id)
    or exists (select from public.number_schedules where workspace_id = old.workspace_id and flow_id = old.id)
    or exists (select from public.deployments where workspace_id = old.workspace_id and flow_id = old.id and state = 'running')
  ) then
    raise exception 'flow-in-service' using errcode = '23503', hint = 'Put something else on its phone number first.';
  end if;
  return old;
end
$$;

-- Puts what a number has ready in order: what stands for nothing any more is out of service.
create function private.settle_slots(number public.phone_numbers) returns void
language plpgsql set search_path = ''
as $$
begin
  update public.deployments as d set state = 'superseded', drift = null
  where d.phone_number_id = number.id and d.state = 'live' and d.id is distinct from number.deployment_id
    and private.slot_of(d.purpose, d.flow_id) not in (select private.slots_of(number.id));
  -- The same thing at all hours is no schedule.
  if (select count(*) from private.slots_of(number.id)) = 1 and exists (
    select from public.deployments as d where d.id = number.deployment_id and d.state = 'live'
      and private.slot_of(d.purpose, d.flow_id) in (select private.slots_of(number.id))
  ) then
    delete from public.number_schedules where phone_number_id = number.id;
  end if;
  perform private.drain_unused(number.workspace_id);
end
$$;

-- `rows`: in order, each `hours` (null: the rest) and `flow` or `words`. One row alone ends the schedule once its flow answers.
create function public.set_number_schedule(number_id uuid, person uuid, rows jsonb) returns text
language plpgsql set search_path = ''
as $$
declare
  number public.phone_numbers;
  said text;
  saying uuid;
  had boolean;
begin
  select * into number from public.phone_numbers where id = number_id and removed_at is null for update;
  if not found then
    return 'not-found';
  end if;
  perform private.act_as(person);
  if exists (select from public.deployments where phone_number_id = number_id and state = 'running') then
    return 'publication-running';
  end if;
  if number.switching_until > now() then
    return 'number-switching';
  end if;
  if exists (
    select from jsonb_array_elements(rows) as wanted where
      (wanted ->> 'hours' is not null and not exists (
        select from public.opening_hours where workspace_id = number.workspace_id and id = (wanted ->> 'hours')::uuid))
      or (wanted ->> 'flow' is not null and not exists (
        select from public.flows where workspace_id = number.workspace_id and id = (wanted ->> 'flow')::uuid))
  ) then
    return 'not-found';
  end if;
  select words, words_deployment_id into said, saying from public.number_schedules
  where phone_number_id = number_id and words is not null;
  had := exists (select from public.number_schedules where phone_number_id = number_id);
  delete from public.number_schedules where phone_number_id = number_id;
  insert into public.number_schedules (
    workspace_id, phone_number_id, position, hours_id, flow_id, words, words_deployment_id
  )
  select number.workspace_id, number_id, wanted.ordinality - 1, (wanted.value ->> 'hours')::uuid, (wanted.value ->> 'flow')::uuid,
    wanted.value ->> 'words', case when wanted.value ->> 'words' = said then saying end
  from jsonb_array_elements(rows) with ordinality as wanted;
  update public.phone_numbers set schedule_look_at = null where id = number_id;
  perform private.settle_slots(number);
  if jsonb_array_length(rows) > 1 or had then
    perform private.note(
      number.workspace_id, case when jsonb_array_length(rows) > 1 then 'schedule-set' else 'schedule-ended' end,
      jsonb_build_object('number', coalesce(nullif(number.label, ''), number.number)), person);
  end if;
  return 'done';
end
$$;

-- Numbers to look at, each held for a while by whoever claims it: none that is just being published on, given back, or that the month's
-- limit answers. `ready`: what is in service on it, with what stands for it at Vapi; `rows`: who is to answer when.
create function public.claim_schedules(at timestamptz, most integer, only_number uuid default null)
returns table (id uuid, workspace_id uuid, vapi_id text, provider text, fence integer, deployment_id uuid, ready jsonb, rows jsonb)
language sql set search_path = ''
as $$
  with due as (
    select n.id from public.phone_numbers as n
    where exists (select from public.number_schedules as s where s.phone_number_id = n.id)
      and not n.elsewhere and n.removed_at is null and n.removing_since is null and n.diverted_to is null
      and case when only_number is null then n.schedule_look_at is null or n.schedule_look_at <= claim_schedules.at
        else n.id = only_number end
      and (n.switching_until is null or n.switching_until <= claim_schedules.at)
      and (n.diverting_until is null or n.diverting_until <= claim_schedules.at)
      and not exists (select from public.deployments as d where d.phone_number_id = n.id and d.state = 'running')
    order by n.schedule_look_at nulls first limit claim_schedules.most for update of n skip locked
  )
  update public.phone_numbers as n
  set switching_until = claim_schedules.at + interval '90 seconds', switching_fence = n.switching_fence + 1
  from due where n.id = due.id
  returning n.id, n.workspace_id, n.vapi_id, n.provider, n.switching_fence, n.deployment_id,
    (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'slot', private.slot_of(d.purpose, d.flow_id), 'live', d.state = 'live',
        'kind', replace(last.kind, 'create-', ''), 'target', last.vapi_id
      )), '[]')
      from public.deployments as d
      join lateral (
        select s.kind, s.vapi_id from public.deployment_steps as s
        where s.deployment_id = d.id and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1
      ) as last on last.vapi_id is not null
      where d.phone_number_id = n.id and (d.state = 'live' or d.id = n.deployment_id)
    ),
    (
      select jsonb_agg(jsonb_build_object(
        'hours', case when h.id is not null then jsonb_build_object('name', h.name, 'stored', h.hours) end,
        'slot', case when s.words is null then s.flow_id::text else 'words' end,
        'words', s.words, 'saying', s.words_deployment_id
      ) order by s.position)
      from public.number_schedules as s left join public.opening_hours as h on h.id = s.hours_id
      where s.phone_number_id = n.id
    )
$$;

-- What the number answers with now, and when to look again. False when somebody else holds it, or what it was pointed at went meanwhile.
create function public.finish_schedule(number_id uuid, holder integer, answering uuid, look_at timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  number public.phone_numbers;
begin
  select * into number from public.phone_numbers where id = number_id and switching_fence = holder for update;
  if not found then
    return false;
  end if;
  update public.phone_numbers as n set switching_until = null, schedule_look_at = finish_schedule.look_at where n.id = number_id;
  if answering is null then
    return true;
  end if;
  if not exists (select from public.deployments where id = answering and phone_number_id = number_id and state = 'live') then
    return false;
  end if;
  update public.phone_numbers as n
  set deployment_id = answering, flow_id = case when d.purpose = 'flow' then d.flow_id end
  from public.deployments as d where n.id = number_id and d.id = answering
    and (n.deployment_id is distinct from answering)
  returning n.* into number;
  if not found then
    select * into number from public.phone_numbers where id = number_id;
  end if;
  perform private.settle_slots(number);
  return true;
end
$$;

-- The words of a schedule that nothing says yet: `source` is what they are said like. Not again within the hour after it failed, unless
-- somebody asks.
create function public.words_to_prepare(number_id uuid, is_asked boolean) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('words', s.words, 'source', source.id)
  from public.number_schedules as s
  join public.phone_numbers as n on n.id = s.phone_number_id and not n.elsewhere and n.removed_at is null and n.removing_since is null
  join lateral (
    select d.id from public.deployments as d
    where d.phone_number_id = number_id and d.state = 'live' and d.purpose <> 'words'
    order by d.purpose = 'flow' desc, d.created_at desc limit 1
  ) as source on true
  left join public.deployments as saying on saying.id = s.words_deployment_id
  where s.phone_number_id = number_id and s.words is not null and (
    saying.id is null or saying.state = 'superseded'
    or (saying.state = 'failed' and (is_asked or saying.finished_at < now() - interval '1 hour'))
  )
$$;

create function public.note_words_deployment(number_id uuid, deployment uuid) returns void
language sql set search_path = ''
as $$
  update public.number_schedules set words_deployment_id = deployment
  where phone_number_id = number_id and words is not null
$$;

-- As before; on a number with a schedule the others stay ready, and a publication without the step of the switch is ready from then on.
create or replace function public.commit_deployment(deployment uuid, holder integer, step integer) returns boolean
language plpgsql set search_path = ''
as $$
declare
  current public.deployments;
  number public.phone_numbers;
  its_slot text;
begin
  if not private.renew_lease(deployment, holder, 0) then
    return false;
  end if;
  select * into current from public.deployments where id = deployment;
  select * into number from public.phone_numbers where id = current.phone_number_id for update;
  its_slot := private.slot_of(current.purpose, current.flow_id);
  update public.deployments as d set state = 'superseded', drift = null
  where d.phone_number_id = current.phone_number_id and d.state = 'live'
    and (private.slot_of(d.purpose, d.flow_id) = its_slot
      or private.slot_of(d.purpose, d.flow_id) not in (select private.slots_of(current.phone_number_id)))
    and (d.id is distinct from number.deployment_id or private.slot_of(d.purpose, d.flow_id) = its_slot or exists (
      select from public.deployment_steps where deployment_id = deployment and kind = 'switch-number'));
  update public.deployment_steps set state = 'done', started_at = coalesce(started_at, now()), finished_at = now()
  where deployment_id = deployment and position = step;
  update public.deployments set state = 'live', finished_at = now(), lease_until = null where id = deployment;
  if exists (select from public.deployment_steps where deployment_id = deployment and kind = 'switch-number') then
    update public.phone_numbers
    set flow_id = case when current.purpose = 'flow' then current.flow_id end, deployment_id = deployment
    where id = current.phone_number_id;
  end if;
  update public.phone_numbers set schedule_look_at = null
  where id = current.phone_number_id and schedule_look_at is not null;
  perform private.drain_unused(current.workspace_id);
  return true;
end
$$;

-- As before. A number that is somebody else's now has no schedule; one that goes back to an earlier version keeps it.
create or replace function public.release_number(deployment uuid, answering uuid) returns boolean
language plpgsql set search_path = ''
as $$
declare
  former public.deployments;
  now_live public.deployments;
begin
  select * into former from public.deployments where id = deployment and state = 'live' for update;
  if not found or exists (
    select from public.deployments where phone_number_id = former.phone_number_id and state = 'running'
  ) then
    return false;
  end if;
  if answering is null then
    delete from public.number_schedules where phone_number_id = former.phone_number_id;
    update public.deployments set state = 'superseded', drift = null
    where phone_number_id = former.phone_number_id and state = 'live';
  else
    update public.deployments as d set state = 'superseded', drift = null
    from public.deployments as back
    where back.id = answering and d.phone_number_id = former.phone_number_id and d.state = 'live'
      and (private.slot_of(d.purpose, d.flow_id) = private.slot_of(back.purpose, back.flow_id)
        or private.slot_of(d.purpose, d.flow_id) not in (select private.slots_of(former.phone_number_id)));
    update public.deployments set state = 'live', drift = null
    where id = answering and phone_number_id = former.phone_number_id and state = 'superseded'
    returning * into now_live;
    if not found then
      raise exception 'release_number: % never answered this number', answering;
    end if;
  end if;
  update public.deployments set drift = null where id = deployment;
  update public.phone_numbers
  set deployment_id = now_live.id, flow_id = case when now_live.purpose = 'flow' then now_live.flow_id end,
    schedule_look_at = null
  where id = former.phone_number_id;
  perform private.drain_unused(former.workspace_id);
  return true;
end
$$;

-- As before, and its schedule goes with it.
create or replace function public.finish_number_removal(number_id uuid, at timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  gone public.phone_numbers;
begin
  select * into gone from public.phone_numbers where id = number_id and removed_at is null for update;
  if not found then
    return;
  end if;
  if gone.removal_asked_by is not null then
    perform private.act_as(gone.removal_asked_by);
  end if;
  delete from public.number_schedules where phone_number_id = number_id;
  update public.deployments set state = 'superseded', drift = null where phone_number_id = number_id and state = 'live';
  update public.phone_numbers set flow_id = null, deployment_id = null, elsewhere = true, credential_id = null,
    account = '00000000-0000-0000-0000-000000000000', removed_at = at, removal_due_at = null
  where id = number_id;
  delete from public.forwardings where phone_number_id = number_id;
  perform private.note(gone.workspace_id, 'number-removed', jsonb_build_object('number', coalesce(nullif(gone.label, ''), gone.number)));
  perform private.drain_unused(gone.workspace_id);
end
$$;

-- As before, none that is just being pointed at another of its flows.
create or replace function public.claim_diversions(at timestamptz, most integer, only_workspace uuid default null)
returns table (
  id uuid, workspace_id uuid, vapi_id text, is_past boolean, diverted_to text, target_kind text, target_id text,
  language text, message text, transfer_to text
)
language sql set search_path = ''
as $$
  with due as (
    select n.id, private.is_past_limit(n.workspace_id, claim_diversions.at) as is_past
    from public.phone_numbers as n
    left join public.spending_limits as l on l.workspace_id = n.workspace_id
    left join public.limit_answers as a on a.vapi_id = n.diverted_to
    where n.deployment_id is not null and not n.elsewhere
      and (only_workspace is null or n.workspace_id = only_workspace)
      and (n.diverting_until is null or n.diverting_until <= claim_diversions.at)
      and (n.switching_until is null or n.switching_until <= claim_diversions.at)
      and (l.workspace_id is not null or n.diverted_to is not null)
      and (
        private.is_past_limit(n.workspace_id, claim_diversions.at) <> (n.diverted_to is not null)
        -- Its words changed since.
        or (n.diverted_to is not null and l.updated_at > n.diverted_since)
      )
      and not exists (select from public.deployments as d where d.phone_number_id = n.id and d.state = 'running')
    order by n.diverting_until nulls first limit claim_diversions.most for update of n skip locked
  )
  update public.phone_numbers as n set diverting_until = claim_diversions.at + interval '1 minute'
  from due
  left join lateral (
    select replace(s.kind, 'create-', '') as kind, s.vapi_id
    from public.phone_numbers as m join public.deployment_steps as s on s.deployment_id = m.deployment_id
    where m.id = due.id and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1
  ) as target on true
  left join public.spending_limits as l on l.workspace_id = (select w.workspace_id from public.phone_numbers as w where w.id = due.id)
  where n.id = due.id
  returning n.id, n.workspace_id, n.vapi_id, due.is_past, n.diverted_to, target.kind, target.vapi_id,
    l.language, l.message, l.transfer_to
$$;

-- As before, for each flow of a schedule by itself.
create or replace function private.kept_resources(workspace uuid) returns setof text
language sql stable set search_path = ''
as $$
  with answered as (
    select d.id, d.phone_number_id, d.created_at, (
      select s.vapi_id from public.deployment_steps s
      where s.deployment_id = d.id and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1
    ) as target, (
      select distinct s.flow_id from public.number_schedules s
      where s.phone_number_id = d.phone_number_id and s.flow_id = d.flow_id
    ) as scheduled
    from public.deployments d
    where d.workspace_id = workspace and d.state in ('live', 'superseded') and d.purpose = 'flow'
  ), latest as (
    select distinct on (phone_number_id, target) id, phone_number_id, created_at, scheduled
    from answered where target is not null order by phone_number_id, target, created_at desc
  ), ranked as (
    select id, row_number() over (partition by phone_number_id, scheduled order by created_at desc) as place from latest
  )
  select s.vapi_id from public.deployment_steps s
  where s.vapi_id is not null and (
    s.deployment_id in (select id from ranked where place <= 4)
    or s.deployment_id in (
      select id from public.deployments where workspace_id = workspace and state in ('live', 'running')
    )
    -- A number may answer with it until it is pointed at what took its place.
    or s.deployment_id in (select deployment_id from public.phone_numbers where workspace_id = workspace)
  )
$$;

-- As before, with what waits for its hours.
create or replace function public.secrecy_in_service(workspace uuid)
returns table (flow_id uuid, name text, number text, is_secret boolean)
language sql stable set search_path = ''
as $$
  select d.flow_id, f.name, coalesce(nullif(n.label, ''), n.number), not jsonb_path_exists(
    d.plan, '$.resources[*].body.artifactPlan ? (@.transcriptPlan.enabled == true || @.recordingEnabled == true)')
  from public.deployments as d
  join public.flows as f on f.id = d.flow_id
  join public.phone_numbers as n on n.id = d.phone_number_id
  where d.workspace_id = workspace and d.state = 'live'
  order by f.name, 3
$$;
create or replace function public.processors_in_use(workspace uuid) returns table (role text, name text, flows text[])
language sql stable set search_path = ''
as $$
  with live as (
    select d.plan, d.manifest, f.name as flow, n.provider from public.deployments as d
    join public.flows as f on f.id = d.flow_id
    join public.phone_numbers as n on n.id = d.phone_number_id
    where d.workspace_id = workspace and d.state = 'live'
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

-- The schedule says what its words are for: they are no publication of their own.
create or replace function private.note_deployment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  version integer := (select number from public.flow_versions where id = new.version_id);
  before record;
begin
  if new.state = old.state or new.state not in ('live', 'failed') or (new.purpose = 'words' and new.state = 'live') then
    return null;
  end if;
  select v.number, d.flow_id into before
  from public.phone_numbers as n join public.deployments as d on d.id = n.deployment_id and d.id <> new.id
    join public.flow_versions as v on v.id = d.version_id
  where n.id = new.phone_number_id;
  perform private.note(
    new.workspace_id,
    case
      when new.state = 'failed' then 'publication-failed'
      when before.flow_id = new.flow_id and before.number > version then 'rolled-back'
      else 'published'
    end,
    jsonb_build_object(
      'flow', (select name from public.flows where id = new.flow_id),
      'version', version,
      'number', (select coalesce(nullif(label, ''), number) from public.phone_numbers where id = new.phone_number_id),
      'recording', case when jsonb_path_exists(new.plan, '$.**.artifactPlan.recordingEnabled ? (@ == true)') then true end,
      'reason', case when new.state = 'failed' then new.error ->> 'code' end
    ),
    new.created_by
  );
  return null;
end
$$;

do $$
declare
  known record;
begin
  select conname, pg_get_constraintdef(oid) as definition into strict known from pg_constraint
  where conrelid = 'public.activity'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%limit-lifted%';
  execute format('alter table public.activity drop constraint %I', known.conname);
  execute format('alter table public.activity add constraint %I %s', known.conname,
    replace(known.definition, '''limit-lifted''::text',
      '''limit-lifted''::text, ''schedule-set''::text, ''schedule-ended''::text'));
end
$$;

revoke all on function private.slot_of(text, uuid), private.slots_of(uuid), private.keep_schedule(), private.look_at_schedules(),
  private.settle_slots(public.phone_numbers)
from public;
grant execute on function private.slot_of(text, uuid), private.slots_of(uuid), private.keep_schedule(),
  private.settle_slots(public.phone_numbers) to service_role;
revoke all on function
  public.set_number_schedule(uuid, uuid, jsonb),
  public.claim_schedules(timestamptz, integer, uuid),
  public.finish_schedule(uuid, integer, uuid, timestamptz),
  public.words_to_prepare(uuid, boolean),
  public.note_words_deployment(uuid, uuid)
from public, anon, authenticated;
grant execute on function
  public.set_number_schedule(uuid, uuid, jsonb),
  public.claim_schedules(timestamptz, integer, uuid),
  public.finish_schedule(uuid, integer, uuid, timestamptz),
  public.words_to_prepare(uuid, boolean),
  public.note_words_deployment(uuid, uuid)
to service_role;
