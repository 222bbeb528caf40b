/** Flows: listing, opening, saving with compare-and-swap. Documents stay raw here; `readFlow` gives them meaning. */
import type { FlowDocument } from '../flow/document.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { listOf, mapped, recordOf, text, type ValueOf, whole } from '../lib/shape.ts';
import { client } from './client.ts';
import { type DataFailure, fromPostgrest, mayPass, rows } from './failure.ts';
import { listInService } from './services.ts';

const flowRow = mapped(
  recordOf({ id: text, workspace_id: text, name: text, document: null, revision: whole, updated_at: text }),
  ({ updated_at, workspace_id, ...row }) => ({ ...row, workspaceId: workspace_id, updatedAt: updated_at }),
);

/** `document` is JSON as stored: of any age, possibly broken. */
export type StoredFlow = ValueOf<typeof flowRow>;

/** What is in service for a flow. */
export interface Service {
  readonly version: number;
  readonly number: string;
}

export interface ListedFlow extends StoredFlow {
  readonly service: Service | null;
}

const COLUMNS = 'id, workspace_id, name, document, revision, updated_at';
const versionRow = recordOf({ id: text, number: whole });

/** Flow id → what answers on its number. */
async function services(workspaceId: string): Promise<Result<ReadonlyMap<string, Service>, DataFailure>> {
  const inService = await listInService(workspaceId, 'id, number', versionRow);
  if (!inService.ok) return inService;
  return succeed(
    new Map(
      inService.value.map(({ flowId, number, version }) => [
        flowId,
        { number, version: version?.number ?? 1 },
      ]),
    ),
  );
}

/** All flows of the workspace, last changed first. */
export async function listFlows(workspaceId: string): Promise<Result<ListedFlow[], DataFailure>> {
  const [flows, live] = await Promise.all([
    rows(
      client()
        .from('flows')
        .select(COLUMNS)
        .eq('workspace_id', workspaceId)
        .order('updated_at', { ascending: false }),
      listOf(flowRow),
    ),
    services(workspaceId),
  ]);
  if (!flows.ok) return flows;
  if (!live.ok) return live;
  return succeed(flows.value.map((flow) => ({ ...flow, service: live.value.get(flow.id) ?? null })));
}

export function getFlow(id: string): Promise<Result<StoredFlow, DataFailure>> {
  return rows(client().from('flows').select(COLUMNS).eq('id', id).single(), flowRow);
}

export function createFlow(
  workspaceId: string,
  document: FlowDocument,
): Promise<Result<StoredFlow, DataFailure>> {
  const values = { workspace_id: workspaceId, name: document.name, document };
  return rows(client().from('flows').insert(values).select(COLUMNS).single(), flowRow);
}

const revisionRow = recordOf({ revision: whole });

/**
 * `conflict`: somebody saved in between. `gone`: the flow was deleted. `refused`: may not, or was not accepted. `offline`: nobody
 * answered. `busy`: the server could not just now, or took too long. After the last two trying again is right.
 */
export type SaveResult =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly reason: 'conflict' | MissReason };
type MissReason = 'gone' | 'signed-out' | 'offline' | 'busy' | 'refused';

/** Milliseconds after which a save without an answer is given up: the largest flow is sent within that over 300 kbit/s. */
const PATIENCE = 60_000;

/** Saves only if the stored revision is still the given one; the database raises it. */
export async function saveFlow(id: string, revision: number, document: FlowDocument): Promise<SaveResult> {
  const patience = AbortSignal.timeout(PATIENCE);
  const saved = await client()
    .from('flows')
    .update({ document, name: document.name })
    .eq('id', id)
    .eq('revision', revision)
    .select('revision')
    .abortSignal(patience);
  if (saved.error !== null) {
    if (patience.aborted) return { ok: false, reason: navigator.onLine ? 'busy' : 'offline' };
    const failure = fromPostgrest(saved.error, saved.status);
    const isUnfit = failure.code === 'unexpected' && !mayPass(saved.status);
    return { ok: false, reason: isUnfit ? 'refused' : saveReason(failure) };
  }
  const row = revisionRow.read(saved.data[0]);
  if (row) return { ok: true, revision: row.revision };
  return missedSave(id, revision);
}

function saveReason({ code }: DataFailure): MissReason {
  if (code === 'not-found') return 'gone';
  if (code === 'unexpected') return 'busy';
  return code === 'in-use' ? 'refused' : code;
}

/** No row was changed: deleted, changed by somebody else, or not ours to change. */
async function missedSave(id: string, revision: number): Promise<SaveResult> {
  const now = await rows(client().from('flows').select('revision').eq('id', id).single(), revisionRow);
  if (now.ok) return { ok: false, reason: now.value.revision === revision ? 'refused' : 'conflict' };
  return { ok: false, reason: saveReason(now.failure) };
}

/** Renames the flow and the name inside its document, in one save. */
export async function renameFlow(id: string, name: string): Promise<SaveResult> {
  const flow = await getFlow(id);
  if (!flow.ok) return { ok: false, reason: saveReason(flow.failure) };
  return saveFlow(id, flow.value.revision, { ...(flow.value.document as FlowDocument), name });
}

export async function duplicateFlow(
  workspaceId: string,
  id: string,
  name: string,
): Promise<Result<StoredFlow, DataFailure>> {
  const flow = await getFlow(id);
  if (!flow.ok) return flow;
  return createFlow(workspaceId, { ...(flow.value.document as FlowDocument), name });
}

export async function deleteFlow(id: string): Promise<Result<null, DataFailure>> {
  const gone = await client().from('flows').delete().eq('id', id).select('id');
  if (gone.error !== null) return fail(fromPostgrest(gone.error, gone.status));
  return gone.data.length === 0 ? fail({ code: 'refused' }) : succeed(null);
}
