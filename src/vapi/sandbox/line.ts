/**
 * The telephone network: calls to the sandbox's numbers, played turn by turn, reported by webhooks. No part of Vapi's
 * API and without a key, as anybody may call a number.
 */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from './answers.ts';
import { born, type Desk, lookupOf, readBody } from './desk.ts';
import { ringing } from './outbound.ts';
import { roomRoutes } from './rooms.ts';
import { shownNumber } from './routes/phone-numbers.ts';
import { connect, isTooLong, MOST_CALLS, outsideOf, runningCalls, withCall } from './running-call.ts';
import { castOf, type Target } from './runtime/cast.ts';
import { hear } from './runtime/converse.ts';
import { recordOf, textOf } from './runtime/record.ts';
import type { Resource } from './store.ts';

const callRequest = z.strictObject({ to: z.string().min(3).max(40), from: z.string().min(3).max(40) });
const sayRequest = z.strictObject({ text: z.string().min(1).max(2000) });
const settingsRequest = z.strictObject({
  answersTransfers: z.boolean(),
  silentNumbers: z.array(z.string().max(40)).max(20).optional(),
});

/** What is heard when all lines are in use. */
const BUSY = 'All lines are busy.';

/** What is heard where nothing is attached to the number. */
const NOBODY = "I'm sorry, this number has no assistant attached.";

export function lineRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { store } = desk;

  routes.post('/calls', async (context) => {
    const body = callRequest.safeParse(await readBody(context));
    if (!body.success) return refuse(context, 400, 'to and from must be telephone numbers');
    const wanted = plainNumber(body.data.to);
    const number = store.list('phone-number').find((one) => plainNumber(textOf(one.number)) === wanted);
    if (!number || shownNumber(desk, number).status !== 'active')
      return refuse(context, 404, number ? 'This number is not active yet.' : 'No such number.');
    return pickUp(context, desk, number, body.data.from);
  });

  /** Whose telephone rings: calls that the product has placed. */
  routes.get('/ringing', (context) =>
    context.json(
      ringing(desk).map(({ id, customer, phoneNumberId }) => ({
        callId: id,
        to: recordOf(customer).number,
        from: store.get('phone-number', textOf(phoneNumberId))?.number,
      })),
    ),
  );

  routes.post('/calls/:id/answer', (context) => {
    const call = ringing(desk).find(({ id }) => id === context.req.param('id'));
    const number = call ? store.get('phone-number', textOf(call.phoneNumberId)) : undefined;
    if (!call || !number) return refuse(context, 404, 'No such call rings.');
    const startedAt = new Date(desk.now()).toISOString();
    return liftReceiver(
      context,
      desk,
      { ...call, status: 'in-progress', startedAt, updatedAt: startedAt },
      number,
    );
  });

  routes.post('/calls/:id/decline', (context) => {
    const call = ringing(desk).find(({ id }) => id === context.req.param('id'));
    if (!call) return refuse(context, 404, 'No such call rings.');
    const endedAt = new Date(desk.now()).toISOString();
    store.put('call', {
      ...call,
      status: 'ended',
      endedReason: 'customer-busy',
      endedAt,
      updatedAt: endedAt,
    });
    return context.json({ callId: call.id, said: [], ended: true });
  });

  routes.post('/calls/:id/say', async (context) => {
    const body = sayRequest.safeParse(await readBody(context));
    if (!body.success) return refuse(context, 400, 'text must be 1 to 2000 characters');
    return withCall(context, desk, async (call, conversation, turn) => {
      if (isTooLong(desk, call, conversation)) conversation.ending = { reason: 'exceeded-max-duration' };
      else await hear(conversation, body.data.text, outsideOf(desk, call, turn));
    });
  });

  routes.post('/calls/:id/hang-up', (context) =>
    withCall(context, desk, async (_call, conversation) => {
      conversation.ending = { reason: 'customer-ended-call' };
    }),
  );

  routes.post('/settings', async (context) => {
    const body = settingsRequest.safeParse(await readBody(context));
    if (!body.success) return refuse(context, 400, 'answersTransfers must be true or false');
    desk.line.answersTransfers = body.data.answersTransfers;
    desk.line.silentNumbers = body.data.silentNumbers ?? [];
    return context.json(body.data);
  });

  routes.route('/rooms', roomRoutes(desk));
  return routes;
}

async function pickUp(context: Context, desk: Desk, number: Resource, from: string): Promise<Response> {
  const { assistantId, squadId } = number;
  const call = born(desk, {
    type: 'inboundPhoneCall',
    phoneCallProvider: 'vapi',
    phoneCallTransport: 'pstn',
    phoneNumberId: number.id,
    ...(assistantId === undefined ? {} : { assistantId }),
    ...(squadId === undefined ? {} : { squadId }),
    customer: { number: plainNumber(from) },
    status: 'in-progress',
    startedAt: new Date(desk.now()).toISOString(),
    cost: 0,
    costs: [],
  });
  if (runningCalls(desk) >= MOST_CALLS) {
    const at = new Date(desk.now()).toISOString();
    desk.store.put('call', {
      ...call,
      status: 'ended',
      endedAt: at,
      endedReason: 'call.start.error-subscription-concurrency-limit-reached',
    });
    return context.json({ callId: call.id, said: [BUSY], ended: true }, 201);
  }
  return liftReceiver(context, desk, call, number);
}

/** The receiver is lifted: whoever the call names, or its number, speaks. */
async function liftReceiver(
  context: Context,
  desk: Desk,
  call: Resource,
  number: Resource,
): Promise<Response> {
  const cast = castOf(call as Target, lookupOf(desk.store));
  if (!cast.ok) {
    const at = new Date(desk.now()).toISOString();
    const endedReason = 'call-start-error-neither-assistant-nor-server-set';
    desk.store.put('call', { ...call, status: 'ended', endedAt: at, endedReason });
    return context.json({ callId: call.id, said: [NOBODY], ended: true }, 201);
  }
  const about = {
    customer: call.customer,
    phoneNumber: { id: number.id, number: number.number, name: number.name, provider: number.provider },
    call: { id: call.id, type: call.type, startedAt: call.startedAt },
    transport: { provider: 'vapi', conversationType: 'voice' },
  };
  return context.json(await connect(desk, call, 'phone', cast.value, about), 201);
}

function plainNumber(number: string): string {
  return number.replaceAll(/[^\d+]/g, '');
}
