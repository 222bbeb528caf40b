-- How long what callers say is kept, and forgetting it: here in one transaction, at Vapi by `cron` until Vapi confirms it.
-- GDPR art. 5(1)(e) (retention), 15 and 20 (export), 17 (erasure), 21 (objection).

-- Days after the end of a call. Words: what was said. Information: what was collected, and by whom. Then the call itself.
alter table public.workspaces
  add column keep_words smallint not null default 30 check (keep_words between 1 and 365),
  add column keep_information smallint not null default 90 check (keep_information between 1 and 730),
  add column keep_calls smallint not null default 365 check (keep_calls between 1 and 1825);
grant update (keep_words, keep_information, keep_calls) on public.workspaces to authenticated;

-- Set once the words, or the information, are gone.
alter table public.calls
  add column words_erased_at timestamptz,
  add column information_erased_at timestamptz;
grant select (words_erased_at, information_erased_at) on public.calls to authenticated;
create index calls_with_words on public.calls (created_at) where words_erased_at is null;
create index calls_with_information on public.calls (created_at) where information_erased_at is null;

-- Calls of which Vapi is to know nothing any more. It outlives the call and its workspace: a message that comes late must not
-- bring them back, and Vapi may be out of reach today.
create table private.call_removals (
  vapi_call_id text primary key,
  workspace_id uuid not null,
  asked_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  gone_at timestamptz
);
create index call_removals_open on private.call_removals (next_attempt_at) where gone_at is null;

create function private.remember_call_removal(workspace uuid, vapi_call text) returns void
language sql security definer set search_path = ''
as $$
  insert into private.call_removals (vapi_call_id, workspace_id) values (vapi_call, workspace)
  on conflict (vapi_call_id) do nothing
$$;
revoke all on function private.remember_call_removal(uuid, text) from public;

-- Whatever made a call go: its age, a person's wish, the end of its workspace.
create function private.remember_deleted_call() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.remember_call_removal(old.workspace_id, old.vapi_call_id);
  return old;
end
$$;
create trigger remember_deleted_call after delete on public.calls
  for each row execute function private.remember_deleted_call();

-- Invariant: what is forgotten stays forgotten, whatever still comes in.
create function private.skip_forgotten() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from private.call_removals where vapi_call_id = new.vapi_call_id) then
    return null;
  end if;
  return new;
end
$$;
create trigger skip_forgotten before insert on public.call_events
  for each row execute function private.skip_forgotten();
create trigger skip_forgotten before insert on public.calls
  for each row execute function private.skip_forgotten();

-- As before, but for a call that was forgotten while it was computed.
create or replace function public.store_call(
  workspace uuid, vapi_call text, events_seen integer, call jsonb, turns jsonb
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  events uuid[];
  stored uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(workspace::text || vapi_call, 0));
  select coalesce(array_agg(id), '{}') into events from public.call_events
  where workspace_id = workspace and vapi_call_id = vapi_call;
  if least(cardinality(events), 1000) <> events_seen then
    return false;
  end if;

  insert into public.calls as known (
    workspace_id, vapi_call_id, flow_id, version_id, deployment_id, phone_number_id, caller, status, ended_reason,
    started_at, ended_at, outcome, information, path, cost, created_at
  )
  values (
    workspace, vapi_call, (call ->> 'flow_id')::uuid, (call ->> 'version_id')::uuid, (call ->> 'deployment_id')::uuid,
    (call ->> 'phone_number_id')::uuid, call ->> 'caller', call ->> 'status', call ->> 'ended_reason',
    (call ->> 'started_at')::timestamptz, (call ->> 'ended_at')::timestamptz, call ->> 'outcome',
    call -> 'information', call -> 'path', (call ->> 'cost')::numeric,
    coalesce((call ->> 'started_at')::timestamptz, now())
  )
  on conflict (workspace_id, vapi_call_id) do update set
    flow_id = excluded.flow_id, version_id = excluded.version_id, deployment_id = excluded.deployment_id,
    phone_number_id = excluded.phone_number_id, caller = excluded.caller, status = excluded.status,
    ended_reason = excluded.ended_reason, started_at = excluded.started_at, ended_at = excluded.ended_at,
    outcome = excluded.outcome, information = excluded.information, path = excluded.path, cost = excluded.cost,
    updated_at = now()
  returning known.id into stored;

  -- Forgotten meanwhile: there is nothing to write down any more.
  if stored is null then
    return true;
  end if;
  delete from public.call_turns where call_id = stored;
  insert into public.call_turns (workspace_id, call_id, position, role, text, at, node_id)
  select workspace, stored, turn.ordinality - 1, turn.value ->> 'role', turn.value ->> 'text',
    (turn.value ->> 'at')::integer, turn.value ->> 'node'
  from jsonb_array_elements(turns) with ordinality as turn;

  update public.call_events set projected_at = now(), call_id = stored, error = null
  where id = any (events) and (projected_at is null or call_id is null);
  return true;
end
$$;

-- Everything that was said on a call. A projection of the same call waits, and then finds nothing to write down.
create function private.forget_words(call public.calls, at timestamptz) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(call.workspace_id::text || call.vapi_call_id, 0));
  perform private.remember_call_removal(call.workspace_id, call.vapi_call_id);
  delete from public.call_turns where call_id = call.id;
  delete from public.call_events where workspace_id = call.workspace_id and vapi_call_id = call.vapi_call_id;
  update public.calls set words_erased_at = at where id = call.id;
end
$$;
revoke all on function private.forget_words(public.calls, timestamptz) from public;

-- People who do not want their words kept, nor to be written to.
create table public.objections (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  -- E.164.
  number text not null check (number ~ '^\+[1-9][0-9]{7,14}$'),
  created_at timestamptz not null default now(),
  primary key (workspace_id, number)
);
create trigger keep_tenant before update on public.objections
  for each row execute function private.keep_tenant();
alter table public.objections enable row level security;
alter table public.objections force row level security;
grant select, delete on public.objections to authenticated;
grant insert (workspace_id, number) on public.objections to authenticated;
grant select, insert, update, delete on public.objections to service_role;
create policy objections_read on public.objections for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy objections_note on public.objections for insert to authenticated
  with check (workspace_id in (select private.my_workspaces('owner')));
create policy objections_withdraw on public.objections for delete to authenticated
  using (workspace_id in (select private.my_workspaces('owner')));

-- Forgets what is older than its workspace keeps it: at most `most` of each sort, oldest first; how many of each. Running it again
-- goes on. A call that never ended counts from its beginning.
create function public.forget_old(at timestamptz, most integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  call public.calls;
  words integer := 0;
  information integer := 0;
  calls integer := 0;
  messages integer := 0;
  bookings integer := 0;
  events integer := 0;
begin
  for call in
    select c.* from public.calls as c join public.workspaces as w on w.id = c.workspace_id
    where coalesce(c.ended_at, c.created_at) < at - make_interval(days => w.keep_calls)
    order by c.created_at limit most for update of c skip locked
  loop
    delete from public.call_events where workspace_id = call.workspace_id and vapi_call_id = call.vapi_call_id;
    delete from public.calls where id = call.id;
    calls := calls + 1;
  end loop;
  for call in
    select c.* from public.calls as c join public.workspaces as w on w.id = c.workspace_id
    where c.words_erased_at is null and (
      coalesce(c.ended_at, c.created_at) < at - make_interval(days => w.keep_words)
      or (c.status = 'ended' and exists (
        select from public.objections as o where o.workspace_id = c.workspace_id and o.number = c.caller
      ))
    )
    order by c.created_at limit most for update of c skip locked
  loop
    perform private.forget_words(call, at);
    words := words + 1;
  end loop;
  for call in
    select c.* from public.calls as c join public.workspaces as w on w.id = c.workspace_id
    where c.information_erased_at is null
      and coalesce(c.ended_at, c.created_at) < at - make_interval(days => w.keep_information)
    order by c.created_at limit most for update of c skip locked
  loop
    -- Later than the words, whatever the settings: the events would bring it back.
    if call.words_erased_at is null then
      perform private.forget_words(call, at);
    end if;
    update public.calls set
      information = '{}', caller = null, information_erased_at = at,
      -- Where the call went stays, without the values for which it went there.
      path = (select coalesce(jsonb_agg(visit - 'because' order by place), '[]')
        from jsonb_array_elements(path) with ordinality as visits (visit, place))
    where id = call.id;
    information := information + 1;
  end loop;
  with old as (
    select m.id from public.messages as m join public.workspaces as w on w.id = m.workspace_id
    where m.state not in ('queued', 'sending') and m.created_at < at - make_interval(days => w.keep_information)
    order by m.created_at limit most
  )
  delete from public.messages as m using old where m.id = old.id;
  get diagnostics messages = row_count;
  with old as (
    select b.id from public.bookings as b join public.workspaces as w on w.id = b.workspace_id
    where b.ends_at < at - make_interval(days => w.keep_information)
    order by b.ends_at limit most
  )
  delete from public.bookings as b using old where b.id = old.id;
  get diagnostics bookings = row_count;
  -- What belonged to nobody, and was claimed by nobody in a day.
  with old as (
    select id from public.call_events
    where workspace_id is null and received_at < at - interval '1 day' order by received_at limit most
  )
  delete from public.call_events as e using old where e.id = old.id;
  get diagnostics events = row_count;
  -- Nothing that comes as late as this can still be on its way.
  delete from private.call_removals where gone_at < at - interval '400 days';
  return jsonb_build_object('calls', calls, 'words', words, 'information', information, 'messages', messages,
    'bookings', bookings, 'events', events);
end
$$;

-- Calls that Vapi is to forget now, oldest first, each tried again later by then.
create function public.claim_call_removals(at timestamptz, most integer)
returns table (vapi_call_id text, workspace_id uuid)
language sql security definer set search_path = ''
as $$
  with due as (
    select r.vapi_call_id from private.call_removals as r
    where r.gone_at is null and r.next_attempt_at <= at
    order by r.next_attempt_at limit most for update skip locked
  )
  update private.call_removals as r
  set attempts = r.attempts + 1, next_attempt_at = at + make_interval(mins => (2 ^ least(r.attempts, 10))::integer)
  from due where r.vapi_call_id = due.vapi_call_id
  returning r.vapi_call_id, r.workspace_id
$$;

create function public.finish_call_removal(vapi_call text, at timestamptz) returns void
language sql security definer set search_path = ''
as $$
  update private.call_removals set gone_at = at where vapi_call_id = vapi_call
$$;

-- A person is known by a telephone number; `pattern` finds it however it is written. Whose call it is: who called, or left the number.
create function private.calls_of_person(workspace uuid, pattern text) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select id from public.calls
  where workspace_id = workspace and (caller ~ pattern or information::text ~ pattern)
$$;
revoke all on function private.calls_of_person(uuid, text) from public;

-- Calls of others on which the number was said.
create function private.calls_with_person(workspace uuid, pattern text) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select id from public.calls as c
  where workspace_id = workspace
    and not (coalesce(caller, '') ~ pattern or information::text ~ pattern)
    and (
      path::text ~ pattern
      or exists (select from public.call_turns as t where t.call_id = c.id and t.text ~ pattern)
      or exists (
        select from public.call_events as e
        where e.workspace_id = workspace and e.vapi_call_id = c.vapi_call_id and e.payload::text ~ pattern
      )
    )
$$;
revoke all on function private.calls_with_person(uuid, text) from public;

-- All that is kept about a person: what is said of other people on the same calls goes along, for it is one conversation.
create function public.export_person(workspace uuid, pattern text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with theirs as (select private.calls_of_person(workspace, pattern) as id)
  select jsonb_build_object(
    'calls', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'caller', c.caller, 'startedAt', c.started_at, 'endedAt', c.ended_at, 'outcome', c.outcome,
        'information', c.information, 'path', c.path,
        'turns', (select coalesce(jsonb_agg(jsonb_build_object('role', t.role, 'text', t.text, 'at', t.at)
            order by t.position), '[]') from public.call_turns as t where t.call_id = c.id)
      ) order by c.created_at), '[]') from public.calls as c where c.id in (select id from theirs)),
    'mentions', (select coalesce(jsonb_agg(jsonb_build_object('call', t.call_id, 'role', t.role, 'text', t.text)
        order by t.call_id, t.position), '[]') from public.call_turns as t
      where t.text ~ pattern and t.call_id in (select private.calls_with_person(workspace, pattern))),
    'messages', (select coalesce(jsonb_agg(jsonb_build_object(
        'channel', m.channel, 'recipient', m.recipient, 'subject', m.subject, 'text', m.text, 'state', m.state,
        'createdAt', m.created_at) order by m.created_at), '[]') from public.messages as m
      where m.workspace_id = workspace
        and (m.recipient ~ pattern or m.text ~ pattern or m.subject ~ pattern or m.call_id in (select id from theirs))),
    'bookings', (select coalesce(jsonb_agg(jsonb_build_object(
        'service', b.service, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'name', b.name, 'phone', b.phone,
        'state', b.state, 'createdAt', b.created_at) order by b.starts_at), '[]') from public.bookings as b
      where b.workspace_id = workspace
        and (b.phone ~ pattern or b.name ~ pattern or b.call_id in (select id from theirs)))
  )
$$;

-- How much there is, and drawings in which the number stands: those are the workspace's own words.
create function public.find_person(workspace uuid, pattern text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'calls', (select count(*) from private.calls_of_person(workspace, pattern)),
    'mentions', (select count(*) from private.calls_with_person(workspace, pattern)),
    'messages', jsonb_array_length(kept -> 'messages'),
    'bookings', jsonb_array_length(kept -> 'bookings'),
    'flows', (select coalesce(jsonb_agg(f.name order by f.name), '[]') from public.flows as f
      where f.workspace_id = workspace and f.document::text ~ pattern)
  ) from public.export_person(workspace, pattern) as kept
$$;

-- Forgets a person in one transaction; on calls of others only the number goes. Running it again finds nothing.
create function public.forget_person(workspace uuid, pattern text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  theirs uuid[] := array(select private.calls_of_person(workspace, pattern));
  others uuid[] := array(select private.calls_with_person(workspace, pattern));
  call public.calls;
  mask constant text := '•••';
  messages integer;
  bookings integer;
begin
  delete from public.messages as m
  where m.workspace_id = workspace
    and (m.recipient ~ pattern or m.text ~ pattern or m.subject ~ pattern or m.call_id = any (theirs));
  get diagnostics messages = row_count;
  delete from public.bookings as b
  where b.workspace_id = workspace and (b.phone ~ pattern or b.name ~ pattern or b.call_id = any (theirs));
  get diagnostics bookings = row_count;
  delete from public.runtime_requests as r
  where r.workspace_id = workspace and (r.answer::text ~ pattern or r.key ~ pattern);
  for call in select * from public.calls where id = any (theirs || others) loop
    perform pg_advisory_xact_lock(hashtextextended(workspace::text || call.vapi_call_id, 0));
    perform private.remember_call_removal(workspace, call.vapi_call_id);
    delete from public.call_events where workspace_id = workspace and vapi_call_id = call.vapi_call_id;
  end loop;
  delete from public.calls where id = any (theirs);
  update public.call_turns set text = regexp_replace(text, pattern, mask, 'g')
  where call_id = any (others) and text ~ pattern;
  update public.calls set path = regexp_replace(path::text, pattern, mask, 'g')::jsonb
  where id = any (others) and path::text ~ pattern;
  -- Of nobody's messages, too: whoever they belong to, it is this person's number.
  delete from public.call_events where workspace_id is null and payload::text ~ pattern;
  return jsonb_build_object('calls', cardinality(theirs), 'mentions', cardinality(others), 'messages', messages,
    'bookings', bookings);
end
$$;

revoke all on function
  public.forget_old(timestamptz, integer),
  public.claim_call_removals(timestamptz, integer),
  public.finish_call_removal(text, timestamptz),
  public.export_person(uuid, text),
  public.find_person(uuid, text),
  public.forget_person(uuid, text)
from public, anon, authenticated;
grant execute on function
  public.forget_old(timestamptz, integer),
  public.claim_call_removals(timestamptz, integer),
  public.finish_call_removal(text, timestamptz),
  public.export_person(uuid, text),
  public.find_person(uuid, text),
  public.forget_person(uuid, text)
to service_role;
