/** The monthly limit on a real database: numbers answer with the owner's message past it, and go back by themselves. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { UsageAnswer } from '../../../src/publish/workspace-wire.ts';
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
let owner: Worker;
let number: { id: string; number: string };
let vapiNumber: string;
let published: unknown;

const MINUTE = 60_000;
const LIMIT = {
  unit: 'minutes',
  most: 10,
  language: 'en',
  message: 'Please call again in June.',
  transferTo: null,
};

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  number = await getNumber(office, owner);
  await publishFlow(office, owner, await drawFlow(owner, restaurantReservation()), number.id);
  const [stored] = await office.stack.sql`select vapi_id from phone_numbers where id = ${number.id}`;
  vapiNumber = stored?.vapi_id as string;
  published = await answers();
});
afterAll(() => office.close());
afterEach(() => office.interceptVapi(null));

const sql = () => office.stack.sql;

async function answers() {
  const found = await office.deps.vapi?.getPhoneNumber(vapiNumber);
  if (!found?.ok) throw new Error('no number');
  const { assistantId = null, squadId = null } = found.value;
  return { assistantId, squadId };
}
async function limitAnswers(): Promise<string[]> {
  const listed = await office.deps.vapi?.listAssistants({ limit: 1000 });
  return listed?.ok
    ? listed.value.filter(({ metadata }) => metadata?.limit !== undefined).map(({ id }) => id)
    : [];
}
const setLimit = (part: object = {}, worker = owner) =>
  office.ask(worker, 'POST', '/usage/limit', { workspaceId: owner.workspace, ...LIMIT, ...part });
const removeLimit = () => office.ask(owner, 'POST', '/usage/limit/remove', { workspaceId: owner.workspace });
const usage = async () =>
  (await (await office.ask(owner, 'GET', `/usage?workspaceId=${owner.workspace}`)).json()) as UsageAnswer;

/** A call that is over, of so many minutes. */
async function call(minutes: number, cost = 0): Promise<void> {
  const now = new Date(office.deps.clock.now());
  await sql()`insert into calls (workspace_id, vapi_call_id, status, created_at, started_at, ended_at, cost)
    values (${owner.workspace}, ${crypto.randomUUID()}, 'ended', ${now}, ${now},
      ${new Date(now.getTime() + minutes * MINUTE)}, ${cost})`;
}

describe('what is used', () => {
  it('is counted once a call, however often it is computed, and stays when calls are forgotten', async () => {
    await call(4, 0.5);
    await sql()`update calls set ended_at = ended_at + interval '1 minute', cost = 0.75`;
    await sql()`update calls set outcome = 'completed'`;
    expect(await usage()).toMatchObject({ calls: 1, minutes: 5, dollars: 0.75, limit: null, isPast: false });
    await sql()`delete from calls`;
    expect(await usage()).toMatchObject({ calls: 1, minutes: 5, dollars: 0.75 });
  });
});

describe('the limit', () => {
  it('is set by owners, with a number that may be called', async () => {
    expect((await setLimit({}, await hireViewer(office, owner))).status).toBe(403);
    expect((await setLimit({}, await office.hire())).status).toBe(404);
    for (const transferTo of ['+33 89 92 34 56 7', 'Claire', '+882 13 300 655'])
      expect((await setLimit({ transferTo })).status, transferTo).toBe(400);
    expect((await setLimit({ message: ' ' })).status).toBe(400);
    expect((await setLimit()).status).toBe(200);
    expect(await usage()).toMatchObject({ limit: LIMIT, isPast: false, diverted: [] });
  });

  it('once reached, callers hear the message, and the call ends', async () => {
    await call(6);
    await office.cron();
    expect(await usage()).toMatchObject({ isPast: true, diverted: [number.number] });
    const [id] = await limitAnswers();
    expect(await answers()).toEqual({ assistantId: id, squadId: null });
    let state = await office.line('/calls', { to: number.number, from: '+33612345678' });
    const heard = [...state.said];
    for (let turn = 0; !state.ended && turn < 3; turn++) {
      state = await office.line(`/calls/${state.callId}/say`, { text: 'Hello?' });
      heard.push(...state.said);
    }
    expect(heard.join(' ')).toMatch(/automated assistant.*Please call again in June/s);
    expect(state.ended).toBe(true);
  });

  it('one number says its own words, until it says those of all again', async () => {
    const say = (words: object | null, worker = owner) =>
      office.ask(worker, 'POST', '/usage/limit/words', {
        workspaceId: owner.workspace,
        numberId: number.id,
        words,
      });
    const words = { language: 'fr', message: 'Rappelez en juin.' };
    const before = await answers();
    expect((await say(words, await hireViewer(office, owner))).status).toBe(403);
    expect((await say(words, await office.hire())).status).toBe(404);
    expect((await say({ ...words, message: ' ' })).status).toBe(400);
    office.wait(2 * MINUTE);
    expect((await say(words)).status).toBe(200);
    expect((await usage()).numbers).toMatchObject([{ id: number.id, words }]);
    expect(await answers()).not.toEqual(before);
    const { said } = await office.line('/calls', { to: number.number, from: '+33612345678' });
    expect(said.join(' ')).toMatch(/assistant vocal automatisé/);
    office.wait(2 * MINUTE);
    expect((await say(null)).status).toBe(200);
    expect(await answers()).toEqual(before);
  });

  it('is checked again without doing anything again', async () => {
    const before = await answers();
    let patches = 0;
    office.interceptVapi((request, pass) => {
      if (request.method !== 'GET') patches += 1;
      return pass();
    });
    for (let round = 0; round < 3; round++) {
      office.wait(2 * MINUTE);
      await office.cron();
    }
    expect(patches).toBe(0);
    expect(await answers()).toEqual(before);
  });

  it('holds for a publication made meanwhile', async () => {
    const flow = await drawFlow(owner, restaurantReservation('fr'));
    await publishFlow(office, owner, flow, number.id);
    published = await answers();
    office.wait(2 * MINUTE);
    await office.cron();
    expect(await limitAnswers()).toContain((await answers()).assistantId);
  });

  it('raised, numbers answer as published at once', async () => {
    await setLimit({ most: 1000 });
    expect(await answers()).toEqual(published);
    expect(await usage()).toMatchObject({ isPast: false, diverted: [] });
    const noted =
      await sql()`select action from activity where action like 'limit-%' order by at desc limit 2`;
    expect(noted.map(({ action }) => action)).toEqual(['limit-lifted', 'limit-set']);
  });

  it('passes calls on when the owner wants that', async () => {
    await setLimit({ most: 1, transferTo: '01 42 68 53 00' });
    const { assistantId } = await answers();
    const made = await office.deps.vapi?.getAssistant(assistantId ?? '');
    expect(JSON.stringify(made)).toContain('+33142685300');
  });

  it('ends with the month', async () => {
    office.wait(32 * 24 * 60 * MINUTE);
    await office.cron();
    expect(await answers()).toEqual(published);
    office.wait(2 * 60 * MINUTE);
    await office.cron();
    expect(await limitAnswers()).toEqual([]);
  });

  it('leaves a number alone that somebody put something else on', async () => {
    await office.deps.vapi?.updatePhoneNumber(vapiNumber, { assistantId: null, squadId: null });
    await call(6);
    await setLimit({ most: 1 });
    expect(await answers()).toEqual({ assistantId: null, squadId: null });
    await office.deps.vapi?.updatePhoneNumber(vapiNumber, published as never);
    await removeLimit();
  });
});

describe('killed at any request to Vapi, before or after it', () => {
  it('ends in the same state, with one assistant', async () => {
    for (const when of ['before', 'after'] as const)
      for (let step = 0, reached = true; reached; step++) {
        await call(6);
        let count = 0;
        let killed = false;
        office.interceptVapi(async (_request, pass) => {
          if (killed) throw new TypeError('dead');
          if (count++ !== step) return pass();
          killed = true;
          if (when === 'after') await pass();
          throw new TypeError('dead');
        });
        await setLimit({ most: 1 });
        office.interceptVapi(null);
        reached = killed;
        for (let round = 0; round < 3; round++) {
          office.wait(2 * MINUTE);
          await office.cron();
        }
        const made = await limitAnswers();
        expect(made, `${when} ${step}`).toHaveLength(1);
        expect(await answers()).toEqual({ assistantId: made[0], squadId: null });
        await removeLimit();
        expect(await answers()).toEqual(published);
        office.wait(2 * 60 * MINUTE);
        await office.cron();
      }
    expect(await limitAnswers()).toEqual([]);
  }, 900_000);
});
