/** Workspaces and their members. */
import * as z from 'zod';
import type { Result } from '../lib/result.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const workspace = z.object({ id: z.string(), name: z.string() });
export type Workspace = z.infer<typeof workspace>;

const member = z.object({
  user_id: z.string(),
  role: z.enum(['owner', 'editor', 'viewer']),
  created_at: z.string(),
});
export interface Member {
  readonly userId: string;
  readonly role: 'owner' | 'editor' | 'viewer';
  readonly since: string;
}

/** The workspaces the person belongs to, oldest first. */
export function listWorkspaces(): Promise<Result<Workspace[], DataFailure>> {
  return rows(client().from('workspaces').select('id, name').order('created_at'), z.array(workspace));
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
    z.array(member.transform((row) => ({ userId: row.user_id, role: row.role, since: row.created_at }))),
  );
}
