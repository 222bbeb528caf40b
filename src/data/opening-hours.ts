/** Opening hours of the workspace: listing, saving with compare-and-swap. */
import * as z from 'zod';
import { type HoursContent, readSharedHours, storedHours } from '../flow/shared-hours.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { client } from './client.ts';
import { type DataFailure, fromPostgrest, rows } from './failure.ts';

const COLUMNS = 'id, name, hours, revision';
const hoursRow = z
  .object({ id: z.string(), name: z.string(), hours: z.unknown(), revision: z.number().int() })
  .transform(({ hours, ...row }) => ({ ...row, content: readSharedHours(row.name, hours) }));

/** `content` is null when it cannot be read here; what is stored stays as it is. */
export interface WorkspaceHours {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly content: HoursContent | null;
}

export function listOpeningHours(workspaceId: string): Promise<Result<WorkspaceHours[], DataFailure>> {
  const query = client().from('opening_hours').select(COLUMNS).eq('workspace_id', workspaceId).order('name');
  return rows(query, z.array(hoursRow));
}

export function createOpeningHours(
  workspaceId: string,
  content: HoursContent,
): Promise<Result<WorkspaceHours, DataFailure>> {
  const values = { workspace_id: workspaceId, name: content.name, hours: storedHours(content) };
  return rows(client().from('opening_hours').insert(values).select(COLUMNS).single(), hoursRow);
}

export type SaveHoursFailure = DataFailure | { readonly code: 'conflict' };

/** Saves only if the stored revision is still the given one; the database raises it. `conflict`: changed or gone since. */
export async function saveOpeningHours(
  id: string,
  revision: number,
  content: HoursContent,
): Promise<Result<null, SaveHoursFailure>> {
  const saved = await client()
    .from('opening_hours')
    .update({ name: content.name, hours: storedHours(content) })
    .eq('id', id)
    .eq('revision', revision)
    .select('revision');
  if (saved.error !== null) return fail(fromPostgrest(saved.error, saved.status));
  return saved.data.length === 0 ? fail({ code: 'conflict' }) : succeed(null);
}

export async function deleteOpeningHours(id: string): Promise<Result<null, DataFailure>> {
  const gone = await client().from('opening_hours').delete().eq('id', id).select('id');
  if (gone.error !== null) return fail(fromPostgrest(gone.error, gone.status));
  return gone.data.length === 0 ? fail({ code: 'refused' }) : succeed(null);
}
