-- Messages that calls have sent or are about to send: written here before anybody is asked to carry them.

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid,
  call_id uuid,
  -- At Vapi a call's id can be enough to listen to it: not readable by browsers.
  vapi_call_id text,
  node_id text not null,
  channel text not null check (channel in ('sms', 'email')),
  -- A telephone number (E.164) or an e-mail address; empty for the caller of a rehearsal, who has none.
  recipient text not null check (char_length(recipient) <= 254),
  subject text not null default '' check (char_length(subject) <= 500),
  text text not null check (char_length(text) between 1 and 20000),
  -- `sending`: handed over, and what became of it is not known yet. `caught`: kept on this machine instead of being sent.
  state text not null check (state in ('queued', 'sending', 'sent', 'caught', 'rehearsed', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  attempted_at timestamptz,
  next_attempt_at timestamptz,
  -- The carrier's own id.
  provider_id text,
  error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete set null (flow_id),
  foreign key (workspace_id, call_id) references public.calls (workspace_id, id) on delete set null (call_id)
);
create index messages_latest on public.messages (workspace_id, created_at desc);
create index messages_of_flow on public.messages (workspace_id, flow_id);
create index messages_of_call on public.messages (workspace_id, call_id);
create index messages_of_vapi_call on public.messages (workspace_id, vapi_call_id);
create index messages_of_person on public.messages (recipient);
create index messages_open on public.messages (attempted_at) where state in ('queued', 'sending');

create trigger keep_tenant before update on public.messages
  for each row execute function private.keep_tenant();
create trigger find_call before insert on public.messages
  for each row execute function private.find_call();

create function private.adopt_messages() returns trigger
language plpgsql set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('call ' || new.vapi_call_id, 0));
  update public.messages set call_id = new.id
  where workspace_id = new.workspace_id and vapi_call_id = new.vapi_call_id and call_id is null;
  return null;
end
$$;
create trigger adopt_messages after insert on public.calls
  for each row execute function private.adopt_messages();

alter table public.messages enable row level security;
alter table public.messages force row level security;

grant select (
  id, workspace_id, flow_id, call_id, node_id, channel, recipient, subject, text, state, error, created_at, sent_at
) on public.messages to authenticated;
grant select, insert, update, delete on public.messages to service_role;

create policy messages_read on public.messages for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
