-- Replacing what signs Vapi's messages: the new secret and the former one are both accepted until nothing uses the former any more.

alter table public.vapi_connections
  -- When a message was last signed with the present secret; null: not yet.
  add column signed_at timestamptz,
  add column former_credential_id text check (char_length(former_credential_id) <= 100),
  add column former_sealed_secret text check (octet_length(former_sealed_secret) <= 4 * 1024),
  add column former_signed_at timestamptz,
  add column replaced_at timestamptz,
  add check ((former_credential_id is null) = (former_sealed_secret is null)),
  add check ((former_credential_id is null) = (replaced_at is null));
grant select (signed_at, former_signed_at, replaced_at) on public.vapi_connections to authenticated;

-- A secret that never signed anything was mistyped, most likely: it is replaced, and the former one stays.
create function public.set_vapi_signature(workspace uuid, person uuid, credential text, secret_sealed text, at timestamptz)
returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  update public.vapi_connections as c set
    former_credential_id = case when keeps then c.former_credential_id else c.credential_id end,
    former_sealed_secret = case when keeps then c.former_sealed_secret else c.sealed_secret end,
    former_signed_at = case when keeps then c.former_signed_at else c.signed_at end,
    replaced_at = case when keeps or c.credential_id is not null then at end,
    credential_id = credential, sealed_secret = secret_sealed, signed_at = null, updated_at = at
  from (
    select former_credential_id is not null and signed_at is null as keeps
    from public.vapi_connections where workspace_id = workspace
  ) as now_there
  where c.workspace_id = workspace;
  return case when found then 'done' else 'not-found' end;
end
$$;

-- At once: the former secret got into wrong hands.
create function public.retire_vapi_signature(workspace uuid, person uuid) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
begin
  if refusal is not null then
    return refusal;
  end if;
  update public.vapi_connections set
    former_credential_id = null, former_sealed_secret = null, former_signed_at = null, replaced_at = null
  where workspace_id = workspace;
  return case when found then 'done' else 'not-found' end;
end
$$;

-- That a message was signed, with which of the two. Not more often than every minute: a busy line would write all day.
create function public.note_vapi_signature(workspace uuid, is_former boolean, at timestamptz) returns void
language sql set search_path = ''
as $$
  update public.vapi_connections set
    signed_at = case when is_former then signed_at else at end,
    former_signed_at = case when is_former then at else former_signed_at end
  where workspace_id = workspace
    and coalesce(case when is_former then former_signed_at else signed_at end, '-infinity') < at - interval '1 minute'
$$;

-- How many numbers still answer with what was published under the former credential.
create function public.numbers_signed_formerly(workspace uuid) returns integer
language sql stable set search_path = ''
as $$
  select count(distinct d.phone_number_id)::integer
  from public.vapi_connections as c join public.deployments as d on d.workspace_id = c.workspace_id
  where c.workspace_id = workspace and d.state in ('running', 'live')
    and c.former_credential_id is distinct from c.credential_id
    and strpos(d.plan::text, c.former_credential_id) > 0
$$;

-- Former secrets that nothing uses: the new one is seen at work, the former one was not seen for a day, and nothing in service
-- names its credential. How many were retired.
create function public.retire_unused_signatures(at timestamptz) returns integer
language plpgsql set search_path = ''
as $$
declare
  retired integer;
begin
  update public.vapi_connections as c set
    former_credential_id = null, former_sealed_secret = null, former_signed_at = null, replaced_at = null
  where c.replaced_at < at - interval '1 day'
    and coalesce(c.former_signed_at, '-infinity') < at - interval '1 day'
    and c.signed_at > c.replaced_at
    and public.numbers_signed_formerly(c.workspace_id) = 0;
  get diagnostics retired = row_count;
  return retired;
end
$$;

-- As before; the account stays the same when only its key is replaced, and then so does what signs, unless it is given anew.
create or replace function public.set_vapi_connection(
  workspace uuid, person uuid, its_account uuid, its_region text, key_sealed text, sealed_with text, four text,
  credential text, secret_sealed text
) returns text
language plpgsql set search_path = ''
as $$
declare
  refusal text := private.refuse_unless_owner(workspace, person);
  is_same boolean;
begin
  if refusal is not null then
    return refusal;
  end if;
  if exists (select from public.deployments where workspace_id = workspace and state = 'running') then
    return 'publication-running';
  end if;
  select account is not distinct from its_account into is_same
  from public.vapi_connections where workspace_id = workspace for update;
  if is_same then
    if credential is not null then
      perform public.set_vapi_signature(workspace, person, credential, secret_sealed, now());
    end if;
    update public.vapi_connections set
      region = its_region, sealed_key = key_sealed, key_id = sealed_with, last_four = four, tested_at = now(), updated_at = now()
    where workspace_id = workspace;
    return 'done';
  end if;
  delete from public.vapi_connections where workspace_id = workspace;
  insert into public.vapi_connections (
    workspace_id, account, region, sealed_key, key_id, last_four, credential_id, sealed_secret, tested_at
  ) values (workspace, its_account, its_region, key_sealed, sealed_with, four, credential, secret_sealed, now());
  return 'done';
end
$$;

revoke all on function
  public.set_vapi_signature(uuid, uuid, text, text, timestamptz),
  public.retire_vapi_signature(uuid, uuid),
  public.note_vapi_signature(uuid, boolean, timestamptz),
  public.numbers_signed_formerly(uuid),
  public.retire_unused_signatures(timestamptz)
from public, anon, authenticated;
grant execute on function
  public.set_vapi_signature(uuid, uuid, text, text, timestamptz),
  public.retire_vapi_signature(uuid, uuid),
  public.note_vapi_signature(uuid, boolean, timestamptz),
  public.numbers_signed_formerly(uuid),
  public.retire_unused_signatures(timestamptz)
to service_role;
