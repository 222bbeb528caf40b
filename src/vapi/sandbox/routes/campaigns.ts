/** `/campaign` and `/v2/campaign`: create, read, list, change, stop, delete. The calls are made in `campaigns.ts`. */
import { type Context, Hono } from 'hono';
import { refuse } from '../answers.ts';
import {
  type Campaign,
  CONTACT_STATES,
  type Contact,
  campaignOf,
  contactsOf,
  shownContact,
  stopCampaign,
} from '../campaigns.ts';
import { born, type Desk, lookupOf, patched, readBody } from '../desk.ts';
import { type JsonRecord, recordsOf, textOf } from '../runtime/record.ts';
import { createCampaignShape, updateCampaignShape } from '../shapes/campaigns.ts';
import { checkShape } from '../shapes/check.ts';
import { checkOwnOverrides, checkTarget } from '../shapes/target.ts';
import type { Resource } from '../store.ts';
import { own } from './filters.ts';
import { page, pageOf } from './pages.ts';

const FILTERS = own('id', 'status');
/** The contacts of a page, unless told otherwise. */
const CONTACTS = 50;

/** `v2` gives summaries, with counters when they are asked for, instead of everything. */
export function campaignRoutes(desk: Desk, version: 'v1' | 'v2'): Hono {
  const routes = new Hono();
  const { store } = desk;
  const find = (context: Context) => campaignOf(store.get('campaign', context.req.param('id') ?? ''));
  const missing = (context: Context) => refuse(context, 404, 'Campaign not found.');
  const read = (context: Context) => (campaign: Resource) =>
    version === 'v1'
      ? shown(desk, campaign as Campaign)
      : summary(desk, campaign as Campaign, context.req.query('includeCounters') === 'true');

  routes.get('/', (context) => page(context, desk, 'campaign', { fields: FILTERS, shown: read(context) }));

  routes.post('/', async (context) => {
    const body = checkShape(createCampaignShape, withSource(desk, await readBody(context)));
    if (!body.ok) return refuse(context, 400, body.failure);
    const complaints = [...complaintsAbout(desk, body.value), ...complaintsAboutContacts(desk, body.value)];
    if (complaints.length > 0) return refuse(context, 400, complaints);
    const { duplicateFromCampaignId: _, ...about } = body.value;
    const campaign = born(desk, { ...about, status: 'scheduled', contacts: contactsOf(desk, about) });
    store.put('campaign', campaign);
    return context.json(shown(desk, campaign as Campaign), 201);
  });

  routes.get('/:id', (context) => {
    const campaign = find(context);
    return campaign ? context.json(read(context)(campaign)) : missing(context);
  });

  routes.patch('/:id', async (context) => {
    const campaign = find(context);
    if (!campaign) return missing(context);
    const body = checkShape(updateCampaignShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const { status, ...rest } = body.value;
    const complaints = complaintsAboutChange(desk, campaign, rest);
    if (complaints.length > 0) return refuse(context, 400, complaints);
    const next = patched(desk, campaign, rest);
    const isMoved = rest.dialPlan !== undefined || rest.phoneNumberId !== undefined;
    store.put('campaign', isMoved ? { ...next, contacts: contactsOf(desk, next) } : next);
    if (status === 'ended' || status === 'cancelled') stopCampaign(desk, campaign.id, status);
    return context.json(shown(desk, find(context)!));
  });

  routes.delete('/:id', (context) => {
    const campaign = find(context);
    if (!campaign) return missing(context);
    stopCampaign(desk, campaign.id, 'cancelled');
    const last = shown(desk, find(context)!);
    store.remove('campaign', campaign.id);
    return context.json(last);
  });

  if (version === 'v2')
    routes.get('/:id/contacts', (context) => {
      const campaign = find(context);
      if (!campaign) return missing(context);
      const wanted = context.req.queries('status') ?? [];
      const byStatus = (a: Contact, b: Contact) =>
        CONTACT_STATES.indexOf(a.status) - CONTACT_STATES.indexOf(b.status);
      const all = campaign.contacts.filter(({ status }) => wanted.length === 0 || wanted.includes(status));
      const sorted = context.req.query('sortBy') === 'status' ? all.toSorted(byStatus) : all;
      return context.json(pageOf(sorted.map(shownContact), context.req.query(), CONTACTS));
    });

  return routes;
}

/** A body on top of the campaign that it is a duplicate of. */
function withSource(desk: Desk, body: unknown): unknown {
  const source = campaignOf(
    desk.store.get('campaign', textOf((body as JsonRecord)?.duplicateFromCampaignId)),
  );
  if (!source) return body;
  const known = Object.keys(createCampaignShape.shape);
  const copied = Object.entries(source).filter(([key]) => known.includes(key));
  return { ...Object.fromEntries(copied), ...(body as JsonRecord) };
}

/** Who calls, from which number, and who is asked. */
function complaintsAbout(desk: Desk, body: JsonRecord): string[] {
  const found = checkTarget(body, lookupOf(desk.store));
  if (body.assistantOverrides !== undefined && body.assistantId === undefined)
    found.push('assistantOverrides can only be used with assistantId');
  if (body.squadOverrides !== undefined && body.squadId === undefined)
    found.push('squadOverrides can only be used with squadId');
  if ((body.phoneNumberId === undefined) === (body.dialPlan === undefined))
    found.push('exactly one of phoneNumberId and dialPlan must be given');
  const numbers = [body.phoneNumberId, ...recordsOf(body.dialPlan).map((entry) => entry.phoneNumberId)];
  for (const id of numbers.map(textOf))
    if (id !== '' && !desk.store.get('phone-number', id))
      found.push(`phoneNumberId: phone number ${id} does not exist`);
  if (body.predialPlan !== undefined && body.server === undefined) found.push('predialPlan requires server');
  const source = textOf(body.duplicateFromCampaignId);
  if (source !== '' && !desk.store.get('campaign', source))
    found.push(`duplicateFromCampaignId: campaign ${source} does not exist`);
  return found;
}

function complaintsAboutContacts(desk: Desk, body: JsonRecord): string[] {
  if (body.dialPlan === undefined && body.customers === undefined)
    return ['customers must be given when there is no dialPlan'];
  return recordsOf(body.customers).flatMap((customer, index) =>
    checkOwnOverrides(customer, `customers.${index}`, lookupOf(desk.store)),
  );
}

/** Who calls whom and when is open until the first call. */
function complaintsAboutChange(desk: Desk, campaign: Campaign, change: JsonRecord): string[] {
  const fixed = Object.keys(change).filter((key) => key !== 'name');
  if (fixed.length === 0) return [];
  if (campaign.status !== 'scheduled')
    return fixed.map((key) => `${key} can only be updated while the campaign is scheduled`);
  return complaintsAbout(desk, patched(desk, campaign, change));
}

/** Everything about a campaign, its calls counted. */
function shown(desk: Desk, { contacts, startedAt: _, ...campaign }: Campaign): JsonRecord {
  const calls = contacts.flatMap(({ callId }) => desk.store.get('call', callId ?? '') ?? []);
  const count = (isMeant: (call: Resource) => boolean) => calls.filter(isMeant).length;
  const ended = contacts.filter(({ status }) => status === 'contact.completed');
  return {
    ...campaign,
    calls: Object.fromEntries(
      calls.map(({ id, status, endedReason }) => [
        id,
        { status, ...(endedReason === undefined ? {} : { endedReason }) },
      ]),
    ),
    callsCounterScheduled: contacts.filter(({ status }) => status === 'contact.pending').length,
    callsCounterQueued: count(({ status }) => status === 'queued'),
    callsCounterInProgress: count(({ status }) => status === 'in-progress'),
    callsCounterEndedVoicemail: ended.filter(({ endedReason }) => endedReason === 'voicemail').length,
    callsCounterEnded: ended.length,
  };
}

function summary(desk: Desk, campaign: Campaign, withCounters: boolean): JsonRecord {
  const { contacts, startedAt: _, customers: __, dialPlan: ___, ...about } = campaign;
  if (!withCounters) return about;
  const count = (wanted: Contact['status']) => contacts.filter(({ status }) => status === wanted).length;
  return {
    ...about,
    contactCounters: {
      pending: count('contact.pending'),
      dispatched: count('contact.dispatched'),
      completed: count('contact.completed'),
      failed: count('contact.failed'),
      skipped: count('contact.skipped'),
      predialFailed: count('contact.predial-failed'),
    },
    callMetrics: {
      dialed: contacts.filter(({ callId }) => callId !== undefined).length,
      connected: contacts.filter(
        ({ isConnected, callId }) =>
          isConnected || desk.store.get('call', callId ?? '')?.startedAt !== undefined,
      ).length,
    },
  };
}
