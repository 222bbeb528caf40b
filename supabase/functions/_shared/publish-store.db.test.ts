/** The SQL half of publishing: leases, fences and what happens at once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Claimed, PublishStore } from '../../../src/publish/ports.ts';
import { type FreshStack, freshStack, type SignedUp } from '../../tests/stack/harness.ts';
import { createPublishStore } from './publish-store.ts';

let stack: FreshStack;
let store: PublishStore;
let person: SignedUp;
let workspace: string;
let flow: string;
let number: string;

beforeAll(async () => {
  stack = await freshStack();
  store = createPublishStore(stack.service());
  person = await stack.signUp();
  const { sql } = stack;
  const [first] = await sql`select workspace_id from members where user_id = ${person.userId}`;
  workspace = first?.workspace_id as string;
});

beforeEach(async () => {
  const { sql } = stack;
  flow = randomUUID();
  number = randomUUID();
  await sql`insert into flows (id, workspace_id, name, document) values (${flow}, ${workspace}, 'Flow', '{}')`;
  await sql`insert into phone_numbers (id, workspace_id, vapi_id, number, provider)
    values (${number}, ${workspace}, ${`vapi-${number}`}, '+15550100', 'vapi')`;
});

afterAll(() => stack.close());

const STEPS = [
  { kind: 'create-assistant', name: 'One', hash: 'h1', vapiId: null },
  { kind: 'verify', name: '', hash: null, vapiId: null },
  { kind: 'switch-number', name: '', hash: null, vapiId: null },
  { kind: 'commit', name: '', hash: null, vapiId: null },
];

async function start(
  change: object = {},
): Promise<{ outcome: string; deployment: string; version?: number }> {
  const { data, error } = await stack.service().rpc('start_deployment', {
    deployment: randomUUID(),
    flow,
    expected_revision: 1,
    number_id: number,
    person: person.userId,
    version_note: null,
    document_hash: 'document',
    publish_plan: { format: 1, resources: [], expected: { assistantId: null, squadId: null } },
    flow_manifest: { format: 1 },
    step_list: STEPS,
    ...change,
  });
  if (error) throw error;
  return data as { outcome: string; deployment: string };
}

async function claim(deployment: string, seconds = 60): Promise<Claimed> {
  const held = await store.claim(deployment, seconds);
  if (!held) throw new Error('not claimed');
  return held;
}

describe('starting', () => {
  it('records version, deployment and steps', async () => {
    const started = await start();
    expect(started).toMatchObject({ outcome: 'started', version: 1 });
    const held = await claim(started.deployment);
    expect(held.vapiNumberId).toBe(`vapi-${number}`);
    expect(held.steps.map((step) => [step.position, step.kind, step.state])).toEqual([
      [0, 'create-assistant', 'pending'],
      [1, 'verify', 'pending'],
      [2, 'switch-number', 'pending'],
      [3, 'commit', 'pending'],
    ]);
  });

  it('is refused for another revision, a number of another workspace, and while another runs', async () => {
    expect(await start({ expected_revision: 2 })).toMatchObject({ outcome: 'flow-changed' });
    const other = await stack.signUp();
    const foreign = randomUUID();
    await stack.sql`insert into phone_numbers (id, workspace_id, vapi_id, number, provider)
      select ${foreign}, workspace_id, ${foreign}, '+15550102', 'vapi' from members where user_id = ${other.userId}`;
    expect(await start({ number_id: foreign })).toMatchObject({ outcome: 'not-found' });
    expect(await start({ flow: randomUUID() })).toMatchObject({ outcome: 'not-found' });
    const { deployment } = await start();
    expect(await start()).toEqual({ outcome: 'publication-running', deployment });
  });

  it('many times at once starts one', async () => {
    const started = await Promise.all(Array.from({ length: 10 }, () => start()));
    expect(started.filter((each) => each.outcome === 'started').length).toBe(1);
  });

  it('reuses the latest version when nothing changed', async () => {
    const first = await start();
    const held = await claim(first.deployment);
    await store.fail(held, 0, { code: 'vapi-refused', params: {} });
    expect(await start()).toMatchObject({ outcome: 'started', version: 1 });
    const [running] =
      await stack.sql`select id from deployments where flow_id = ${flow} and state = 'running'`;
    await store.fail(await claim(running?.id), 0, { code: 'vapi-refused', params: {} });
    expect(await start({ document_hash: 'other' })).toMatchObject({ outcome: 'started', version: 2 });
  });
});

describe('the lease', () => {
  it('is held by one of many', async () => {
    const { deployment } = await start();
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim(deployment, 60)));
    expect(claims.filter((held) => held !== null).length).toBe(1);
  });

  it('can be taken over once it ended, and then the former holder can do nothing any more', async () => {
    const { deployment } = await start();
    const old = await claim(deployment, 0);
    const held = await claim(deployment);
    expect(held.fence).toBe(old.fence + 1);
    const tries = [
      store.begin(old, 0),
      store.finish(old, 0, { id: 'a', marker: 'm' }),
      store.fail(old, 0, { code: 'x', params: {} }),
      store.forget(old, 'a', 'gone'),
      store.commit(old, 3),
      store.release(old),
    ];
    expect(await Promise.all(tries)).toEqual([false, false, false, false, false, false]);
    expect(await store.begin(held, 0)).toBe(true);
  });

  it('that was given back is free at once', async () => {
    const { deployment } = await start();
    const held = await claim(deployment);
    expect(await store.claim(deployment, 60)).toBeNull();
    expect(await store.release(held)).toBe(true);
    expect(await store.claim(deployment, 60)).not.toBeNull();
  });
});

describe('finishing', () => {
  async function publish(resource: string, hash: string): Promise<string> {
    const { deployment } = await start({
      document_hash: hash,
      step_list: [{ ...STEPS[0], hash }, ...STEPS.slice(1)],
    });
    const held = await claim(deployment);
    await store.begin(held, 0);
    await store.finish(held, 0, { id: resource, marker: 'marker' });
    await store.finish(held, 1, null);
    await store.finish(held, 2, null);
    expect(await store.commit(held, 3)).toBe(true);
    return deployment;
  }
  const stateOf = async (resource: string) => {
    const [row] = await stack.sql`select state from vapi_resources where vapi_id = ${resource}`;
    return row?.state;
  };

  it('puts the deployment in service, supersedes the former, and lets drain what nobody uses', async () => {
    const [old, fresh] = [randomUUID(), randomUUID()];
    const first = await publish(old, 'one');
    expect(await stateOf(old)).toBe('live');
    const second = await publish(fresh, 'two');
    expect([await stateOf(old), await stateOf(fresh)]).toEqual(['draining', 'live']);
    const rows =
      await stack.sql`select id, state from deployments where flow_id = ${flow} order by created_at`;
    expect([...rows]).toEqual([
      { id: first, state: 'superseded' },
      { id: second, state: 'live' },
    ]);
    const [phone] = await stack.sql`select flow_id, deployment_id from phone_numbers where id = ${number}`;
    expect(phone).toEqual({ flow_id: flow, deployment_id: second });
  });

  it('by failing leaves what was in service, and lets drain what was created', async () => {
    const [old, fresh] = [randomUUID(), randomUUID()];
    await publish(old, 'one');
    const { deployment } = await start({ document_hash: 'two' });
    const held = await claim(deployment);
    await store.finish(held, 0, { id: fresh, marker: 'marker' });
    await store.fail(held, 2, { code: 'number-busy', params: {} });
    expect([await stateOf(old), await stateOf(fresh)]).toEqual(['live', 'draining']);
    const [row] = await stack.sql`select state, error from deployments where id = ${deployment}`;
    expect(row).toEqual({ state: 'failed', error: { code: 'number-busy', params: {} } });
  });

  it('a resource that is gone, or was changed, is not offered again', async () => {
    const [gone, changed] = [randomUUID(), randomUUID()];
    await publish(gone, 'one');
    const { deployment } = await start({ document_hash: 'two' });
    const held = await claim(deployment);
    await store.finish(held, 0, { id: changed, marker: 'marker' });
    await store.forget(held, gone, 'gone');
    await store.forget(held, changed, 'different');
    const rows = await stack.sql`select content_hash from vapi_resources
      where vapi_id in (${gone}, ${changed}) and (state = 'live' and content_hash <> 'changed')`;
    expect(rows.length).toBe(0);
  });
});
