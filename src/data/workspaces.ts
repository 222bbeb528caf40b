/** Workspaces and their members. */
import type { Result } from '../lib/result.ts';
import { listOf, mapped, oneOf, recordOf, text, type ValueOf } from '../lib/shape.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const workspace = recordOf({ id: text, name: text });
export type Workspace = ValueOf<typeof workspace>;

const member = mapped(
  recordOf({ user_id: text, role: oneOf(['owner', 'editor', 'viewer']), created_at: text }),
  ({ user_id, role, created_at }): Member => ({ userId: user_id, role, since: created_at }),
);
export interface Member {
  readonly userId: string;
  readonly role: 'owner' | 'editor' | 'viewer';
  readonly since: string;
}

/** The workspaces the person belongs to, oldest first. */
export function listWorkspaces(): Promise<Result<Workspace[], DataFailure>> {
  return rows(client().from('workspaces').select('id, name').order('created_at'), listOf(workspace));
}

export function renameWorkspace(id: string, name: string): Promise<Result<Workspace, DataFailure>> {
  return rows(
    client().from('workspaces').update({ name }).eq('id', id).select('id, name').single(),
    workspace,
  );
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
