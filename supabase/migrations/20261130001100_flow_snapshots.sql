-- Whole drawings that were set aside when two people had changed the same thing and one of them was chosen: nothing is
-- overwritten. They never change, and go by themselves: the last 20 of a flow are kept, for 90 days.

create table public.flow_snapshots (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  flow_id uuid not null,
  -- `own`: of the person who chose. `other`: what the flow was until then.
  side text not null check (side in ('own', 'other')),
  document jsonb not null
    check (jsonb_typeof(document) = 'object')
    check (octet_length(document::text) <= 2 * 1024 * 1024),
  created_by uuid default auth.uid() references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  foreign key (workspace_id, flow_id) references public.flows (workspace_id, id) on delete cascade
);
create index flow_snapshots_of_flow on public.flow_snapshots (workspace_id, flow_id, created_at desc);
create index flow_snapshots_created_by on public.flow_snapshots (created_by);

-- People may not delete snapshots; making room is the table's own business.
create function private.make_room_for_snapshots() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.flow_snapshots
  where workspace_id = new.workspace_id and created_at < now() - interval '90 days';
  delete from public.flow_snapshots
  where id in (
    select id from public.flow_snapshots
    where workspace_id = new.workspace_id and flow_id = new.flow_id
    order by created_at desc, id
    offset 20
  );
  return null;
end
$$;
create trigger make_room_for_snapshots after insert on public.flow_snapshots
  for each row execute function private.make_room_for_snapshots();
create trigger keep_tenant before update on public.flow_snapshots
  for each row execute function private.keep_tenant();

alter table public.flow_snapshots enable row level security;
alter table public.flow_snapshots force row level security;

grant select on public.flow_snapshots to authenticated;
grant insert (workspace_id, flow_id, side, document) on public.flow_snapshots to authenticated;
grant select, insert, update, delete on public.flow_snapshots to service_role;

create policy flow_snapshots_read on public.flow_snapshots for select to authenticated
  using (workspace_id in (select private.my_workspaces('viewer')));
create policy flow_snapshots_keep on public.flow_snapshots for insert to authenticated
  with check (workspace_id in (select private.my_workspaces('editor')) and created_by = (select auth.uid()));
