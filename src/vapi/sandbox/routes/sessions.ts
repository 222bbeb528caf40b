/** `/session`: several chats that share one conversation (vapi-facts §6). Knows no model. */
import { type Context, Hono } from 'hono';
import { refuse } from '../answers.ts';
import { openAiMessage } from '../artifact.ts';
import { born, type Desk, lookupOf, patched, readBody } from '../desk.ts';
import { recordOf } from '../runtime/record.ts';
import { sessionShape, updateSessionShape } from '../shapes/bodies.ts';
import { checkShape } from '../shapes/check.ts';
import { checkTarget } from '../shapes/target.ts';
import type { Resource } from '../store.ts';
import { type Fields, ofCustomer, own } from './filters.ts';
import { page } from './pages.ts';

/** Seconds until a session ends, unless told otherwise. */
const EXPIRATION = 86_400;

const FILTERS: Fields = {
  ...own(
    'id',
    'idAny',
    'name',
    'assistantId',
    'assistantIdAny',
    'squadId',
    'phoneNumberId',
    'phoneNumberIdAny',
  ),
  ...ofCustomer('number', 'sipUri', 'email', 'externalId', 'extension'),
  customerNumberAny: (session) => recordOf(session.customer).number,
};

/** Whether a session can be gone on with. */
export function isOpen(desk: Desk, session: Resource): boolean {
  const seconds = typeof session.expirationSeconds === 'number' ? session.expirationSeconds : EXPIRATION;
  return session.status !== 'completed' && desk.now() < Date.parse(session.createdAt) + seconds * 1000;
}

export function sessionRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const find = (context: Context) => desk.store.get('session', context.req.param('id') ?? '');
  const missing = (context: Context) => refuse(context, 404, 'Session not found.');
  const shown = (session: Resource) => ({
    ...session,
    status: isOpen(desk, session) ? 'active' : 'completed',
    messages: (desk.store.conversation(session.id)?.messages ?? []).map(openAiMessage),
  });

  routes.get('/', (context) => page(context, desk, 'session', { shown, fields: FILTERS }));

  routes.post('/', async (context) => {
    const body = checkShape(sessionShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const complaints = checkTarget(body.value, lookupOf(desk.store));
    if (complaints.length > 0) return refuse(context, 400, complaints);
    const session = born(desk, { status: 'active', expirationSeconds: EXPIRATION, cost: 0, ...body.value });
    desk.store.put('session', session);
    return context.json(shown(session), 201);
  });

  routes.get('/:id', (context) => {
    const session = find(context);
    return session ? context.json(shown(session)) : missing(context);
  });

  routes.patch('/:id', async (context) => {
    const session = find(context);
    if (!session) return missing(context);
    const change = recordOf(await readBody(context));
    const body = checkShape(updateSessionShape, change);
    if (!body.ok) return refuse(context, 400, body.failure);
    const next = patched(desk, session, change);
    desk.store.put('session', next);
    return context.json(shown(next));
  });

  routes.delete('/:id', (context) => {
    const session = find(context);
    if (!session) return missing(context);
    const last = shown(session);
    desk.store.remove('session', session.id);
    return context.json(last);
  });

  return routes;
}
