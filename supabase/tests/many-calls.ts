/** A database with many workspaces and calls, for questions of size. Knows nobody who asks them. */
import type postgres from 'postgres';

const GROUPS = { workspace: 1, person: 2, flow: 3, call: 4 } as const;

const uuid = (group: keyof typeof GROUPS, expression: string) =>
  `('00000000-0000-4000-8000-${GROUPS[group]}' || lpad((${expression})::text, 11, '0'))::uuid`;

/** Of the workspace, the person who owns it, its flow; calls of the n-th workspace are (n - 1) × calls + 1 and so on. */
export function idOf(group: keyof typeof GROUPS, number: number): string {
  return `00000000-0000-4000-8000-${GROUPS[group]}${String(number).padStart(11, '0')}`;
}

/** The way of a call: six steps and back to the first of them now and then, left by one of two ways. */
const PATH = `jsonb_build_array(
        jsonb_build_object('node', 'answer', 'at', 0, 'confidence', 'known', 'left', jsonb_build_object('exit', 'next', 'confidence', 'known')),
        jsonb_build_object('node', 'wish', 'at', 4000, 'confidence', 'known', 'left', jsonb_build_object('exit', 'choice' || c % 2, 'confidence', 'known')),
        jsonb_build_object('node', 'step' || c % 7, 'at', 15000, 'confidence', 'inferred', 'left', jsonb_build_object('exit', 'next', 'confidence', 'inferred')),
        jsonb_build_object('node', 'details', 'at', 31000, 'confidence', 'inferred', 'because', jsonb_build_object('code', 'caller-gave', 'params', '{}'::jsonb),
          'left', jsonb_build_object('exit', 'next', 'confidence', 'inferred')),
        jsonb_build_object('node', case when c % 5 = 0 then 'wish' else 'closing' end, 'at', 70000, 'confidence', 'known', 'left', jsonb_build_object('exit', 'next', 'confidence', 'known')),
        jsonb_build_object('node', 'end' || c % 3, 'at', 100000, 'confidence', 'known'))`;

/** Each workspace with its owner, a flow, and as many calls, 40 minutes apart. Statistics are real. */
export async function fillWithCalls(sql: postgres.Sql, workspaces: number, calls: number): Promise<void> {
  // A seed of so many rows: triggers, which lock once a call, are tested elsewhere.
  await sql
    .unsafe(`
    set session_replication_role = replica;
    insert into workspaces (id, name) select ${uuid('workspace', 'w')}, 'Workspace ' || w from generate_series(1, ${workspaces}) w;
    insert into auth.users (id, email) select ${uuid('person', 'w')}, w || '@example.com' from generate_series(1, ${workspaces}) w;
    insert into members (workspace_id, user_id, role) select ${uuid('workspace', 'w')}, ${uuid('person', 'w')}, 'owner' from generate_series(1, ${workspaces}) w;
    insert into flows (id, workspace_id, name, document) select ${uuid('flow', 'w')}, ${uuid('workspace', 'w')}, 'Flow', '{}' from generate_series(1, ${workspaces}) w;
    insert into calls (id, workspace_id, vapi_call_id, flow_id, caller, status, outcome, started_at, ended_at, created_at, updated_at, cost, path)
      select ${uuid('call', `(w - 1) * ${calls} + c`)}, ${uuid('workspace', 'w')}, 'call-' || w || '-' || c, ${uuid('flow', 'w')},
        '+3363998' || lpad((c % 10000)::text, 4, '0'), case when c % 500 = 0 then 'in-progress' else 'ended' end,
        case when c % 500 = 0 then null when c % 3 = 0 then 'transferred' else 'completed' end,
        t, t + interval '2 minutes', t, t + interval '3 minutes', case when c % 250 = 0 then null else 0.1 end, ${PATH}
      from generate_series(1, ${workspaces}) w, generate_series(1, ${calls}) c, lateral (select now() - make_interval(mins => c * 40 + w)) as at (t);
    insert into call_turns (workspace_id, call_id, position, role, text)
      select workspace_id, id, 0, 'assistant', case when right(caller, 2) = '77' then 'Vous voulez une ordonnance ?' else 'Bonjour' end from calls;
    insert into call_events (workspace_id, call_id, vapi_call_id, type, dedupe_key, payload, received_at, projected_at)
      select workspace_id, id, vapi_call_id, 'status-update', vapi_call_id, '{}', created_at, now() from calls;
    set session_replication_role = origin;
    analyze;`)
    .simple();
}
