/** `/call`: what is known of calls, and new ones. Calls over the telephone are spoken in `line.ts`. */
import { type Context, Hono } from 'hono';
import { refuse } from '../answers.ts';
import { born, type Desk, listed, lookupOf, patched, readBody } from '../desk.ts';
import { placeCalls } from '../outbound.ts';
import { castOf, type Target } from '../runtime/cast.ts';
import { type JsonRecord, recordOf, textOf } from '../runtime/record.ts';
import { callNameShape, webCallShape } from '../shapes/bodies.ts';
import { checkShape } from '../shapes/check.ts';
import { checkTarget } from '../shapes/target.ts';
import { isWanted, own } from './filters.ts';

/** Where each recording of a call stands in its artifact. */
const RECORDINGS: Readonly<Record<string, (recording: JsonRecord) => unknown>> = {
  'stereo-recording': (recording) => recording.stereoUrl,
  'mono-recording': (recording) => recordOf(recording.mono).combinedUrl,
  'customer-recording': (recording) => recordOf(recording.mono).customerUrl,
  'assistant-recording': (recording) => recordOf(recording.mono).assistantUrl,
};

const FILTERS = own('id', 'assistantId', 'phoneNumberId');

export function callRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/', (context) => {
    const query = context.req.query();
    const wanted = listed(desk, 'call', query, (call) => isWanted(call, query, FILTERS));
    return context.json(wanted);
  });

  routes.post('/', async (context) => {
    const given = recordOf(await readBody(context));
    const { transport, ...rest } = given;
    // A call in the browser may be asked for here, too.
    if (['daily', 'vapi.webrtc'].includes(textOf(recordOf(transport).provider)))
      return placeWebCall(context, desk, rest);
    return placeCalls(context, desk, given);
  });

  routes.post('/web', async (context) => placeWebCall(context, desk, await readBody(context)));

  routes.patch('/:id', async (context) => {
    const call = desk.store.get('call', context.req.param('id'));
    if (!call) return refuse(context, 404, 'Call not found.');
    const change = recordOf(await readBody(context));
    const body = checkShape(callNameShape, change);
    if (!body.ok) return refuse(context, 400, body.failure);
    const next = patched(desk, call, change);
    desk.store.put('call', next);
    return context.json(next);
  });

  for (const [path, read] of Object.entries(RECORDINGS))
    routes.get(`/:id/${path}`, (context) => {
      const recording = recordOf(
        recordOf(desk.store.get('call', context.req.param('id'))?.artifact).recording,
      );
      const url = textOf(read(recording));
      return url === '' ? refuse(context, 404, 'Recording not found.') : context.redirect(url, 302);
    });

  routes.get('/:id', (context) => {
    const call = desk.store.get('call', context.req.param('id'));
    return call ? context.json(call) : refuse(context, 404, 'Call not found.');
  });

  routes.delete('/:id', (context) => {
    const call = desk.store.get('call', context.req.param('id'));
    if (!call) return refuse(context, 404, 'Call not found.');
    desk.store.remove('call', call.id);
    return context.json(call);
  });

  return routes;
}

/** A call in the browser. Nothing to join: a rehearsal on the sandbox goes through chat; the address has the right shape. */
function placeWebCall(context: Context, desk: Desk, given: unknown): Response {
  const body = checkShape(webCallShape, given);
  if (!body.ok) return refuse(context, 400, body.failure);
  const complaints = checkTarget(body.value, lookupOf(desk.store));
  const cast = castOf(body.value as Target, lookupOf(desk.store));
  if (complaints.length > 0 || !cast.ok)
    return refuse(context, 400, complaints.length > 0 ? complaints : cast.ok ? '' : cast.failure);
  const call = born(desk, { ...body.value, type: 'webCall', status: 'queued', cost: 0 });
  const room = new URL(`/sandbox/room/${call.id}`, context.req.url).href;
  const complete = { ...call, webCallUrl: room, transport: { provider: 'daily', callUrl: room } };
  desk.store.put('call', complete);
  return context.json(complete, 201);
}
