/** Book and Send during a call: published templates on the sandbox's telephone, against the real endpoints and a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FlowDocument } from '../../../src/flow/document.ts';
import { SPEECH as SENDING } from '../../../src/kinds/send/speech.ts';
import { contentHash } from '../../../src/lib/hash.ts';
import { rehearsalAnswer } from '../../../src/publish/wire.ts';
import { templates } from '../../../src/templates/registry.ts';
import { sign } from '../../../src/vapi/sandbox/webhooks.ts';
import {
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { handle } from './handler.ts';

/** A Sunday evening, when no template is open. */
const SUNDAY = Date.parse('2027-06-13T20:00:00Z');
const MOBILE = '+33612345678';

let office: Office;
let owner: Worker;

beforeAll(async () => {
  office = await openOffice();
  office.wait(SUNDAY - Date.now());
  owner = await office.hire();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.stack.sql`delete from bookings`;
  await office.stack.sql`delete from messages`;
});

function template(id: string, language: 'fr' | 'en'): FlowDocument {
  const found = templates.find((each) => each.id === id);
  if (!found) throw new Error(`the template ${id} is gone`);
  return found.build(language, { name: 'Cabinet Martin' });
}

const callers = (id: string, language: 'fr' | 'en') =>
  templates.find((each) => each.id === id)!.callers.find(({ id: caller }) => caller === 'easy')!.lines[
    language
  ];

/** The steps that a call went through. */
async function call(document: FlowDocument, lines: readonly string[], from = MOBILE) {
  const flowId = await drawFlow(owner, document);
  const number = await getNumber(office, owner);
  expect(await publishFlow(office, owner, flowId, number.id)).toMatchObject({ state: 'live', error: null });
  const { callId, said } = await office.line('/calls', { to: number.number, from });
  const all = [...said];
  for (const text of lines) all.push(...(await office.line(`/calls/${callId}/say`, { text })).said);
  const [row] = await office.stack.sql<{ id: string; path: { node: string }[] }[]>`
    select id, path from calls where vapi_call_id = ${callId}`;
  return { id: row?.id, path: row?.path.map(({ node }) => node) ?? [], said: all.join('\n') };
}

const bookings = () => office.stack.sql`
  select service, starts_at, ends_at, name, phone, state, call_id from bookings order by starts_at`;
const messages = () => office.stack.sql`
  select channel, recipient, subject, text, state, call_id from messages order by created_at, channel desc`;
const block = (from: string, to: string) => office.stack.sql`
  insert into bookings (workspace_id, node_id, service, starts_at, ends_at, free_from, time_zone)
  values (${owner.workspace}, 'x', 'Away', ${from}, ${to}, ${to}, 'Europe/Paris')`;

/** The steps of a rehearsal in which the caller says these lines, and what is said to the caller. */
async function rehearse(document: FlowDocument, lines: readonly string[], pretence: object) {
  const flowId = await drawFlow(owner, document);
  const visited: string[] = [];
  const said: string[] = [];
  let previous: string | null | undefined;
  for (const input of [undefined, ...lines]) {
    if (previous === null) break;
    const response = await office.ask(owner, 'POST', '/rehearsals', {
      flowId,
      pretence,
      ...(previous === undefined ? {} : { previous }),
      ...(input === undefined ? {} : { input }),
    });
    if (!response.ok) throw new Error(await response.text());
    const answer = rehearsalAnswer.parse(await response.json());
    visited.push(...answer.visited);
    said.push(...answer.said.map(({ text }) => text));
    previous = answer.conversation;
  }
  return { visited, said: said.join('\n') };
}

describe('a rehearsal that pretends how it ends', () => {
  const document = template('medical-appointment', 'en');
  const book = Object.values(document.nodes).find(({ kind }) => kind === 'book')!.id;
  const behind = (exit: string) =>
    Object.values(document.edges).find((edge) => edge.from === book && edge.exit === exit)!.to;

  it.each(['booked', 'no-slot', 'problem'])('leaves by %s, and nothing is booked', async (exit) => {
    const { visited, said } = await rehearse(document, callers('medical-appointment', 'en'), {
      outcomes: { [book]: exit },
    });
    expect(visited[visited.indexOf(book) + 1]).toBe(behind(exit));
    expect(await bookings()).toEqual([]);
    const isOffered = /I could not book that time\. The next free times are .+ or .+ [AP]M\./.test(said);
    expect(isOffered).toBe(exit === 'no-slot');
  });

  it.each(['sent', 'problem'])('sends nothing, and says so where it fails: %s', async (exit) => {
    const { visited, said } = await rehearse(document, callers('medical-appointment', 'en'), {
      outcomes: { recap: exit },
    });
    expect(visited).toContain('recap');
    expect(visited.at(-1)).toBe('booked');
    expect(said.includes(SENDING.en.failed)).toBe(exit === 'problem');
    expect((await messages()).filter(({ state }) => state !== 'rehearsed')).toEqual([]);
  });
});

describe('the template of callbacks', () => {
  it.each([
    ['fr', 'jeudi 17 juin à 9 h', 'Zoé Durand', '2027-06-17T07:00:00Z'],
    ['en', 'Thursday, June 17 at 9 AM', 'Zoe Smith', null],
  ] as const)('books, says for when, and tells caller and owner (%s)', async (language, slot, name, at) => {
    const { id, path, said } = await call(template('callback', language), callers('callback', language));
    expect(path.slice(-4)).toEqual(['slot', 'confirm', 'tell', 'done']);
    expect(said).toContain(slot);
    const [booking, ...more] = await bookings();
    expect(more).toEqual([]);
    expect(booking).toMatchObject({ name, phone: MOBILE, state: 'booked', call_id: id });
    if (at) expect(booking?.starts_at).toEqual(new Date(at));
    const [sms, email] = await messages();
    expect(sms).toMatchObject({ channel: 'sms', recipient: MOBILE, state: 'caught', call_id: id });
    expect(sms?.text).toContain(slot);
    expect(email).toMatchObject({ channel: 'email', recipient: 'me@example.com', state: 'caught' });
    expect(email?.subject).toContain(name);
    expect(`${sms?.text} ${email?.text} ${email?.subject}`).not.toMatch(/[[\]{}]/);
  });

  it('books the next free place when somebody has the first', async () => {
    await block('2027-06-17T07:00:00Z', '2027-06-17T07:20:00Z');
    const { said } = await call(template('callback', 'fr'), callers('callback', 'fr'));
    expect(said).toContain('jeudi 17 juin à 9 h 30');
  });

  it('goes the way of “nothing free” when the morning is full, and says what is free', async () => {
    await block('2027-06-17T06:00:00Z', '2027-06-17T10:30:00Z');
    const { path, said } = await call(template('callback', 'fr'), callers('callback', 'fr'));
    expect(path.slice(-3)).toEqual(['slot', 'tell', 'done']);
    expect(said).toMatch(
      /Je n’ai pas pu réserver à ce moment-là\. Les prochains créneaux libres sont .* ou .* h( \d\d)?\./u,
    );
    expect((await messages()).map(({ channel }) => channel)).toEqual(['email']);
  });

  it('goes on without an SMS to a telephone that cannot get one', async () => {
    const { path } = await call(template('callback', 'fr'), callers('callback', 'fr'), '+33142685300');
    expect(path.slice(-3)).toEqual(['confirm', 'tell', 'done']);
    expect((await messages()).map(({ channel }) => channel)).toEqual(['email']);
  });
});

describe('an SMS', () => {
  const withoutSms = async () => {
    const { path } = await call(template('callback', 'fr'), callers('callback', 'fr'));
    expect(path.slice(-3)).toEqual(['confirm', 'tell', 'done']);
    expect((await messages()).map(({ channel }) => channel)).toEqual(['email']);
  };

  it('is not sent to a country that the workspace has not switched on, and the call goes on', async () => {
    await office.stack.sql`update workspaces set countries = '{BE}' where id = ${owner.workspace}`;
    await withoutSms();
    await office.stack.sql`update workspaces set countries = '{BE,FR}' where id = ${owner.workspace}`;
  });

  it('is not sent to somebody who asked not to be written to', async () => {
    await office.stack
      .sql`insert into objections (workspace_id, number) values (${owner.workspace}, ${MOBILE})`;
    await withoutSms();
    await office.stack.sql`delete from objections`;
  });
});

describe('the template of a medical practice', () => {
  it('books and sends the number that was given an SMS', async () => {
    const { path } = await call(template('medical-appointment', 'fr'), callers('medical-appointment', 'fr'));
    expect(path.slice(-3)).toEqual(['booking', 'recap', 'booked']);
    expect(await bookings()).toMatchObject([{ name: 'Zoé Durand', phone: '+33612345678' }]);
    expect(await messages()).toMatchObject([{ channel: 'sms', recipient: '+33612345678', state: 'caught' }]);
  });

  it('takes the way of a problem when our server refuses', async () => {
    await office.stack.sql`
      insert into budgets (workspace_id, name, used) values (${owner.workspace}, 'runtime', 240)
      on conflict (workspace_id, name) do update set used = 240, window_start = now()`;
    const { path } = await call(template('medical-appointment', 'fr'), callers('medical-appointment', 'fr'));
    expect(path.slice(-3)).toEqual(['booking', 'notify', 'noted']);
    expect(await bookings()).toEqual([]);
    await office.stack.sql`delete from budgets`;
  });
});

describe('a request', () => {
  let flowId: string;
  let version: string;
  const timestamp = () => String(Math.floor(office.deps.clock.now() / 1000));

  beforeAll(async () => {
    const document = template('callback', 'fr');
    flowId = await drawFlow(owner, document);
    version = await contentHash(document);
    const number = await getNumber(office, owner);
    await publishFlow(office, owner, flowId, number.id);
  });
  beforeEach(async () => {
    await office.stack.sql`delete from budgets`;
  });

  const ask = async (endpoint: string, rest: object) => {
    const common = { flow: flowId, version, call: crypto.randomUUID(), caller: MOBILE, language: 'fr' };
    const text = JSON.stringify({ ...common, ...rest });
    const at = timestamp();
    const headers = { 'x-timestamp': at, 'x-signature': sign(office.stack.secrets.webhookSecret, at, text) };
    const request = new Request(`https://functions.test/runtime/${endpoint}`, {
      method: 'POST',
      headers,
      body: text,
    });
    const response = await handle(request, office.deps);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const bookAt = (moment: string, rest: object = {}) =>
    ask('book', {
      node: 'slot',
      moment,
      contact: 'Paul Petit',
      when_property: 'moment',
      name_property: 'contact',
      ...rest,
    });

  it('of two calls at the same moment gives a place to one of them', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => bookAt('jeudi 17 juin à 10 h')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(answers.map(({ body }) => body.outcome).sort()).toEqual([
      'booked',
      ...Array.from({ length: 7 }, () => 'no-slot'),
    ]);
    // Whoever came too late is not offered what they have just lost.
    for (const { body } of answers) expect(String(body.offer)).not.toMatch(/à 10 h( ou|,|\.)/);
    expect(await bookings()).toHaveLength(1);
  });

  it('of many calls for one morning gives each a place of its own', async () => {
    // Nobody's patience ends, however busy the machine is.
    const now = vi.spyOn(office.deps.clock, 'now').mockReturnValue(office.deps.clock.now());
    onTestFinished(() => now.mockRestore());
    const answers = await Promise.all(Array.from({ length: 10 }, () => bookAt('vendredi 18 juin le matin')));
    const slots = answers.filter(({ body }) => body.outcome === 'booked').map(({ body }) => body.slot);
    expect(slots.length).toBeGreaterThan(5);
    expect(new Set(slots).size).toBe(slots.length);
    expect(await bookings()).toHaveLength(slots.length);
  });

  it('is stopped by the database itself when a place overlaps', async () => {
    await block('2027-06-17T08:00:00Z', '2027-06-17T08:30:00Z');
    await expect(block('2027-06-17T08:15:00Z', '2027-06-17T08:45:00Z')).rejects.toThrow(/bookings_apart/);
    await office.stack.sql`update bookings set state = 'cancelled'`;
    await block('2027-06-17T08:15:00Z', '2027-06-17T08:45:00Z');
    await expect(office.stack.sql`update bookings set state = 'booked'`).rejects.toThrow(/stays cancelled/);
  });

  it('offers what is free nearby when the wish is taken', async () => {
    await bookAt('jeudi 17 juin à 10 h');
    expect((await bookAt('jeudi 17 juin à 10 h')).body).toEqual({
      outcome: 'no-slot',
      free: ['jeudi 17 juin à 9 h 45', 'jeudi 17 juin à 10 h 15', 'jeudi 17 juin à 9 h 30'],
      offer:
        'Les prochains créneaux libres sont jeudi 17 juin à 9 h 30, jeudi 17 juin à 9 h 45 ou jeudi 17 juin à 10 h 15.',
    });
  });

  it.each([
    ['in words that may mean two days', 'dans huit jours'],
    ['without a day', 'à dix heures'],
    ['in the past', '2027-06-10T10:00'],
    ['on a closed day', 'dimanche 20 juin à 10 h'],
    ['too soon', 'le 13 juin à 22 h 30'],
  ])('%s books nothing', async (_, moment) => {
    expect((await bookAt(moment)).body.outcome).toBe('no-slot');
    expect(await bookings()).toEqual([]);
  });

  it('offers the soonest when the wish was not understood', async () => {
    const { offer } = (await bookAt('dans huit jours')).body;
    expect(offer).toMatch(/^Les prochains créneaux libres sont /u);
  });

  it('takes no place in another calendar', async () => {
    const elsewhere = (calendar: string) => office.stack.sql`
      insert into bookings (workspace_id, node_id, service, calendar, starts_at, ends_at, free_from, time_zone)
      values (${owner.workspace}, 'x', 'Away', ${calendar}, '2027-06-17T08:00:00Z', '2027-06-17T08:30:00Z',
        '2027-06-17T08:30:00Z', 'Europe/Paris')`;
    await elsewhere('Dr Durand');
    expect((await bookAt('jeudi 17 juin à 10 h')).body.outcome).toBe('booked');
    await expect(elsewhere('')).rejects.toThrow(/bookings_apart/);
    await elsewhere('Dr Martin');
    await expect(elsewhere('Dr Martin')).rejects.toThrow(/bookings_apart/);
  });

  it('of a step with a calendar goes into that one', async () => {
    const document = template('callback', 'fr');
    const step = document.nodes['slot' as never] as unknown as { data: object };
    const inCalendar = { ...step, data: { ...step.data, calendar: 'Dr Martin' } };
    const drawn = { ...document, nodes: { ...document.nodes, slot: inCalendar } } as FlowDocument;
    await block('2027-06-17T06:00:00Z', '2027-06-17T10:30:00Z');
    const { said } = await call(drawn, callers('callback', 'fr'));
    expect(said).toContain('jeudi 17 juin à 9 h');
    const booked = await office.stack.sql`select calendar from bookings where service <> 'Away'`;
    expect(booked).toEqual([{ calendar: 'Dr Martin' }]);
  });

  it('of a step whose calendar was removed says that it did not work, and takes nothing', async () => {
    await office.stack
      .sql`insert into former_calendars (workspace_id, name) values (${owner.workspace}, 'Dr Petit')`;
    const document = template('callback', 'fr');
    const step = document.nodes['slot' as never] as unknown as { data: object };
    const removed = { ...step, data: { ...step.data, calendar: 'Dr Petit' } };
    const drawn = { ...document, nodes: { ...document.nodes, slot: removed } } as FlowDocument;
    const { path } = await call(drawn, callers('callback', 'fr'));
    const behind = Object.values(document.edges).find(
      ({ from, exit }) => from === 'slot' && exit === 'problem',
    );
    expect(path[path.indexOf('slot') + 1]).toBe(behind?.to);
    expect(await bookings()).toEqual([]);
  });

  it('delivered again, or said in other words in the same call, books once', async () => {
    const call = crypto.randomUUID();
    const first = await bookAt('jeudi 17 juin le matin', { call });
    expect(await bookAt('jeudi 17 juin le matin', { call })).toEqual(first);
    expect(await bookAt('jeudi matin de préférence', { call })).toEqual(first);
    expect(await bookings()).toHaveLength(1);
    expect((await bookAt('vendredi 18 juin à 9 h', { call })).body.outcome).toBe('booked');
    expect(await bookings()).toHaveLength(2);
  });

  it('of a rehearsal takes no place and sends nothing', async () => {
    const rehearsed = { call: '', caller: '', version: 'draft' };
    expect((await bookAt('jeudi 17 juin à 10 h', rehearsed)).body).toEqual({
      outcome: 'booked',
      slot: 'jeudi 17 juin à 10 h',
    });
    expect(await bookings()).toEqual([]);
    const text = 'Cabinet Martin : nous vous rappelons le jeudi.';
    expect((await ask('send', { ...rehearsed, node: 'confirm', to: '', text })).body).toEqual({
      outcome: 'sent',
    });
    expect(await messages()).toMatchObject([{ state: 'rehearsed', recipient: '' }]);
  });

  it.each([
    ['a name that is no text', { contact: { a: 1 } }],
    ['a wish under another name', { when_property: 'contact' }],
  ])('with %s is refused', async (_, rest) => {
    expect((await bookAt('jeudi 17 juin à 10 h', rest)).status).toBe(502);
    expect(await bookings()).toEqual([]);
  });

  it('to send has the words of the drawing, whatever else stands in it', async () => {
    const text = 'Cabinet Martin : nous vous rappelons le [moment].';
    const send = (rest: object) =>
      ask('send', { node: 'confirm', channel: 'sms', to: MOBILE, text, ...rest });
    expect((await send({ text: 'Gagnez un million sur https://example.com' })).status).toBe(502);
    expect((await send({ moment: 'x'.repeat(3000) })).status).toBe(502);
    expect(await messages()).toEqual([]);
    // Who gets it is the drawing's to say.
    expect((await send({ to: '+33899123456', moment: 'jeudi\u0000\u202e\n\n à 9 h' })).body).toEqual({
      outcome: 'sent',
    });
    expect(await messages()).toMatchObject([
      { recipient: MOBILE, text: 'Cabinet Martin : nous vous rappelons le jeudi à 9 h.' },
    ]);
  });

  it.each([
    ['no number', ''],
    ['a short number', '+3312'],
    ['a premium number', '+33899123456'],
    ['an emergency number', '112'],
  ])('to send to %s is refused', async (_, caller) => {
    const text = 'Cabinet Martin : nous vous rappelons le jeudi.';
    expect((await ask('send', { node: 'confirm', caller, text })).status).toBe(502);
    expect(await messages()).toEqual([]);
  });

  it('to send is carried out once, and a step sends no flood', async () => {
    const call = crypto.randomUUID();
    const send = (day: string) =>
      ask('send', { node: 'confirm', call, text: `Cabinet Martin : nous vous rappelons le ${day}.` });
    expect((await Promise.all([send('lundi'), send('lundi')])).map(({ status }) => status)).toEqual([
      200, 200,
    ]);
    expect(await messages()).toHaveLength(1);
    for (const day of ['mardi', 'mercredi', 'jeudi', 'vendredi']) await send(day);
    expect(await messages()).toHaveLength(3);
  });

  it('to send has a budget for each workspace', async () => {
    await office.stack
      .sql`insert into budgets (workspace_id, name, used) values (${owner.workspace}, 'sms', 300)`;
    const text = 'Cabinet Martin : nous vous rappelons le jeudi.';
    expect((await ask('send', { node: 'confirm', text })).status).toBe(502);
    expect(await messages()).toEqual([]);
  });
});
