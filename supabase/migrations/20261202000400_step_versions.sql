-- Tools that ask us during a call name their own step by the hash of what it needs, not the whole drawing (src/kinds/step-part.ts):
-- an edit of one step then leaves the others as they are at Vapi. A deployment keeps which of them it answers for; tools of earlier
-- ones go on naming the whole drawing.
alter table public.deployments
  add column step_versions jsonb generated always as (plan -> 'stepVersions') stored;
create index deployments_by_flow on public.deployments (flow_id, created_at desc);
