/** The secret address of the calendar: made and given up by editors, read by whoever has it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice, type Worker } from '../../tests/functions/office.ts';
import { handle } from './handler.ts';

let office: Office;
let owner: Worker;
let stranger: Worker;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  stranger = await office.hire('other@example.com');
  for (const [worker, name] of [
    [owner, 'Zoé Durand'],
    [stranger, 'Somebody else'],
  ] as const)
    await office.stack.sql`
      insert into bookings (workspace_id, node_id, service, starts_at, ends_at, free_from, time_zone, name, phone)
      values (${worker.workspace}, 'book', 'Consultation', '2099-12-03 09:00Z', '2099-12-03 09:30Z',
        '2099-12-03 09:35Z', 'Europe/Paris', ${name}, '+33612345678')`;
});
afterAll(() => office.close());

const get = (path: string, method = 'GET') =>
  handle(new Request(`https://functions.test/calendar${path}`, { method }), office.deps);

/** As `src/data` does it. */
async function open(worker: Worker): Promise<string> {
  const made = await worker.client
    .from('calendar_feeds')
    .insert({ workspace_id: worker.workspace })
    .select('token')
    .single();
  if (made.error) throw made.error;
  return (made.data as { token: string }).token;
}

it('gives those of one calendar alone when asked for it', async () => {
  const worker = await office.hire();
  const token = await open(worker);
  for (const [calendar, hour] of [
    ['', '09'],
    ['Dr Martin', '10'],
  ] as const)
    await office.stack.sql`
      insert into bookings (workspace_id, node_id, service, calendar, starts_at, ends_at, free_from, time_zone, name)
      values (${worker.workspace}, 'book', 'Consultation', ${calendar}, ${`2099-12-03 ${hour}:00Z`},
        ${`2099-12-03 ${hour}:30Z`}, ${`2099-12-03 ${hour}:35Z`}, 'Europe/Paris', ${`At ${hour}`})`;
  const names = async (query: string) =>
    [...(await (await get(`/${token}.ics${query}`)).text()).matchAll(/At \d\d/g)].map(([name]) => name);
  expect(await names('')).toEqual(['At 09', 'At 10']);
  expect(await names('?calendar=Dr%20Martin')).toEqual(['At 10']);
  expect(await names('?calendar=')).toEqual(['At 09']);
  expect(await names('?calendar=Dr%20Durand')).toEqual([]);
});

it('gives the appointments of one workspace, and follows what changes', async () => {
  const token = await open(owner);
  const response = await get(`/${token}.ics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await response.text();
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(text).toContain('SUMMARY:Consultation · Zoé Durand');
  expect(text).toContain('SEQUENCE:0');
  expect(text).not.toContain('Somebody else');
  const cancelled = await owner.client
    .from('bookings')
    .update({ state: 'cancelled' })
    .neq('state', 'cancelled')
    .select('id');
  expect(cancelled.error).toBeNull();
  const later = await (await get(`/${token}.ics`)).text();
  expect(later).toContain('STATUS:CANCELLED');
  expect(later).toContain('SEQUENCE:1');
  expect(await (await get(`/${token}.ics`, 'HEAD')).text()).toBe('');

  await owner.client.from('calendar_feeds').delete().eq('workspace_id', owner.workspace);
  expect((await get(`/${token}.ics`)).status).toBe(404);
  const renewed = await open(owner);
  expect(renewed).not.toBe(token);
  expect((await get(`/${token}.ics`)).status).toBe(404);
  expect((await get(`/${renewed}.ics`)).status).toBe(200);
});

it.each([
  ['nothing', ''],
  ['a guess', `/${'0'.repeat(64)}.ics`],
  ['no token', '/x.ics'],
  ['more than a token', `/${'0'.repeat(64)}.ics/y`],
])('gives nothing for %s', async (_, path) => expect((await get(path)).status).toBe(404));

it('is read only', async () => expect((await get(`/${'0'.repeat(64)}.ics`, 'POST')).status).toBe(405));

it('has a budget', async () => {
  const token = await open(stranger);
  await office.stack.sql`
    insert into budgets (workspace_id, name, used) values (${stranger.workspace}, 'calendar', 120)
    on conflict (workspace_id, name) do update set used = 120, window_start = now()`;
  expect((await get(`/${token}.ics`)).status).toBe(429);
});
