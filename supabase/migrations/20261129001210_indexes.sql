-- Indexes for questions that a full installation would otherwise answer by reading whole tables: those of `cron` over all
-- workspaces, and the removal of a workspace.

create index vapi_resources_of_workspace on public.vapi_resources (workspace_id);
create index calls_unreported on public.calls (ended_at) where status = 'ended' and cost is null;
create index call_events_of_vapi_call on public.call_events (vapi_call_id);
create index call_events_unknown on public.call_events (received_at) where workspace_id is null;
