/** Workspaces and their members. */
import { type Result, succeed } from '../lib/result.ts';
import { listOf, mapped, oneOf, recordOf, text, type ValueOf } from '../lib/shape.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const workspace = recordOf({ id: text, name: text });

const role = oneOf(['owner', 'editor', 'viewer']);
export type Role = ValueOf<typeof role>;

export interface Workspace extends ValueOf<typeof workspace> {
  /** What the person may do in it. */
  readonly role: Role;
}

const member = mapped(
  recordOf({ user_id: text, role, created_at: text }),
  ({ user_id, role: mayDo, created_at }): Member => ({ userId: user_id, role: mayDo, since: created_at }),
);
const membership = recordOf({ workspace_id: text, role });
export interface Member {
  readonly userId: string;
  readonly role: Role;
  readonly since: string;
}

/** True for whoever may change flows, numbers and hours. Pure. */
export function mayChange(role: Role | undefined): boolean {
  return role === 'owner' || role === 'editor';
}

/** The workspaces the person belongs to, oldest first. One whose membership cannot be seen is only looked at. */
export async function listWorkspaces(person: string): Promise<Result<Workspace[], DataFailure>> {
  const [all, mine] = await Promise.all([
    rows(client().from('workspaces').select('id, name').order('created_at'), listOf(workspace)),
    rows(client().from('members').select('workspace_id, role').eq('user_id', person), listOf(membership)),
  ]);
  if (!all.ok) return all;
  if (!mine.ok) return mine;
  const roles = new Map(mine.value.map((row) => [row.workspace_id, row.role]));
  return succeed(all.value.map((one) => ({ ...one, role: roles.get(one.id) ?? 'viewer' })));
}

export async function renameWorkspace(id: string, name: string): Promise<Result<null, DataFailure>> {
  const renamed = await rows(
    client().from('workspaces').update({ name }).eq('id', id).select('id, name').single(),
    workspace,
  );
  return renamed.ok ? succeed(null) : renamed;
}

export function listMembers(workspaceId: string): Promise<Result<Member[], DataFailure>> {
  return rows(
    client()
      .from('members')
      .select('user_id, role, created_at')
      .eq('workspace_id', workspaceId)
      .order('created_at'),
    listOf(member),
  );
}
