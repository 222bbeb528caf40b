/** Calls in the browser: what is asked for, and what the answer tells. The room itself is in `rooms.ts`. */
import type { Context } from 'hono';
import { refuse } from './answers.ts';
import { born, type Desk, lookupOf } from './desk.ts';
import { roomOf } from './rooms.ts';
import { castOf, type Target } from './runtime/cast.ts';
import { recordOf } from './runtime/record.ts';
import { webCallShape } from './shapes/bodies.ts';
import { checkShape } from './shapes/check.ts';
import { checkTarget } from './shapes/target.ts';

/** `POST /call/web`, and `POST /call` with the transport of the web (vapi-facts §5, §7.2). */
export function placeWebCall(context: Context, desk: Desk, given: unknown): Response {
  const body = checkShape(webCallShape, given);
  if (!body.ok) return refuse(context, 400, body.failure);
  const complaints = checkTarget(body.value, lookupOf(desk.store));
  if (complaints.length > 0) return refuse(context, 400, complaints);
  const cast = castOf(body.value as Target, lookupOf(desk.store));
  if (!cast.ok) return refuse(context, 400, cast.failure);
  const { roomDeleteOnUserLeaveEnabled = true, ...about } = body.value;
  const call = born(desk, { ...about, type: 'webCall', status: 'queued', cost: 0, costs: [] });
  const room = roomOf(call.id, context.req.url);
  const { artifactPlan, monitorPlan } = cast.value.members[0]?.assistant ?? {};
  const complete = {
    ...call,
    webCallUrl: room,
    transport: { provider: 'daily', conversationType: 'voice', callUrl: room, roomDeleteOnUserLeaveEnabled },
    // On unless it is switched off, and whoever has the address controls the call: not for browsers.
    ...(recordOf(monitorPlan).controlEnabled === false
      ? {}
      : { monitor: { controlUrl: `${room}/messages` } }),
  };
  desk.store.put('call', complete);
  // The plan is for the browser and told only here.
  return context.json({ ...complete, ...(artifactPlan === undefined ? {} : { artifactPlan }) }, 201);
}
