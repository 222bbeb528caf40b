/** Lists of calls through the Edge Function `api`, on a real database. What each filter means is tested in `supabase/tests`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsAnswer, sumsAnswer } from '../../../src/publish/calls-wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import { drawFlow, hireViewer, type Office, openOffice, type Worker } from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
const CALLS = 23;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  const { sql } = office.stack;
  for (let number = 0; number < CALLS; number += 1)
    // Microseconds apart, as a database counts them and a browser does not.
    await sql`insert into calls (workspace_id, vapi_call_id, status, started_at, ended_at, created_at, outcome)
      values (${owner.workspace}, ${`call-${number}`}, 'ended', now(), now() + interval '65 seconds',
        timestamptz '2026-11-30 10:00:00.000001+00' + make_interval(secs => ${number}::numeric / 1000000), 'completed')`;
}, 120_000);
afterAll(() => office.close());

const list = async (body: object, worker = owner) =>
  office.ask(worker, 'POST', '/calls/list', { workspaceId: owner.workspace, filter: {}, size: 5, ...body });

describe('calls', () => {
  it('are listed page by page, each once', async () => {
    const seen: string[] = [];
    let after: object | null = null;
    do {
      const page = callsAnswer.parse(await (await list(after ? { after } : {})).json());
      seen.push(...page.calls.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(CALLS);
    expect(new Set(seen).size).toBe(CALLS);
  });

  it('are summed up', async () => {
    const body = { workspaceId: owner.workspace, filter: { longer: 60 }, zone: 'Europe/Paris' };
    const sums = sumsAnswer.parse(await (await office.ask(owner, 'POST', '/calls/sums', body)).json());
    expect(sums).toMatchObject({
      calls: CALLS,
      served: CALLS,
      seconds: CALLS * 65,
      days: { '2026-11-30': CALLS },
    });
    // A Monday, at eleven in Paris.
    expect(sums.hours).toEqual({ 11: CALLS });
  });

  it.each([
    ['a filter that is not known', { filter: { flwo: 'x' } }],
    ['a filter of another kind', { filter: { outcome: 'abducted' } }],
    ['a page without end', { size: 501 }],
    ['a moment that is none', { filter: { since: 'yesterday' } }],
  ])('%s is refused', async (_name, body) => {
    expect(await codeOf(await list(body))).toBe('400 bad-request');
  });

  it('a time zone that does not exist is refused', async () => {
    const body = { workspaceId: owner.workspace, filter: {}, zone: 'Europe/Nowhere' };
    expect(await codeOf(await office.ask(owner, 'POST', '/calls/sums', body))).toBe('400 bad-request');
  });
});

describe('a call that is hidden', () => {
  it('counts nowhere until it is shown again, and stays as it is', async () => {
    const { sql } = office.stack;
    const worker = await office.hire();
    const flowId = await drawFlow(worker);
    const [call] = await sql`
      insert into calls (workspace_id, vapi_call_id, flow_id, status, started_at, ended_at, outcome, path)
      values (${worker.workspace}, 'hidden', ${flowId}, 'ended', now() - interval '1 minute', now(), 'completed',
        ${sql.json([{ node: 'a', confidence: 'known' }])}) returning id`;
    await sql`insert into call_questions (workspace_id, call_id, position, node_id, question, asked_at)
      values (${worker.workspace}, ${call!.id}, 0, 'inform', 'Parking?', now())`;
    const ask = async (path: string, body: object) =>
      (await (await office.ask(worker, 'POST', path, { workspaceId: worker.workspace, ...body })).json()) as {
        calls: unknown;
        now?: { calls?: number } | null;
      };
    const since = new Date(office.deps.clock.now() - 86_400_000).toISOString();
    const counted = async (filter: object = {}) => {
      const [list, sums, traffic, report, questions] = await Promise.all([
        ask('/calls/list', { filter, size: 5 }),
        ask('/calls/sums', { filter, zone: 'UTC' }),
        ask('/calls/traffic', { flow: flowId, since }),
        ask('/calls/report', { filter, since, days: 2, zone: 'UTC' }),
        office.ask(worker, 'GET', `/questions?workspaceId=${worker.workspace}`).then((all) => all.json()),
      ]);
      return [
        (list.calls as unknown[]).length,
        sums.calls,
        traffic.calls,
        report.now?.calls ?? 0,
        JSON.stringify(questions).includes('Parking?'),
      ];
    };
    const hide = (by: Worker, hides: boolean) => office.ask(by, 'POST', `/calls/${call!.id}/hide`, { hides });
    expect(await counted()).toEqual([1, 1, 1, 1, true]);
    expect(await codeOf(await hide(await hireViewer(office, worker), true))).toBe('403 not-allowed');
    expect(await codeOf(await hide(owner, true))).toBe('404 not-found');
    expect((await hide(worker, true)).status).toBe(200);
    expect((await hide(worker, true)).status).toBe(200);
    expect(await counted()).toEqual([0, 0, 0, 0, false]);
    expect((await counted({ hidden: 'only' })).slice(0, 2)).toEqual([1, 1]);
    expect((await counted({ hidden: 'too' })).slice(0, 2)).toEqual([1, 1]);
    expect((await hide(worker, false)).status).toBe(200);
    expect(await counted()).toEqual([1, 1, 1, 1, true]);
    expect((await counted({ hidden: 'only' })).slice(0, 2)).toEqual([0, 0]);
    const noted = await sql`
      select action from activity where facts ->> 'call' = ${call!.id} and action like 'call-%' order by at`;
    expect(noted.map(({ action }) => action)).toEqual(['call-hidden', 'call-shown']);
  });
});

describe('a call that is erased', () => {
  it('keeps that there was one, and nothing that was said, collected or known of the caller', async () => {
    const { sql } = office.stack;
    const [call] =
      await sql`insert into calls (workspace_id, vapi_call_id, status, started_at, ended_at, caller, information, path)
      values (${owner.workspace}, 'erased', 'ended', now(), now(), '+33639980011', ${sql.json({ name: 'Zoé' })},
        ${sql.json([{ node: 'a', confidence: 'known', because: { code: 'caller-gave', params: { value: 'Zoé' } } }])})
      returning id`;
    await sql`insert into call_turns (workspace_id, call_id, position, role, text) values (${owner.workspace}, ${call!.id}, 0, 'caller', 'Zoé')`;
    const erase = (worker: Worker) => office.ask(worker, 'POST', `/calls/${call!.id}/erase`, {});
    const viewer = await hireViewer(office, owner);
    expect(await codeOf(await erase(viewer))).toBe('403 not-allowed');
    expect(await codeOf(await erase(await office.hire()))).toBe('404 not-found');
    expect((await erase(owner)).status).toBe(200);
    // Once more changes nothing.
    expect((await erase(owner)).status).toBe(200);
    const [left] =
      await sql`select caller, information, path, status, ended_at, words_erased_at from calls where id = ${call!.id}`;
    expect(left).toMatchObject({
      caller: null,
      information: {},
      path: [{ node: 'a', confidence: 'known' }],
      status: 'ended',
    });
    expect(left!.words_erased_at).not.toBeNull();
    expect(await sql`select from call_turns where call_id = ${call!.id}`).toHaveLength(0);
    const noted =
      await sql`select person from activity where action = 'call-erased' and facts ->> 'call' = ${call!.id}`;
    expect(noted.map(({ person }) => person)).toEqual([owner.userId]);
    // Vapi is told to forget it too; the sandbox never knew this one.
    expect(await sql`select from private.call_removals where vapi_call_id = 'erased'`).toHaveLength(1);
  });

  it('is not one that goes on', async () => {
    const { sql } = office.stack;
    const [call] =
      await sql`insert into calls (workspace_id, vapi_call_id, status, started_at) values (${owner.workspace}, 'on', 'in-progress', now()) returning id`;
    expect(await codeOf(await office.ask(owner, 'POST', `/calls/${call!.id}/erase`, {}))).toBe(
      '400 bad-request',
    );
  });
});
