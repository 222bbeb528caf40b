-- The end of a workspace: closed at once for everybody, then emptied at Vapi step by step, then deleted here with everything in it. The row
-- in `private.workspace_removals` is the recorded intent and outlives the workspace. Protocol: functions/_shared/removal.ts.

alter table public.workspaces add column closed_at timestamptz;

create table private.workspace_removals (
  workspace_id uuid primary key,
  asked_by uuid,
  asked_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  finished_at timestamptz
);
create index workspace_removals_open on private.workspace_removals (next_attempt_at) where finished_at is null;

-- Nobody belongs to a workspace that is closed.
create or replace function private.my_workspaces(least_role public.member_role) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select m.workspace_id from public.members as m join public.workspaces as w on w.id = m.workspace_id
  where m.user_id = (select auth.uid()) and m.role <= least_role and w.closed_at is null
$$;
create or replace function private.role_held(workspace uuid, person uuid) returns public.member_role
language plpgsql set search_path = ''
as $$
begin
  perform private.act_as(person);
  perform from public.workspaces where id = workspace and closed_at is null for no key update;
  if not found then
    return null;
  end if;
  return (select role from public.members where workspace_id = workspace and user_id = person);
end
$$;

create function private.close(workspace uuid, person uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.workspaces set closed_at = now() where id = workspace;
  update public.invitations set state = 'revoked' where workspace_id = workspace and state = 'open';
  delete from public.calendar_feeds where workspace_id = workspace;
  -- Whoever works on a publication finds its fence overtaken, and stops.
  update public.deployments set state = 'failed', fence = fence + 1, lease_until = null, finished_at = now(),
    error = jsonb_build_object('code', 'not-found', 'params', '{}'::jsonb)
  where workspace_id = workspace and state = 'running';
  insert into private.workspace_removals (workspace_id, asked_by) values (workspace, person) on conflict do nothing;
end
$$;

-- By its name, written out.
create function public.close_workspace(workspace uuid, person uuid, typed text) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  if (select btrim(name) from public.workspaces where id = workspace) <> btrim(typed) then
    return 'name-differs';
  end if;
  perform private.close(workspace, person);
  return 'done';
end
$$;

-- The end of an account, by its address, written out: workspaces of nobody else are closed, others are left. Not while one would be left
-- without an owner; nothing is done then.
create function public.close_account(person uuid, typed text) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  held record;
begin
  if not exists (select from auth.users where id = person and lower(email) = lower(btrim(typed))) then
    return 'name-differs';
  end if;
  for held in select workspace_id from public.members where user_id = person order by workspace_id loop
    perform private.role_held(held.workspace_id, person);
    if exists (
      select from public.members where workspace_id = held.workspace_id and user_id <> person
    ) then
      delete from public.members where workspace_id = held.workspace_id and user_id = person;
    else
      perform private.close(held.workspace_id, person);
    end if;
  end loop;
  delete from auth.users where id = person;
  return 'done';
exception when check_violation then
  return 'last-owner';
end
$$;

create function public.claim_workspace_removals(at timestamptz, most integer) returns setof uuid
language sql security definer set search_path = ''
as $$
  with due as (
    select r.workspace_id from private.workspace_removals as r
    where r.finished_at is null and r.next_attempt_at <= claim_workspace_removals.at
    order by r.next_attempt_at limit most for update skip locked
  )
  update private.workspace_removals as r set attempts = r.attempts + 1,
    next_attempt_at = claim_workspace_removals.at + make_interval(mins => (2 ^ least(r.attempts, 8))::integer)
  from due where r.workspace_id = due.workspace_id
  returning r.workspace_id
$$;

-- The next attempt is due at once: something was done, and more is to do.
create function public.continue_workspace_removal(workspace uuid, at timestamptz) returns void
language sql security definer set search_path = ''
as $$
  update private.workspace_removals as r set next_attempt_at = continue_workspace_removal.at, attempts = 0
  where r.workspace_id = workspace
$$;

-- What may still be at Vapi, of the account in use, a few of each sort: squads before the assistants they consist of, numbers first of
-- all. Of creations whose answer was lost the step is told, for its marker.
create function public.left_at_vapi(workspace uuid, most integer)
returns table (kind text, id uuid, vapi_id text, provider text, deployment uuid, "position" integer, sent_at timestamptz)
language sql stable set search_path = ''
as $$
  (select 'number', n.id, n.vapi_id, n.provider, null::uuid, null::integer, null::timestamptz
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

-- A few calls of the workspace are forgotten; how many it still has, and how much of it Vapi is still to forget.
create function public.forget_calls_of(workspace uuid, most integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.calls as c using (
    select id from public.calls where workspace_id = workspace limit most
  ) as few where c.id = few.id;
  return jsonb_build_object(
    'calls', (select count(*) from public.calls where workspace_id = workspace),
    'callsAtVapi', (select count(*) from private.call_removals where workspace_id = workspace and gone_at is null),
    -- Those of an account of its own: nobody has its key later.
    'filesAtVapi', (select count(*) from private.file_removals where account = private.account_of(workspace))
  );
end
$$;

create function public.finish_workspace_removal(workspace uuid, at timestamptz) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.workspaces where id = workspace and closed_at is not null;
  update private.workspace_removals as r set finished_at = finish_workspace_removal.at, asked_by = null
  where r.workspace_id = workspace;
end
$$;

revoke all on function private.close(uuid, uuid) from public;
grant execute on function private.close(uuid, uuid) to service_role;
revoke all on function
  public.close_workspace(uuid, uuid, text),
  public.close_account(uuid, text),
  public.claim_workspace_removals(timestamptz, integer),
  public.continue_workspace_removal(uuid, timestamptz),
  public.left_at_vapi(uuid, integer),
  public.forget_calls_of(uuid, integer),
  public.finish_workspace_removal(uuid, timestamptz)
from public, anon, authenticated;
grant execute on function
  public.close_workspace(uuid, uuid, text),
  public.close_account(uuid, text),
  public.claim_workspace_removals(timestamptz, integer),
  public.continue_workspace_removal(uuid, timestamptz),
  public.left_at_vapi(uuid, integer),
  public.forget_calls_of(uuid, integer),
  public.finish_workspace_removal(uuid, timestamptz)
to service_role;
