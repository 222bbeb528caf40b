/** Numbers through the Edge Function `api`, on a real database and the Vapi sandbox. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberAnswer } from '../../../src/publish/wire.ts';
import { type Office, openOffice } from '../../tests/functions/office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

describe('numbers', () => {
  it('a workspace has one test number, however often it asks', async () => {
    const worker = await office.hire();
    const ask = () => office.ask(worker, 'POST', '/numbers/test', { workspaceId: worker.workspace });
    const first = numberAnswer.parse(await (await ask()).json());
    const again = numberAnswer.parse(await (await ask()).json());
    expect(again.id).toBe(first.id);
    const list = await office.ask(worker, 'GET', `/numbers?workspaceId=${worker.workspace}`);
    // It may have begun to ring meanwhile.
    const state = expect.stringMatching(/^(activating|active)$/);
    expect(await list.json()).toEqual([{ ...again, state }]);
  });

  it('one that is being set up is asked after until it rings', async () => {
    const worker = await office.hire();
    const made = await office.ask(worker, 'POST', '/numbers/test', { workspaceId: worker.workspace });
    expect(numberAnswer.parse(await made.json()).state).toBe('activating');
    office.interceptVapi(async (request, pass) => {
      const response = await pass();
      if (request.method !== 'GET') return response;
      return Response.json({ ...((await response.json()) as object), status: 'active' });
    });
    const ask = () => office.ask(worker, 'GET', `/numbers?workspaceId=${worker.workspace}`);
    expect(await (await ask()).json()).toMatchObject([{ state: 'active' }]);
    office.interceptVapi(null);
    expect(await (await ask()).json()).toMatchObject([{ state: 'active' }]);
  });

  it('one whose answer was lost is found again', async () => {
    const worker = await office.hire();
    office.interceptVapi(async (request, pass) => {
      const response = await pass();
      return request.method === 'POST' ? new Response('', { status: 502 }) : response;
    });
    const response = await office.ask(worker, 'POST', '/numbers/test', { workspaceId: worker.workspace });
    office.interceptVapi(null);
    expect(response.status).toBe(200);
    const numbers = await office.deps.vapi?.listPhoneNumbers({ limit: 1000 });
    if (!numbers?.ok) throw new Error('no list');
    const name = `AlloKoli ${worker.workspace.replaceAll('-', '').slice(0, 31)}`;
    expect(numbers.value.filter((number) => number.name === name).length).toBe(1);
  });
});
