/**
 * One person in twenty places, in every way a number is written: the export finds them all, the erasure leaves none, and nobody
 * else loses a byte (GDPR art. 15, 17, 20).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasedAnswer, personAnswer, personExport } from '../../../src/publish/wire.ts';
import {
  appointmentBooking,
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

const NUMBER = '+33612345678';
const WAYS = ['+33612345678', '0612345678', '06 12 34 56 78', '06.12.34.56.78', '+33 6 12 34 56 78'];
const OTHER = '+33698765432';
let office: Office;
let owner: Worker;
let neighbour: Worker;
let viewer: Worker;
let flow = '';
let realCall = '';

const sql = () => office.stack.sql;

async function seedCall(worker: Worker, id: string, caller: string | null, information = {}) {
  const [row] = await sql()`insert into calls (workspace_id, vapi_call_id, caller, status, information)
    values (${worker.workspace}, ${id}, ${caller}, 'ended', ${sql().json(information)}) returning id`;
  return row!.id as string;
}
async function seedTurn(worker: Worker, call: string, position: number, text: string) {
  await sql()`insert into call_turns (workspace_id, call_id, position, role, text)
    values (${worker.workspace}, ${call}, ${position}, 'caller', ${text})`;
}

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  neighbour = await office.hire();
  viewer = await hireViewer(office, owner);
  flow = await drawFlow(owner);
  const number = await getNumber(office, owner);
  await publishFlow(office, owner, flow, number.id);
  // 1–6: a real call: caller, information, turns, path, raw messages, and the record at Vapi.
  const { callId } = await office.line('/calls', { to: number.number, from: NUMBER });
  for (const text of ['I would like an appointment', 'Jeanne Martin', '06 12 34 56 78', 'a checkup'])
    await office.line(`/calls/${callId}/say`, { text });
  await office.line(`/calls/${callId}/hang-up`, {});
  realCall = callId;
  // 7–9: left by somebody who calls from elsewhere.
  await seedCall(owner, 'withheld', null, { phone: WAYS[2] });
  const byMother = await seedCall(owner, 'by-mother', OTHER, { callback: WAYS[4] });
  await seedTurn(owner, byMother, 0, 'It is for my daughter.');
  // 10–13: named on a call of somebody else's.
  const mention = await seedCall(owner, 'mention', OTHER, { who: 'Paul' });
  await seedTurn(owner, mention, 0, `My sister has ${WAYS[3]}, and I am Paul.`);
  await sql()`update calls set path = ${sql().json([{ node: 'a', because: { code: 'caller-gave', params: { value: WAYS[1] } } }])}
    where id = ${mention}`;
  await sql()`insert into call_events (workspace_id, call_id, vapi_call_id, type, dedupe_key, payload)
    values (${owner.workspace}, ${mention}, 'mention', 'status-update', 'mention-1', ${sql().json({ text: WAYS[0] })})`;
  // 14–17: messages to and about them, appointments.
  const message = (recipient: string, text: string, worker = owner) =>
    sql()`insert into messages (workspace_id, node_id, channel, recipient, text, state)
      values (${worker.workspace}, 'send', 'sms', ${recipient}, ${text}, 'sent')`;
  await message(NUMBER, 'Your appointment is on Thursday.');
  await message(OTHER, `Please call ${WAYS[2]} back.`);
  const booking = (phone: string, name: string, hour: number, worker = owner) =>
    sql()`insert into bookings (workspace_id, node_id, service, starts_at, ends_at, free_from, time_zone, name, phone)
      values (${worker.workspace}, 'book', 'Check-up', ${`2027-01-04 ${hour}:00Z`}, ${`2027-01-04 ${hour}:30Z`},
        ${`2027-01-04 ${hour}:30Z`}, 'Europe/Paris', ${name}, ${phone})`;
  await booking(WAYS[1]!, 'Jeanne Martin', 10);
  await booking('', `Jeanne (${WAYS[2]})`, 11);
  // 18–20: what a tool was told, and messages that belonged to nobody.
  await sql()`insert into runtime_requests (workspace_id, key, endpoint, state, status, answer)
    values (${owner.workspace}, 'told', 'connect', 'done', 200, ${sql().json({ phone: NUMBER })})`;
  for (const key of ['nobody-1', 'nobody-2'])
    await sql()`insert into call_events (vapi_call_id, type, dedupe_key, payload)
      values (${key}, 'status-update', ${key}, ${sql().json({ customer: { number: NUMBER } })})`;
  // Somebody else, and the same person at the neighbour's.
  const others = await seedCall(owner, 'others', OTHER, { name: 'Paul' });
  await seedTurn(owner, others, 0, 'My number is 06 98 76 54 32, and my order is 10612345678.');
  await message(OTHER, 'See you soon.');
  await booking(OTHER, 'Paul', 14);
  await seedCall(neighbour, 'neighbour', NUMBER, { phone: NUMBER });
  await message(NUMBER, 'From the neighbour.', neighbour);
});
afterAll(() => office.close());

const ask = (worker: Worker, path: string, number: string = NUMBER) =>
  office.ask(worker, 'POST', `/person/${path}`, { workspaceId: owner.workspace, number });

/** Every row of every table of the workspace, and of no workspace, as text. */
async function everything(workspace: string | null): Promise<string> {
  const tables = ['calls', 'call_turns', 'call_events', 'messages', 'bookings', 'runtime_requests'];
  const all = [];
  for (const table of tables)
    all.push(
      ...(await sql()`select to_jsonb(t)::text as row from ${sql()(table)} as t
        where t.workspace_id is not distinct from ${workspace}`),
    );
  return all.map(({ row }) => row as string).join('\n');
}
const PERSON = /(?<!\d)(?:\+33|0)[\s.]*6[\s.]*12[\s.]*34[\s.]*56[\s.]*78(?!\d)/gu;

describe('a person', () => {
  it('is found by owners only, however the number is written', async () => {
    for (const way of WAYS) {
      const found = personAnswer.parse(await (await ask(owner, 'find', way)).json());
      expect(found, way).toEqual({
        number: NUMBER,
        calls: 3,
        mentions: 1,
        messages: 2,
        bookings: 2,
        flows: [],
      });
    }
    for (const path of ['find', 'export', 'erase']) {
      expect((await ask(viewer, path)).status).toBe(403);
      expect((await ask(neighbour, path)).status).toBe(404);
      expect((await ask(owner, path, 'Jeanne')).status).toBe(400);
    }
  });

  it('gets all that is kept of them', async () => {
    const kept = personExport.parse(await (await ask(owner, 'export')).json());
    expect(kept.calls.map(({ caller }) => caller).sort()).toEqual([NUMBER, OTHER, null].sort());
    const real = kept.calls.find(({ caller }) => caller === NUMBER)!;
    expect(real.turns.map(({ text }) => text)).toContain('06 12 34 56 78');
    expect(kept.calls.flatMap(({ turns }) => turns.map(({ text }) => text))).toContain(
      'It is for my daughter.',
    );
    expect(kept.mentions.map(({ text }) => text)).toEqual([`My sister has ${WAYS[3]}, and I am Paul.`]);
    expect(kept.messages).toHaveLength(2);
    expect(kept.bookings).toHaveLength(2);
  });

  it('is forgotten everywhere, here and at Vapi, and nobody else loses a byte', async () => {
    const before = await everything(owner.workspace);
    expect(before.match(PERSON)!.length).toBeGreaterThanOrEqual(14);
    expect(await office.deps.vapi!.getCall(realCall)).toMatchObject({ ok: true });
    const atNeighbours = await everything(neighbour.workspace);

    const erased = erasedAnswer.parse(await (await ask(owner, 'erase')).json());
    expect(erased).toEqual({ calls: 3, mentions: 1, messages: 2, bookings: 2 });

    const after = await everything(owner.workspace);
    expect(after).not.toMatch(PERSON);
    expect(await everything(null)).not.toMatch(PERSON);
    expect(after).toContain('My sister has •••, and I am Paul.');
    expect(await office.deps.vapi!.getCall(realCall)).toMatchObject({ ok: false, failure: { status: 404 } });
    // What is left of the others is what was there.
    for (const row of after.split('\n').filter((each) => !each.includes('•••')))
      expect(before).toContain(row);
    for (const kept of ['06 98 76 54 32', 'order is 10612345678', 'See you soon.', '"Paul"'])
      expect(after).toContain(kept);
    expect(await everything(neighbour.workspace)).toBe(atNeighbours);
    const again = erasedAnswer.parse(await (await ask(owner, 'erase')).json());
    expect(again).toEqual({ calls: 0, mentions: 0, messages: 0, bookings: 0 });
  });

  it('stands in a drawing as one of the own people: that is told, and left', async () => {
    const drawn = JSON.stringify(appointmentBooking()).replace('"Reception"', '"Reception 0140000000"');
    await drawFlow(owner, JSON.parse(drawn));
    const found = personAnswer.parse(await (await ask(owner, 'find', '01 40 00 00 00')).json());
    expect(found).toMatchObject({ calls: 0, flows: ['Reception'] });
  });
});
