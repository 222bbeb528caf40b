-- Budgets in minutes: what takes long is held back whole while it runs, and what was not used is given back when it ends. What never
-- says that it ended keeps all that was held back, so that nobody gains by going away.

create table public.budget_holds (
  id uuid primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  budget text not null,
  seconds integer not null check (seconds > 0),
  begun_at timestamptz not null default now(),
  -- By then it is over in any case.
  ends_at timestamptz not null,
  unique (workspace_id, id)
);
create index budget_holds_open on public.budget_holds (workspace_id, budget, ends_at);
create trigger keep_tenant before update on public.budget_holds
  for each row execute function private.keep_tenant();
alter table public.budget_holds enable row level security;
alter table public.budget_holds force row level security;
grant select, insert, update, delete on public.budget_holds to service_role;

-- `taken`: it may begin. `spent`: not enough is left in this window. `busy`: as many as may run at once run already. Asked again with the
-- same id it is the same hold. `most` and `wanted` in seconds; the row of the budget is locked, so that those who ask at once wait for each other.
create function public.take_seconds(
  workspace uuid, budget text, hold uuid, wanted integer, most integer, at_once integer, window_seconds integer
) returns text
language plpgsql set search_path = ''
as $$
declare
  mine public.budgets;
begin
  insert into public.budgets (workspace_id, name) values (workspace, budget) on conflict do nothing;
  select * into mine from public.budgets where workspace_id = workspace and name = budget for update;
  if exists (select from public.budget_holds as h where h.id = hold and h.workspace_id = workspace and h.budget = take_seconds.budget) then
    return 'taken';
  end if;
  delete from public.budget_holds as h
  where h.workspace_id = workspace and h.budget = take_seconds.budget
    and h.ends_at <= now() - make_interval(secs => window_seconds);
  if (
    select count(*) from public.budget_holds as h
    where h.workspace_id = workspace and h.budget = take_seconds.budget and h.ends_at > now()
  ) >= at_once then
    return 'busy';
  end if;
  if mine.window_start <= now() - make_interval(secs => window_seconds) then
    -- What still runs began in the window that ended, and is paid for there.
    mine.used := 0;
    mine.window_start := now();
  end if;
  if mine.used + wanted > most then
    return 'spent';
  end if;
  update public.budgets set used = mine.used + wanted, window_start = mine.window_start
  where workspace_id = workspace and name = budget;
  insert into public.budget_holds (id, workspace_id, budget, seconds, ends_at)
  values (hold, workspace, budget, wanted, now() + make_interval(secs => wanted));
  return 'taken';
end
$$;

-- What was not used, in seconds, comes back. False when there is no such hold any more: it was given back before.
create function public.give_back_seconds(workspace uuid, budget text, hold uuid, used_seconds integer) returns boolean
language plpgsql set search_path = ''
as $$
declare
  mine public.budgets;
  held public.budget_holds;
begin
  select * into mine from public.budgets where workspace_id = workspace and name = budget for update;
  delete from public.budget_holds as h
  where h.id = hold and h.workspace_id = workspace and h.budget = give_back_seconds.budget returning * into held;
  if held.id is null then
    return false;
  end if;
  -- In a later window nothing of it is counted.
  if held.begun_at >= mine.window_start then
    update public.budgets set used = greatest(0, used - greatest(0, held.seconds - greatest(0, used_seconds)))
    where workspace_id = workspace and name = budget;
  end if;
  return true;
end
$$;

revoke all on function
  public.take_seconds(uuid, text, uuid, integer, integer, integer, integer),
  public.give_back_seconds(uuid, text, uuid, integer)
from public, anon, authenticated;
grant execute on function
  public.take_seconds(uuid, text, uuid, integer, integer, integer, integer),
  public.give_back_seconds(uuid, text, uuid, integer)
to service_role;
