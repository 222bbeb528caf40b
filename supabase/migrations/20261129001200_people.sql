-- People of a workspace: invitations, roles, handing over, leaving. The server writes; each function is one transaction that
-- holds the workspace's membership still, and judges the asking person by what is stored then.

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  -- Only the account with this address may accept.
  email text not null check (email = lower(btrim(email))) check (char_length(email) between 3 and 254),
  -- Owners are made among members.
  role public.member_role not null check (role <> 'owner'),
  -- SHA-256; the token itself stands in the link alone.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  state text not null default 'open' check (state in ('open', 'accepted', 'revoked')),
  invited_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  -- Sent again: with a new token, for as long again.
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create unique index one_open_invitation on public.invitations (workspace_id, email) where state = 'open';
create index invitations_of_workspace on public.invitations (workspace_id, created_at);
create index invitations_invited_by on public.invitations (invited_by);
create index invitations_to_forget on public.invitations (expires_at);

create trigger keep_tenant before update on public.invitations
  for each row execute function private.keep_tenant();

-- Nothing of it is a browser's to read: the server says what an owner may know.
alter table public.invitations enable row level security;
alter table public.invitations force row level security;
grant select, insert, update, delete on public.invitations to service_role;

-- Whoever is removed leaves no door open behind them.
create function private.revoke_own_invitations() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.invitations set state = 'revoked'
  where workspace_id = old.workspace_id and invited_by = old.user_id and state = 'open';
  return null;
end
$$;
create trigger revoke_own_invitations after delete on public.members
  for each row execute function private.revoke_own_invitations();

-- The person's role; null for strangers. Until the end of the transaction nobody else joins, leaves or changes a role.
create function private.role_held(workspace uuid, person uuid) returns public.member_role
language plpgsql set search_path = ''
as $$
begin
  perform from public.workspaces where id = workspace for no key update;
  return (select role from public.members where workspace_id = workspace and user_id = person);
end
$$;

-- Null when the person may, as an owner; else what to answer.
create function private.refuse_unless_owner(workspace uuid, person uuid) returns text
language sql set search_path = ''
as $$
  select case private.role_held(workspace, person)
    when 'owner' then null when 'editor' then 'not-allowed' when 'viewer' then 'not-allowed' else 'not-found' end
$$;

create function public.create_workspace(person uuid, workspace_name text) returns uuid
language plpgsql set search_path = ''
as $$
declare
  made uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('workspaces ' || person::text, 0));
  if (select count(*) from public.members where user_id = person and role = 'owner') >= 20 then
    return null;
  end if;
  insert into public.workspaces (name) values (workspace_name) returning id into made;
  insert into public.members (workspace_id, user_id, role) values (made, person, 'owner');
  return made;
end
$$;

-- Addresses are in the hands of Auth.
create function public.members_of(workspace uuid)
returns table (user_id uuid, email text, role public.member_role, created_at timestamptz)
language sql stable security definer set search_path = ''
as $$
  select m.user_id, coalesce(u.email, ''), m.role, m.created_at
  from public.members as m join auth.users as u on u.id = m.user_id
  where m.workspace_id = workspace order by m.role, m.created_at, m.user_id
$$;

create function public.change_role(workspace uuid, person uuid, member uuid, new_role public.member_role) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  update public.members set role = new_role where workspace_id = workspace and user_id = member;
  return case when found then 'done' else 'not-found' end;
exception when check_violation then
  return 'last-owner';
end
$$;

-- Owners remove anybody; everybody may leave.
create function public.remove_member(workspace uuid, person uuid, member uuid) returns text
language plpgsql set search_path = ''
as $$
declare
  held public.member_role := private.role_held(workspace, person);
begin
  if held is null then
    return 'not-found';
  end if;
  if person <> member and held <> 'owner' then
    return 'not-allowed';
  end if;
  delete from public.members where workspace_id = workspace and user_id = member;
  return case when found then 'done' else 'not-found' end;
exception when check_violation then
  return 'last-owner';
end
$$;

-- The other becomes an owner and the person steps back, at once.
create function public.hand_over(workspace uuid, person uuid, member uuid) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  update public.members set role = 'owner' where workspace_id = workspace and user_id = member and user_id <> person;
  if not found then
    return 'not-found';
  end if;
  update public.members set role = 'editor' where workspace_id = workspace and user_id = person;
  return 'done';
end
$$;

-- One open invitation an address: inviting it again replaces the earlier one.
create function public.invite(
  workspace uuid, person uuid, address text, wished public.member_role, hash text, seconds integer
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
  stored uuid;
begin
  if refusal is not null then
    return jsonb_build_object('outcome', refusal);
  end if;
  if exists (
    select from public.members as m join auth.users as u on u.id = m.user_id
    where m.workspace_id = workspace and lower(u.email) = address
  ) then
    return jsonb_build_object('outcome', 'already-member');
  end if;
  if (select count(*) from public.invitations where workspace_id = workspace and state = 'open') >= 100 then
    return jsonb_build_object('outcome', 'too-many-invitations');
  end if;
  insert into public.invitations (workspace_id, email, role, token_hash, invited_by, expires_at)
  values (workspace, address, wished, hash, person, now() + make_interval(secs => seconds))
  on conflict (workspace_id, email) where state = 'open' do update set
    role = excluded.role, token_hash = excluded.token_hash, invited_by = excluded.invited_by, sent_at = now(),
    expires_at = excluded.expires_at
  returning id into stored;
  return jsonb_build_object('outcome', 'done', 'invitation', stored);
end
$$;

create function public.renew_invitation(invitation uuid, person uuid, hash text, seconds integer) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  renewed public.invitations;
  refusal text;
begin
  select * into renewed from public.invitations where id = invitation;
  refusal := private.refuse_unless_owner(renewed.workspace_id, person);
  if refusal is not null then
    return jsonb_build_object('outcome', refusal);
  end if;
  update public.invitations set
    token_hash = hash, invited_by = person, sent_at = now(), expires_at = now() + make_interval(secs => seconds)
  where id = invitation and state = 'open'
  returning * into renewed;
  if not found then
    return jsonb_build_object('outcome', 'not-found');
  end if;
  return jsonb_build_object(
    'outcome', 'done', 'workspace', renewed.workspace_id, 'email', renewed.email, 'role', renewed.role
  );
end
$$;

create function public.revoke_invitation(invitation uuid, person uuid) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(
    (select workspace_id from public.invitations where id = invitation), person
  );
begin
  if refusal is not null then
    return refusal;
  end if;
  update public.invitations set state = 'revoked' where id = invitation and state = 'open';
  return case when found then 'done' else 'not-found' end;
end
$$;

-- What whoever holds the link may know; null when no invitation has this token.
create function public.read_invitation(hash text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'workspace', w.name, 'email', i.email, 'role', i.role, 'inviter', coalesce(u.email, ''),
    'state', case when i.state = 'open' and i.expires_at <= now() then 'expired' else i.state end
  )
  from public.invitations as i
  join public.workspaces as w on w.id = i.workspace_id
  left join auth.users as u on u.id = i.invited_by
  where i.token_hash = hash
$$;

create function public.accept_invitation(hash text, person uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  offer public.invitations;
  held public.member_role;
  account record;
  outcome text;
begin
  select * into offer from public.invitations where token_hash = hash;
  if not found then
    return jsonb_build_object('outcome', 'invitation-unknown');
  end if;
  held := private.role_held(offer.workspace_id, person);
  -- Only now, as it is while nobody else changes anything.
  select * into offer from public.invitations where token_hash = hash;
  if not found then
    return jsonb_build_object('outcome', 'invitation-unknown');
  end if;
  select lower(email) as email, email_confirmed_at is not null as confirmed into account
  from auth.users where id = person;
  outcome := case
    when held is not null then 'already-member'
    when offer.state = 'accepted' then 'invitation-used'
    when offer.state = 'revoked' then 'invitation-revoked'
    when offer.expires_at <= now() then 'invitation-expired'
    when account.email is distinct from offer.email then 'invitation-other-email'
    when not account.confirmed then 'email-not-confirmed'
    else 'done'
  end;
  if outcome = 'done' then
    insert into public.members (workspace_id, user_id, role) values (offer.workspace_id, person, offer.role);
  end if;
  if outcome = 'done' or (outcome = 'already-member' and account.email = offer.email) then
    update public.invitations set state = 'accepted' where id = offer.id and state = 'open';
  end if;
  return jsonb_build_object('outcome', outcome)
    || case when outcome in ('done', 'already-member') then jsonb_build_object('workspace', offer.workspace_id) else '{}' end;
end
$$;

grant execute on function
  private.role_held(uuid, uuid),
  private.refuse_unless_owner(uuid, uuid)
to service_role;
revoke all on function
  public.create_workspace(uuid, text),
  public.members_of(uuid),
  public.change_role(uuid, uuid, uuid, public.member_role),
  public.remove_member(uuid, uuid, uuid),
  public.hand_over(uuid, uuid, uuid),
  public.invite(uuid, uuid, text, public.member_role, text, integer),
  public.renew_invitation(uuid, uuid, text, integer),
  public.revoke_invitation(uuid, uuid),
  public.read_invitation(text),
  public.accept_invitation(text, uuid)
from public, anon, authenticated;
grant execute on function
  public.create_workspace(uuid, text),
  public.members_of(uuid),
  public.change_role(uuid, uuid, uuid, public.member_role),
  public.remove_member(uuid, uuid, uuid),
  public.hand_over(uuid, uuid, uuid),
  public.invite(uuid, uuid, text, public.member_role, text, integer),
  public.renew_invitation(uuid, uuid, text, integer),
  public.revoke_invitation(uuid, uuid),
  public.read_invitation(text),
  public.accept_invitation(text, uuid)
to service_role;
