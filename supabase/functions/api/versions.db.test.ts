/** The versions of a flow through the Edge Function `api`, on a real database: who, when, which words, how many calls. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { versionsAnswer } from '../../../src/publish/versions-wire.ts';
import { deploymentAnswer } from '../../../src/publish/wire.ts';
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

let office: Office;
let worker: Worker;
let flow: string;
const NOTE = 'Closed on Mondays';

beforeAll(async () => {
  office = await openOffice();
  worker = await office.hire('claire@example.com');
  flow = await drawFlow(worker);
  const number = await getNumber(office, worker);
  await publishFlow(office, worker, flow, number.id);
  const document = { ...appointmentBooking(), name: 'Reception desk' };
  await worker.client.from('flows').update({ document }).eq('id', flow);
  const body = { flowId: flow, numberId: number.id, revision: 2, note: NOTE };
  const started = deploymentAnswer.parse(
    await (await office.ask(worker, 'POST', '/publications', body)).json(),
  );
  await office.ask(worker, 'POST', `/publications/${started.id}/advance`);
  const { sql } = office.stack;
  const [first] = await sql`select id from flow_versions where flow_id = ${flow} and number = 1`;
  for (const call of [1, 2, 3])
    await sql`insert into calls (workspace_id, vapi_call_id, status, flow_id, version_id)
      values (${worker.workspace}, ${`call-${call}`}, 'ended', ${flow}, ${first?.id})`;
});
afterAll(() => office.close());

const list = async (by: Worker = worker) => {
  const response = await office.ask(by, 'GET', `/flows/${flow}/versions`);
  if (!response.ok) throw new Error(await response.text());
  return versionsAnswer.parse(await response.json()).versions;
};

describe('versions', () => {
  it('are listed newest first, for viewers too', async () => {
    const viewer = await hireViewer(office, worker);
    for (const versions of [await list(), await list(viewer)])
      expect(versions).toMatchObject([
        { number: 2, note: NOTE, author: 'claire@example.com', calls: 0 },
        { number: 1, note: null, author: 'claire@example.com', calls: 3 },
      ]);
  });

  it('do not count calls that somebody hid', async () => {
    const { sql } = office.stack;
    const counts = async () => (await list()).map(({ calls }) => calls);
    const [call] = await sql`select id from calls where vapi_call_id = 'call-2'`;
    await sql`update calls set hidden_at = now() where id = ${call?.id}`;
    expect(await counts()).toEqual([0, 2]);
    await sql`update calls set hidden_at = null where id = ${call?.id}`;
    expect(await counts()).toEqual([0, 3]);
  });

  it('are nothing to strangers', async () => {
    const stranger = await office.hire();
    expect(await codeOf(await office.ask(stranger, 'GET', `/flows/${flow}/versions`))).toBe('404 not-found');
    const { data } = await office.deps.service.rpc('versions_of_flow', { flow, person: stranger.userId });
    expect(data).toEqual([]);
  });

  it('do not name whoever left the workspace, and say when an account is gone', async () => {
    const { sql } = office.stack;
    const other = await office.hire();
    await sql`insert into members (workspace_id, user_id, role)
      values (${worker.workspace}, ${other.userId}, 'owner')`;
    await sql`delete from members where workspace_id = ${worker.workspace} and user_id = ${worker.userId}`;
    expect((await list(other)).map(({ author }) => author)).toEqual(['', '']);
    await sql`delete from auth.users where id = ${worker.userId}`;
    expect((await list(other)).map(({ author }) => author)).toEqual([null, null]);
  });
});
