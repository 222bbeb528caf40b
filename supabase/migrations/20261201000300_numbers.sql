-- Numbers that somebody brings along or gives back, and numbers of theirs that are forwarded to one of ours. Protocols:
-- functions/_shared/number-imports.ts, number-removal.ts, forwardings.ts.

alter table public.phone_numbers
  -- At Vapi: what opens the account at the number's provider. It goes with the number.
  add column credential_id text check (char_length(credential_id) <= 100),
  -- When it is given back, and since when that is being done; until then it answers, and the wish can be taken back.
  add column removal_due_at timestamptz,
  add column removing_since timestamptz,
  add column removing_until timestamptz,
  add column removal_asked_by uuid,
  -- The row stays, for the calls that came in on it; nobody sees it any more.
  add column removed_at timestamptz;
-- The credential is part of the address to which the carrier of a SIP trunk sends calls.
grant select (removal_due_at, removed_at, credential_id) on public.phone_numbers to authenticated;
create index phone_numbers_removed on public.phone_numbers (removed_at);
create index phone_numbers_to_remove on public.phone_numbers (removal_due_at) where removal_due_at is not null;

drop policy phone_numbers_read on public.phone_numbers;
create policy phone_numbers_read on public.phone_numbers for select to authenticated
  using (removed_at is null and workspace_id in (select private.my_workspaces('viewer')));

-- Recorded before anything is created at Vapi, and gone once it is known how that ended. What opens an account is not in it: half of a
-- creation is undone or adopted by the names at Vapi, which come from the id.
create table public.number_imports (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  person uuid,
  provider text not null check (provider in ('twilio', 'telnyx', 'vonage', 'byo-phone-number', 'vapi')),
  -- E.164; empty: Vapi chooses.
  number text not null,
  label text not null default '' check (char_length(label) <= 80),
  credential_id text check (char_length(credential_id) <= 100),
  account uuid,
  started_at timestamptz not null,
  -- Whoever works on it holds it until then.
  working_until timestamptz not null,
  unique (workspace_id, provider, number)
);
create index number_imports_to_settle on public.number_imports (working_until);

create table public.forwardings (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  -- Where its calls arrive.
  phone_number_id uuid not null,
  own_number text not null check (own_number ~ '^\+[1-9][0-9]{7,14}$'),
  operator text not null check (char_length(operator) between 1 and 40),
  line text not null check (line in ('mobile', 'fixed')),
  mode text not null check (mode in ('always', 'unavailable', 'no-answer', 'busy', 'unreachable')),
  seconds integer check (seconds between 5 and 30),
  -- A test call is waited for since then; null: none is.
  tested_from timestamptz,
  verified_at timestamptz,
  created_at timestamptz not null default now(),
  unique (phone_number_id, own_number),
  foreign key (workspace_id, phone_number_id) references public.phone_numbers (workspace_id, id) on delete cascade
);
create index forwardings_of_number on public.forwardings (workspace_id, phone_number_id);

create trigger keep_tenant before update on public.number_imports
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.forwardings
  for each row execute function private.keep_tenant();

alter table public.number_imports enable row level security;
alter table public.number_imports force row level security;
alter table public.forwardings enable row level security;
alter table public.forwardings force row level security;
grant select on public.forwardings to authenticated;
grant select, insert, update, delete on public.number_imports, public.forwardings to service_role;
create policy forwardings_read on public.forwardings for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));

-- `known`: the workspace has the number. `open`: an earlier attempt is not settled; its id comes along.
create function public.begin_number_import(
  workspace uuid, person uuid, its_provider text, digits text, its_label text, at timestamptz
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  begun uuid;
begin
  if digits <> '' and exists (
    select from public.phone_numbers where workspace_id = workspace and number = digits and not elsewhere
  ) then
    return jsonb_build_object('outcome', 'known');
  end if;
  insert into public.number_imports (workspace_id, person, provider, number, label, account, started_at, working_until)
  values (
    workspace, begin_number_import.person, its_provider, digits, its_label, private.account_of(workspace), at, at + interval '2 minutes'
  )
  on conflict do nothing returning id into begun;
  if begun is null then
    select id into begun from public.number_imports
    where workspace_id = workspace and provider = its_provider and number = digits;
    return jsonb_build_object('outcome', 'open', 'id', begun);
  end if;
  return jsonb_build_object('outcome', 'begun', 'id', begun);
end
$$;

-- Imports that nobody works on, of the account in use, each held for a minute by whoever claims it.
create function public.claim_number_imports(at timestamptz, most integer, only_one uuid default null)
returns setof public.number_imports
language sql set search_path = ''
as $$
  with due as (
    select i.id from public.number_imports as i
    where i.working_until <= claim_number_imports.at and i.account is not distinct from private.account_of(i.workspace_id)
      and (only_one is null or i.id = only_one)
    order by i.working_until limit most for update skip locked
  )
  update public.number_imports as i set working_until = claim_number_imports.at + interval '1 minute'
  from due where i.id = due.id
  returning i.*
$$;

-- The number is there: it becomes one of the workspace's, and nothing is left to settle.
create function public.finish_number_import(import uuid, vapi_number text, digits text, its_state text) returns uuid
language plpgsql set search_path = ''
as $$
declare
  done public.number_imports;
  stored uuid;
begin
  delete from public.number_imports where id = import returning * into done;
  if not found then
    return null;
  end if;
  if done.person is not null then
    perform private.act_as(done.person);
  end if;
  insert into public.phone_numbers (workspace_id, vapi_id, number, label, provider, state, credential_id)
  values (done.workspace_id, vapi_number, digits, done.label, done.provider, its_state, done.credential_id)
  on conflict (vapi_id) do update set number = excluded.number, state = excluded.state
    where phone_numbers.workspace_id = done.workspace_id
  returning id into stored;
  return stored;
end
$$;

-- Given back after a while; what it answers until then stays. Not while something is being published on it.
create function public.ask_number_removal(number_id uuid, person uuid, due_at timestamptz) returns text
language plpgsql set search_path = ''
as $$
begin
  perform from public.phone_numbers where id = number_id and removed_at is null for update;
  if not found then
    return 'not-found';
  end if;
  if exists (select from public.deployments where phone_number_id = number_id and state = 'running') then
    return 'publication-running';
  end if;
  update public.phone_numbers set removal_due_at = due_at, removal_asked_by = person
  where id = number_id and removal_due_at is null;
  return 'done';
end
$$;

-- False once it is being given back.
create function public.keep_number(number_id uuid) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update public.phone_numbers set removal_due_at = null, removal_asked_by = null
  where id = number_id and removing_since is null and removed_at is null;
  return found;
end
$$;

-- Whoever publishes on a number wants to keep it.
create function private.keep_published_number() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if exists (select from public.phone_numbers where id = new.phone_number_id and removing_since is not null) then
    raise exception 'number-goes' using errcode = '55000', hint = 'The number is being given back. Choose another one.';
  end if;
  update public.phone_numbers set removal_due_at = null, removal_asked_by = null
  where id = new.phone_number_id and removal_due_at is not null;
  return new;
end
$$;
create trigger keep_published_number before insert on public.deployments
  for each row execute function private.keep_published_number();

-- Numbers that are due, each held for a minute by whoever claims it.
create function public.claim_number_removals(at timestamptz, most integer)
returns table (id uuid, workspace_id uuid, vapi_id text, provider text, credential_id text)
language sql set search_path = ''
as $$
  with due as (
    select n.id from public.phone_numbers as n
    where n.removal_due_at <= claim_number_removals.at and n.removed_at is null and not n.elsewhere
      and (n.removing_until is null or n.removing_until <= claim_number_removals.at)
      and not exists (select from public.deployments as d where d.phone_number_id = n.id and d.state = 'running')
    order by n.removal_due_at limit most for update of n skip locked
  )
  update public.phone_numbers as n set removing_since = coalesce(n.removing_since, claim_number_removals.at),
    removing_until = claim_number_removals.at + interval '1 minute'
  from due where n.id = due.id
  returning n.id, n.workspace_id, n.vapi_id, n.provider, n.credential_id
$$;

-- It is gone at Vapi. The row is of no account from then on, so that nothing is looked for there any more.
create function public.finish_number_removal(number_id uuid, at timestamptz) returns void
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
  update public.deployments set state = 'superseded', drift = null where phone_number_id = number_id and state = 'live';
  update public.phone_numbers set flow_id = null, deployment_id = null, elsewhere = true, credential_id = null,
    account = '00000000-0000-0000-0000-000000000000', removed_at = at, removal_due_at = null
  where id = number_id;
  delete from public.forwardings where phone_number_id = number_id;
  perform private.note(gone.workspace_id, 'number-removed', jsonb_build_object('number', coalesce(nullif(gone.label, ''), gone.number)));
  perform private.drain_unused(gone.workspace_id);
end
$$;

-- The first call on the number since the test began, and the forwarding it proves.
create function public.note_forwarded_call(forwarding uuid, at timestamptz) returns timestamptz
language plpgsql set search_path = ''
as $$
begin
  update public.forwardings as f set verified_at = note_forwarded_call.at, tested_from = null
  where f.id = forwarding and f.tested_from is not null;
  return (select f.verified_at from public.forwardings as f where f.id = forwarding);
end
$$;

revoke all on function private.keep_published_number() from public;
grant execute on function private.account_of(uuid), private.keep_published_number() to service_role;
revoke all on function
  public.begin_number_import(uuid, uuid, text, text, text, timestamptz),
  public.claim_number_imports(timestamptz, integer, uuid),
  public.finish_number_import(uuid, text, text, text),
  public.ask_number_removal(uuid, uuid, timestamptz),
  public.keep_number(uuid),
  public.claim_number_removals(timestamptz, integer),
  public.finish_number_removal(uuid, timestamptz),
  public.note_forwarded_call(uuid, timestamptz)
from public, anon, authenticated;
grant execute on function
  public.begin_number_import(uuid, uuid, text, text, text, timestamptz),
  public.claim_number_imports(timestamptz, integer, uuid),
  public.finish_number_import(uuid, text, text, text),
  public.ask_number_removal(uuid, uuid, timestamptz),
  public.keep_number(uuid),
  public.claim_number_removals(timestamptz, integer),
  public.finish_number_removal(uuid, timestamptz),
  public.note_forwarded_call(uuid, timestamptz)
to service_role;

-- As before, with numbers that are just being connected, and with what opens the account at a number's provider.
drop function public.left_at_vapi(uuid, integer);
create function public.left_at_vapi(workspace uuid, most integer)
returns table (kind text, id uuid, vapi_id text, credential text, deployment uuid, "position" integer, sent_at timestamptz)
language sql stable set search_path = ''
as $$
  (select 'number-import', i.id, null::text, null::text, null::uuid, null::integer, null::timestamptz
    from public.number_imports as i
    where i.workspace_id = workspace and i.account is not distinct from private.account_of(workspace) limit most)
  union all
  (select 'number', n.id, n.vapi_id, n.credential_id, null, null, null
    from public.phone_numbers as n where n.workspace_id = workspace and not n.elsewhere limit most)
  union all
  (select s.kind, s.id, null, null, s.deployment_id, s.position, s.started_at
    from public.deployment_steps as s
    where s.workspace_id = workspace and s.state = 'in-flight' and s.kind in ('create-assistant', 'create-squad') limit most)
  union all
  (select r.kind, r.id, r.vapi_id, null, null, null, null
    from public.vapi_resources as r
    where r.workspace_id = workspace and r.state <> 'deleted' and not r.elsewhere order by r.kind = 'squad' desc limit most)
  union all
  (select 'limit-answer', a.id, a.vapi_id, null, null, null, a.sent_at
    from public.limit_answers as a where a.workspace_id = workspace and not a.elsewhere limit most)
  union all
  (select 'file', f.id, f.vapi_id, null, null, null, f.created_at
    from public.knowledge_files as f where f.workspace_id = workspace and not f.elsewhere limit most)
$$;
revoke all on function public.left_at_vapi(uuid, integer) from public, anon, authenticated;
grant execute on function public.left_at_vapi(uuid, integer) to service_role;
