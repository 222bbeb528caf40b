/** Calls that the product places: accepted, queued or kept for later. Who is called lifts the receiver in `line.ts`. */
import type { Context } from 'hono';
import { refuse } from './answers.ts';
import { born, type Desk, lookupOf } from './desk.ts';
import { MOST_CALLS, runningCalls } from './running-call.ts';
import { type JsonRecord, recordOf, recordsOf, textOf } from './runtime/record.ts';
import { outboundCallShape } from './shapes/bodies.ts';
import { checkShape } from './shapes/check.ts';
import { checkOwnOverrides, checkTarget } from './shapes/target.ts';
import type { Resource } from './store.ts';

/** `POST /call` for one customer or many (vapi-facts §5). */
export function placeCalls(context: Context, desk: Desk, given: unknown): Response {
  const body = checkShape(outboundCallShape, given);
  if (!body.ok) return refuse(context, 400, body.failure);
  const { customer, customers, schedulePlan, ...about } = body.value;
  const complaints = [...checkTarget(body.value, lookupOf(desk.store)), ...complaintsAbout(desk, body.value)];
  if (complaints.length > 0) return refuse(context, 400, complaints);
  const earliest = Date.parse(textOf(recordOf(schedulePlan).earliestAt));
  const status = earliest > desk.now() ? 'scheduled' : 'queued';
  const shared = { ...about, status, ...(schedulePlan === undefined ? {} : { schedulePlan }) };
  const place = (to: JsonRecord) => placeCall(desk, shared, to);
  const limits = limitsOf(desk);
  if (customers === undefined)
    return context.json({ ...place(recordOf(customer)), subscriptionLimits: limits }, 201);
  const wrong = (one: JsonRecord) => wrongNumber(one) ?? null;
  const all = recordsOf(customers);
  const errors = all.flatMap((one) => (wrong(one) ? [{ customer: one, error: wrong(one) }] : []));
  const results = all.filter((one) => wrong(one) === null).map(place);
  return context.json({ results, errors, subscriptionLimits: limits }, 201);
}

/** A call that rings, or will. What is written with a customer is for this call alone and replaces what all share. */
export function placeCall(desk: Desk, about: JsonRecord, customer: JsonRecord): Resource {
  const { assistantOverrides, squadOverrides, ...who } = customer;
  const own = Object.entries({ assistantOverrides, squadOverrides }).filter(
    ([, value]) => value !== undefined,
  );
  const call = born(desk, {
    ...about,
    ...Object.fromEntries(own),
    type: 'outboundPhoneCall',
    phoneCallProvider: 'vapi',
    phoneCallTransport: 'pstn',
    customer: who,
    cost: 0,
    costs: [],
  });
  desk.store.put('call', call);
  return call;
}

function complaintsAbout(desk: Desk, body: JsonRecord): string[] {
  const found: string[] = [];
  const number = textOf(body.phoneNumberId);
  if (number === '') found.push('phoneNumberId must be given: a call needs a number to call from');
  else if (!desk.store.get('phone-number', number))
    found.push(`phoneNumberId: phone number ${number} does not exist`);
  if ((body.customer === undefined) === (body.customers === undefined))
    found.push('exactly one of customer and customers must be given');
  const to = recordsOf(body.customers);
  found.push(...checkOwnOverrides(recordOf(body.customer), 'customer', lookupOf(desk.store)));
  found.push(
    ...to.flatMap((one, index) => checkOwnOverrides(one, `customers.${index}`, lookupOf(desk.store))),
  );
  const wrong = body.customer === undefined ? undefined : wrongNumber(recordOf(body.customer));
  return wrong === undefined ? found : [...found, wrong];
}

/** What is wrong with the number of a customer, if anything. */
export function wrongNumber(customer: JsonRecord): string | undefined {
  if (customer.numberE164CheckEnabled === false || customer.sipUri !== undefined) return undefined;
  return /^\+[1-9]\d{6,14}$/.test(textOf(customer.number))
    ? undefined
    : 'customer.number must be a valid phone number in the E.164 format';
}

/** New calls wait for a free line; the answer says so. */
function limitsOf(desk: Desk): JsonRecord {
  const running = runningCalls(desk);
  return {
    concurrencyBlocked: running >= MOST_CALLS,
    concurrencyLimit: MOST_CALLS,
    remainingConcurrentCalls: Math.max(0, MOST_CALLS - running),
  };
}

/** Calls that ring now: whoever is called may answer them. */
export function ringing(desk: Desk): Resource[] {
  return desk.store.list('call').filter(({ type, status, schedulePlan }) => {
    if (type !== 'outboundPhoneCall') return false;
    if (status === 'queued') return true;
    const { earliestAt, latestAt } = recordOf(schedulePlan);
    const isOver = Date.parse(textOf(latestAt)) < desk.now();
    return status === 'scheduled' && Date.parse(textOf(earliestAt)) <= desk.now() && !isOver;
  });
}
