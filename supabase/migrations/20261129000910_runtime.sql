-- What tools ask of us during a call: each request is carried out once, and a workspace has a budget. The server's own tables.

-- `running` without an end: the server was cut off, and whether the request got out is not known; it is not repeated.
create table public.runtime_requests (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  -- Equal for deliveries of one and the same request of a call.
  key text not null,
  endpoint text not null,
  state text not null default 'running' check (state in ('running', 'done')),
  status integer check (status between 200 and 599),
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key),
  check ((state = 'done') = (status is not null))
);
create index runtime_requests_by_age on public.runtime_requests (created_at);

-- How much of a budget is used in the present window of time.
create table public.budgets (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null,
  window_start timestamptz not null default now(),
  used integer not null default 0 check (used >= 0),
  primary key (workspace_id, name)
);

create trigger keep_tenant before update on public.runtime_requests
  for each row execute function private.keep_tenant();
create trigger keep_tenant before update on public.budgets
  for each row execute function private.keep_tenant();

alter table public.runtime_requests enable row level security;
alter table public.runtime_requests force row level security;
alter table public.budgets enable row level security;
alter table public.budgets force row level security;

grant select, insert, update, delete on public.runtime_requests, public.budgets to service_role;

-- True when there was one left in this window. The row's lock makes requests at the same time count one after the other.
create function public.take_budget(workspace uuid, budget text, most integer, seconds integer) returns boolean
language plpgsql set search_path = ''
as $$
declare
  taken integer;
begin
  insert into public.budgets as mine (workspace_id, name, used) values (workspace, budget, 1)
  on conflict (workspace_id, name) do update set
    used = case when mine.window_start <= now() - make_interval(secs => seconds) then 1 else mine.used + 1 end,
    window_start = case when mine.window_start <= now() - make_interval(secs => seconds) then now() else mine.window_start end
  where mine.used < most or mine.window_start <= now() - make_interval(secs => seconds)
  returning used into taken;
  return taken is not null;
end
$$;

-- `begun`: the caller carries it out. Otherwise what is known of the one that was there before.
create function public.begin_runtime_request(workspace uuid, request_key text, request_endpoint text) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  earlier public.runtime_requests;
begin
  insert into public.runtime_requests (workspace_id, key, endpoint) values (workspace, request_key, request_endpoint)
  on conflict (workspace_id, key) do nothing;
  if found then
    return jsonb_build_object('outcome', 'begun');
  end if;
  select * into earlier from public.runtime_requests where workspace_id = workspace and key = request_key;
  if earlier.state = 'done' then
    return jsonb_build_object('outcome', 'done', 'status', earlier.status, 'answer', earlier.answer);
  end if;
  return jsonb_build_object('outcome', 'running');
end
$$;

revoke all on function public.take_budget(uuid, text, integer, integer) from public, anon, authenticated;
revoke all on function public.begin_runtime_request(uuid, text, text) from public, anon, authenticated;
grant execute on function public.take_budget(uuid, text, integer, integer) to service_role;
grant execute on function public.begin_runtime_request(uuid, text, text) to service_role;
