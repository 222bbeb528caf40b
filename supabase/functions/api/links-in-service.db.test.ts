/** What answers a browser link alone, looked after like what answers a number; real database, Vapi sandbox. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserLink, browserLink } from '../../../src/publish/browser-link-wire.ts';
import { linkCallAnswer, linkOffer } from '../../../src/publish/browser-talk-wire.ts';
import { driftAnswer, driftRecord } from '../../../src/publish/service-wire.ts';
import { type DeploymentAnswer, deploymentAnswer } from '../../../src/publish/wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  drawFlow,
  hireViewer,
  type Office,
  openOffice,
  restaurantReservation,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let worker: Worker;
let flowId: string;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  office.interceptVapi(null);
  worker = await office.hire();
  flowId = await drawFlow(worker, restaurantReservation('fr'));
});

const ask = (path: string, body?: unknown) => office.ask(worker, 'POST', path, body);

async function finish(started: Response): Promise<DeploymentAnswer> {
  if (!started.ok) throw new Error(`not started: ${await started.text()}`);
  let deployment = deploymentAnswer.parse(await started.json());
  for (let round = 0; deployment.state === 'running' && round < 20; round++)
    deployment = deploymentAnswer.parse(await (await ask(`/publications/${deployment.id}/advance`)).json());
  return deployment;
}
const publish = async (revision = 1) => finish(await ask('/links/publish', { flowId, revision }));

async function redraw(closing: string): Promise<void> {
  const drawn = restaurantReservation('fr');
  const farewell = Object.values(drawn.nodes).find((node) => node.kind === 'hang-up');
  if (!farewell) throw new Error('the template has no farewell any more');
  const nodes = { ...drawn.nodes, [farewell.id]: { ...farewell, data: { ...farewell.data, closing } } };
  await worker.client
    .from('flows')
    .update({ document: { ...drawn, nodes } })
    .eq('id', flowId);
}
const link = async (): Promise<BrowserLink | undefined> => {
  const answer = await office.ask(worker, 'GET', `/links?workspaceId=${worker.workspace}`);
  const all = (await answer.json()) as unknown[];
  return all.map((one) => browserLink.parse(one)).find((one) => one.flowId === flowId);
};
const change = async (body: object): Promise<string> =>
  ((await (await ask('/links', { flowId, ...body })).json()) as { token: string }).token;
const offer = async (token: string) =>
  linkOffer.parse(await (await office.ask(null, 'POST', '/links/read', { token })).json());
const talk = async (token: string) =>
  linkCallAnswer.parse(await (await office.ask(null, 'POST', '/links/talk', { token })).json());
/** The parts of a deployment at Vapi, in order. */
const parts = async ({ id }: DeploymentAnswer) =>
  (
    await office.stack.sql<{ vapi_id: string }[]>`select vapi_id from deployment_steps
      where deployment_id = ${id} and kind in ('create-assistant', 'create-squad') order by position`
  ).map(({ vapi_id }) => vapi_id);
const asVapi = (method: string, path: string, body?: object) =>
  office.sandbox.fetch(
    new Request(`http://127.0.0.1:8787${path}`, {
      method,
      headers: {
        authorization: `Bearer ${office.stack.secrets.vapiApiKey}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );

it('goes back to an earlier version with the very same parts, creating nothing', async () => {
  const first = await publish();
  await redraw('Au revoir et à très bientôt.');
  const second = await publish(2);
  expect(await link()).toMatchObject({ version: 2, ownDeployment: second.id });
  const changes: string[] = [];
  office.interceptVapi((request, pass) => {
    if (request.method !== 'GET') changes.push(request.method);
    return pass();
  });
  const back = await finish(await ask(`/publications/${first.id}/restore`));
  expect(back).toMatchObject({ state: 'live', version: 1, error: null });
  expect(changes).toEqual([]);
  expect(await parts(back)).toEqual(await parts(first));
  expect(await link()).toMatchObject({ version: 1, byItself: true, ownDeployment: back.id });
  const viewer = await hireViewer(office, worker);
  expect(await codeOf(await office.ask(viewer, 'POST', `/publications/${second.id}/restore`))).toBe(
    '403 not-allowed',
  );
});

it('keeps ready what each flow can go back to on its own link', async () => {
  const first = await publish();
  const others = await Promise.all([1, 2, 3, 4].map(() => drawFlow(worker, restaurantReservation('en'))));
  for (const [index, id] of others.entries()) {
    await worker.client
      .from('flows')
      .update({ name: `Other ${index}` })
      .eq('id', id);
    await finish(await ask('/links/publish', { flowId: id, revision: 2 }));
  }
  await redraw('À bientôt.');
  await publish(2);
  const kept = await office.stack.sql<
    { id: string }[]
  >`select private.kept_resources(${worker.workspace}) as id`;
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(await parts(first)));
});

describe('what somebody changed at Vapi', () => {
  async function changed() {
    const live = await publish();
    const [first = ''] = await parts(live);
    office.wait(1_000);
    await asVapi('PATCH', `/assistant/${first}`, { firstMessage: 'Salut !' });
    office.wait(5 * 60_000);
    await office.stack.sql`update deployments set checked_at = null where id = ${live.id}`;
    expect(((await (await office.cron()).json()) as { findDrift: number }).findDrift).toBe(1);
    const { data } = await worker.client.from('deployments').select('drift').eq('id', live.id).single();
    return { live, first, drift: driftRecord.parse(data?.drift) };
  }
  const settle = async ({ id }: DeploymentAnswer, choice: string, state: string) =>
    driftAnswer.parse(await (await ask(`/publications/${id}/drift`, { choice, state })).json());

  it('is found by cron; kept, it is quiet', async () => {
    const { live, drift } = await changed();
    expect(drift).toMatchObject({
      findings: [{ kind: 'changed', aspects: ['greeting'] }],
      choices: ['keep', 'adopt', 'overwrite'],
    });
    expect(await link()).toMatchObject({ isDrifted: true });
    await settle(live, 'keep', drift.state);
    expect(await (await ask(`/publications/${live.id}/compare`)).json()).toEqual({ drift: null });
    expect(await link()).toMatchObject({ isDrifted: false });
  });

  it('is overwritten with what was published, or taken in as a new flow', async () => {
    const { live, first, drift } = await changed();
    const { flowId: taken } = await settle(live, 'adopt', drift.state);
    const { data } = await worker.client.from('flows').select('document').eq('id', taken).single();
    expect(JSON.stringify(data)).toContain('Salut !');
    const { deployment } = await settle(live, 'overwrite', drift.state);
    const put = await finish(Response.json(deployment));
    expect(put).toMatchObject({ state: 'live', version: 1 });
    expect(await parts(put)).not.toContain(first);
    expect(await link()).toMatchObject({ ownDeployment: put.id, isDrifted: false });
  });

  it('that is gone can only be put back', async () => {
    const live = await publish();
    const squad = (await parts(live)).at(-1) ?? '';
    expect(await office.deps.vapi?.deleteSquad(squad)).toMatchObject({ ok: true });
    const answer = (await (await ask(`/publications/${live.id}/compare`)).json()) as { drift: unknown };
    expect(driftRecord.parse(answer.drift).choices).toEqual(['overwrite']);
  });
});

describe('a pause', () => {
  it('shows visitors the words, takes no call, and ends at once; the log says so', async () => {
    await publish();
    const token = await change({ change: 'on' });
    await change({ change: 'pause', words: ' Fermé jusqu’à lundi. ' });
    expect(await link()).toMatchObject({ isOn: true, version: 1, pausedWords: 'Fermé jusqu’à lundi.' });
    const words = { message: 'Fermé jusqu’à lundi.' };
    expect(await offer(token)).toMatchObject({ state: 'not-published', language: 'fr', ...words });
    expect(await talk(token)).toMatchObject({ outcome: 'refused', reason: 'not-published', ...words });
    await change({ change: 'on' });
    expect(await offer(token)).toMatchObject({ state: 'open', message: null });
    const log = await office.stack.sql`select action from activity
      where workspace_id = ${worker.workspace} and action like 'link-%' order by at`;
    expect(log.map(({ action }) => action)).toEqual(['link-on', 'link-paused', 'link-resumed']);
  });

  it('needs words, and a link', async () => {
    expect(await codeOf(await ask('/links', { flowId, change: 'pause', words: '  ' }))).toBe(
      '400 bad-request',
    );
    expect(await codeOf(await ask('/links', { flowId, change: 'pause' }))).toBe('400 bad-request');
    expect(await change({ change: 'pause', words: 'Later.' })).toBeNull();
  });
});
