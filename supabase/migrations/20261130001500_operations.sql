-- What running this needs: one cron at a time, a sign of life, and a memory of what was removed that outlives a backup.

-- The one row: whose turn it is, and when cron last came to its end.
create table private.cron_runs (
  id boolean primary key default true check (id),
  busy_until timestamptz,
  done_at timestamptz
);
insert into private.cron_runs default values;

-- The functions share connections, so that a lock of a session would be anybody's: the advisory lock keeps two invocations of the
-- same moment apart, and the turn that it guards ends by itself when an invocation is cut.
create function public.begin_cron(at timestamptz, until timestamptz) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('cron', 0)) then
    return false;
  end if;
  update private.cron_runs set busy_until = until where busy_until is null or busy_until <= at;
  return found;
end
$$;

-- A sign of life: that the database answers, and since when cron has been silent.
create function public.last_cron() returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select done_at from private.cron_runs
$$;

-- Rows that were removed, by id alone: nothing in here is about a person. Whoever restores an older backup brings them back, and
-- removes them again by this list (GDPR art. 17).
create table private.removed_rows (
  id uuid not null,
  of text not null check (of in ('workspaces', 'calls', 'messages', 'bookings', 'call_events')),
  removed_at timestamptz not null default now(),
  primary key (of, id)
);
create index removed_rows_age on private.removed_rows (removed_at);

create function public.finish_cron(at timestamptz) returns void
language sql security definer set search_path = ''
as $$
  update private.cron_runs set busy_until = null, done_at = at where id;
  -- A backup older than this is not to be restored.
  delete from private.removed_rows where removed_at < at - interval '400 days';
$$;

create function private.remember_removed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.removed_rows (id, of) values (old.id, tg_table_name) on conflict do nothing;
  return old;
end
$$;
revoke all on function private.remember_removed() from public;
create trigger remember_removed after delete on public.workspaces
  for each row execute function private.remember_removed();
create trigger remember_removed after delete on public.calls
  for each row execute function private.remember_removed();
create trigger remember_removed after delete on public.bookings
  for each row execute function private.remember_removed();
create trigger remember_removed after delete on public.messages
  for each row when (old.state <> 'rehearsed') execute function private.remember_removed();
-- Those of a known call go with it.
create trigger remember_removed after delete on public.call_events
  for each row when (old.workspace_id is null) execute function private.remember_removed();

-- To be kept beside the backups, as of today.
create function public.export_removals() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'of', of, 'at', removed_at)), '[]')
      from private.removed_rows),
    'calls', (select coalesce(jsonb_agg(jsonb_build_object('call', vapi_call_id, 'workspace', workspace_id, 'at', asked_at)), '[]')
      from private.call_removals)
  )
$$;

-- After an older backup was restored, before anybody comes in: what was removed since goes again, and what was said on calls whose
-- words were removed. Running it again changes nothing.
create function public.apply_removals(ledger jsonb, at timestamptz) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  target text;
  call public.calls;
  removed integer := 0;
  gone integer;
begin
  insert into private.call_removals (vapi_call_id, workspace_id, asked_at)
  select one ->> 'call', (one ->> 'workspace')::uuid, (one ->> 'at')::timestamptz
  from jsonb_array_elements(ledger -> 'calls') as one on conflict do nothing;
  insert into private.removed_rows (id, of, removed_at)
  select (one ->> 'id')::uuid, one ->> 'of', (one ->> 'at')::timestamptz
  from jsonb_array_elements(ledger -> 'rows') as one on conflict do nothing;
  foreach target in array array['calls', 'messages', 'bookings', 'call_events', 'workspaces'] loop
    execute format('delete from public.%I where id in (select id from private.removed_rows where of = $1)', target)
    using target;
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  for call in
    select c.* from public.calls as c join private.call_removals as r using (vapi_call_id) where c.words_erased_at is null
  loop
    perform private.forget_words(call, at);
    removed := removed + 1;
  end loop;
  delete from public.call_events as e using private.call_removals as r where e.vapi_call_id = r.vapi_call_id;
  return removed;
end
$$;

revoke all on function
  public.begin_cron(timestamptz, timestamptz),
  public.finish_cron(timestamptz),
  public.last_cron(),
  public.export_removals(),
  public.apply_removals(jsonb, timestamptz)
from public, anon, authenticated;
grant execute on function
  public.begin_cron(timestamptz, timestamptz),
  public.finish_cron(timestamptz),
  public.last_cron(),
  public.export_removals(),
  public.apply_removals(jsonb, timestamptz)
to service_role;
