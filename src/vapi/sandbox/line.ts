/**
 * The telephone network: calls to the sandbox's numbers, played turn by turn, reported by webhooks. No part of Vapi's
 * API and without a key, as anybody may call a number.
 */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from './answers.ts';
import { artifactOf } from './artifact.ts';
import { born, type Desk, lookupOf, readBody } from './desk.ts';
import { ringing } from './outbound.ts';
import { shownNumber } from './routes/phone-numbers.ts';
import { serverMessagesOf } from './runtime/assistant-view.ts';
import { castOf, type Target } from './runtime/cast.ts';
import { activeMember, type Conversation, newConversation } from './runtime/conversation.ts';
import { begin, gather, hear } from './runtime/converse.ts';
import { type JsonRecord, recordOf, textOf } from './runtime/record.ts';
import type { Resource } from './store.ts';

const callRequest = z.strictObject({ to: z.string().min(3).max(40), from: z.string().min(3).max(40) });
const sayRequest = z.strictObject({ text: z.string().min(1).max(2000) });
const settingsRequest = z.strictObject({
  answersTransfers: z.boolean(),
  silentNumbers: z.array(z.string().max(40)).max(20).optional(),
});

/** Calls at once, of the whole organisation; more wait or are turned away (vapi-facts §10). */
export const MOST_CALLS = 10;

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
    return connect(
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
    return withCall(context, desk, async (call, conversation) => {
      if (isTooLong(desk, call, conversation)) conversation.ending = { reason: 'exceeded-max-duration' };
      else await hear(conversation, body.data.text, desk.outside(started(desk, call)));
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
  return connect(context, desk, call, number);
}

/** The receiver is lifted: whoever the call names, or its number, speaks. */
async function connect(context: Context, desk: Desk, call: Resource, number: Resource): Promise<Response> {
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
  const variables = { ...about, ...cast.value.variables };
  const conversation = newConversation(call.id, 'phone', cast.value.members, variables);
  return desk.inTurn(call.id, async () => {
    desk.store.put('call', call);
    tell(desk, call, conversation, 'status-update', { status: 'in-progress' });
    await begin(conversation, desk.outside(started(desk, call)));
    return context.json(await turn(desk, call, conversation, 0), 201);
  });
}

/** Runs a turn of a running call; one that is over says nothing more. */
function withCall(
  context: Context,
  desk: Desk,
  task: (call: Resource, conversation: Conversation) => Promise<void>,
): Promise<Response> {
  const id = context.req.param('id') ?? '';
  return desk.inTurn(id, async () => {
    const call = desk.store.get('call', id);
    const conversation = desk.store.conversation(id);
    if (!call) return refuse(context, 404, 'No such call.');
    if (!conversation || conversation.ending) return context.json({ callId: id, said: [], ended: true });
    const before = conversation.messages.length;
    await task(call, conversation);
    return context.json(await turn(desk, call, conversation, before));
  });
}

/** Keeps what has happened and gives what was said. */
async function turn(
  desk: Desk,
  call: Resource,
  conversation: Conversation,
  before: number,
): Promise<JsonRecord> {
  const said = conversation.messages
    .slice(before)
    .filter(({ role, content }) => role === 'assistant' && content !== '')
    .map(({ content }) => content);
  if (conversation.ending) await hangUp(desk, call, conversation);
  else {
    const artifact = artifactOf(conversation, Date.parse(textOf(call.startedAt)));
    desk.store.put('call', { ...call, artifact, updatedAt: new Date(desk.now()).toISOString() });
    desk.store.keepConversation(conversation);
  }
  return { callId: call.id, said, ended: conversation.ending !== null };
}

async function hangUp(desk: Desk, call: Resource, conversation: Conversation): Promise<void> {
  const ending = conversation.ending!;
  await gather(
    conversation,
    desk.outside(() => undefined),
  );
  const endedAt = new Date(desk.now()).toISOString();
  const destination = ending.destination ? { destination: ending.destination } : {};
  const artifact = artifactOf(conversation, Date.parse(textOf(call.startedAt)));
  const ended: Resource = {
    ...call,
    ...destination,
    status: 'ended',
    endedReason: ending.reason,
    endedAt,
    updatedAt: endedAt,
    artifact,
    analysis: {},
  };
  desk.store.put('call', ended);
  desk.store.endConversation(call.id);
  if (ending.destination)
    tell(desk, call, conversation, 'status-update', { status: 'forwarding', ...destination });
  tell(desk, ended, conversation, 'status-update', { status: 'ended', endedReason: ending.reason });
  const seconds = (Date.parse(endedAt) - Date.parse(textOf(call.startedAt))) / 1000;
  tell(desk, ended, conversation, 'end-of-call-report', {
    endedReason: ending.reason,
    startedAt: call.startedAt,
    endedAt,
    durationSeconds: seconds,
    cost: 0,
    costs: [],
    analysis: {},
    ...destination,
    artifact,
    transcript: artifact.transcript,
  });
}

function started(desk: Desk, call: Resource): (conversation: Conversation) => void {
  return (conversation) =>
    tell(desk, call, conversation, 'assistant.started', {
      newAssistant: activeMember(conversation).assistant,
    });
}

/** Sends a server message when the active assistant has a server and wants it. */
function tell(desk: Desk, call: Resource, conversation: Conversation, type: string, rest: JsonRecord): void {
  const { assistant } = activeMember(conversation);
  const server = recordOf(assistant.server);
  if (textOf(server.url) === '' || !serverMessagesOf(assistant).includes(type)) return;
  desk.webhooks.tell(call.id, server, {
    type,
    timestamp: desk.now(),
    ...rest,
    ...surroundings(desk, call, conversation),
  });
}

/** What every server message carries besides its own subject. */
export function surroundings(desk: Desk, call: Resource, conversation: Conversation): JsonRecord {
  const { artifact: _, ...about } = call;
  const number = desk.store.get('phone-number', textOf(call.phoneNumberId));
  return {
    call: about,
    assistant: activeMember(conversation).assistant,
    ...(number ? { phoneNumber: shownNumber(desk, number) } : {}),
    ...(call.customer === undefined ? {} : { customer: call.customer }),
  };
}

function isTooLong(desk: Desk, call: Resource, conversation: Conversation): boolean {
  const limits = conversation.members.map(({ assistant }) => assistant.maxDurationSeconds);
  const seconds = Math.max(...limits.map((limit) => (typeof limit === 'number' ? limit : 600)));
  return desk.now() - Date.parse(textOf(call.startedAt)) > seconds * 1000;
}

/** Milliseconds after which a call on which nobody speaks takes up no line: a telephone would have been hung up. */
const ABANDONED = 60_000;

/** Calls that take up a line now. */
export function runningCalls(desk: Desk): number {
  return desk.store
    .list('call')
    .filter(
      ({ status, updatedAt }) => status === 'in-progress' && desk.now() - Date.parse(updatedAt) < ABANDONED,
    ).length;
}

function plainNumber(number: string): string {
  return number.replaceAll(/[^\d+]/g, '');
}
