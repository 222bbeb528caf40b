/** `/call`: what is known of calls, and new ones. Calls over the telephone are spoken in `line.ts`. */
import { Hono } from 'hono';
import { refuse } from '../answers.ts';
import { type Desk, listed, patched, readBody } from '../desk.ts';
import { placeCalls } from '../outbound.ts';
import { type JsonRecord, recordOf, textOf, textsOf } from '../runtime/record.ts';
import { callNameShape, deleteCallsShape } from '../shapes/bodies.ts';
import { checkShape } from '../shapes/check.ts';
import { storedAt } from '../storage.ts';
import { placeWebCall } from '../web-calls.ts';
import { isWanted, own } from './filters.ts';

/** Where the address of each download stands in the artifact of a call. */
const DOWNLOADS: Readonly<Record<string, (artifact: JsonRecord) => unknown>> = {
  'stereo-recording': ({ recording }) => recordOf(recording).stereoUrl,
  'mono-recording': ({ recording }) => recordOf(recordOf(recording).mono).combinedUrl,
  'customer-recording': ({ recording }) => recordOf(recordOf(recording).mono).customerUrl,
  'assistant-recording': ({ recording }) => recordOf(recordOf(recording).mono).assistantUrl,
  'video-recording': ({ recording }) => recordOf(recording).videoUrl,
  pcap: ({ pcapUrl }) => pcapUrl,
  'call-logs': ({ logUrl }) => logUrl,
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
    const { provider, roomDeleteOnUserLeaveEnabled } = recordOf(transport);
    if (provider === 'daily')
      return placeWebCall(context, desk, {
        ...rest,
        ...(roomDeleteOnUserLeaveEnabled === undefined ? {} : { roomDeleteOnUserLeaveEnabled }),
      });
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

  for (const [path, read] of Object.entries(DOWNLOADS))
    routes.get(`/:id/${path}`, (context) => {
      const url = textOf(read(recordOf(desk.store.get('call', context.req.param('id'))?.artifact)));
      return url === ''
        ? refuse(context, 404, 'Recording not found.')
        : context.redirect(storedAt(url, context.req.url), 302);
    });

  routes.get('/:id', (context) => {
    const call = desk.store.get('call', context.req.param('id'));
    return call ? context.json(call) : refuse(context, 404, 'Call not found.');
  });

  routes.delete('/:id', async (context) => {
    const body = checkShape(deleteCallsShape, (await readBody(context)) ?? {});
    if (!body.ok) return refuse(context, 400, body.failure);
    // Many at once: the one in the address does not count then.
    const ids = body.value.ids === undefined ? [context.req.param('id')] : textsOf(body.value.ids);
    const calls = ids.flatMap((id) => desk.store.get('call', id) ?? []);
    const [first] = calls;
    if (!first) return refuse(context, 404, 'Call not found.');
    for (const { id } of calls) desk.store.remove('call', id);
    return context.json(first);
  });

  return routes;
}
