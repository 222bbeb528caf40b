/** Lists of calls through the Edge Function `api`, on a real database. What each filter means is tested in `supabase/tests`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsAnswer, sumsAnswer } from '../../../src/publish/calls-wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import { type Office, openOffice, type Worker } from '../../tests/functions/office.ts';

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
