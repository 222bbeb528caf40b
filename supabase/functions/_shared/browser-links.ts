/**
 * Browser links: what may be asked of one, whose a visitor's address is not told, and what became of the calls that were granted.
 * Knows no HTTP of ours and no drawing.
 */
import ipaddr from 'ipaddr.js';
import * as z from 'zod';
import { sha256 } from '../../../src/lib/hash.ts';
import { LINK_REFUSALS, LINK_STATES, type LinkRefusal } from '../../../src/publish/browser-talk-wire.ts';
import type { AssistantOverrides } from '../../../src/vapi/contract/assistant.ts';
import type { CreateWebCallBody } from '../../../src/vapi/contract/call.ts';
import { projectStored, receiveRecord } from './call-inbox.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { rememberedAccounts } from './vapi-accounts.ts';

/** Anybody may call, so that each link has bounds of its own, besides the month's limit of its workspace. */
export const LINK_BOUNDS = {
  secondsPerCall: 10 * 60,
  atOnce: 3,
  anHour: 30,
  aDay: 150,
  visitorHour: 6,
} as const;

const isoOf = (time: number) => new Date(time).toISOString();

/** The address as it comes in, closest to the truth first. Cloudflare, before hosted Supabase, writes its header anew. */
const ADDRESS_HEADERS = ['cf-connecting-ip', 'x-real-ip', 'x-forwarded-for'] as const;

/**
 * Whoever asks, under a salt that is forgotten with its day. A whole network of IPv6 is one visitor, for a household has one of its own;
 * whose address is not known shares one with all such.
 */
export async function visitorOf({ service, clock }: Deps, request: Request): Promise<string> {
  const given = ADDRESS_HEADERS.map((name) => request.headers.get(name)).find((value) => value !== null);
  const salt = z.string().parse(await run(service.rpc('visitor_salt', { at: isoOf(clock.now()) })));
  return sha256(`${salt} ${networkOf(given?.split(',')[0]?.trim() ?? '')}`);
}

/** Pure; text that is no address is one network. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return '';
  const read = ipaddr.process(address);
  return read.kind() === 'ipv4'
    ? read.toString()
    : read.toNormalizedString().split(':').slice(0, 4).join(':');
}

const offerRow = z.object({
  workspace_id: z.string(),
  workspace: z.string(),
  language: z.enum(['en', 'fr']).catch('en'),
  state: z.enum(LINK_STATES),
  message: z.string().nullable(),
});

export function readLink({ service, clock }: Deps, token: string) {
  const asked = { link_token: token, at: isoOf(clock.now()) };
  return row(offerRow, service.rpc('read_browser_link', asked));
}

const grant = z.object({
  id: z.string(),
  seconds: z.number(),
  workspace: z.string(),
  kind: z.enum(['assistant', 'squad']),
  target: z.string(),
  language: z.enum(['en', 'fr']).catch('en'),
});
export type LinkGrant = z.infer<typeof grant>;
const begun = z.union([grant, z.object({ refused: z.enum(LINK_REFUSALS), message: z.string().nullish() })]);

/** The recorded intent, with the seconds that are granted to it. */
export async function beginLinkCall(
  deps: Deps,
  token: string,
  visitor: string,
): Promise<LinkGrant | { readonly refused: LinkRefusal; readonly message?: string | null | undefined }> {
  return begun.parse(
    await run(
      deps.service.rpc('begin_link_call', {
        link_token: token,
        its_visitor: visitor,
        at: isoOf(deps.clock.now()),
        call_seconds: LINK_BOUNDS.secondsPerCall,
        at_once: LINK_BOUNDS.atOnce,
        an_hour: LINK_BOUNDS.anHour,
        a_day: LINK_BOUNDS.aDay,
        visitor_hour: LINK_BOUNDS.visitorHour,
      }),
    ),
  );
}

/** What is in service, as it is; the room is told what the page shows and nothing of how the assistant is made. Pure. */
export function webCallOf({ kind, target, seconds }: LinkGrant): CreateWebCallBody {
  const overrides: AssistantOverrides = {
    maxDurationSeconds: seconds,
    clientMessages: ['hang', 'speech-update', 'status-update', 'transcript'],
  };
  return {
    ...(kind === 'squad'
      ? { squadId: target, squadOverrides: overrides }
      : { assistantId: target, assistantOverrides: overrides }),
    // Whoever closes the page ends the call.
    roomDeleteOnUserLeaveEnabled: true,
  };
}

const openRow = z.object({ id: z.string(), workspace_id: z.string(), vapi_id: z.string() });
const MOST = 20;

/** Calls whose end did not come by itself are asked after at Vapi; gives back how many were settled. Also forgets visitors. */
export async function settleLinkCalls(deps: Deps): Promise<number> {
  const { service, clock } = deps;
  const accountFor = rememberedAccounts(deps);
  const at = isoOf(clock.now());
  const open = await rows(openRow, service.rpc('link_calls_to_settle', { at, most: MOST }));
  let settled = 0;
  for (const { id, workspace_id, vapi_id } of open) {
    const record = await (await accountFor(workspace_id))?.api.getCall(vapi_id);
    const isUnknown = !record || (!record.ok && record.failure.kind !== 'refused');
    if (isUnknown || (record.ok && record.value.status !== 'ended')) continue;
    if (record.ok) {
      const reception = await receiveRecord(service, record.value, clock.now());
      if (reception.type === 'kept') await projectStored(service, reception.workspace, reception.call);
    }
    await run(service.from('link_calls').update({ settled_at: at }).eq('id', id));
    settled += 1;
  }
  return settled;
}
