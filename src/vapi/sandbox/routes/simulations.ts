/**
 * `/eval/simulation/run`: AI callers talk to an assistant or a squad. Started, read, cancelled. Scenarios, personalities, simulations
 * and suites are written out with a run; there are no routes to keep them.
 */
import { type Context, Hono } from 'hono';
import { refuse } from '../answers.ts';
import { type Desk, listed, lookupOf, readBody } from '../desk.ts';
import { type JsonRecord, recordOf, textOf } from '../runtime/record.ts';
import { checkShape } from '../shapes/check.ts';
import { checkSimulationRun, createSimulationRunShape } from '../shapes/simulations.ts';
import { bringUpToDate, cancelItem, createRun, isOver, itemsOf, type RunItem } from '../simulations.ts';
import type { Resource } from '../store.ts';
import { isWanted, own } from './filters.ts';

export function simulationRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { store } = desk;
  const find = (context: Context) => store.get('simulation-run', context.req.param('id') ?? '');
  const findItem = (context: Context) => {
    const item = store.get('simulation-run-item', context.req.param('itemId') ?? '') as RunItem | undefined;
    return item?.runId === context.req.param('id') ? item : undefined;
  };
  const missing = (context: Context) => refuse(context, 404, 'Simulation run not found.');
  const missingItem = (context: Context) => refuse(context, 404, 'Simulation run item not found.');

  routes.use(async (_, next) => {
    await bringUpToDate(desk);
    await next();
  });

  routes.post('/', async (context) => {
    const body = checkShape(createSimulationRunShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const complaints = checkSimulationRun(body.value, {
      ...lookupOf(store),
      outputType: (id) => {
        const output = store.get('structured-output', id);
        return output && textOf(recordOf(output.schema).type);
      },
    });
    if (complaints.length > 0) return refuse(context, 400, complaints);
    const { run, items } = createRun(desk, body.value);
    const created = {
      ...shownRun(desk, run),
      simulationRunItemIds: items.map(({ id }) => id),
      url: `https://dashboard.sandbox.invalid/simulations/${run.id}`,
    };
    return context.json(created, 201);
  });

  routes.get('/', (context) => {
    const query = context.req.query();
    const runs = listed(desk, 'simulation-run', query).map((run) => shownRun(desk, run));
    return context.json(runs.filter((run) => isWanted(run, query, own('status'))));
  });

  routes.get('/:id', (context) => {
    const run = find(context);
    return run ? context.json(shownRun(desk, run)) : missing(context);
  });

  routes.patch('/:id', (context) => {
    const run = find(context);
    if (!run) return missing(context);
    const open = itemsOf(desk, run.id).filter((item) => !isOver(item));
    if (open.length === 0) return refuse(context, 400, 'Run has already ended');
    for (const item of open) cancelItem(desk, item);
    return context.json(shownRun(desk, run));
  });

  routes.get('/:id/item', (context) => {
    const run = find(context);
    if (!run) return missing(context);
    const query = context.req.query();
    const items = itemsOf(desk, run.id).filter((item) =>
      isWanted(item, query, own('status', 'simulationId')),
    );
    return context.json(items.map(shownItem));
  });

  routes.get('/:id/item/:itemId', (context) => {
    const item = findItem(context);
    return item ? context.json(shownItem(item)) : missingItem(context);
  });

  routes.patch('/:id/item/:itemId', (context) => {
    const item = findItem(context);
    return item ? context.json(shownItem(cancelItem(desk, item))) : missingItem(context);
  });

  return routes;
}

function shownItem({ sandbox: _, ...item }: RunItem): JsonRecord {
  return item;
}

/** What a run is follows from its items. */
function shownRun(desk: Desk, run: Resource): JsonRecord {
  const items = itemsOf(desk, run.id);
  const count = (...statuses: readonly string[]) =>
    items.filter(({ status }) => statuses.includes(status)).length;
  const itemCounts = {
    total: items.length,
    passed: count('passed'),
    failed: count('failed'),
    running: count('running', 'evaluating'),
    queued: count('queued'),
    canceled: count('canceled'),
  };
  const isEnded = items.every(isOver);
  const started = items.map((item) => textOf(item.startedAt)).filter((at) => at !== '');
  const last = items.map(({ updatedAt }) => updatedAt).sort();
  return {
    ...run,
    status: isEnded ? 'ended' : itemCounts.queued === items.length ? 'queued' : 'running',
    updatedAt: last.at(-1) ?? run.updatedAt,
    ...(started.length === 0 ? {} : { startedAt: started.sort()[0] }),
    ...(isEnded
      ? { endedAt: last.at(-1), endedReason: itemCounts.canceled > 0 ? 'canceled' : 'completed' }
      : {}),
    itemCounts,
  };
}
