/**
 * Campaigns at work: contacts are asked about, called and counted as the clock goes on (vapi-facts §5). Knows no HTTP;
 * who is called lifts the receiver in `line.ts`.
 */
import { type Desk, ORGANISATION } from './desk.ts';
import { placeCall, wrongNumber } from './outbound.ts';
import { shownNumber } from './routes/phone-numbers.ts';
import { MOST_CALLS, runningCalls } from './running-call.ts';
import { mergeDeeply } from './runtime/overrides.ts';
import { type JsonRecord, recordOf, recordsOf, textOf, textsOf } from './runtime/record.ts';
import type { Resource } from './store.ts';

export const CONTACT_STATES = [
  'contact.pending',
  'contact.dispatched',
  'contact.completed',
  'contact.failed',
  'contact.skipped',
  'contact.predial-failed',
] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** Somebody to call; kept with the campaign, shown by its own route. */
export interface Contact {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly customer: JsonRecord;
  readonly status: ContactState;
  readonly callId?: string;
  readonly dispatchedAt?: string;
  readonly endedReason?: string;
  /** Somebody lifted the receiver. */
  readonly isConnected?: boolean;
}

export interface Campaign extends Resource {
  readonly status: 'scheduled' | 'in-progress' | 'ended' | 'cancelled';
  readonly contacts: readonly Contact[];
  /** When the first contact could be called. */
  readonly startedAt?: string;
}

/** Milliseconds for which calls that found no free line are tried again. */
const PATIENCE = 3_600_000;
/** Milliseconds after which a call of a campaign that nobody answers is given up, so that the next can be called. */
const RINGS_FOR = 60_000;

export function campaignOf(resource: Resource | undefined): Campaign | undefined {
  return resource as Campaign | undefined;
}

/** The contacts that a campaign begins with, in the order of dialling. */
export function contactsOf(desk: Desk, body: JsonRecord): Contact[] {
  const plan =
    body.dialPlan === undefined
      ? [{ phoneNumberId: body.phoneNumberId, customers: body.customers }]
      : recordsOf(body.dialPlan);
  return plan.flatMap(({ phoneNumberId, customers }) =>
    recordsOf(customers).map((customer) => ({
      id: desk.newId(),
      phoneNumberId: textOf(phoneNumberId),
      customer,
      status: 'contact.pending' as const,
    })),
  );
}

/** Makes a runner that brings all campaigns up to the present. A run that is under way is not waited for: its webhooks may ask us. */
export function createCampaigns(desk: Desk): () => Promise<void> {
  let isRunning = false;
  return async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      for (const { id, status } of desk.store.list('campaign').reverse())
        if (status === 'scheduled' || status === 'in-progress') await advance(desk, id);
        else followCalls(desk, id);
    } finally {
      isRunning = false;
    }
  };
}

async function advance(desk: Desk, id: string): Promise<void> {
  const campaign = campaignOf(desk.store.get('campaign', id))!;
  const { earliestAt, latestAt } = recordOf(campaign.schedulePlan);
  if (Date.parse(textOf(earliestAt)) > desk.now()) return;
  if (campaign.status === 'scheduled') {
    const startedAt = new Date(desk.now()).toISOString();
    change(desk, id, { status: 'in-progress', startedAt });
    tell(desk, id, 'campaign.started');
  }
  followCalls(desk, id);
  const begun = Date.parse(textOf(campaign.startedAt)) || desk.now();
  const isOver =
    desk.now() > Math.min(begun + PATIENCE, Date.parse(textOf(latestAt)) || Number.POSITIVE_INFINITY);
  for (const contact of currentContacts(desk, id)) {
    if (contact.status !== 'contact.pending') continue;
    if (isOver) settle(desk, id, contact, { status: 'contact.failed' });
    else if (hasFreeLine(desk, id)) await dispatch(desk, id, contact);
  }
  const isDone = currentContacts(desk, id).every(
    ({ status }) => status !== 'contact.pending' && status !== 'contact.dispatched',
  );
  if (!isDone || currentStatus(desk, id) !== 'in-progress') return;
  change(desk, id, { status: 'ended', endedReason: 'campaign.ended.success' });
  tell(desk, id, 'campaign.ended');
}

function followCalls(desk: Desk, id: string): void {
  for (const contact of currentContacts(desk, id))
    if (contact.status === 'contact.dispatched') followCall(desk, id, contact);
}

/** What became of the call of a contact. */
function followCall(desk: Desk, id: string, contact: Contact): void {
  const call = desk.store.get('call', textOf(contact.callId));
  if (call?.status === 'queued' && Date.parse(call.createdAt) + RINGS_FOR <= desk.now()) {
    const endedAt = new Date(desk.now()).toISOString();
    const unanswered = { ...call, status: 'ended', endedReason: 'customer-did-not-answer', endedAt };
    desk.store.put('call', unanswered);
    settle(desk, id, contact, { status: 'contact.completed', endedReason: unanswered.endedReason });
  } else if (!call || call.status === 'ended') {
    const endedReason = textOf(call?.endedReason);
    settle(desk, id, contact, {
      status: 'contact.completed',
      ...(endedReason === '' ? {} : { endedReason }),
      ...(call?.startedAt === undefined ? {} : { isConnected: true }),
    });
  }
}

/** The lines of the campaign and of the whole organisation. */
function hasFreeLine(desk: Desk, id: string): boolean {
  const { maxConcurrency, contacts } = campaignOf(desk.store.get('campaign', id))!;
  const most = typeof maxConcurrency === 'number' ? maxConcurrency : MOST_CALLS;
  const own = contacts.filter(({ status }) => status === 'contact.dispatched').length;
  const ringing = desk.store
    .list('call')
    .filter(({ status, campaignId }) => status === 'queued' && campaignId !== undefined).length;
  return own < most && ringing + runningCalls(desk) < MOST_CALLS;
}

async function dispatch(desk: Desk, id: string, contact: Contact): Promise<void> {
  if (wrongNumber(contact.customer) !== undefined)
    return settle(desk, id, contact, { status: 'contact.failed' });
  const eligible = await isEligible(desk, id, contact);
  // Asking takes time, in which somebody may have stopped the campaign.
  if (currentStatus(desk, id) !== 'in-progress') return;
  if (eligible === null) return settle(desk, id, contact, { status: 'contact.predial-failed' });
  if (!eligible) return settle(desk, id, contact, { status: 'contact.skipped' });
  const { assistantId, squadId, assistantOverrides, squadOverrides } = desk.store.get('campaign', id)!;
  const about = Object.entries({ assistantId, squadId, assistantOverrides, squadOverrides }).filter(
    ([, value]) => value !== undefined,
  );
  const own = contact.customer.squadOverrides;
  const customer =
    own === undefined || squadOverrides === undefined
      ? contact.customer
      : {
          ...contact.customer,
          squadOverrides: mergeDeeply(recordOf(squadOverrides), recordOf(own)),
        };
  const call = placeCall(
    desk,
    {
      ...Object.fromEntries(about),
      campaignId: id,
      phoneNumberId: contact.phoneNumberId,
      status: 'queued',
    },
    customer,
  );
  return settle(desk, id, contact, {
    status: 'contact.dispatched',
    callId: call.id,
    dispatchedAt: call.createdAt,
  });
}

/** Whether the campaign's server lets us call; null when it gave no answer that counts. */
async function isEligible(desk: Desk, id: string, contact: Contact): Promise<boolean | null> {
  const { predialPlan, server, createdAt } = desk.store.get('campaign', id)!;
  if (predialPlan === undefined || recordOf(predialPlan).enabled === false) return true;
  const { number, name, assistantOverrides, squadOverrides } = contact.customer;
  const about = Object.entries({ number, name, assistantOverrides, squadOverrides }).filter(
    ([, value]) => value !== undefined,
  );
  const phoneNumber = desk.store.get('phone-number', contact.phoneNumberId);
  const answer = await desk.webhooks.ask(recordOf(server), {
    type: 'campaign.predial',
    campaignId: id,
    contact: {
      ...Object.fromEntries(about),
      id: contact.id,
      campaignId: id,
      orgId: ORGANISATION,
      createdAt,
    },
    customer: contact.customer,
    ...(phoneNumber ? { phoneNumber: shownNumber(desk, phoneNumber) } : {}),
  });
  const { eligible } = recordOf(answer);
  return typeof eligible === 'boolean' ? eligible : null;
}

/** Stopped by somebody: what rings or waits is not called, what is spoken goes on. */
export function stopCampaign(desk: Desk, id: string, status: 'ended' | 'cancelled'): void {
  const before = currentStatus(desk, id);
  if (before !== 'scheduled' && before !== 'in-progress') return;
  change(desk, id, { status, endedReason: `campaign.${before}.ended-by-user` });
  for (const contact of currentContacts(desk, id)) {
    const call = desk.store.get('call', textOf(contact.callId));
    const rings = contact.status === 'contact.dispatched' && call?.status === 'queued';
    if (rings) desk.store.remove('call', call.id);
    if (rings || contact.status === 'contact.pending')
      settle(desk, id, contact, { status: 'contact.skipped' });
  }
  tell(desk, id, 'campaign.cancelled');
}

function currentStatus(desk: Desk, id: string): Campaign['status'] | undefined {
  return campaignOf(desk.store.get('campaign', id))?.status;
}

function currentContacts(desk: Desk, id: string): readonly Contact[] {
  return campaignOf(desk.store.get('campaign', id))?.contacts ?? [];
}

function change(desk: Desk, id: string, next: Partial<Campaign>): void {
  const campaign = desk.store.get('campaign', id);
  if (!campaign) return;
  desk.store.put('campaign', { ...campaign, ...next, updatedAt: new Date(desk.now()).toISOString() });
}

function settle(desk: Desk, id: string, { id: contactId }: Contact, next: Partial<Contact>): void {
  const contacts = currentContacts(desk, id).map((one) => (one.id === contactId ? { ...one, ...next } : one));
  change(desk, id, { contacts });
  const contact = contacts.find((one) => one.id === contactId);
  if (next.status && contact) tell(desk, id, next.status, { contact: shownContact(contact) });
}

/** A contact as its route gives it. */
export function shownContact({
  id,
  customer,
  status,
  callId,
  dispatchedAt,
  endedReason,
}: Contact): JsonRecord {
  const { number, sipUri, name } = customer;
  const told = Object.entries({ name, callId, dispatchedAt, endedReason });
  return {
    id,
    number: number ?? sipUri,
    status,
    ...Object.fromEntries(told.filter(([, value]) => value !== undefined)),
  };
}

function tell(desk: Desk, id: string, type: string, rest: JsonRecord = {}): void {
  const campaign = desk.store.get('campaign', id);
  if (!campaign || !textsOf(campaign.serverMessages).includes(type)) return;
  desk.webhooks.tell(id, recordOf(campaign.server), { type, campaignId: id, ...rest });
}
