/** `/structured-output`: what is to be taken out of a call once it is over. Create, read, list, change, delete. */
import { type Context, Hono } from 'hono';
import { refuse } from '../answers.ts';
import { born, type Desk, patched, readBody } from '../desk.ts';
import { recordOf } from '../runtime/record.ts';
import { structuredOutputShape } from '../shapes/bodies.ts';
import { checkShape } from '../shapes/check.ts';
import { own } from './filters.ts';
import { page } from './pages.ts';

export function structuredOutputRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const find = (context: Context) => desk.store.get('structured-output', context.req.param('id') ?? '');
  const missing = (context: Context) => refuse(context, 404, 'Structured output not found.');

  routes.get('/', (context) => page(context, desk, 'structured-output', { fields: own('id', 'name') }));

  routes.post('/', async (context) => {
    const body = checkShape(structuredOutputShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const resource = born(desk, { type: 'ai', ...body.value });
    desk.store.put('structured-output', resource);
    return context.json(resource, 201);
  });

  routes.get('/:id', (context) => {
    const resource = find(context);
    return resource ? context.json(resource) : missing(context);
  });

  routes.patch('/:id', async (context) => {
    const resource = find(context);
    if (!resource) return missing(context);
    const change = recordOf(await readBody(context));
    const body = checkShape(structuredOutputShape.partial(), change);
    if (!body.ok) return refuse(context, 400, body.failure);
    const next = patched(desk, resource, change);
    desk.store.put('structured-output', next);
    return context.json(next);
  });

  routes.delete('/:id', (context) => {
    const resource = find(context);
    if (!resource) return missing(context);
    desk.store.remove('structured-output', resource.id);
    return context.json(resource);
  });

  return routes;
}
