/** Nothing that callers said or left is kept longer than the workspace says, here or at Vapi, whatever still comes in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

const DAY = 86_400_000;
const LINES = [
  'I would like an appointment',
  'Jeanne Martin',
  '0612345678',
  'a checkup',
  'tomorrow at 10 am',
  'yes',
];
const CALLER = '+33612345678';
let office: Office;
let owner: Worker;
let phone = '';

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  const flow = await drawFlow(owner);
  const number = await getNumber(office, owner);
  await publishFlow(office, owner, flow, number.id);
  phone = number.number;
  // Vapi itself keeps calls for fourteen days at least.
  await owner.client.from('workspaces').update({ keep_words: 10 }).eq('id', owner.workspace);
});
afterAll(() => office.close());

async function call(from = CALLER): Promise<string> {
  const { callId } = await office.line('/calls', { to: phone, from });
  let hasEnded = false;
  for (const text of LINES)
    if (!hasEnded) hasEnded = (await office.line(`/calls/${callId}/say`, { text })).ended;
  if (!hasEnded) await office.line(`/calls/${callId}/hang-up`, {});
  return callId;
}

const sql = () => office.stack.sql;
async function kept(id: string) {
  const [row] = await sql()`select c.caller, c.information::text as information, c.path::text as path,
    (select count(*)::int from call_turns as t where t.call_id = c.id) as turns,
    (select count(*)::int from call_events as e where e.vapi_call_id = c.vapi_call_id) as events
    from calls as c where c.vapi_call_id = ${id}`;
  return row;
}
async function pass(days: number) {
  office.wait(days * DAY);
  expect((await office.cron()).status).toBe(200);
}
const atVapi = async (id: string) => (await office.deps.vapi!.getCall(id)).ok;

describe('a call', () => {
  it('loses its words, then what it collected, then itself; Vapi forgets it with the words', async () => {
    const id = await call();
    const before = await kept(id);
    expect(before).toMatchObject({ caller: CALLER });
    expect(before!.turns).toBeGreaterThan(2);
    expect(before!.information).toContain('Jeanne Martin');

    await pass(9);
    expect((await kept(id))!.turns).toBe(before!.turns);
    expect(await atVapi(id)).toBe(true);

    await pass(2);
    const mute = await kept(id);
    expect(mute).toMatchObject({ turns: 0, events: 0, caller: CALLER });
    expect(await atVapi(id)).toBe(false);

    await pass(80);
    const bare = await kept(id);
    expect(bare).toMatchObject({ caller: null, information: '{}' });
    expect(bare!.path).toContain('node');
    expect(bare!.path).not.toContain('Jeanne');

    await pass(275);
    expect(await kept(id)).toBeUndefined();
  });

  it('stays forgotten, whatever message comes late', async () => {
    const id = await call();
    const [event] = await sql()`select payload from call_events where vapi_call_id = ${id} limit 1`;
    await pass(11);
    await sql()`insert into call_events (workspace_id, vapi_call_id, type, dedupe_key, payload)
      values (${owner.workspace}, ${id}, 'end-of-call-report', 'late', ${sql().json(event!.payload)})`;
    await office.cron();
    expect(await kept(id)).toMatchObject({ turns: 0, events: 0 });
  });

  it('is forgotten at Vapi later when Vapi cannot be reached', async () => {
    const id = await call();
    office.interceptVapi(async (request, done) =>
      request.method === 'DELETE' ? new Response('', { status: 503 }) : done(),
    );
    await pass(11);
    expect((await kept(id))!.turns).toBe(0);
    office.interceptVapi(null);
    expect(await atVapi(id)).toBe(true);
    await pass(1);
    expect(await atVapi(id)).toBe(false);
  });

  it('goes with its workspace, at Vapi too', async () => {
    const other = await office.hire();
    await sql()`insert into calls (workspace_id, vapi_call_id, status) values (${other.workspace}, 'gone-call', 'ended')`;
    await sql()`delete from workspaces where id = ${other.workspace}`;
    const [removal] = await sql()`select gone_at from private.call_removals where vapi_call_id = 'gone-call'`;
    expect(removal).toBeDefined();
  });
});

it('the words of whoever objected go as soon as the call has ended', async () => {
  await owner.client.from('objections').insert({ workspace_id: owner.workspace, number: '+33698765432' });
  const id = await call('+33698765432');
  const other = await call();
  await pass(0);
  expect((await kept(id))!.turns).toBe(0);
  expect((await kept(other))!.turns).toBeGreaterThan(0);
});

it('shorter times hold for what is there already, and only owners set them', async () => {
  const id = await call();
  await pass(6);
  expect((await kept(id))!.turns).toBeGreaterThan(0);
  await owner.client.from('workspaces').update({ keep_words: 5 }).eq('id', owner.workspace);
  await pass(0);
  expect((await kept(id))!.turns).toBe(0);
  const { error } = await owner.client.from('workspaces').update({ keep_words: 0 }).eq('id', owner.workspace);
  expect(error?.code).toBe('23514');
});
