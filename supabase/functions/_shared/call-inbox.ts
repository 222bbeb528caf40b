/**
 * The inbox of call events: what is kept of a message, whose it is, and what the events of a call amount to. Knows no
 * HTTP; `vapi-webhook` brings messages, `cron` brings what they missed.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { readFlow, traceCall } from '../../../src/kinds/registry.ts';
import { sha256 } from '../../../src/lib/hash.ts';
import { stableStringify } from '../../../src/lib/json.ts';
import { assistantMark } from '../../../src/publish/marker.ts';
import { type DrawingReader, projectCall } from '../../../src/publish/projector.ts';
import type { CallRecord } from '../../../src/vapi/contract/call.ts';
import { row, rows, run } from './database.ts';
import { type KeptEvent, keepMessage } from './kept-event.ts';

export interface NewEvent {
  readonly type: string;
  /** Equal for deliveries of one and the same message. */
  readonly dedupeKey: string;
  /** Null for a message that cannot be read. */
  readonly kept: KeptEvent | null;
  /** What an assistant of the call says it belongs to. */
  readonly metadata?: unknown;
  /** The workspace whose secret signed it: it may speak of no other. Null: the installation's, which may speak of all. */
  readonly only?: string | null;
}

/** Where an event came to lie. `known`: it was there before. */
export type Reception =
  | { readonly type: 'known' }
  | { readonly type: 'quarantined' }
  | { readonly type: 'kept'; readonly workspace: string; readonly call: string };

const idRow = z.object({ id: z.string() });

/** Stores an event once. One that belongs to no deployment of ours is quarantined: kept, but in no workspace. */
export async function receiveEvent(service: SupabaseClient, event: NewEvent): Promise<Reception> {
  const call = event.kept?.call?.id ?? null;
  const found = event.kept && call !== null ? await findOwner(service, event.kept, event.metadata) : null;
  const isForeign = found !== null && event.only != null && event.only !== found.workspace_id;
  const owner = isForeign ? null : found;
  const inserted = await rows(
    idRow,
    service
      .from('call_events')
      .upsert(
        {
          workspace_id: owner?.workspace_id ?? null,
          vapi_call_id: call,
          type: event.type,
          dedupe_key: event.dedupeKey,
          payload: event.kept ?? {},
          error:
            event.kept === null ? 'unreadable' : isForeign ? 'foreign-call' : owner ? null : 'unknown-call',
        },
        { onConflict: 'dedupe_key', ignoreDuplicates: true },
      )
      .select('id'),
  );
  if (inserted.length === 0) return { type: 'known' };
  if (!owner || call === null) return { type: 'quarantined' };
  return { type: 'kept', workspace: owner.workspace_id, call };
}

/** The record of a call, asked for because its messages did not come. */
export async function receiveRecord(service: SupabaseClient, record: CallRecord): Promise<Reception> {
  const kept = keepMessage({ type: 'call-record', call: record }, true);
  const dedupeKey = `record:${await sha256(stableStringify(kept))}`;
  return receiveEvent(service, { type: 'call-record', dedupeKey, kept });
}

/** Looks again whose a quarantined event is. True when it is known now; its call is shown. */
export async function reconsiderOwner(
  service: SupabaseClient,
  event: string,
  payload: unknown,
): Promise<boolean> {
  const kept = payload as KeptEvent;
  const call = kept.call?.id;
  const owner = call === undefined ? null : await findOwner(service, kept, null);
  if (!owner || call === undefined) return false;
  await run(
    service.from('call_events').update({ workspace_id: owner.workspace_id, error: null }).eq('id', event),
  );
  return projectStored(service, owner.workspace_id, call);
}

const ownerRow = z.object({
  workspace_id: z.string(),
  deployment_id: z.string(),
  flow_id: z.string(),
  version_id: z.string(),
  phone_number_id: z.string(),
  manifest: z.custom<Manifest>((manifest) => (manifest as { format?: unknown } | null)?.format === 1),
});
type Owner = z.infer<typeof ownerRow>;

/** The deployment a call belongs to: by what answered and the number, and if that is not on record, by our own mark. */
async function findOwner(service: SupabaseClient, kept: KeptEvent, metadata: unknown): Promise<Owner | null> {
  const resource = kept.call?.squadId ?? kept.call?.assistantId ?? null;
  const number = kept.phoneNumber?.id ?? kept.call?.phoneNumberId ?? null;
  if (resource === null && number === null) return null;
  const ask = (what: string | null, where: string | null) =>
    row(ownerRow, service.rpc('deployment_of_call', { resource: what, vapi_number: where }));
  const exact = (await ask(resource, number)) ?? (resource === null ? null : await ask(resource, null));
  const mark = assistantMark(metadata);
  return exact ?? (mark ? await deploymentWithId(service, mark.deployment) : null);
}

async function deploymentWithId(service: SupabaseClient, id: string): Promise<Owner | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const query = service
    .from('deployments')
    .select('workspace_id, deployment_id:id, flow_id, version_id, phone_number_id, manifest')
    .eq('id', id)
    .maybeSingle();
  return row(ownerRow, query);
}

const eventRow = z.object({ type: z.string(), payload: z.unknown() });
const callRow = z.object({ deployment_id: z.string().nullable() });
const versionRow = z.object({ document: z.unknown() });

/** How often the inbox may grow while a call is computed. */
const MOST_TRIES = 5;

/** Computes a call from all of its events and stores it. False when the inbox kept growing: somebody else will do it. */
export async function projectStored(
  service: SupabaseClient,
  workspace: string,
  call: string,
): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const events = await rows(
      eventRow,
      service
        .from('call_events')
        .select('type, payload')
        .eq('workspace_id', workspace)
        .eq('vapi_call_id', call)
        // Of too many, records and reports are read rather than what was heard meanwhile.
        .order('type')
        .order('id')
        .limit(1000),
    );
    const owner = await ownerOfCall(service, workspace, call, events);
    const drawing = owner ? await readDrawing(service, owner) : NO_DRAWING;
    const { turns, ...projected } = projectCall(events, drawing);
    const stored = await run(
      service.rpc('store_call', {
        workspace,
        vapi_call: call,
        events_seen: events.length,
        call: {
          flow_id: owner?.flow_id ?? null,
          version_id: owner?.version_id ?? null,
          deployment_id: owner?.deployment_id ?? null,
          phone_number_id: owner?.phone_number_id ?? null,
          caller: projected.caller,
          status: projected.status,
          ended_reason: projected.endedReason,
          started_at: projected.startedAt,
          ended_at: projected.endedAt,
          outcome: projected.outcome,
          information: projected.information,
          path: projected.path,
          cost: projected.cost,
        },
        turns,
      }),
    );
    if (stored === true) return true;
  }
  return false;
}

/** The deployment found when the call was first heard of stays: the number may have been switched since. */
async function ownerOfCall(
  service: SupabaseClient,
  workspace: string,
  call: string,
  events: readonly z.infer<typeof eventRow>[],
): Promise<Owner | null> {
  const stored = await row(
    callRow,
    service
      .from('calls')
      .select('deployment_id')
      .eq('workspace_id', workspace)
      .eq('vapi_call_id', call)
      .maybeSingle(),
  );
  if (stored?.deployment_id) return deploymentWithId(service, stored.deployment_id);
  for (const event of events) {
    const owner = await findOwner(service, event.payload as KeptEvent, null);
    if (owner?.workspace_id === workspace) return owner;
  }
  return null;
}

const NO_DRAWING: DrawingReader = {
  information: [],
  trace: (messages) => ({ visits: [], information: {}, steps: messages.map(() => null) }),
};

async function readDrawing(service: SupabaseClient, owner: Owner): Promise<DrawingReader> {
  const query = service.from('flow_versions').select('document').eq('id', owner.version_id).maybeSingle();
  const version = await row(versionRow, query);
  if (!version) return NO_DRAWING;
  const { document } = readFlow(version.document);
  return {
    information: owner.manifest.information.map((each) => each.id),
    trace: (messages, startedAt) => traceCall(document, owner.manifest, messages, startedAt),
  };
}
