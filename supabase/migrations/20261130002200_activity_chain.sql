-- The activity log shows when it was changed. Each entry is a link of a chain: its digest together with the link before it gives the
-- next one, so that whoever changes, removes or adds an entry, were it the owner of the table, breaks it (T26). The newest link is
-- sealed by the functions with a key that the database never sees (functions/_shared/activity-seal.ts), so that the chain cannot be
-- made anew either.
-- Persons can still be erased: digests are salted by what goes with the entry. An entry that is old enough leaves its link; one in
-- which somebody stands who is erased keeps what was done and loses whatever filled its sentence.

alter table public.activity
  add column salt uuid default gen_random_uuid(),
  add column blanked boolean not null default false,
  add constraint blanked_holds_nothing check (blanked = (salt is null) and (not blanked or facts = '{}'));

create table private.activity_chain (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  position bigint not null check (position > 0),
  -- Null: forgotten, with all by which its digest could be guessed.
  entry uuid unique,
  at timestamptz not null,
  facts_digest bytea not null,
  digest bytea not null,
  link bytea not null,
  primary key (workspace_id, position)
);

create table private.activity_heads (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  position bigint not null default 0,
  link bytea not null,
  sealed text,
  sealed_position bigint,
  sealed_with text,
  sealed_at timestamptz
);

create function private.first_link(workspace uuid) returns bytea
language sql immutable set search_path = ''
as $$
  select sha256(convert_to(workspace::text, 'UTF8'))
$$;

create function private.digest_of_facts(salt uuid, facts jsonb) returns bytea
language sql immutable set search_path = ''
as $$
  select sha256(convert_to(salt::text || '|' || facts::text, 'UTF8'))
$$;

create function private.digest_of_entry(entry public.activity, place bigint, facts_digest bytea) returns bytea
language sql immutable set search_path = ''
as $$
  select sha256(convert_to(concat_ws('|',
    entry.workspace_id, place, entry.id, (extract(epoch from entry.at) * 1000000)::bigint, coalesce(entry.person::text, '-'),
    entry.action, encode(facts_digest, 'hex')
  ), 'UTF8'))
$$;

create function private.link_entry(entry public.activity) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  head private.activity_heads;
  its_facts bytea := private.digest_of_facts(entry.salt, entry.facts);
  its_digest bytea;
begin
  insert into private.activity_heads (workspace_id, link)
  values (entry.workspace_id, private.first_link(entry.workspace_id)) on conflict do nothing;
  select * into head from private.activity_heads where workspace_id = entry.workspace_id for update;
  its_digest := private.digest_of_entry(entry, head.position + 1, its_facts);
  insert into private.activity_chain (workspace_id, position, entry, at, facts_digest, digest, link)
  values (entry.workspace_id, head.position + 1, entry.id, entry.at, its_facts, its_digest, sha256(head.link || its_digest));
  update private.activity_heads set position = head.position + 1, link = sha256(head.link || its_digest)
  where workspace_id = entry.workspace_id;
end
$$;

do $$
declare
  entry public.activity;
begin
  for entry in select * from public.activity order by workspace_id, at, id loop
    perform private.link_entry(entry);
  end loop;
end
$$;

-- At the end of the transaction: whoever notes something holds nobody up before, and entries of several workspaces are linked in one
-- order.
create function private.link_noted() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  entry public.activity;
begin
  -- Gone with its workspace meanwhile.
  select * into entry from public.activity where id = new.id;
  if found then
    perform private.link_entry(entry);
  end if;
  return null;
end
$$;
create constraint trigger link_noted after insert on public.activity
  deferrable initially deferred for each row execute function private.link_noted();

create or replace function private.note_sign_in() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if new.last_sign_in_at is distinct from old.last_sign_in_at then
    perform private.note(theirs.workspace_id, 'signed-in', '{}', new.id)
    from (select workspace_id from public.members where user_id = new.id order by workspace_id) as theirs;
  end if;
  return null;
end
$$;

-- Invariant: entries are added, and go only with their workspace or when they are older than it keeps them. One of whom somebody is
-- erased loses its facts, and shows that it did.
create or replace function private.keep_as_written() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  days integer;
begin
  if tg_op = 'DELETE' then
    select keep_activity into days from public.workspaces where id = old.workspace_id;
    if days is null or old.at < now() - make_interval(days => days) then
      update private.activity_chain set entry = null where entry = old.id;
      return old;
    end if;
  elsif tg_op = 'UPDATE' then
    if new.blanked and not old.blanked and (new.id, new.workspace_id, new.at, new.person, new.action)
      is not distinct from (old.id, old.workspace_id, old.at, old.person, old.action) then
      return new;
    end if;
  end if;
  raise exception 'the activity log is only added to' using errcode = '42501';
end
$$;

create function private.keep_links() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from public.workspaces where id = old.workspace_id) then
      return old;
    end if;
  elsif tg_op = 'UPDATE' then
    if new.entry is null and (new.workspace_id, new.position, new.at, new.facts_digest, new.digest, new.link)
      is not distinct from (old.workspace_id, old.position, old.at, old.facts_digest, old.digest, old.link) then
      return new;
    end if;
  end if;
  raise exception 'the activity log is only added to' using errcode = '42501';
end
$$;
create trigger keep_links before update or delete on private.activity_chain
  for each row execute function private.keep_links();
create trigger keep_links_whole before truncate on private.activity_chain
  for each statement execute function private.keep_links();

-- As before, and in what fills the sentences of the log.
create or replace function private.forget_person_but_tests(workspace uuid, pattern text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  strays uuid[] := array(select private.stray_events(workspace, pattern));
  stray text;
begin
  for stray in select distinct vapi_call_id from public.call_events where id = any (strays) and vapi_call_id is not null loop
    perform pg_advisory_xact_lock(hashtextextended(workspace::text || stray, 0));
    perform private.remember_call_removal(workspace, stray);
    delete from public.call_events where workspace_id = workspace and vapi_call_id = stray;
  end loop;
  delete from public.call_events where id = any (strays);
  update public.activity set facts = '{}', salt = null, blanked = true
  where workspace_id = workspace and exists (select private.texts_with(facts, pattern));
  return private.forget_person_shown(workspace, pattern);
end
$$;

-- What the chain tells: the first fault, if there is one, and what its seal must be compared with.
-- An entry is missing by right when it may have been old enough and none that is older is still there: they are forgotten in order.
create function public.verify_activity(workspace uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with chain as (
    select c.position, c.entry, c.at, c.facts_digest, c.digest, c.link,
      lag(c.link, 1, private.first_link(workspace)) over (order by c.position) as before,
      row_number() over (order by c.position) as place,
      min(c.at) filter (where c.entry is not null) over () as oldest
    from private.activity_chain as c where c.workspace_id = workspace
  ),
  last as (select position, link from chain order by position desc limit 1),
  faults as (
    select position, at, 'broken' as fault from chain where position <> place or link <> sha256(before || digest)
    union all
    select c.position, c.at, 'changed' from chain as c join public.activity as a on a.id = c.entry
    where a.workspace_id <> workspace or a.at <> c.at or c.digest <> private.digest_of_entry(a, c.position, c.facts_digest)
      or (not a.blanked and c.facts_digest <> private.digest_of_facts(a.salt, a.facts))
    union all
    select c.position, c.at, 'missing' from chain as c
    where (c.entry is not null and not exists (select from public.activity as a where a.id = c.entry))
      or (c.entry is null and (c.at >= now() - interval '90 days' or c.at > c.oldest))
    union all
    select null, a.at, 'added' from public.activity as a
    where a.workspace_id = workspace and not exists (select from chain as c where c.entry = a.id)
    union all
    select null, null, 'broken' from private.activity_heads as h left join last on true
    where h.workspace_id = workspace and (h.position, h.link) is distinct from (last.position, last.link)
    union all
    select null, null, 'broken' from last
    where not exists (select from private.activity_heads as h where h.workspace_id = workspace)
  )
  select jsonb_build_object(
    'entries', (select count(*) from public.activity as a where a.workspace_id = workspace),
    'blanked', (select count(*) from public.activity as a where a.workspace_id = workspace and a.blanked),
    'position', (select position from last),
    'link', (select encode(link, 'hex') from last),
    'fault', (select fault from faults order by position nulls last, at nulls last limit 1),
    'at', (select at from faults order by position nulls last, at nulls last limit 1),
    'sealed', (select h.sealed from private.activity_heads as h where h.workspace_id = workspace),
    'sealedAt', (select h.sealed_at from private.activity_heads as h where h.workspace_id = workspace),
    'sealedLink', (
      select encode(c.link, 'hex') from private.activity_heads as h join chain as c on c.position = h.sealed_position
      where h.workspace_id = workspace
    )
  )
$$;

-- Newest links that no seal holds yet, or one of an older key; each workspace once an hour.
create function public.activity_to_seal(newest_key text, at timestamptz, most integer)
returns table (workspace_id uuid, "position" bigint, link text, sealed text, sealed_link text)
language sql stable security definer set search_path = ''
as $$
  select h.workspace_id, h.position, encode(h.link, 'hex'), h.sealed, encode(c.link, 'hex')
  from private.activity_heads as h
  left join private.activity_chain as c on c.workspace_id = h.workspace_id and c.position = h.sealed_position
  where (h.sealed_position is distinct from h.position or h.sealed_with is distinct from newest_key)
    and (h.sealed_at is null or h.sealed_at <= activity_to_seal.at - interval '1 hour')
  order by h.sealed_at nulls first limit most
$$;

create function public.note_activity_seal(
  workspace uuid, its_position bigint, sealed_text text, with_key text, sealed_when timestamptz
) returns void
language sql security definer set search_path = ''
as $$
  update private.activity_heads set
    sealed = sealed_text, sealed_position = its_position, sealed_with = with_key, sealed_at = sealed_when
  where workspace_id = workspace and coalesce(sealed_position, 0) <= its_position
$$;

revoke all on function
  private.first_link(uuid), private.digest_of_facts(uuid, jsonb), private.digest_of_entry(public.activity, bigint, bytea),
  private.link_entry(public.activity), private.link_noted(), private.keep_links()
from public;
revoke all on function
  public.forget_person(uuid, text),
  public.verify_activity(uuid),
  public.activity_to_seal(text, timestamptz, integer),
  public.note_activity_seal(uuid, bigint, text, text, timestamptz)
from public, anon, authenticated;
grant execute on function
  public.forget_person(uuid, text),
  public.verify_activity(uuid),
  public.activity_to_seal(text, timestamptz, integer),
  public.note_activity_seal(uuid, bigint, text, text, timestamptz)
to service_role;
