/** A number that two flows answer by opening hours: through `api` and `cron`, on a real database and the Vapi sandbox. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DOCUMENT_FORMAT } from '../../../src/flow/document.ts';
import {
  appointmentBooking,
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  openOffice,
  publishFlow,
  restaurantReservation,
  type Worker,
} from '../../tests/functions/office.ts';
import { keepSchedules } from '../_shared/number-schedules.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Whatever the day: open from nine to half past six. */
const HOURS = {
  format: DOCUMENT_FORMAT,
  timeZone: 'UTC',
  week: Array.from({ length: 7 }, () => [{ from: 540, to: 1110 }]),
  holidays: 'none',
  exceptions: [],
};

let office: Office;
let worker: Worker;
let day: string;
let night: string;
let number: { id: string; number: string };
let hours: string;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  worker = await office.hire();
  day = await drawFlow(worker, appointmentBooking());
  night = await drawFlow(worker, restaurantReservation());
  number = await getNumber(office, worker);
  const { data } = await worker.client
    .from('opening_hours')
    .insert({ workspace_id: worker.workspace, name: 'Office', hours: HOURS })
    .select('id')
    .single();
  hours = (data as { id: string }).id;
});
afterEach(() => office.interceptVapi(null));

/** To the next such time of the day, in UTC. */
function goTo(hour: number, minute = 0): void {
  const now = office.deps.clock.now();
  const wanted = Math.floor(now / DAY) * DAY + (hour * 60 + minute) * MINUTE;
  office.wait((wanted > now ? wanted : wanted + DAY) - now);
}
const set = (body: object) => office.ask(worker, 'POST', `/numbers/${number.id}/schedule`, body);
const byHours = (rest: object = { flowId: night }) => set({ rows: [{ hoursId: hours, flowId: day }], rest });
const cron = async () => (await (await office.cron()).json()) as Record<string, number | string>;
/** What `cron` does first, by itself; a killed one leaves what it did. */
const tick = () => keepSchedules(office.deps).catch(() => 0);
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

/** What the number answers with at Vapi, as the flow that it is of, or its words; and what we say that answers. */
async function answering() {
  const { sql } = office.stack;
  const [row] = await sql`select vapi_id, deployment_id, flow_id from phone_numbers where id = ${number.id}`;
  const saved = await office.deps.vapi!.getPhoneNumber(row?.vapi_id);
  if (!saved.ok) throw new Error('no number');
  const target = saved.value.squadId ?? saved.value.assistantId ?? null;
  const [at] = await sql`select d.id, d.flow_id, d.purpose, d.state from deployments d
    join deployment_steps s on s.deployment_id = d.id
    where s.vapi_id = ${target} and d.phone_number_id = ${number.id}
    order by d.state = 'live' desc, d.created_at desc limit 1`;
  const nameOf = (flow: unknown) => (flow === day ? 'day' : flow === night ? 'night' : null);
  return {
    atVapi: at?.purpose === 'flow' ? nameOf(at.flow_id) : (at?.purpose ?? null),
    here: at?.id === row?.deployment_id,
    flow: nameOf(row?.flow_id),
  };
}
const is = (name: string | null) => ({ atVapi: name, here: true, flow: name === 'words' ? null : name });
const live = async () => {
  const rows = await office.stack.sql`select purpose, flow_id from deployments
    where phone_number_id = ${number.id} and state = 'live'`;
  return rows
    .map(({ purpose, flow_id }) => (purpose === 'flow' ? (flow_id === day ? 'day' : 'night') : purpose))
    .sort();
};
const publish = async (flow: string, revision = 1) => {
  const done = await publishFlow(office, worker, flow, number.id, revision);
  return done.state;
};
/** Both are in service, and it is ten in the morning. */
async function open() {
  goTo(10);
  await publish(day);
  expect((await byHours()).status).toBe(200);
  expect(await publish(night)).toBe('live');
}

describe('two flows', () => {
  it('answer in turn: what is published waits for its hours, and each is switched to at its minute', async () => {
    await open();
    expect(await answering()).toEqual(is('day'));
    expect(await live()).toEqual(['day', 'night']);
    goTo(18, 29);
    await tick();
    expect(await answering()).toEqual(is('day'));
    office.wait(MINUTE);
    expect(await cron()).toMatchObject({ keepSchedules: 1 });
    expect(await answering()).toEqual(is('night'));
    // A call is of the flow that answers it.
    const { callId } = await office.line('/calls', { to: number.number, from: '+33612345678' });
    await office.line(`/calls/${callId}/hang-up`, {});
    const [call] = await office.stack.sql`select flow_id, jsonb_array_length(path) as steps from calls
      where vapi_call_id = ${callId}`;
    expect(call?.flow_id).toBe(night);
    expect(call?.steps).toBeGreaterThan(0);
    goTo(9);
    await tick();
    expect(await answering()).toEqual(is('day'));
    expect(await tick()).toBe(0);
  });

  it('a late cron does what is due then, not what it missed', async () => {
    await open();
    office.wait(3 * DAY);
    goTo(23);
    await tick();
    expect(await answering()).toEqual(is('night'));
    office.wait(DAY);
    await tick();
    expect(await answering()).toEqual(is('night'));
  });

  it('a flow that is not in service yet is not switched to; once it is, it answers', async () => {
    goTo(10);
    await publish(day);
    await byHours();
    goTo(20);
    await tick();
    expect(await answering()).toEqual(is('day'));
    expect(await publish(night)).toBe('live');
    expect(await answering()).toEqual(is('night'));
  });

  it('new hours count within the minute', async () => {
    await open();
    const week = Array.from({ length: 7 }, () => [{ from: 60, to: 120 }]);
    await worker.client
      .from('opening_hours')
      .update({ hours: { ...HOURS, week } })
      .eq('id', hours);
    await tick();
    expect(await answering()).toEqual(is('night'));
  });

  it('one flow is enough for the end of it, and the other is in service no more', async () => {
    await open();
    expect((await set({ rows: [], rest: { flowId: night } })).status).toBe(200);
    expect(await answering()).toEqual(is('night'));
    expect(await live()).toEqual(['night']);
    const [left] = await office.stack.sql`select count(*)::int as rows from number_schedules
      where phone_number_id = ${number.id}`;
    expect(left?.rows).toBe(0);
    // And publishes as ever.
    expect(await publish(day)).toBe('live');
    expect(await answering()).toEqual(is('day'));
    expect(await live()).toEqual(['day']);
  });
});

describe('out of hours', () => {
  it('words answer, made at once, and made anew when they change', async () => {
    goTo(10);
    await publish(day);
    expect((await byHours({ words: 'We are closed.' })).status).toBe(200);
    expect(await live()).toEqual(['day', 'words']);
    goTo(19);
    await tick();
    expect(await answering()).toEqual(is('words'));
    const said = async () =>
      (await office.line('/calls', { to: number.number, from: '+33612345678' })).said.join(' ');
    expect(await said()).toContain('We are closed.');
    await byHours({ words: 'Back at nine.' });
    expect(await said()).toContain('Back at nine.');
    expect(await answering()).toEqual(is('words'));
    goTo(9);
    await tick();
    expect(await answering()).toEqual(is('day'));
  });

  it('words that could not be made are tried again when somebody asks, or later', async () => {
    goTo(10);
    await publish(day);
    office.interceptVapi(async (request, pass) =>
      request.method === 'POST' ? Response.json({ message: 'no' }, { status: 400 }) : pass(),
    );
    await byHours({ words: 'We are closed.' });
    office.interceptVapi(null);
    expect(await live()).toEqual(['day']);
    await tick();
    expect(await live()).toEqual(['day']);
    await office.stack.sql`update deployments set finished_at = now() - interval '61 minutes'
      where purpose = 'words' and state = 'failed'`;
    await tick();
    expect(await live()).toEqual(['day', 'words']);
  });
});

describe('the switch', () => {
  const requests = ['before it is read', 'before it is told', 'after it is told'] as const;
  it.each(requests)('killed %s is done by the next cron', async (when) => {
    await open();
    goTo(18, 30);
    let patched = 0;
    office.interceptVapi(async (request, pass) => {
      if (!new URL(request.url).pathname.startsWith('/phone-number/')) return pass();
      if (when === 'before it is read') throw new Error('killed');
      if (request.method === 'GET' && patched > 0) throw new Error('killed');
      if (request.method !== 'PATCH') return pass();
      patched += 1;
      if (when === 'after it is told') await pass();
      throw new Error('killed');
    });
    await tick();
    office.interceptVapi(null);
    expect((await answering()).flow).toBe('day');
    office.wait(2 * MINUTE);
    await tick();
    expect(await answering()).toEqual(is('night'));
  });

  it('killed before it is noted leaves the number to nobody else, and is noted by the next', async () => {
    await open();
    goTo(18, 30);
    const { sql } = office.stack;
    await sql`create function private.break_it() returns trigger language plpgsql as
      $$ begin raise exception 'killed'; end $$`;
    await sql`create trigger break_it before update of deployment_id on phone_numbers
      for each row execute function private.break_it()`;
    await tick();
    await sql`drop trigger break_it on phone_numbers`;
    await sql`drop function private.break_it()`;
    expect(await answering()).toMatchObject({ atVapi: 'night', flow: 'day' });
    // Held: nothing is published on it meanwhile, and nothing is set.
    const refused = await office.ask(worker, 'POST', '/publications', {
      flowId: day,
      numberId: number.id,
      revision: 1,
    });
    expect(await codeOf(refused)).toBe('number-switching');
    expect(await codeOf(await byHours())).toBe('number-switching');
    office.wait(2 * MINUTE);
    await tick();
    expect(await answering()).toEqual(is('night'));
  });

  it('waits for a publication on the number, and comes after it', async () => {
    await open();
    const started = await office.ask(worker, 'POST', '/publications', {
      flowId: day,
      numberId: number.id,
      revision: 1,
    });
    const { id } = (await started.json()) as { id: string };
    goTo(18, 30);
    await office.stack.sql`update deployments set lease_until = now() + interval '1 hour', fence = fence + 1
      where id = ${id}`;
    await tick();
    expect(await answering()).toEqual(is('day'));
    await office.stack.sql`update deployments set lease_until = null where id = ${id}`;
    office.wait(MINUTE);
    await cron();
    office.wait(MINUTE);
    await tick();
    const [row] = await office.stack.sql`select state from deployments where id = ${id}`;
    expect(row?.state).toBe('live');
    expect(await answering()).toEqual(is('night'));
    expect(await live()).toEqual(['day', 'night']);
  });

  it('leaves alone what somebody else put on the number', async () => {
    await open();
    const [row] = await office.stack.sql`select vapi_id from phone_numbers where id = ${number.id}`;
    await office.deps.vapi!.updatePhoneNumber(row?.vapi_id, {
      provider: 'vapi',
      assistantId: null,
      squadId: null,
    });
    goTo(18, 30);
    await tick();
    expect((await answering()).atVapi).toBe(null);
  });

  it('what was moved to another of its flows is put right, and is nobody’s doing', async () => {
    await open();
    const { sql } = office.stack;
    const [wrong] =
      await sql`select s.vapi_id from deployments d join deployment_steps s on s.deployment_id = d.id
      where d.flow_id = ${night} and d.state = 'live' and s.kind = 'create-squad'`;
    const [row] = await sql`select vapi_id, deployment_id from phone_numbers where id = ${number.id}`;
    await office.deps.vapi!.updatePhoneNumber(row?.vapi_id, {
      provider: 'vapi',
      assistantId: null,
      squadId: wrong?.vapi_id,
    });
    const told = await office.ask(worker, 'POST', `/publications/${row?.deployment_id}/compare`);
    expect(await told.json()).toEqual({ drift: null });
    office.wait(5 * MINUTE);
    await tick();
    expect(await answering()).toEqual(is('day'));
  });
});

describe('what is in service', () => {
  it('a new version takes the place of its own flow alone, and an earlier one comes back', async () => {
    await open();
    const drawn = restaurantReservation();
    await worker.client
      .from('flows')
      .update({ document: { ...drawn, name: 'Evening' } })
      .eq('id', night);
    expect(await publish(night, 2)).toBe('live');
    expect(await answering()).toEqual(is('day'));
    expect(await live()).toEqual(['day', 'night']);
    const [former] = await office.stack.sql`select id from deployments
      where flow_id = ${night} and state = 'superseded' limit 1`;
    const back = await office.ask(worker, 'POST', `/publications/${former?.id}/restore`);
    const { id } = (await back.json()) as { id: string };
    await office.ask(worker, 'POST', `/publications/${id}/advance`);
    const [row] = await office.stack.sql`select state from deployments where id = ${id}`;
    expect(row?.state).toBe('live');
    expect(await answering()).toEqual(is('day'));
    goTo(18, 30);
    await tick();
    expect(await answering()).toEqual(is('night'));
  });

  it('a plan says when the flow answers, and one that is in no hours is refused', async () => {
    await open();
    const plan = async (flowId: string) =>
      (await (
        await office.ask(worker, 'POST', '/publications/plan', { flowId, numberId: number.id })
      ).json()) as { schedule: object; unchanged: boolean };
    expect(await plan(day)).toMatchObject({
      schedule: { hours: ['Office'], rest: false, isDue: true },
      unchanged: true,
    });
    expect(await plan(night)).toMatchObject({
      schedule: { hours: [], rest: true, isDue: false },
      unchanged: true,
    });
    const other = await drawFlow(worker, appointmentBooking());
    expect(await plan(other)).toMatchObject({ schedule: { hours: [], rest: false, isDue: false } });
    const refused = await office.ask(worker, 'POST', '/publications', {
      flowId: other,
      numberId: number.id,
      revision: 1,
    });
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'number-scheduled']);
  });

  it('taken out of service, words answer in the flow’s own hours', async () => {
    await open();
    const [row] = await office.stack.sql`select deployment_id from phone_numbers where id = ${number.id}`;
    const out = await office.ask(worker, 'POST', `/publications/${row?.deployment_id}/unpublish`, {
      words: 'Not today.',
    });
    const { id } = (await out.json()) as { id: string };
    await office.ask(worker, 'POST', `/publications/${id}/advance`);
    expect((await answering()).atVapi).toBe('fallback');
    expect(await live()).toEqual(['fallback', 'night']);
    goTo(18, 30);
    await tick();
    expect(await answering()).toEqual(is('night'));
    goTo(9);
    await tick();
    expect((await answering()).atVapi).toBe('fallback');
  });

  it('neither its flows nor its hours can be removed; the number can', async () => {
    await open();
    const flow = await worker.client.from('flows').delete().eq('id', night);
    expect(flow.error?.code).toBe('23503');
    const gone = await worker.client.from('opening_hours').delete().eq('id', hours);
    expect(gone.error?.code).toBe('23503');
    await office.ask(worker, 'POST', `/numbers/${number.id}/remove`);
    office.wait(11 * MINUTE);
    await cron();
    expect(await live()).toEqual([]);
    expect((await worker.client.from('opening_hours').delete().eq('id', hours)).error).toBe(null);
    expect((await worker.client.from('flows').delete().eq('id', night)).error).toBe(null);
  });

  it('somebody else’s answer on the number ends the hours once that is kept', async () => {
    await open();
    const [row] = await office.stack
      .sql`select vapi_id, deployment_id from phone_numbers where id = ${number.id}`;
    await office.deps.vapi!.updatePhoneNumber(row?.vapi_id, {
      provider: 'vapi',
      assistantId: null,
      squadId: null,
    });
    const told = await office.ask(worker, 'POST', `/publications/${row?.deployment_id}/compare`);
    const { drift } = (await told.json()) as { drift: { state: string; findings: { kind: string }[] } };
    expect(drift.findings).toEqual([{ kind: 'number-silent' }]);
    const kept = await office.ask(worker, 'POST', `/publications/${row?.deployment_id}/drift`, {
      choice: 'keep',
      state: drift.state,
    });
    expect(kept.status).toBe(200);
    expect(await live()).toEqual([]);
    expect(await tick()).toBe(0);
  });

  it('is seen by whoever looks on, set by whoever may edit, and noted', async () => {
    await open();
    const viewer = await hireViewer(office, worker);
    const { data } = await viewer.client
      .from('number_schedules')
      .select('position, hours_id, flow_id')
      .order('position');
    expect(data).toEqual([
      { position: 0, hours_id: hours, flow_id: day },
      { position: 1, hours_id: null, flow_id: night },
    ]);
    const body = { rows: [], rest: { flowId: day } };
    expect((await office.ask(viewer, 'POST', `/numbers/${number.id}/schedule`, body)).status).toBe(403);
    const log = (await (
      await office.ask(worker, 'GET', `/activity?workspaceId=${worker.workspace}`)
    ).json()) as { entries: { action: string }[] };
    expect(log.entries.filter(({ action }) => action === 'schedule-set')).toHaveLength(1);
  });

  it('is not set with what cannot be, nor with what is of others', async () => {
    const rows = [{ hoursId: hours, flowId: day }];
    for (const body of [
      { rows: [...rows, ...rows], rest: { flowId: night } },
      { rows: [], rest: { words: 'Closed.' } },
      { rows, rest: { words: '{{name}}' } },
      { rows, rest: { words: ' ' } },
      { rows, rest: { flowId: night, words: 'Closed.' } },
    ])
      expect(await codeOf(await set(body))).toBe('bad-request');
    const other = await office.hire();
    const theirs = await drawFlow(other);
    const rest = { flowId: day };
    for (const row of [
      { hoursId: hours, flowId: theirs },
      { hoursId: theirs, flowId: day },
    ])
      expect(await codeOf(await set({ rows: [row], rest }))).toBe('not-found');
    const foreign = await office.ask(other, 'POST', `/numbers/${number.id}/schedule`, { rows: [], rest });
    expect(foreign.status).toBe(404);
  });
});
