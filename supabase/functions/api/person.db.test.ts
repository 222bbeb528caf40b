/**
 * One person in twenty-two places, in every way a number is written: the export finds them all, the erasure leaves none, and nobody
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
import { TABLES } from '../../tests/rls/matrix.ts';

const NUMBER = '+33612345678';
const WAYS = [
  '+33612345678',
  '0612345678',
  '06 12 34 56 78',
  '06.12.34.56.78',
  '+33 6 12 34 56 78',
  'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
  'zero six, one two, three four, five six, seven eight',
];
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
async function seedTurn(worker: Worker, call: string, position: number, text: string, role = 'caller') {
  await sql()`insert into call_turns (workspace_id, call_id, position, role, text)
    values (${worker.workspace}, ${call}, ${position}, ${role}, ${text})`;
}
async function seedEvent(worker: Worker, call: string, key: string, payload: object) {
  await sql()`insert into call_events (workspace_id, vapi_call_id, type, dedupe_key, payload)
    values (${worker.workspace}, ${call}, 'status-update', ${key}, ${sql().json(payload as never)})`;
}
async function seedPath(call: string, value: string) {
  await sql()`update calls set path = ${sql().json([{ node: 'a', because: { code: 'caller-gave', params: { value } } }])}
    where id = ${call}`;
}
async function seedMessage(
  row: { recipient: string; text?: string; subject?: string; state?: string; call?: string },
  worker = owner,
) {
  const { recipient, text = 'Good day.', subject = '', state = 'sent', call = null } = row;
  await sql()`insert into messages (workspace_id, node_id, channel, recipient, subject, text, state, call_id)
    values (${worker.workspace}, 'send', ${recipient.includes('@') ? 'email' : 'sms'}, ${recipient}, ${subject}, ${text}, ${state}, ${call})`;
}
let hour = 8;
async function seedBooking(
  row: { phone: string; name: string; service?: string; call?: string },
  worker = owner,
) {
  const { phone, name, service = 'Check-up', call = null } = row;
  hour += 1;
  await sql()`insert into bookings (workspace_id, node_id, service, starts_at, ends_at, free_from, time_zone, name, phone, call_id)
    values (${worker.workspace}, 'book', ${service}, ${`2027-01-04 ${hour}:00Z`}, ${`2027-01-04 ${hour}:30Z`},
      ${`2027-01-04 ${hour}:30Z`}, 'Europe/Paris', ${name}, ${phone}, ${call})`;
}

/** Twenty-two places; each holds its own mark, by which the export is searched. */
const PLACES: Readonly<Record<string, (mark: string, theirs: string, others: string) => Promise<unknown>>> = {
  'structured data of their call': (mark, call) =>
    sql()`update calls set information = ${sql().json({ reason: mark })} where id = ${call}`,
  'the path of their call': (mark, call) => seedPath(call, mark),
  'what they said': (mark, call) => seedTurn(owner, call, 0, mark),
  'what was answered to them': (mark, call) => seedTurn(owner, call, 1, `${mark} ${WAYS[2]}`, 'assistant'),
  'news of their call': (mark) => seedEvent(owner, 'theirs', mark, { transcript: mark }),
  'news of a call that is not shown yet': (mark) =>
    seedEvent(owner, 'coming', mark, { customer: { number: NUMBER }, transcript: mark }),
  'a call from elsewhere, with a number to call back': (mark) =>
    seedCall(owner, 'by-mother', OTHER, { callback: WAYS[4], who: mark }),
  'a call with the number withheld': (mark) =>
    seedCall(owner, 'withheld', null, { phone: WAYS[3], who: mark }),
  'a call on which they left their number in words': (mark) =>
    seedCall(owner, 'in-words', null, { phone: WAYS[5], who: mark }),
  'words of somebody else': (mark, _, others) => seedTurn(owner, others, 0, `${mark}: ${WAYS[3]}`),
  'spoken words of somebody else': (mark, _, others) => seedTurn(owner, others, 1, `${mark}: ${WAYS[5]}`),
  'English words of somebody else': (mark, _, others) => seedTurn(owner, others, 2, `${mark}: ${WAYS[6]}`),
  'the path of somebody else': (mark, _, others) => seedPath(others, `${mark} ${WAYS[1]}`),
  'news of somebody else': (mark) => seedEvent(owner, 'others', mark, { transcript: `${mark} ${WAYS[0]}` }),
  'a message sent to them': (mark) => seedMessage({ recipient: NUMBER, text: mark }),
  'a draft that waits to be sent': (mark) =>
    seedMessage({ recipient: 'office@example.com', text: `${mark} ${WAYS[2]}`, state: 'queued' }),
  'the title of a message': (mark) =>
    seedMessage({ recipient: 'office@example.com', subject: `${mark} ${WAYS[3]}` }),
  'a message about their call': (mark, call) => seedMessage({ recipient: OTHER, text: mark, call }),
  'an appointment by number': (mark) => seedBooking({ phone: WAYS[1]!, name: mark }),
  'what a tool was told': (mark) =>
    sql()`insert into runtime_requests (workspace_id, key, endpoint, state, status, answer)
      values (${owner.workspace}, ${mark}, 'connect', 'done', 200, ${sql().json({ phone: NUMBER, mark })})`,
  'a test that says their words again': (mark, call) => seedTest(mark, [], call),
  'a test that names them': (mark) => seedTest(`${mark} ${WAYS[1]}`, [WAYS[3]!]),
};

function seedTest(name: string, lines: readonly string[], call: string | null = null) {
  const body = { format: 1, name, lines, pretence: {}, expectations: [] };
  return sql()`insert into test_cases (workspace_id, flow_id, call_id, body)
    values (${owner.workspace}, ${flow}, ${call}, ${sql().json(body)})`;
}

const markOf = (index: number) => `mark-${String(index + 1).padStart(2, '0')}`;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  neighbour = await office.hire();
  viewer = await hireViewer(office, owner);
  // What is hidden as it comes in need not be found.
  await owner.client.from('workspaces').update({ hides: [] }).eq('id', owner.workspace);
  flow = await drawFlow(owner);
  const number = await getNumber(office, owner);
  await publishFlow(office, owner, flow, number.id);
  // A real call, with its record at Vapi.
  const { callId } = await office.line('/calls', { to: number.number, from: NUMBER });
  for (const text of ['I would like an appointment', 'Jeanne Martin', '06 12 34 56 78', 'a checkup'])
    await office.line(`/calls/${callId}/say`, { text });
  await office.line(`/calls/${callId}/hang-up`, {});
  realCall = callId;
  const theirs = await seedCall(owner, 'theirs', NUMBER);
  const mention = await seedCall(owner, 'others', OTHER, { who: 'Paul' });
  for (const [index, seed] of Object.values(PLACES).entries()) await seed(markOf(index), theirs, mention);
  await seedBooking({ phone: '', name: `Jeanne (${WAYS[2]})` });
  for (const key of ['nobody-1', 'nobody-2'])
    await sql()`insert into call_events (vapi_call_id, type, dedupe_key, payload)
      values (${key}, 'status-update', ${key}, ${sql().json({ customer: { number: NUMBER } })})`;
  // Somebody else, and the same person at the neighbour's.
  const others = await seedCall(owner, 'nobody-of-theirs', OTHER, { name: 'Paul' });
  await seedTurn(owner, others, 0, 'My number is 06 98 76 54 32, and my order is 10612345678.');
  await seedMessage({ recipient: OTHER, text: 'See you soon.' });
  await seedBooking({ phone: OTHER, name: 'Paul' });
  await seedCall(neighbour, 'neighbour', NUMBER, { phone: NUMBER });
  await seedMessage({ recipient: NUMBER, text: 'From the neighbour.' }, neighbour);
});
afterAll(() => office.close());

const ask = (worker: Worker, path: string, number: string = NUMBER) =>
  office.ask(worker, 'POST', `/person/${path}`, { workspaceId: owner.workspace, number });

/** Every row of every table of the workspace, and of no workspace, as text. */
async function everything(workspace: string | null): Promise<string> {
  const all = [];
  for (const table of Object.keys(TABLES).filter((each) => each !== 'workspaces'))
    all.push(
      ...(await sql()`select to_jsonb(t)::text as row from ${sql()(table)} as t
        where t.workspace_id is not distinct from ${workspace}`),
    );
  return all.map(({ row }) => row as string).join('\n');
}
/** How often their number stands in a text, in whatever way; as a part of a longer number it is another one. */
const timesIn = (text: string) =>
  WAYS.reduce((sum, way) => {
    const written = way.replaceAll(/[+.]/g, '\\$&');
    return sum + (text.match(new RegExp(`(?<!\\d)${written}(?!\\d)`, 'gu')) ?? []).length;
  }, 0);

describe('a person', () => {
  it('is found by owners only, however the number is written', async () => {
    for (const way of WAYS.slice(0, 5)) {
      const found = personAnswer.parse(await (await ask(owner, 'find', way)).json());
      expect(found, way).toEqual({
        number: NUMBER,
        calls: 5,
        mentions: 1,
        messages: 4,
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

  it('gets all that is kept of them, from all twenty-two places', async () => {
    const answer = await (await ask(owner, 'export')).json();
    const kept = personExport.parse(answer);
    const real = kept.calls.find(({ turns }) => turns.some(({ text }) => text === 'Jeanne Martin'));
    expect(real?.turns.map(({ text }) => text)).toContain('06 12 34 56 78');
    const text = JSON.stringify(answer);
    const found = Object.keys(PLACES).filter((_, index) => text.includes(markOf(index)));
    console.info(`a person in ${Object.keys(PLACES).length} places: the export finds ${found.length}`);
    expect(found).toEqual(Object.keys(PLACES));
    expect(found).toHaveLength(22);
    for (const strange of ['98 76 54 32', 'See you soon', 'From the neighbour', realCall])
      expect(text, strange).not.toContain(strange);
  });

  it('is forgotten everywhere, here and at Vapi, and nobody else loses a byte', async () => {
    const before = await everything(owner.workspace);
    expect(timesIn(before)).toBeGreaterThanOrEqual(22);
    expect(await office.deps.vapi!.getCall(realCall)).toMatchObject({ ok: true });
    const atNeighbours = await everything(neighbour.workspace);

    const erased = erasedAnswer.parse(await (await ask(owner, 'erase')).json());
    expect(erased).toEqual({ calls: 5, mentions: 1, messages: 4, bookings: 2 });

    const after = await everything(owner.workspace);
    expect(after.split('\n').filter((row) => timesIn(row) > 0)).toEqual([]);
    expect(timesIn(await everything(null))).toBe(0);
    // On calls of others only the number goes.
    const left = Object.keys(PLACES).filter((_, index) => after.includes(markOf(index)));
    expect(left.filter((place) => !/somebody else/.test(place))).toEqual([]);
    for (const way of ['mark-10: •••', 'mark-11: •••', 'mark-12: •••']) expect(after).toContain(way);
    console.info(`a person in ${Object.keys(PLACES).length} places: the erasure leaves ${timesIn(after)}`);
    expect(await office.deps.vapi!.getCall(realCall)).toMatchObject({ ok: false, failure: { status: 404 } });
    // What is left of the others is what was there, and notes that somebody was erased, with the tests that named them.
    const isNote = (row: string) => /"action": "(person-erased|tests-removed)"/.test(row);
    for (const row of after.split('\n').filter((each) => !each.includes('•••') && !isNote(each)))
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
