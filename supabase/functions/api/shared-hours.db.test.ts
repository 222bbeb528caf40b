/** Publishing and rehearsing use the workspace's newest opening hours, read as the person who asks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowDocument, HoursId, OpeningHours } from '../../../src/flow/document.ts';
import { contentOf, type HoursContent, storedHours } from '../../../src/flow/shared-hours.ts';
import {
  appointmentBooking,
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
let stranger: Worker;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  stranger = await office.hire();
});
afterAll(() => office.close());

const template = appointmentBooking();
const [only] = Object.values(template.hours) as [OpeningHours];
const always: HoursContent = {
  ...contentOf(only),
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  holidays: 'none',
};
const never: HoursContent = { ...always, name: 'Never', week: Array.from({ length: 7 }, () => []) };

async function keepHours(worker: Worker, hours: unknown): Promise<string> {
  const { data, error } = await worker.client
    .from('opening_hours')
    .insert({ workspace_id: worker.workspace, name: always.name, hours })
    .select('id')
    .single();
  if (error) throw error;
  return (data as { id: string }).id;
}

/** The template's drawing, its hours a copy of those of the workspace. */
function following(shared: string, content: HoursContent): FlowDocument {
  const copy = { ...content, id: only.id, shared };
  return { ...template, hours: { [only.id]: copy } as FlowDocument['hours'] };
}

async function publishedHours(flowId: string): Promise<{ hours: OpeningHours; versions: number }> {
  const versions = await office.stack
    .sql`select document from flow_versions where flow_id = ${flowId} order by number desc`;
  const document = versions[0]?.document as FlowDocument;
  return { hours: document.hours[only.id as HoursId] as OpeningHours, versions: versions.length };
}

async function promptsAtVapi(): Promise<string> {
  const key = { authorization: `Bearer ${office.stack.secrets.vapiApiKey}` };
  const list = await office.sandbox.fetch(new Request('http://127.0.0.1:8787/assistant', { headers: key }));
  return list.text();
}

describe('hours of the workspace', () => {
  it('that changed since the copy was made are what is published, and what the version keeps', async () => {
    const id = await keepHours(owner, storedHours(always));
    const flowId = await drawFlow(owner, following(id, always));
    const number = await getNumber(office, owner);
    expect((await publishFlow(office, owner, flowId, number.id)).state).toBe('live');
    expect((await publishedHours(flowId)).hours).toEqual({ ...always, id: only.id, shared: id });
    expect(await promptsAtVapi()).toContain('< 1440');

    await owner.client
      .from('opening_hours')
      .update({ name: 'Never', hours: storedHours(never) })
      .eq('id', id);
    expect((await publishFlow(office, owner, flowId, number.id)).state).toBe('live');
    expect(await publishedHours(flowId)).toEqual({
      hours: { ...never, id: only.id, shared: id },
      versions: 2,
    });
    // The drawing itself is the person's: only the editor changes it.
    const [flow] = await office.stack.sql`select document, revision from flows where id = ${flowId}`;
    expect(flow?.document.hours[only.id]).toEqual({ ...always, id: only.id, shared: id });
    expect(flow?.revision).toBe(1);
    expect((await publishFlow(office, owner, flowId, number.id)).version).toBe(2);
    expect((await publishedHours(flowId)).versions).toBe(2);
  });

  it.each([
    ['of a newer format', { ...storedHours(never), format: 99 }],
    ['that are broken', { week: 'always' }],
  ])('%s leave the copy as it is', async (_, stored) => {
    const id = await keepHours(owner, stored);
    const flowId = await drawFlow(owner, following(id, always));
    const number = await getNumber(office, owner);
    expect((await publishFlow(office, owner, flowId, number.id)).state).toBe('live');
    expect((await publishedHours(flowId)).hours).toEqual({ ...always, id: only.id, shared: id });
  });

  it('of somebody else are never read', async () => {
    const id = await keepHours(stranger, storedHours(never));
    const flowId = await drawFlow(owner, following(id, always));
    const number = await getNumber(office, owner);
    expect((await publishFlow(office, owner, flowId, number.id)).state).toBe('live');
    expect((await publishedHours(flowId)).hours).toEqual({ ...always, id: only.id, shared: id });
  });

  it('are what is rehearsed', async () => {
    const id = await keepHours(owner, storedHours(never));
    const flowId = await drawFlow(owner, following(id, always));
    const seen: string[] = [];
    office.interceptVapi(async (request, pass) => {
      seen.push(await request.clone().text());
      return pass();
    });
    expect((await office.ask(owner, 'POST', '/rehearsals', { flowId })).status).toBe(200);
    office.interceptVapi(null);
    expect(seen.join()).not.toContain('< 1440');
  });
});
