/**
 * The rooms of web calls: entering, leaving, and what a browser sends into them. They stand for Daily's rooms, carry text
 * instead of sound, and want no key: as at Daily, whoever knows the address may enter.
 */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from './answers.ts';
import { type Desk, lookupOf, readBody } from './desk.ts';
import { connect, MOST_CALLS, outsideOf, runningCalls, withCall } from './running-call.ts';
import { castOf, type Target } from './runtime/cast.ts';
import { note, respond } from './runtime/converse.ts';
import { recordOf, recordsOf } from './runtime/record.ts';
import type { Resource } from './store.ts';

/** Seconds for which an empty room waits, unless the assistant says otherwise (vapi-facts §1.4). */
const JOIN_WITHIN = 15;

/** Said into the room, as it is, when the assistant is there. */
const LISTENING = 'listening';

/** What `send` of the browser's client writes (vapi-facts §7.1). */
const clientMessage = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('say'),
    message: z.string().optional(),
    content: z.string().optional(),
    endCallAfterSpoken: z.boolean().optional(),
  }),
  z.looseObject({
    type: z.literal('add-message'),
    message: z.looseObject({ role: z.enum(['user', 'assistant', 'system']), content: z.string() }),
    triggerResponseEnabled: z.boolean().optional(),
  }),
  z.looseObject({
    type: z.literal('control'),
    control: z.enum([
      'mute-assistant',
      'unmute-assistant',
      'mute-customer',
      'unmute-customer',
      'say-first-message',
    ]),
  }),
  z.looseObject({ type: z.literal('end-call') }),
]);

/** The address of a call's room. `origin` is the sandbox's own. */
export function roomOf(callId: string, origin: string): string {
  return new URL(`/sandbox/line/rooms/${callId}`, origin).href;
}

export function roomRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.post('/:id/join', async (context) => {
    const call = desk.store.get('call', context.req.param('id'));
    if (call?.type !== 'webCall') return refuse(context, 404, 'No such room.');
    if (call.status === 'in-progress') return rejoin(context, call);
    if (call.status !== 'queued') return refuse(context, 404, 'The room is closed.');
    const cast = castOf(call as Target, lookupOf(desk.store));
    const seconds = recordOf(cast.ok ? cast.value.members[0]?.assistant : {}).customerJoinTimeoutSeconds;
    const patience = (typeof seconds === 'number' ? seconds : JOIN_WITHIN) * 1000;
    if (!cast.ok || Date.parse(call.createdAt) + patience < desk.now())
      return close(context, desk, call, 'assistant-join-timed-out');
    if (runningCalls(desk) >= MOST_CALLS)
      return close(context, desk, call, 'call.start.error-subscription-concurrency-limit-reached');
    const startedAt = new Date(desk.now()).toISOString();
    const begun: Resource = { ...call, status: 'in-progress', startedAt, updatedAt: startedAt };
    const about = {
      call: { id: call.id, type: call.type, startedAt },
      transport: { provider: 'daily', conversationType: 'voice' },
    };
    const heard = await connect(desk, begun, 'web', cast.value, about);
    return context.json({ ...heard, messages: [LISTENING, ...recordsOf(heard.messages)] }, 201);
  });

  routes.post('/:id/messages', async (context) => {
    const body = clientMessage.safeParse(await readBody(context));
    if (!body.success) return refuse(context, 400, 'this is no message of a client');
    return withCall(context, desk, async (call, conversation, turn) => {
      const outside = outsideOf(desk, call, turn);
      const { data } = body;
      if (data.type === 'end-call') conversation.ending = { reason: 'customer-ended-call' };
      if (data.type === 'say') {
        note(conversation, 'assistant', data.message ?? data.content ?? '', outside);
        if (data.endCallAfterSpoken) conversation.ending = { reason: 'assistant-ended-call' };
      }
      if (data.type === 'add-message') {
        const { role, content } = data.message;
        if (role === 'system') conversation.prompt += `\n\n${content}`;
        else note(conversation, role, content, outside);
        if (data.triggerResponseEnabled !== false) await respond(conversation, outside);
      }
      // Without sound nothing can be muted, and the first message has been heard.
    });
  });

  /** The browser is closed or the button pressed; the call ends with it unless it was told to wait. */
  routes.post('/:id/leave', async (context) => {
    const call = desk.store.get('call', context.req.param('id'));
    if (call && recordOf(call.transport).roomDeleteOnUserLeaveEnabled === false)
      return context.json({ callId: call.id, said: [], ended: false, messages: [] });
    return withCall(context, desk, async (_call, conversation) => {
      conversation.ending = { reason: 'customer-ended-call' };
    });
  });

  return routes;
}

/** Somebody comes back into a room where the assistant has waited. */
function rejoin(context: Context, call: Resource): Response {
  return context.json({ callId: call.id, said: [], ended: false, messages: [LISTENING] }, 201);
}

function close(context: Context, desk: Desk, call: Resource, endedReason: string): Response {
  const endedAt = new Date(desk.now()).toISOString();
  desk.store.put('call', { ...call, status: 'ended', endedReason, endedAt, updatedAt: endedAt });
  return context.json(
    {
      callId: call.id,
      said: [],
      ended: true,
      messages: [{ type: 'status-update', status: 'ended', endedReason, timestamp: desk.now() }],
    },
    201,
  );
}
