/** What is in service: going back, taking out of service, and what somebody changed at Vapi; real database, Vapi sandbox. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DriftRecord, driftAnswer, driftRecord } from '../../../src/publish/service-wire.ts';
import { type DeploymentAnswer, deploymentAnswer } from '../../../src/publish/wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  openOffice,
  publishFlow,
  restaurantReservation,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let worker: Worker;
let flow: string;
let number: { id: string; number: string; vapiId: string };

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

beforeEach(async () => {
  office.interceptVapi(null);
  worker = await office.hire();
  flow = await drawFlow(worker, restaurantReservation('fr'));
  const got = await getNumber(office, worker);
  const [row] = await office.stack.sql`select vapi_id from phone_numbers where id = ${got.id}`;
  number = { id: got.id, number: got.number, vapiId: row?.vapi_id as string };
});

const vapi = (method: string, path: string, body?: unknown) =>
  office.sandbox.fetch(
    new Request(`http://127.0.0.1:8787${path}`, {
      method,
      headers: {
        authorization: `Bearer ${office.stack.secrets.vapiApiKey}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
const answering = async () => {
  const saved = (await (await vapi('GET', `/phone-number/${number.vapiId}`)).json()) as {
    squadId?: string;
    assistantId?: string;
  };
  return saved.squadId ?? saved.assistantId ?? null;
};
const ask = (path: string, body?: unknown) => office.ask(worker, 'POST', `/publications/${path}`, body);

async function finish(started: Response): Promise<DeploymentAnswer> {
  if (!started.ok) throw new Error(`not started: ${await started.text()}`);
  let deployment = deploymentAnswer.parse(await started.json());
  for (let round = 0; deployment.state === 'running' && round < 20; round++)
    deployment = deploymentAnswer.parse(await (await ask(`${deployment.id}/advance`)).json());
  return deployment;
}

/** Two versions, one after the other; the second differs in its last words. */
async function twoVersions(): Promise<{ first: DeploymentAnswer; second: DeploymentAnswer }> {
  const first = await publishFlow(office, worker, flow, number.id);
  const changed = restaurantReservation('fr');
  const farewell = Object.values(changed.nodes).find((node) => node.kind === 'hang-up');
  if (!farewell) throw new Error('the template has no farewell any more');
  const data = { ...farewell.data, closing: 'Au revoir et à très bientôt.' };
  const document = { ...changed, nodes: { ...changed.nodes, [farewell.id]: { ...farewell, data } } };
  await worker.client.from('flows').update({ document }).eq('id', flow);
  return { first, second: await publishFlow(office, worker, flow, number.id, 2) };
}

describe('going back', () => {
  it('is one PATCH and no creation, within 5 s when every request takes 300 ms', async () => {
    const { first } = await twoVersions();
    const changes: string[] = [];
    office.interceptVapi(async (request, pass) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (request.method !== 'GET') changes.push(`${request.method} ${new URL(request.url).pathname}`);
      return pass();
    });
    const began = Date.now();
    const back = await finish(await ask(`${first.id}/restore`));
    console.log(`rolled back in ${Date.now() - began} ms at 300 ms latency, with ${changes.join(', ')}`);
    office.interceptVapi(null);
    expect(back).toMatchObject({ state: 'live', version: 1, error: null });
    expect(changes).toEqual([`PATCH /phone-number/${number.vapiId}`]);
    const [live] = await office.stack.sql`select s.vapi_id from deployment_steps s
      where s.deployment_id = ${first.id} and s.vapi_id is not null order by position desc limit 1`;
    expect(await answering()).toBe(live?.vapi_id);
  });

  it('makes anew what was deleted meanwhile', async () => {
    const { first } = await twoVersions();
    await office.stack.sql`update vapi_resources set state = 'deleted', content_hash = 'changed'
      where workspace_id = ${worker.workspace} and state = 'draining'`;
    const back = await finish(await ask(`${first.id}/restore`));
    expect(back).toMatchObject({ state: 'live', version: 1 });
  });

  it('is refused to viewers, to others, and where its numbers may no longer be dialled', async () => {
    const { first } = await twoVersions();
    const viewer = await hireViewer(office, worker);
    const stranger = await office.hire();
    const path = `/publications/${first.id}/restore`;
    expect(await codeOf(await office.ask(viewer, 'POST', path))).toBe('403 not-allowed');
    expect(await codeOf(await office.ask(stranger, 'POST', path))).toBe('404 not-found');
    await office.stack.sql`update workspaces set countries = '{GB}' where id = ${worker.workspace}`;
    expect(await codeOf(await ask(`${first.id}/restore`))).toBe('409 version-not-possible');
  });
});

describe('taking out of service', () => {
  it('puts the chosen words in place of the flow, which may then be deleted; callers hear them', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    const words = 'Le restaurant est fermé pour travaux jusqu’au 3 mai.';
    const out = await finish(await ask(`${live.id}/unpublish`, { words }));
    expect(out).toMatchObject({ state: 'live', error: null });
    const { said } = await office.line('/calls', { to: number.number, from: '+33612345678' });
    expect(said.join(' ')).toContain(words);
    expect(said.join(' ')).toContain('assistant vocal automatisé');
    const [row] = await office.stack.sql`select flow_id from phone_numbers where id = ${number.id}`;
    expect(row?.flow_id).toBeNull();
    // And back again.
    const back = await finish(await ask(`${live.id}/restore`));
    expect(back).toMatchObject({ state: 'live', version: 1 });
  });

  it('needs words', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    for (const words of ['  ', '', 'x'.repeat(501), 'Hello {{name}}'])
      expect(await codeOf(await ask(`${live.id}/unpublish`, { words }))).toBe('400 bad-request');
  });
});

describe('what somebody changed at Vapi', () => {
  const driftOf = async (deployment: string): Promise<DriftRecord | null> => {
    // Vapi's clock is finer than two requests of a test.
    office.wait(1_000);
    const { drift } = (await (await ask(`${deployment}/compare`)).json()) as { drift: unknown };
    const { data } = await worker.client.from('deployments').select('drift').eq('id', deployment).single();
    expect(data?.drift ?? null).toEqual(drift);
    return drift === null ? null : driftRecord.parse(drift);
  };
  const settle = async (deployment: string, choice: string, state: string) => {
    const response = await ask(`${deployment}/drift`, { choice, state });
    if (!response.ok) throw new Error(await response.text());
    return driftAnswer.parse(await response.json());
  };
  const members = async () => {
    const squad = (await (await vapi('GET', `/squad/${await answering()}`)).json()) as {
      members: { assistantId: string }[];
    };
    return squad.members.map(({ assistantId }) => assistantId);
  };

  it('is nothing after a publication', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    expect(await driftOf(live.id)).toBeNull();
  });

  it('in an assistant is told with what differs; kept, it is quiet; another change is told again', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    const [first] = await members();
    office.wait(1_000);
    await vapi('PATCH', `/assistant/${first}`, { firstMessage: 'Salut !' });
    const drift = await driftOf(live.id);
    expect(drift).toMatchObject({
      findings: [{ kind: 'changed', aspects: ['greeting'] }],
      choices: ['keep', 'adopt', 'overwrite'],
    });
    expect(JSON.stringify(drift)).not.toContain(first);
    await settle(live.id, 'keep', drift?.state ?? '');
    expect(await driftOf(live.id)).toBeNull();
    office.wait(1_000);
    await vapi('PATCH', `/assistant/${first}`, { firstMessage: 'Coucou !' });
    expect((await driftOf(live.id))?.findings).toHaveLength(1);
    // A choice about what was seen before is not carried out.
    expect(await codeOf(await ask(`${live.id}/drift`, { choice: 'keep', state: drift?.state }))).toBe(
      '409 drift-changed',
    );
  });

  it('is overwritten with what was published: changed parts are made anew, and the number is switched', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    const before = await members();
    office.wait(1_000);
    await vapi('PATCH', `/assistant/${before[0]}`, { firstMessage: 'Salut !' });
    const drift = await driftOf(live.id);
    const { deployment } = await settle(live.id, 'overwrite', drift?.state ?? '');
    const finished = await finish(Response.json(deployment));
    expect(finished).toMatchObject({ state: 'live', version: 1 });
    const after = await members();
    expect(after).toHaveLength(before.length);
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(await driftOf(finished.id)).toBeNull();
  });

  it('on the number: a version of ours is adopted as what answers', async () => {
    const { first, second } = await twoVersions();
    const [old] = await office.stack.sql`select vapi_id from deployment_steps
      where deployment_id = ${first.id} and vapi_id is not null order by position desc limit 1`;
    await vapi('PATCH', `/phone-number/${number.vapiId}`, { squadId: old?.vapi_id, assistantId: null });
    const drift = await driftOf(second.id);
    expect(drift?.findings).toEqual([{ kind: 'number-other', version: 1 }]);
    await settle(second.id, 'adopt', drift?.state ?? '');
    const [row] = await office.stack.sql`select deployment_id from phone_numbers where id = ${number.id}`;
    expect(row?.deployment_id).toBe(first.id);
    expect(await driftOf(first.id)).toBeNull();
  });

  it('is nothing while a publication of ours switches the number', async () => {
    const { first, second } = await twoVersions();
    const [former] = await office.stack.sql`select s.vapi_id, s.kind from deployment_steps s
      where s.deployment_id = ${first.id} and s.kind in ('create-assistant', 'create-squad') order by position desc limit 1`;
    const started = await ask(`${first.id}/restore`);
    expect(await started.clone().json()).toMatchObject({ state: 'running' });
    const isSquad = former?.kind === 'create-squad';
    const target = {
      assistantId: isSquad ? null : former?.vapi_id,
      squadId: isSquad ? former?.vapi_id : null,
    };
    expect((await vapi('PATCH', `/phone-number/${number.vapiId}`, target)).status).toBe(200);
    expect(await driftOf(second.id)).toBeNull();
    expect(await finish(started)).toMatchObject({ state: 'live', version: 1 });
  });

  it('on the number: something of others is taken in as a new flow, kept, or replaced by ours', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    const ours = await answering();
    const made = (await (
      await vapi('POST', '/assistant', {
        name: 'Standard',
        firstMessage: 'Bonjour, à qui souhaitez-vous parler ?',
        model: { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: 'Be kind.' }] },
      })
    ).json()) as { id: string };
    await vapi('PATCH', `/phone-number/${number.vapiId}`, { assistantId: made.id, squadId: null });
    const drift = await driftOf(live.id);
    expect(drift?.findings).toEqual([{ kind: 'number-other', version: null }]);
    const { flowId } = await settle(live.id, 'adopt', drift?.state ?? '');
    const { data } = await worker.client.from('flows').select('document').eq('id', flowId).single();
    expect(JSON.stringify(data)).toContain('à qui souhaitez-vous parler');

    const { deployment } = await settle(live.id, 'overwrite', drift?.state ?? '');
    const finished = await finish(Response.json(deployment));
    expect(finished.state).toBe('live');
    expect(await answering()).toBe(ours);

    await vapi('PATCH', `/phone-number/${number.vapiId}`, { assistantId: made.id, squadId: null });
    const again = await driftOf(finished.id);
    await settle(finished.id, 'keep', again?.state ?? '');
    const [row] = await office.stack
      .sql`select flow_id, deployment_id from phone_numbers where id = ${number.id}`;
    expect(row).toEqual({ flow_id: null, deployment_id: null });
    expect(await answering()).toBe(made.id);
  });

  it('is found by cron within five minutes, for what is gone as well', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    await vapi('PATCH', `/phone-number/${number.vapiId}`, { assistantId: null, squadId: null });
    office.wait(5 * 60_000);
    // A turn looks at so many, and at those first that were not looked at for longest: what other tests left comes later.
    await office.stack.sql`update deployments
      set checked_at = now() - case when id = ${live.id} then interval '5 minutes' else interval '4 minutes' end
      where state = 'live'`;
    const ran = (await (await office.cron()).json()) as { findDrift: number };
    expect(ran.findDrift).toBeGreaterThanOrEqual(1);
    const { data } = await worker.client.from('deployments').select('drift').eq('id', live.id).single();
    expect(driftRecord.parse(data?.drift)).toMatchObject({
      findings: [{ kind: 'number-silent' }],
      choices: ['keep', 'overwrite'],
    });
  });

  it('is not told when Vapi cannot be read', async () => {
    const live = await publishFlow(office, worker, flow, number.id);
    office.interceptVapi(async () => new Response('', { status: 401 }));
    expect((await ask(`${live.id}/compare`)).ok).toBe(false);
    office.interceptVapi(null);
    const { data } = await worker.client.from('deployments').select('drift').eq('id', live.id).single();
    expect(data?.drift).toBeNull();
  });
});
