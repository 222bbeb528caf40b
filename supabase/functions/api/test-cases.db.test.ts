/** Kept tests on a real database: what they may hold, how many, what the log tells, and that they go with what they repeat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityAnswer } from '../../../src/publish/workspace-wire.ts';
import { MOST_EXPECTATIONS, MOST_LINES, type TestCase } from '../../../src/rehearsals/test-case.ts';
import { drawFlow, type Office, openOffice, type Worker } from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
let flow: string;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire('owner@example.com');
  flow = await drawFlow(owner);
});
afterAll(() => office.close());

const TEST: TestCase = {
  format: 1,
  name: 'Booking',
  lines: ['Hello.'],
  pretence: { at: null, caller: null, outcomes: {} },
  expectations: [{ type: 'says', text: 'Hello' }],
};

async function keep(body: object = TEST, more: object = {}, count = 1) {
  const rows = Array.from({ length: count }, () => ({
    workspace_id: owner.workspace,
    flow_id: flow,
    body,
    ...more,
  }));
  const { error } = await owner.client.from('test_cases').insert(rows);
  return error?.code ?? null;
}

async function call(): Promise<string> {
  const [stored] = await office.stack
    .sql`insert into calls (workspace_id, vapi_call_id, flow_id, status, started_at)
    values (${owner.workspace}, ${`call-${crypto.randomUUID()}`}, ${flow}, 'ended', now()) returning id`;
  return stored?.id as string;
}

const idsOf = async (callId: string) =>
  (await office.stack.sql`select id from test_cases where call_id = ${callId}`).length;

async function latest() {
  const response = await office.ask(owner, 'GET', `/activity?workspaceId=${owner.workspace}`);
  return ((await response.json()) as ActivityAnswer).entries[0];
}

describe('a test', () => {
  it.each<[string, object]>([
    ['of another format', { format: 2 }],
    ['with something unknown', { extra: true }],
    ['without a name', { name: ' ' }],
    ['with a name too long', { name: 'x'.repeat(121) }],
    ['whose lines are none', { lines: 'Hello.' }],
    ['with a line that is none', { lines: [1] }],
    ['with too many lines', { lines: Array(MOST_LINES + 1).fill('x') }],
    ['that pretends nonsense', { pretence: [] }],
    ['with an expectation that is none', { expectations: ['x'] }],
    ['with an unknown expectation', { expectations: [{ type: 'dances' }] }],
    ['with an expectation without a type', { expectations: [{}] }],
    [
      'with too many expectations',
      { expectations: Array(MOST_EXPECTATIONS + 1).fill({ type: 'says', text: 'x' }) },
    ],
    ['larger than 128 kB', { lines: Array(MOST_LINES).fill('x'.repeat(3000)) }],
  ])('%s is refused', async (_, part) => {
    expect(await keep({ ...TEST, ...part })).toBe('23514');
  });

  it.each([[null], [[]], ['x'], [1]])('that is %j is refused', async (body) => {
    expect(await keep(body as never)).toMatch(/^23(502|514)$/);
  });

  it('is kept, changed, and remembers how it went; it stays in its flow', async () => {
    const id = crypto.randomUUID();
    expect(await keep(TEST, { id })).toBeNull();
    const changed = await owner.client
      .from('test_cases')
      .update({ body: { ...TEST, name: 'Other' }, result: { format: 1 } })
      .eq('id', id)
      .select('body, result');
    expect(changed.data).toEqual([{ body: { ...TEST, name: 'Other' }, result: { format: 1 } }]);
    const moved = await owner.client.from('test_cases').update({ flow_id: crypto.randomUUID() }).eq('id', id);
    expect(moved.error?.code).toBe('42501');
    const broken = await owner.client
      .from('test_cases')
      .update({ result: [] as never })
      .eq('id', id);
    expect(broken.error?.code).toBe('23514');
  });

  it('is noted when it is kept and when it is removed; many at once are one entry', async () => {
    expect(await keep({ ...TEST, name: 'Noted' })).toBeNull();
    const noted = await latest();
    expect(noted).toMatchObject({ action: 'tests-kept', email: owner.email });
    // Not its name: somebody may stand in it, and the log cannot be taken back.
    expect(noted?.facts).toEqual({ flow: 'Reception', count: 1 });
    expect(await keep(TEST, {}, 3)).toBeNull();
    expect((await latest())?.facts).toEqual({ flow: 'Reception', count: 3 });
    await owner.client.from('test_cases').delete().eq('flow_id', flow).eq('body->>name', 'Noted');
    expect(await latest()).toMatchObject({ action: 'tests-removed', facts: { count: 1 } });
  });
});

describe('tests of a flow', () => {
  it('are at most 200, also when they are kept at once', async () => {
    const other = await drawFlow(owner);
    expect(await keep(TEST, { flow_id: other }, 201)).toBe('23514');
    expect(await keep(TEST, { flow_id: other }, 200)).toBeNull();
    expect(await keep(TEST, { flow_id: other })).toBe('23514');
  });

  it('go with it, and the log tells that of the flow alone', async () => {
    const other = await drawFlow(owner);
    await keep(TEST, { flow_id: other });
    await owner.client.from('flows').delete().eq('id', other);
    expect(await office.stack.sql`select id from test_cases where flow_id = ${other}`).toEqual([]);
    expect((await latest())?.action).toBe('flow-deleted');
  });
});

describe('a test that was made of a call', () => {
  it('goes when the words of the call are forgotten, and none is made of them any more', async () => {
    const id = await call();
    expect(await keep(TEST, { call_id: id })).toBeNull();
    await office.stack.sql`update calls set words_erased_at = now() where id = ${id}`;
    expect(await idsOf(id)).toBe(0);
    expect(await latest()).toMatchObject({ action: 'tests-removed', who: 'nobody' });
    expect(await keep(TEST, { call_id: id })).toBe('23514');
  });

  it('goes with the call', async () => {
    const id = await call();
    await keep(TEST, { call_id: id });
    await office.stack.sql`delete from calls where id = ${id}`;
    expect(await idsOf(id)).toBe(0);
  });

  it('goes when its caller is erased', async () => {
    const id = await call();
    await office.stack.sql`update calls set caller = '+33612345678' where id = ${id}`;
    await keep(TEST, { call_id: id });
    const person = { workspaceId: owner.workspace, number: '06 12 34 56 78' };
    expect((await office.ask(owner, 'POST', '/person/erase', person)).status).toBe(200);
    expect(await idsOf(id)).toBe(0);
  });

  it('is of a call of the same workspace', async () => {
    const stranger = await office.hire();
    const [foreign] = await office.stack.sql`insert into calls (workspace_id, vapi_call_id, status)
      values (${stranger.workspace}, 'foreign', 'ended') returning id`;
    expect(await keep(TEST, { call_id: foreign?.id })).toBe('23503');
  });
});
