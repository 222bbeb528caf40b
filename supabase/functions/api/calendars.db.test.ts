/** Another name for a calendar, and its removal: what it does to appointments, to secret addresses and to what is in service. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice, type Worker } from '../../tests/functions/office.ts';
import { handle as handleFeed } from '../calendar/handler.ts';

let office: Office;
let owner: Worker;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
});
afterAll(() => office.close());

async function ask(method: 'GET' | 'POST', path: string, body?: object, worker = owner) {
  const response = await office.ask(worker, method, `/${path}`, body);
  return { status: response.status, body: (await response.json()) as unknown };
}

async function make(name: string) {
  const { error } = await owner.client.from('calendars').insert({ workspace_id: owner.workspace, name });
  return error?.code ?? null;
}

const take = (calendar: string, day: string) => office.stack.sql`
  select take_place(${owner.workspace}, null, ${crypto.randomUUID()}, 'slot', 'Consultation', ${`${day} 09:00Z`},
    ${`${day} 09:30Z`}, 0, 'Europe/Paris', 'Zoé', '', ${calendar}) as taken`;
const bookings = () => office.stack.sql`
  select calendar, state, sequence, starts_at::date::text as day from bookings
  where workspace_id = ${owner.workspace} order by starts_at, calendar`;
const rename = (name: string, to: string) =>
  ask('POST', 'calendars/rename', { workspaceId: owner.workspace, name, to });
const remove = (name: string, cancel: boolean) =>
  ask('POST', 'calendars/remove', { workspaceId: owner.workspace, name, cancel });

it('tells what depends on each', async () => {
  await make('Dr Martin');
  await make('Dr Durand');
  await office.stack.sql`
    insert into flows (workspace_id, name, document) values (${owner.workspace}, 'Cabinet',
      '{"nodes": {"slot": {"kind": "book", "data": {"calendar": " Dr Martin "}}, "say": {"data": {}}}}')`;
  await take('Dr Martin', '2020-01-06');
  await take('Dr Martin', '2099-01-05');
  const { body } = await ask('GET', `calendars?workspaceId=${owner.workspace}`);
  expect(body).toMatchObject([
    { name: 'Dr Durand', ahead: 0, flows: [] },
    { name: 'Dr Martin', ahead: 1, flows: [{ name: 'Cabinet', inService: false }] },
  ]);
});

it('renames: appointments go along, the former name leads there, the feed of before goes on', async () => {
  expect((await rename('Dr Martin', 'Dr Durand')).body).toEqual({ outcome: 'name-taken' });
  expect((await rename('Dr Martin', 'Dr Petit')).body).toEqual({ outcome: 'renamed' });
  expect((await rename('Dr Martin', 'Dr Blanc')).status).toBe(404);
  expect(await bookings()).toMatchObject([
    { calendar: 'Dr Petit', sequence: 1 },
    { calendar: 'Dr Petit', sequence: 1 },
  ]);
  expect((await take('dr martin', '2099-01-05'))[0]?.taken).toBeNull();
  expect((await take('Dr Martin', '2099-01-06'))[0]?.taken).not.toBeNull();
  const { body } = await ask('GET', `calendars?workspaceId=${owner.workspace}`);
  expect(body).toMatchObject([{}, { name: 'Dr Petit', ahead: 2, flows: [{ name: 'Cabinet' }] }]);
  const feed = await owner.client
    .from('calendar_feeds')
    .insert({ workspace_id: owner.workspace })
    .select('token')
    .single();
  const { token } = feed.data as unknown as { token: string };
  const read = await handleFeed(
    new Request(`https://functions.test/calendar/${token}.ics?calendar=Dr%20Martin`),
    office.deps,
  );
  expect((await read.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  // Its former name stays its own, and may be given back to it.
  expect(await make('Dr Martin')).toBe('23505');
  expect((await rename('Dr Durand', 'Dr Martin')).body).toEqual({ outcome: 'name-taken' });
  expect((await rename('Dr Petit', 'Dr Martin')).body).toEqual({ outcome: 'renamed' });
  expect((await take('Dr Petit', '2099-01-05'))[0]?.taken).toBeNull();
});

it('removes: nobody books into it, appointments stay or are cancelled, and it may be made again', async () => {
  expect((await remove('Dr Martin', false)).body).toEqual({ cancelled: 0 });
  await expect(take('Dr Martin', '2099-01-07')).rejects.toThrow('the calendar was removed');
  await expect(take('Dr Petit', '2099-01-07')).rejects.toThrow('the calendar was removed');
  expect((await bookings()).map(({ state }) => state)).toEqual(['booked', 'booked', 'booked']);
  expect(await make('Dr Martin')).toBeNull();
  expect((await take('Dr Martin', '2099-01-05'))[0]?.taken).toBeNull();
  expect((await remove('Dr Martin', true)).body).toEqual({ cancelled: 2 });
  expect((await bookings()).map(({ state }) => state)).toEqual(['booked', 'cancelled', 'cancelled']);
  expect((await remove('Dr Martin', true)).status).toBe(404);
});

it('is for editors, and noted', async () => {
  const stranger = await office.hire('stranger@example.com');
  const body = { workspaceId: owner.workspace, name: 'Dr Durand' };
  expect((await ask('POST', 'calendars/remove', { ...body, cancel: true }, stranger)).status).toBe(404);
  await office.stack.sql`
    insert into members (workspace_id, user_id, role) values (${owner.workspace}, ${stranger.userId}, 'viewer')`;
  expect((await ask('POST', 'calendars/remove', { ...body, cancel: true }, stranger)).status).toBe(403);
  expect((await ask('POST', 'calendars/rename', { ...body, to: 'x' }, stranger)).status).toBe(403);
  const noted = await office.stack.sql`
    select action, facts from activity where workspace_id = ${owner.workspace} and action like 'calendar-re%' order by at`;
  expect(noted).toEqual([
    { action: 'calendar-renamed', facts: { from: 'Dr Martin', to: 'Dr Petit' } },
    { action: 'calendar-renamed', facts: { from: 'Dr Petit', to: 'Dr Martin' } },
    { action: 'calendar-removed', facts: { name: 'Dr Martin', count: 0 } },
    { action: 'calendar-removed', facts: { name: 'Dr Martin', count: 2 } },
  ]);
});
