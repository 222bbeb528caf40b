/**
 * `/sandbox/control`: switches for tests and demonstrations: faults, webhooks that go astray, a clock that can be put
 * forward, changes "made in the dashboard". No part of Vapi's API; wants the key all the same.
 */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '../answers.ts';
import { type Desk, patched, readBody } from '../desk.ts';
import { RESOURCE_KINDS } from '../store.ts';
import { type Faults, faultSettings } from './fault.ts';
import { type Weather, weatherSettings } from './weather.ts';

const drift = z.strictObject({
  kind: z.enum(RESOURCE_KINDS),
  id: z.string(),
  /** As a PATCH, but nothing is checked; null deletes the resource. */
  change: z.record(z.string(), z.unknown()).nullable(),
});
const clock = z.strictObject({
  advanceSeconds: z
    .number()
    .min(0)
    .max(400 * 86_400),
});

export interface Controls {
  readonly faults: Faults;
  readonly weather: Weather;
  advance(milliseconds: number): void;
}

export function controlRoutes(desk: Desk, controls: Controls): Hono {
  const routes = new Hono();

  routes.get('/', (context) =>
    context.json({ now: new Date(desk.now()).toISOString(), faultsMet: controls.faults.met }),
  );

  routes.put('/faults', (context) =>
    withBody(context, faultSettings, (settings) => {
      controls.faults.set(settings);
      return settings;
    }),
  );

  routes.put('/webhooks', (context) =>
    withBody(context, weatherSettings, (settings) => {
      controls.weather.set(settings);
      return settings;
    }),
  );

  routes.post('/clock', (context) =>
    withBody(context, clock, ({ advanceSeconds }) => {
      controls.advance(advanceSeconds * 1000);
      return { now: new Date(desk.now()).toISOString() };
    }),
  );

  routes.post('/drift', (context) =>
    withBody(context, drift, ({ kind, id, change }) => {
      const resource = desk.store.get(kind, id);
      if (!resource) return refuse(context, 404, `${kind} not found.`);
      if (change === null) desk.store.remove(kind, id);
      else desk.store.put(kind, patched(desk, resource, change));
      return desk.store.get(kind, id) ?? {};
    }),
  );

  /** Why a model did what it did in a chat or a call: no client of Vapi could ask. */
  routes.get('/conversations/:id', (context) => {
    const reasons = desk.store.reasons(context.req.param('id'));
    return reasons ? context.json({ reasons }) : refuse(context, 404, 'No such conversation.');
  });

  return routes;
}

async function withBody<Body>(
  context: Context,
  schema: z.ZodType<Body>,
  act: (body: Body) => Response | object,
): Promise<Response> {
  const body = schema.safeParse(await readBody(context));
  if (!body.success)
    return refuse(
      context,
      400,
      body.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    );
  const answer = act(body.data);
  return answer instanceof Response ? answer : context.json(answer);
}
