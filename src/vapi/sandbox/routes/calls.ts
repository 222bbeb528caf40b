/** `/call`: what is known of calls, and calls in the browser. Calls over the telephone begin in `line.ts`. */
import { Hono } from 'hono';
import { refuse } from '../answers.ts';
import { born, type Desk, listed, lookupOf, readBody } from '../desk.ts';
import { castOf, type Target } from '../runtime/cast.ts';
import { webCallShape } from '../shapes/bodies.ts';
import { checkShape } from '../shapes/check.ts';
import { checkTarget } from '../shapes/target.ts';

export function callRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/', (context) => {
    const query = context.req.query();
    const fields = ['id', 'assistantId', 'phoneNumberId'] as const;
    const all = listed(desk, 'call', { ...query, limit: '1000' });
    const limit = Math.min(1000, Math.max(0, Number(query.limit ?? '100') || 0));
    const wanted = all.filter((call) =>
      fields.every((field) => !query[field] || call[field] === query[field]),
    );
    return context.json(wanted.slice(0, limit));
  });

  routes.post('/', (context) =>
    refuse(context, 400, 'The sandbox places no calls: no telephone line is connected.'),
  );

  routes.post('/web', async (context) => {
    const body = checkShape(webCallShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const complaints = checkTarget(body.value, lookupOf(desk.store));
    const cast = castOf(body.value as Target, lookupOf(desk.store));
    if (complaints.length > 0 || !cast.ok)
      return refuse(context, 400, complaints.length > 0 ? complaints : cast.ok ? '' : cast.failure);
    const call = born(desk, { ...body.value, type: 'webCall', status: 'queued', cost: 0 });
    // Nothing to join: a rehearsal on the sandbox goes through chat. The address is there for the shape's sake.
    const room = new URL(`/sandbox/room/${call.id}`, context.req.url).href;
    const complete = { ...call, webCallUrl: room, transport: { provider: 'daily', callUrl: room } };
    desk.store.put('call', complete);
    return context.json(complete, 201);
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
