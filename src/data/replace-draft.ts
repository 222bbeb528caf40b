/** Puts another drawing in the place of a flow's draft, which is set aside first: nothing is lost, and it can be taken back. */
import type { FlowDocument } from '../flow/document.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import { type SaveResult, type StoredFlow, saveFlow } from './flows.ts';
import { keepFormerDraft } from './snapshots.ts';

const CODES = {
  conflict: 'flow-changed',
  gone: 'not-found',
  'signed-out': 'signed-out',
  offline: 'offline',
  busy: 'busy',
  refused: 'refused',
} as const satisfies Record<Extract<SaveResult, { ok: false }>['reason'], string>;

/** `flow` as it was seen: saved by somebody since, nothing is replaced. The new revision, or the code of the failure. */
export async function replaceDraft(
  flow: StoredFlow,
  document: FlowDocument,
): Promise<Result<number, { readonly code: string }>> {
  const kept = await keepFormerDraft(flow.workspaceId, flow.id, flow.document);
  if (!kept.ok) return kept;
  return save(flow.id, flow.revision, document);
}

/** The draft that was replaced, byte by byte, unless somebody saved since. */
export function takeDraftBack(
  flow: StoredFlow,
  revision: number,
): Promise<Result<number, { readonly code: string }>> {
  return save(flow.id, revision, flow.document as FlowDocument);
}

async function save(id: string, revision: number, document: FlowDocument) {
  const saved = await saveFlow(id, revision, document);
  return saved.ok ? succeed(saved.revision) : fail({ code: CODES[saved.reason] });
}
