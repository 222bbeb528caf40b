/**
 * The inbox of call events: what is kept of a message, whose it is, and what the events of a call amount to. Knows no
 * HTTP; `vapi-webhook` brings messages, `cron` brings what they missed.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { sha256 } from '../../../src/lib/hash.ts';
import { stableStringify } from '../../../src/lib/json.ts';
import { BROWSER_CALLER } from '../../../src/publish/browser-caller.ts';
import { HIDDEN_KINDS } from '../../../src/publish/hidden-kinds.ts';
import { assistantMark } from '../../../src/publish/marker.ts';
import { projectCall } from '../../../src/publish/projector.ts';
import type { CallRecord } from '../../../src/vapi/contract/call.ts';
import { row, rows, run } from './database.ts';
import { NO_DRAWING, readerOf, redactionOf } from './drawings.ts';
import { type KeptEvent, keepMessage } from './kept-event.ts';
import { redactEvent, UNKNOWN_CALL } from './redaction/redact-event.ts';

export interface NewEvent {
  readonly type: string;
  /** Equal for deliveries of one and the same message. */
  readonly dedupeKey: string;
  /** Null for a message that cannot be read. */
  readonly kept: KeptEvent | null;
  /** When it came: milliseconds since the epoch. */
  readonly at: number;
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

/** A row of the inbox as it is stored, and whose it is. */
interface Letter {
  readonly stored: {
    readonly workspace_id: string | null;
    readonly vapi_call_id: string | null;
    readonly type: string;
    readonly dedupe_key: string;
    readonly payload: object;
    readonly error: string | null;
  };
  readonly reception: Exclude<Reception, { type: 'known' }>;
}

/** Stores an event once. One that belongs to no deployment of ours is quarantined: kept, but in no workspace. */
export async function receiveEvent(service: SupabaseClient, event: NewEvent): Promise<Reception> {
  const { stored, reception } = await openEvent(service, event);
  const inserted = await rows(
    idRow,
    service
      .from('call_events')
      .upsert(stored, { onConflict: 'dedupe_key', ignoreDuplicates: true })
      .select('id'),
  );
  return inserted.length === 0 ? { type: 'known' } : reception;
}

/** What the inbox keeps of an event, the same however often it is delivered; stores nothing. */
export async function openEvent(service: SupabaseClient, event: NewEvent): Promise<Letter> {
  const { kept, at } = event;
  const call = kept?.call?.id ?? null;
  const found = kept && call !== null ? await findOwner(service, kept, event.metadata, at) : null;
  const isForeign = found !== null && event.only != null && event.only !== found.workspace_id;
  const owner = isForeign ? null : found;
  return {
    stored: {
      workspace_id: owner?.workspace_id ?? null,
      vapi_call_id: call,
      type: event.type,
      dedupe_key: event.dedupeKey,
      payload: kept ? await redacted(service, kept, owner, at) : {},
      error: kept === null ? 'unreadable' : isForeign ? 'foreign-call' : owner ? null : 'unknown-call',
    },
    reception:
      owner && call !== null
        ? { type: 'kept', workspace: owner.workspace_id, call }
        : { type: 'quarantined' },
  };
}

/** Invariant: nothing is stored before it went through here. */
async function redacted(service: SupabaseClient, kept: KeptEvent, owner: Owner | null, at: number) {
  return redactEvent(kept, owner ? await redactionOf(service, owner) : UNKNOWN_CALL, at);
}

/** The record of a call, asked for because its messages did not come. */
export async function receiveRecord(
  service: SupabaseClient,
  record: CallRecord,
  at: number,
): Promise<Reception> {
  const kept = keepMessage({ type: 'call-record', call: record }, true);
  const dedupeKey = `record:${await sha256(stableStringify(kept))}`;
  return receiveEvent(service, { type: 'call-record', dedupeKey, kept, at });
}

/** Looks again whose a quarantined event is. True when it is known now; its call is shown. */
export async function reconsiderOwner(
  service: SupabaseClient,
  event: string,
  stored: unknown,
  at: number,
): Promise<boolean> {
  const kept = stored as KeptEvent;
  const call = kept.call?.id;
  const owner = call === undefined ? null : await findOwner(service, kept, null, at);
  if (!owner || call === undefined) return false;
  const payload = await redacted(service, kept, owner, at);
  const change = { workspace_id: owner.workspace_id, error: null, payload };
  await run(service.from('call_events').update(change).eq('id', event));
  return projectStored(service, owner.workspace_id, call);
}

const publishedRow = z.object({
  workspace_id: z.string(),
  deployment_id: z.string(),
  flow_id: z.string(),
  version_id: z.string(),
  /** Null: the call came by a browser link. */
  phone_number_id: z.string().nullable(),
  manifest: z.custom<Manifest>((manifest) => (manifest as { format?: unknown } | null)?.format === 1),
});

const ownerRow = publishedRow.extend({ hides: z.array(z.enum(HIDDEN_KINDS)), number: z.string() });
type Owner = z.infer<typeof ownerRow>;

/** The deployment a call belongs to: by what answered and the number, and if that is not on record, by our own mark. */
async function findOwner(
  service: SupabaseClient,
  kept: KeptEvent,
  metadata: unknown,
  at: number,
): Promise<Owner | null> {
  const resource = kept.call?.squadId ?? kept.call?.assistantId ?? null;
  const vapi_number = kept.phoneNumber?.id ?? kept.call?.phoneNumberId ?? null;
  if (kept.call?.type === 'webCall') return findLinkOwner(service, kept.call.id, resource, at);
  if (resource === null && vapi_number === null) return null;
  const marked = z.uuid().safeParse(assistantMark(metadata)?.deployment).data ?? null;
  return row(ownerRow, service.rpc('owner_of_call', { resource, vapi_number, marked }));
}

/** A call in the browser belongs to the link it was granted on; test calls of drafts, which nobody shows, to none. */
function findLinkOwner(service: SupabaseClient, vapi_call: string, resource: string | null, at: number) {
  const asked = { vapi_call, resource, at: new Date(at).toISOString() };
  return row(ownerRow, service.rpc('owner_of_link_call', asked));
}

const storedCall = z.object({
  events: z.array(z.object({ type: z.string(), payload: z.unknown() })),
  owner: publishedRow.nullable(),
});
type Published = z.infer<typeof publishedRow>;

/** How often the inbox may grow while a call is computed. */
const MOST_TRIES = 5;

/** Computes a call from all of its events and stores it. False when the inbox kept growing: somebody else will do it. */
export async function projectStored(
  service: SupabaseClient,
  workspace: string,
  call: string,
): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const { events, owner: known } = storedCall.parse(
      await run(service.rpc('read_call', { workspace, vapi_call: call })),
    );
    const owner = known ?? (await ownerAmong(service, workspace, events));
    const isInBrowser = events.some(({ payload }) => (payload as KeptEvent | null)?.call?.type === 'webCall');
    const drawing = owner ? await readerOf(service, owner) : NO_DRAWING;
    const { turns, questions, reachedGoal, ...projected } = projectCall(events, drawing);
    const stored = await run(
      service.rpc('store_projection', {
        workspace,
        vapi_call: call,
        events_seen: events.length,
        call: {
          flow_id: owner?.flow_id ?? null,
          version_id: owner?.version_id ?? null,
          deployment_id: owner?.deployment_id ?? null,
          phone_number_id: isInBrowser ? null : (owner?.phone_number_id ?? null),
          caller: isInBrowser ? BROWSER_CALLER : projected.caller,
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
        findings: { reached_goal: reachedGoal, questions },
      }),
    );
    if (stored === true) return true;
  }
  return false;
}

async function ownerAmong(
  service: SupabaseClient,
  workspace: string,
  events: z.infer<typeof storedCall>['events'],
): Promise<Published | null> {
  for (const event of events) {
    const owner = await findOwner(service, event.payload as KeptEvent, null, Date.now());
    if (owner?.workspace_id === workspace) return owner;
  }
  return null;
}
