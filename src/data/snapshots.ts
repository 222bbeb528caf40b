/** Whole drawings that were set aside when somebody had to choose between two. Documents stay raw here. */
import * as z from 'zod';
import type { FlowDocument } from '../flow/document.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { client } from './client.ts';
import { type DataFailure, fromPostgrest, rows } from './failure.ts';

const snapshotRow = z
  .object({
    id: z.string(),
    side: z.enum(['own', 'other']),
    document: z.unknown(),
    created_by: z.string().nullable(),
    created_at: z.string(),
  })
  .transform(({ created_by, created_at, ...row }) => ({
    ...row,
    createdBy: created_by,
    createdAt: created_at,
  }));

/** `own`: of the person who chose. `other`: what the flow was until then. */
export type Snapshot = z.infer<typeof snapshotRow>;

/** Keeps both in one go, or none. */
export async function keepSnapshots(
  workspaceId: string,
  flowId: string,
  documents: { readonly [side in Snapshot['side']]: FlowDocument },
): Promise<Result<null, DataFailure>> {
  const kept = (['other', 'own'] as const).map((side) => ({
    workspace_id: workspaceId,
    flow_id: flowId,
    side,
    document: documents[side],
  }));
  const { error, status } = await client().from('flow_snapshots').insert(kept);
  return error === null ? succeed(null) : fail(fromPostgrest(error, status));
}

/** The newest first. */
export function listSnapshots(flowId: string): Promise<Result<Snapshot[], DataFailure>> {
  return rows(
    client()
      .from('flow_snapshots')
      .select('id, side, document, created_by, created_at')
      .eq('flow_id', flowId)
      .order('created_at', { ascending: false }),
    z.array(snapshotRow),
  );
}

/** What the draft was before another drawing takes its place. */
export async function keepFormerDraft(
  workspaceId: string,
  flowId: string,
  document: unknown,
): Promise<Result<null, DataFailure>> {
  const kept = { workspace_id: workspaceId, flow_id: flowId, side: 'other', document };
  const { error, status } = await client().from('flow_snapshots').insert(kept);
  return error === null ? succeed(null) : fail(fromPostgrest(error, status));
}
