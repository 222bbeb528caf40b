-- What a workspace spends in a month, and the limit that its owner set. Past the limit its numbers answer with the owner's message, or
-- pass calls on, until the month ends or the limit is raised. Months begin at midnight UTC. Protocol: functions/_shared/limits.ts.

create table public.usage (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  month date not null check (month = date_trunc('month', month)),
  calls integer not null default 0,
  seconds numeric not null default 0,
  -- US dollars.
  cost numeric not null default 0,
  primary key (workspace_id, month)
);

create table public.spending_limits (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  unit text not null check (unit in ('minutes', 'dollars')),
  most integer not null check (most between 1 and 1000000),
  -- What is said past the limit, in which language; with a number the call is passed on there afterwards.
  language text not null check (language in ('en', 'fr')),
  message text not null check (char_length(btrim(message)) between 1 and 500),
  transfer_to text check (transfer_to ~ '^\+[1-9][0-9]{7,14}$'),
  updated_at timestamptz not null default now()
);

-- Assistants at Vapi that answer past the limit. The row is the recorded intent; its id stands in the assistant's metadata.
create table public.limit_answers (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  content_hash text not null,
  vapi_id text unique,
  account uuid,
  elsewhere boolean not null default false,
  -- When the latest attempt to create it began; null: none that may have got through.
  sent_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index limit_answers_once on public.limit_answers (workspace_id, content_hash, account) nulls not distinct;

alter table public.phone_numbers
  add column diverted_to text,
  add column diverted_since timestamptz,
  -- Whoever works on it holds it until then.
  add column diverting_until timestamptz,
  add check ((diverted_to is null) = (diverted_since is null));
grant select (diverted_since) on public.phone_numbers to authenticated;

create trigger keep_tenant before update on public.usage
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.spending_limits
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.limit_answers
  for each row execute function private.keep_tenant();
create trigger stamp_account before insert on public.limit_answers
  for each row execute function private.stamp_account();

alter table public.usage enable row level security;
alter table public.usage force row level security;
alter table public.spending_limits enable row level security;
alter table public.spending_limits force row level security;
alter table public.limit_answers enable row level security;
alter table public.limit_answers force row level security;
grant select on public.usage to authenticated;
grant select on public.spending_limits to authenticated;
grant select, insert, update, delete on public.usage, public.spending_limits, public.limit_answers to service_role;
create policy usage_read on public.usage for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy spending_limits_read on public.spending_limits for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

-- Counted by the call, and kept when the call is forgotten. A call that is computed again counts by what changed.
create function private.count_usage() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  length constant numeric := coalesce(extract(epoch from new.ended_at - new.started_at), 0);
  earlier numeric := 0;
  paid numeric := 0;
begin
  if tg_op = 'UPDATE' then
    earlier := coalesce(extract(epoch from old.ended_at - old.started_at), 0);
    paid := coalesce(old.cost, 0);
    if length = earlier and coalesce(new.cost, 0) = paid then
      return null;
    end if;
  end if;
  insert into public.usage as u (workspace_id, month, calls, seconds, cost)
  values (
    new.workspace_id, date_trunc('month', new.created_at at time zone 'UTC')::date,
    case tg_op when 'INSERT' then 1 else 0 end, length - earlier, coalesce(new.cost, 0) - paid
  )
  on conflict (workspace_id, month) do update set
    calls = u.calls + excluded.calls, seconds = u.seconds + excluded.seconds, cost = u.cost + excluded.cost;
  return null;
end
$$;
create trigger count_usage after insert or update of started_at, ended_at, cost on public.calls
  for each row execute function private.count_usage();

insert into public.usage (workspace_id, month, calls, seconds, cost)
select workspace_id, date_trunc('month', created_at at time zone 'UTC')::date, count(*),
  sum(coalesce(extract(epoch from ended_at - started_at), 0)), sum(coalesce(cost, 0))
from public.calls group by 1, 2;

-- Whether the limit of the month is reached; false without one.
create function private.is_past_limit(workspace uuid, at timestamptz) returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce((
    select case l.unit when 'minutes' then u.seconds / 60 else u.cost end >= l.most
    from public.spending_limits as l
    join public.usage as u on u.workspace_id = l.workspace_id
      and u.month = date_trunc('month', is_past_limit.at at time zone 'UTC')::date
    where l.workspace_id = workspace
  ), false)
$$;

create function public.set_spending_limit(
  workspace uuid, person uuid, its_unit text, its_most integer, its_language text, its_message text, its_transfer text
) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  insert into public.spending_limits (workspace_id, unit, most, language, message, transfer_to)
  values (workspace, its_unit, its_most, its_language, its_message, its_transfer)
  on conflict (workspace_id) do update set
    unit = excluded.unit, most = excluded.most, language = excluded.language, message = excluded.message,
    transfer_to = excluded.transfer_to, updated_at = now();
  perform private.note(workspace, 'limit-set', jsonb_build_object('most', its_most, 'unit', its_unit), person);
  return 'done';
end
$$;

create function public.remove_spending_limit(workspace uuid, person uuid) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  delete from public.spending_limits where workspace_id = workspace;
  if found then
    perform private.note(workspace, 'limit-removed', '{}', person);
  end if;
  return 'done';
end
$$;

-- A number that was switched by a publication answers with that, whatever was noted of it before.
create function private.follow_switch() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.deployment_id is distinct from old.deployment_id and new.diverted_to is not distinct from old.diverted_to then
    new.diverted_to := null;
    new.diverted_since := null;
  end if;
  return new;
end
$$;
create trigger follow_switch before update of deployment_id on public.phone_numbers
  for each row execute function private.follow_switch();

create function private.note_diversion() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.note(new.workspace_id, case when new.diverted_since is null then 'limit-lifted' else 'limit-passed' end,
    jsonb_build_object('number', coalesce(nullif(new.label, ''), new.number)), null);
  return null;
end
$$;
create trigger note_diversion after update on public.phone_numbers
  for each row when ((new.diverted_since is null) <> (old.diverted_since is null))
  execute function private.note_diversion();

-- Numbers that answer otherwise than the limit wants, each held for a minute by whoever claims it. None that is just being published
-- on. With a workspace: of that one alone.
create function public.claim_diversions(at timestamptz, most integer, only_workspace uuid default null)
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

-- What the number was found to answer with, or was switched to; null: what is published on it.
create function public.finish_diversion(number_id uuid, answer_id text, at timestamptz) returns void
language sql set search_path = ''
as $$
  update public.phone_numbers set
    diverted_to = answer_id,
    diverted_since = case when answer_id is null then null else finish_diversion.at end,
    diverting_until = null
  where id = number_id
$$;

-- The assistant that says this, or the intent to make it.
create function public.limit_answer(workspace uuid, hash text) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  found_answer public.limit_answers;
begin
  insert into public.limit_answers (workspace_id, content_hash) values (workspace, hash) on conflict do nothing;
  select * into found_answer from public.limit_answers
  where workspace_id = workspace and content_hash = hash and not elsewhere order by created_at desc limit 1;
  return to_jsonb(found_answer);
end
$$;

-- Assistants that no number is switched to any more, an hour after the last was: calls end first.
create function public.unused_limit_answers(at timestamptz, most integer)
returns table (id uuid, workspace_id uuid, vapi_id text)
language sql stable set search_path = ''
as $$
  select a.id, a.workspace_id, a.vapi_id from public.limit_answers as a
  left join public.spending_limits as l on l.workspace_id = a.workspace_id
  where not a.elsewhere and a.vapi_id is not null
    and not exists (select from public.phone_numbers as n where n.diverted_to = a.vapi_id)
    and greatest(a.created_at, coalesce(l.updated_at, a.created_at)) < unused_limit_answers.at - interval '1 hour'
    and not private.is_past_limit(a.workspace_id, unused_limit_answers.at)
  order by a.created_at limit unused_limit_answers.most
$$;

create or replace function private.follow_account() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  workspace uuid := coalesce(new.workspace_id, old.workspace_id);
  current_account uuid := private.account_of(workspace);
begin
  update public.phone_numbers set elsewhere = account is distinct from current_account
  where workspace_id = workspace and elsewhere <> (account is distinct from current_account);
  update public.vapi_resources set elsewhere = account is distinct from current_account
  where workspace_id = workspace and elsewhere <> (account is distinct from current_account);
  update public.knowledge_files set elsewhere = account is distinct from current_account
  where workspace_id = workspace and elsewhere <> (account is distinct from current_account);
  update public.limit_answers set elsewhere = account is distinct from current_account
  where workspace_id = workspace and elsewhere <> (account is distinct from current_account);
  return null;
end
$$;

-- How much of a budget is used in its present window.
create function public.read_budget(workspace uuid, budget text, seconds integer) returns integer
language sql stable set search_path = ''
as $$
  select coalesce((
    select used from public.budgets
    where workspace_id = workspace and name = budget and window_start > now() - make_interval(secs => seconds)
  ), 0)
$$;

revoke all on function private.count_usage(), private.is_past_limit(uuid, timestamptz), private.follow_switch(),
  private.note_diversion()
from public;
grant execute on function private.is_past_limit(uuid, timestamptz) to service_role;
revoke all on function
  public.set_spending_limit(uuid, uuid, text, integer, text, text, text),
  public.remove_spending_limit(uuid, uuid),
  public.claim_diversions(timestamptz, integer, uuid),
  public.finish_diversion(uuid, text, timestamptz),
  public.limit_answer(uuid, text),
  public.unused_limit_answers(timestamptz, integer),
  public.read_budget(uuid, text, integer)
from public, anon, authenticated;
grant execute on function
  public.set_spending_limit(uuid, uuid, text, integer, text, text, text),
  public.remove_spending_limit(uuid, uuid),
  public.claim_diversions(timestamptz, integer, uuid),
  public.finish_diversion(uuid, text, timestamptz),
  public.limit_answer(uuid, text),
  public.unused_limit_answers(timestamptz, integer),
  public.read_budget(uuid, text, integer)
to service_role;
