/** The sound of calls, over the sandbox's telephone: who may hear it, when there is none, and that hearing is noted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withConsent } from '../../../src/kinds/testing/with-consent.ts';
import { fail, succeed } from '../../../src/lib/result.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
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
import type { Download } from '../_shared/outbound.ts';
import { handle } from './handler.ts';

let office: Office;
let owner: Worker;
let number: { readonly id: string; readonly number: string };

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  number = await getNumber(office, owner);
  await publishFlow(office, owner, await drawFlow(owner, withConsent(appointmentBooking())), number.id);
});
afterAll(() => office.close());

/** A call on which the question is answered so. Gives back our id of it. */
async function call(answer: string): Promise<string> {
  const { callId } = await office.line('/calls', { to: number.number, from: '+33612345678' });
  await office.line(`/calls/${callId}/say`, { text: answer });
  await office.line(`/calls/${callId}/hang-up`, {});
  const [stored] = await office.stack.sql`select id from calls where vapi_call_id = ${callId}`;
  return stored?.id as string;
}

const hear = (id: string, worker = owner) => office.ask(worker, 'GET', `/calls/${id}/recording`);
const heard = async (id: string) =>
  (
    await office.stack
      .sql`select person from activity where action = 'recording-heard' and facts ->> 'call' = ${id}`
  ).map(({ person }) => person as string);

describe('the sound of a call', () => {
  it('is given to members as it is, without a word of where it was, and noted once for each', async () => {
    const id = await call('Yes, I agree.');
    const viewer = await hireViewer(office, owner);
    for (const worker of [owner, owner, viewer]) {
      const answer = await hear(id, worker);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('audio/wav');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('location')).toBeNull();
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe('RIFF');
    }
    expect((await heard(id)).sort()).toEqual([owner.userId, viewer.userId].sort());
    const reads = await office.ask(
      owner,
      'GET',
      `/activity?workspaceId=${owner.workspace}&call=${id}&show=reads`,
    );
    expect(await reads.text()).toContain('recording-heard');
  });

  it('is not there when the caller said no, and nothing is noted', async () => {
    const id = await call('No.');
    expect(await codeOf(await hear(id))).toBe('404 recording-none');
    expect(await heard(id)).toEqual([]);
  });

  it('is refused to others as if there were no such call', async () => {
    const id = await call('Yes, I agree.');
    const stranger = await office.hire();
    expect(await codeOf(await hear(id, stranger))).toBe('404 not-found');
    expect(await codeOf(await hear(crypto.randomUUID()))).toBe('404 not-found');
    expect(await codeOf(await hear('x'))).toBe('404 not-found');
  });

  it('goes with what was said', async () => {
    const id = await call('Yes, I agree.');
    expect((await office.ask(owner, 'POST', `/calls/${id}/erase`)).status).toBe(200);
    expect(await codeOf(await hear(id))).toBe('404 recording-none');
  });

  it('is not given under professional secrecy', async () => {
    const id = await call('Yes, I agree.');
    const { sql } = office.stack;
    await sql`update workspaces set secrecy = true where id = ${owner.workspace}`;
    expect(await codeOf(await hear(id))).toBe('404 recording-none');
    await sql`update workspaces set secrecy = false where id = ${owner.workspace}`;
  });

  it.each<[string, Awaited<ReturnType<Download>>, string]>([
    ['is too large', fail({ code: 'too-large' }), '413 recording-too-large'],
    ['leads into a private network', fail({ code: 'private' }), '502 recording-unreachable'],
    ['leads on to somewhere else', fail({ code: 'redirected' }), '502 recording-unreachable'],
    [
      'has run out',
      succeed({ status: 403, type: null, bytes: new Uint8Array() }),
      '502 recording-unreachable',
    ],
    ['is gone there', succeed({ status: 404, type: null, bytes: new Uint8Array() }), '404 recording-none'],
  ])('says so when it %s', async (_, fetched, code) => {
    const id = await call('Yes, I agree.');
    const deps = { ...office.deps, download: async () => fetched };
    const headers = { authorization: `Bearer ${owner.session.access_token}` };
    const request = new Request(`http://app.test/api/calls/${id}/recording`, { headers });
    expect(await codeOf(await handle(request, deps))).toBe(code);
    expect(await heard(id)).toEqual([]);
  });

  it('of a type that browsers would run is sound all the same', async () => {
    const id = await call('Yes, I agree.');
    const page = succeed({ status: 200, type: 'text/html', bytes: new TextEncoder().encode('<script>') });
    const headers = { authorization: `Bearer ${owner.session.access_token}` };
    const request = new Request(`http://app.test/api/calls/${id}/recording`, { headers });
    const answer = await handle(request, { ...office.deps, download: async () => page });
    expect(answer.headers.get('content-type')).toBe('audio/wav');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
