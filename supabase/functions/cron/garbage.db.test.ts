/** What nobody needs any more is deleted at Vapi, and nothing else; real database, Vapi sandbox. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AssistantBody } from '../../../src/vapi/contract/assistant.ts';
import {
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  restaurantReservation,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let worker: Worker;
let flow: string;
let numberId: string;
let phone: string;

beforeAll(async () => {
  office = await openOffice();
  worker = await office.hire();
  flow = await drawFlow(worker, restaurantReservation());
  const number = await getNumber(office, worker);
  numberId = number.id;
  phone = number.number;
  // Six versions: what answers, three to go back to, and two too many.
  for (let version = 1; version <= 6; version++) {
    if (version > 1) await write(version);
    await publishFlow(office, worker, flow, numberId, version);
  }
});
afterAll(() => office.close());

async function write(version: number): Promise<void> {
  const drawn = restaurantReservation();
  const farewell = Object.values(drawn.nodes).find((node) => node.kind === 'hang-up');
  if (!farewell) throw new Error('the template has no farewell any more');
  const data = { ...farewell.data, closing: `Goodbye number ${version}.` };
  const document = { ...drawn, nodes: { ...drawn.nodes, [farewell.id]: { ...farewell, data } } };
  await worker.client.from('flows').update({ document }).eq('id', flow);
}

/** To the next moment at which garbage is collected: every five minutes, or the hour. */
function waitFor(minutes: 5 | 60): void {
  const step = minutes * 60_000;
  office.wait(step - (office.deps.clock.now() % step) + (minutes === 5 ? 0 : 1000));
}
const drained = () =>
  office.stack
    .sql`update vapi_resources set draining_since = now() - interval '40 minutes' where state = 'draining'`;
const run = async () =>
  ((await (await office.cron()).json()) as { collectGarbageAtVapi: number }).collectGarbageAtVapi;
const atVapi = async () => {
  const [assistants, squads] = [
    await office.deps.vapi?.listAssistants({ limit: 1000 }),
    await office.deps.vapi?.listSquads({ limit: 1000 }),
  ];
  if (!assistants?.ok || !squads?.ok) throw new Error('no lists');
  return [...assistants.value, ...squads.value].map(({ id }) => id).sort();
};
const ledger = async (...states: string[]) => {
  const rows = await office.stack.sql<{ vapi_id: string }[]>`select vapi_id from vapi_resources
    where state = any (${states})`;
  return rows.map(({ vapi_id }) => vapi_id).sort();
};

it('leaves everything alone before it has drained, and while lists are doubtful', async () => {
  const before = await atVapi();
  waitFor(5);
  expect(await run()).toBe(0);
  await drained();
  for (const answer of [
    // A list that is cut, one that fails, one of another account.
    () => new Response('', { status: 500 }),
    () => new Response('', { status: 401 }),
    () => Response.json([]),
  ]) {
    office.interceptVapi(async (request, pass) =>
      new URL(request.url).pathname === '/squad' ? answer() : pass(),
    );
    waitFor(5);
    expect(await run()).toBe(0);
  }
  office.interceptVapi(null);
  expect(await atVapi()).toEqual(before);
});

it('spares what a call that goes on needs, whatever our own records say', async () => {
  const old = await ledger('draining');
  const [squad] = await office.stack
    .sql`select s.vapi_id from deployment_steps s join deployments d on d.id = s.deployment_id
    join flow_versions v on v.id = d.version_id
    where s.kind = 'create-squad' and v.number = 1 and d.flow_id = ${flow}`;
  expect(old).toContain(squad?.vapi_id);
  office.interceptVapi(async (request, pass) => {
    if (new URL(request.url).pathname !== '/call') return pass();
    const at = new Date(office.deps.clock.now()).toISOString();
    const call = {
      id: 'x',
      orgId: 'o',
      createdAt: at,
      updatedAt: at,
      status: 'in-progress',
      squadId: squad?.vapi_id,
    };
    return Response.json([call]);
  });
  waitFor(5);
  await run();
  office.interceptVapi(null);
  expect(await atVapi()).toContain(squad?.vapi_id);
});

it('deletes what drained, keeps three versions to go back to, and what is in service still answers', async () => {
  waitFor(5);
  await run();
  expect(await ledger('deleting')).toEqual([]);
  expect(await atVapi()).toEqual(await ledger('live', 'draining'));
  const [kept] = await office.stack.sql`select count(*)::int as squads from vapi_resources
    where kind = 'squad' and state in ('live', 'draining')`;
  expect(kept?.squads).toBe(4);
  const { said } = await office.line('/calls', { to: phone, from: '+33612345678' });
  expect(said.length).toBeGreaterThan(0);
  waitFor(5);
  expect(await run()).toBe(0);
});

it('deletes a creation that nobody recorded, after an hour, by its mark alone', async () => {
  const [attempt] = await office.stack.sql`select d.id, r.marker from deployments d
    join deployment_steps s on s.deployment_id = d.id join vapi_resources r on r.vapi_id = s.vapi_id
    where s.kind = 'create-assistant' and s.started_at is not null and r.state = 'live' limit 1`;
  const body = (deployment: string) => ({
    name: 'Left over',
    model: { provider: 'openai', model: 'gpt-4.1', messages: [] } as const satisfies AssistantBody['model'],
    metadata: { allokoli: { deployment, marker: attempt?.marker as string } },
  });
  const ours = await office.deps.vapi?.createAssistant(body(attempt?.id as string));
  // Of another installation that uses the same account.
  const theirs = await office.deps.vapi?.createAssistant(body(crypto.randomUUID()));
  if (!ours?.ok || !theirs?.ok) throw new Error('not made');
  waitFor(5);
  await run();
  expect(await atVapi()).toContain(ours.value.id);
  await office.stack
    .sql`update deployments set finished_at = now() - interval '2 hours' where finished_at is not null`;
  office.wait(60 * 60_000);
  waitFor(60);
  expect(await run()).toBe(1);
  expect(await atVapi()).not.toContain(ours.value.id);
  expect(await atVapi()).toContain(theirs.value.id);
});

it('is not reused once the intent to delete it is recorded', async () => {
  const [resource] = await office.stack.sql`select vapi_id from vapi_resources where state = 'live' limit 1`;
  await office.stack.sql`update vapi_resources set state = 'deleting' where vapi_id = ${resource?.vapi_id}`;
  const service = office.stack.service();
  const { data: condemned } = await service.rpc('condemn_resource', { resource: resource?.vapi_id });
  expect(condemned).toBe(true);
  const [step] = await office.stack.sql`select workspace_id, deployment_id from deployment_steps
    where vapi_id = ${resource?.vapi_id} limit 1`;
  await expect(
    office.stack.sql`insert into deployment_steps (workspace_id, deployment_id, position, kind, vapi_id)
      values (${step?.workspace_id}, ${step?.deployment_id}, 99, 'create-assistant', ${resource?.vapi_id})`,
  ).rejects.toThrow('resource-gone');
});
