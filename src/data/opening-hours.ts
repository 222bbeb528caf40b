/** Opening hours of the workspace: listing, saving with compare-and-swap, and which published flows answer with which. */
import * as z from 'zod';
import {
  contentOf,
  type HoursContent,
  readSharedHours,
  type SharedHours,
  storedHours,
} from '../flow/shared-hours.ts';
import { readFlow } from '../kinds/registry.ts';
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

/** Those that can be read, as drawings follow them. Pure. */
export function readableHours(all: readonly WorkspaceHours[]): SharedHours[] {
  return all.flatMap(({ id, content }) => (content ? [{ id, content }] : []));
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

/** A flow in service, with the copies of the workspace's hours that its callers meet. */
export interface PublishedHours {
  readonly flowId: string;
  readonly number: string;
  readonly follows: readonly SharedHours[];
}

const numberRow = z.object({
  number: z.string(),
  flow_id: z.string().nullable(),
  deployment_id: z.string().nullable(),
});
const deploymentRow = z.object({ id: z.string(), version_id: z.string() });
const versionRow = z.object({ id: z.string(), document: z.unknown() });

export async function listPublishedHours(
  workspaceId: string,
): Promise<Result<PublishedHours[], DataFailure>> {
  const numbers = await rows(
    client().from('phone_numbers').select('number, flow_id, deployment_id').eq('workspace_id', workspaceId),
    z.array(numberRow),
  );
  if (!numbers.ok) return numbers;
  const inService = numbers.value.filter((row) => row.flow_id !== null && row.deployment_id !== null);
  if (inService.length === 0) return succeed([]);
  const deployments = await rows(
    client()
      .from('deployments')
      .select('id, version_id')
      .in(
        'id',
        inService.map((row) => row.deployment_id),
      ),
    z.array(deploymentRow),
  );
  if (!deployments.ok) return deployments;
  const versions = await rows(
    client()
      .from('flow_versions')
      .select('id, document')
      .in('id', [...new Set(deployments.value.map((row) => row.version_id))]),
    z.array(versionRow),
  );
  if (!versions.ok) return versions;
  const followedIn = new Map(versions.value.map(({ id, document }) => [id, followedBy(document)]));
  const versionOf = new Map(deployments.value.map((row) => [row.id, row.version_id]));
  return succeed(
    inService.map(({ number, flow_id, deployment_id }) => ({
      flowId: flow_id ?? '',
      number,
      follows: followedIn.get(versionOf.get(deployment_id ?? '') ?? '') ?? [],
    })),
  );
}

/** The workspace's hours that a stored drawing holds copies of. Pure. */
export function followedBy(document: unknown): SharedHours[] {
  return Object.values(readFlow(document).document.hours).flatMap((copy) =>
    copy.shared === null ? [] : [{ id: copy.shared, content: contentOf(copy) }],
  );
}
