/** `/assistant`, `/squad` and `/tool`: create, read, list, change, delete. */
import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import { pinned, refuse } from '../answers.ts';
import { born, type Desk, listed, lookupOf, patched, readBody } from '../desk.ts';
import { type JsonRecord, recordOf, recordsOf, textsOf } from '../runtime/record.ts';
import { assistantShape, squadShape } from '../shapes/bodies.ts';
import { checkAssistant, checkShape, checkSquad, checkTool } from '../shapes/check.ts';
import { changedToolShape, toolShape } from '../shapes/tools.ts';
import { type Fields, isWanted, own } from './filters.ts';

type Kind = 'assistant' | 'squad' | 'tool';

const FILTERS: Readonly<Record<Kind, Fields>> = { assistant: {}, squad: own('idAny'), tool: {} };

interface Rules {
  readonly shape: z.ZodType;
  readonly changedShape: z.ZodType;
  /** Sentences about a body of the right shape. */
  check(body: JsonRecord): string[];
  /** Who still needs the resource; null when nobody does. */
  neededBy(id: string): string | null;
}

export function resourceRoutes(kind: Kind, desk: Desk): Hono {
  const rules = rulesOf(kind, desk);
  const routes = new Hono();
  const missing = (context: Context) => refuse(context, 404, `${kind} not found.`);

  routes.get('/', (context) => {
    const query = context.req.query();
    return context.json(listed(desk, kind, query, (one) => isWanted(one, query, FILTERS[kind])));
  });

  routes.post('/', async (context) => {
    const body = checkShape(rules.shape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const complaints = rules.check(body.value);
    if (complaints.length > 0) return refuse(context, 400, complaints);
    const resource = born(desk, body.value);
    desk.store.put(kind, resource);
    return context.json(resource, 201);
  });

  routes.get('/:id', (context) => {
    const resource = desk.store.get(kind, context.req.param('id'));
    return resource ? context.json(resource) : missing(context);
  });

  routes.patch('/:id', async (context) => {
    const resource = desk.store.get(kind, context.req.param('id'));
    if (!resource) return missing(context);
    const change = recordOf(await readBody(context));
    // The type of a tool chooses its shape; a change need not repeat it.
    const whole = kind === 'tool' ? { type: resource.type, ...change } : change;
    const shape = checkShape(
      rules.changedShape,
      kind === 'squad' ? { members: resource.members, ...whole } : whole,
    );
    if (!shape.ok) return refuse(context, 400, shape.failure);
    const next = patched(desk, resource, change);
    const complaints = rules.check(next);
    if (complaints.length > 0) return refuse(context, 400, complaints);
    desk.store.put(kind, next);
    return context.json(next);
  });

  routes.delete('/:id', (context) => {
    const resource = desk.store.get(kind, context.req.param('id'));
    if (!resource) return missing(context);
    const need = rules.neededBy(resource.id);
    if (need)
      return pinned(
        context,
        `${kind}_pinned`,
        `Cannot delete ${kind} ${resource.id}: it is used by ${need}.`,
      );
    desk.store.remove(kind, resource.id);
    return context.json(resource);
  });

  return routes;
}

function rulesOf(kind: Kind, desk: Desk): Rules {
  const { store } = desk;
  const lookup = lookupOf(store);
  const numberWith = (field: 'assistantId' | 'squadId', id: string) => {
    const number = store.list('phone-number').find((one) => one[field] === id);
    return number ? `phone number ${number.id}` : null;
  };
  if (kind === 'assistant')
    return {
      shape: assistantShape,
      changedShape: assistantShape,
      check: (body) => checkAssistant(body, '', lookup.hasTool),
      neededBy: (id) => {
        const squad = store
          .list('squad')
          .find((one) => recordsOf(one.members).some((member) => member.assistantId === id));
        return squad ? `squad ${squad.id}` : numberWith('assistantId', id);
      },
    };
  if (kind === 'squad')
    return {
      shape: squadShape,
      changedShape: squadShape,
      check: (body) => checkSquad(body, lookup),
      // Not published for squads; a squad that answers a number is protected all the same.
      neededBy: (id) => numberWith('squadId', id),
    };
  return {
    shape: toolShape,
    changedShape: changedToolShape,
    check: (body) => checkTool(body, 'tool'),
    neededBy: (id) => {
      const user = store.list('assistant').find((one) => textsOf(recordOf(one.model).toolIds).includes(id));
      return user ? `assistant ${user.id}` : null;
    },
  };
}
