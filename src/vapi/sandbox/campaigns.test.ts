/** Campaigns: who is called when, who is asked before, what is counted, and what is refused. */
import { describe, expect, it } from 'vitest';
import type { JsonRecord } from './runtime/record.ts';
import { testSandbox } from './testing.ts';

const NOWHERE = '11111111-1111-4111-8111-111111111111';
const SERVER = { url: 'http://127.0.0.1:5173/campaigns' };
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: `+3319900${String(index).padStart(4, '0')}`,
    name: `P${index}`,
  }));

/** A campaign's server that answers with what `predial` says, and everything it hears. */
async function world(predial: (message: JsonRecord) => Response = () => Response.json({ eligible: true })) {
  const heard: JsonRecord[] = [];
  const { send, clock, sandbox } = testSandbox({
    fetch: async (_url, init) => {
      const { message } = JSON.parse(String(init.body)) as { message: JsonRecord };
      heard.push(message);
      return message.type === 'campaign.predial' ? predial(message) : new Response('{}');
    },
  });
  const assistant = await send('POST', '/assistant', {
    name: 'A',
    firstMessage: 'Hello {{ name | default: "there" }}.',
    model: { provider: 'openai', model: 'gpt-4.1', messages: [] },
  });
  const number = (await send('GET', '/phone-number')).body[0];
  const base = { name: 'Recall', assistantId: assistant.body.id, phoneNumberId: number.id };
  const start = async (rest: JsonRecord) => (await send('POST', '/v2/campaign', { ...base, ...rest })).body;
  const look = async (id: string) => (await send('GET', `/v2/campaign/${id}?includeCounters=true`)).body;
  const ringing = async () => (await send('GET', '/sandbox/line/ringing')).body;
  return { send, clock, sandbox, heard, base, start, look, ringing };
}

it('calls its customers, a few at once, and ends when all were called', async () => {
  const { send, start, look, ringing, clock } = await world();
  const { id, status } = await start({ customers: people(3), maxConcurrency: 2 });
  expect(status).toBe('scheduled');
  expect((await look(id)).contactCounters).toMatchObject({ pending: 1, dispatched: 2 });
  const [first, second] = await ringing();
  expect([first.to, second.to]).toEqual(expect.arrayContaining([people(2)[0]!.number, people(2)[1]!.number]));
  await send('POST', `/sandbox/line/calls/${first.callId}/answer`, {});
  expect((await send('GET', `/call/${first.callId}`)).body).toMatchObject({ campaignId: id });
  expect((await look(id)).callMetrics).toEqual({ dialed: 2, connected: 1 });
  await send('POST', `/sandbox/line/calls/${first.callId}/hang-up`, {});
  await send('POST', `/sandbox/line/calls/${second.callId}/decline`, {});
  expect(await look(id)).toMatchObject({
    status: 'in-progress',
    contactCounters: { completed: 2, dispatched: 1 },
    callMetrics: { dialed: 3, connected: 1 },
  });
  // Nobody answers the third.
  clock.now += 61_000;
  expect(await look(id)).toMatchObject({ status: 'ended', endedReason: 'campaign.ended.success' });
  const contacts = (await send('GET', `/v2/campaign/${id}/contacts`)).body;
  expect(contacts.results.map(({ name, endedReason }: JsonRecord) => [name, endedReason]).sort()).toEqual([
    ['P0', expect.any(String)],
    ['P1', expect.any(String)],
    ['P2', 'customer-did-not-answer'],
  ]);
  expect((await send('GET', `/campaign/${id}`)).body).toMatchObject({
    callsCounterEnded: 3,
    callsCounterQueued: 0,
    callsCounterScheduled: 0,
  });
});

it('waits for its hour, and gives up at the end of it', async () => {
  const { start, look, ringing, clock } = await world();
  const at = (minutes: number) => new Date(clock.now + minutes * 60_000).toISOString();
  const schedulePlan = { earliestAt: at(10), latestAt: at(20) };
  const { id } = await start({ customers: people(2), maxConcurrency: 1, schedulePlan });
  expect(await ringing()).toEqual([]);
  expect((await look(id)).status).toBe('scheduled');
  clock.now += 10 * 60_000;
  expect(await ringing()).toHaveLength(1);
  clock.now += 11 * 60_000;
  expect(await look(id)).toMatchObject({
    status: 'ended',
    contactCounters: { completed: 1, failed: 1, pending: 0 },
  });
});

it('never takes more lines than the organisation has', async () => {
  const { start, ringing } = await world();
  await start({ customers: people(8) });
  await start({ customers: people(8) });
  expect(await ringing()).toHaveLength(10);
});

describe('with a plan of asking before', () => {
  it.each([
    ['calls who is eligible', () => Response.json({ eligible: true }), 'dispatched'],
    ['skips who is not', () => Response.json({ eligible: false }), 'skipped'],
    ['does not call on an answer that is none', () => Response.json({ eligible: 'yes' }), 'predialFailed'],
    ['does not call when the server fails', () => new Response('', { status: 500 }), 'predialFailed'],
  ])('%s', async (_, answer, counter) => {
    const { start, look, heard } = await world(answer);
    const { id } = await start({ customers: people(1), predialPlan: {}, server: SERVER });
    expect((await look(id)).contactCounters).toMatchObject({ [counter]: 1 });
    expect(heard.filter(({ type }) => type === 'campaign.predial')).toMatchObject([
      { campaignId: id, contact: { number: people(1)[0]!.number, campaignId: id } },
    ]);
  });

  it('asks nobody while it is switched off', async () => {
    const { start, ringing, heard } = await world();
    await start({ customers: people(1), predialPlan: { enabled: false }, server: SERVER });
    expect(await ringing()).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});

it('tells its server what it wants to know', async () => {
  const { start, send, heard, ringing, sandbox } = await world();
  const serverMessages = ['campaign.started', 'contact.dispatched', 'contact.completed', 'campaign.ended'];
  await start({ customers: people(1), server: SERVER, serverMessages });
  const [{ callId }] = await ringing();
  await send('POST', `/sandbox/line/calls/${callId}/decline`, {});
  await ringing();
  await sandbox.settled();
  expect(heard.map(({ type }) => type)).toEqual(serverMessages);
});

it('lays the overrides of a customer over its own', async () => {
  const { start, send, ringing } = await world();
  const named = (name: string) => ({ variableValues: { name } });
  await start({
    customers: [{ ...people(1)[0]!, assistantOverrides: named('Ana') }, people(2)[1]!],
    assistantOverrides: named('friend'),
  });
  const said: string[] = [];
  for (const { callId } of (await ringing()).toReversed())
    said.push(...(await send('POST', `/sandbox/line/calls/${callId}/answer`, {})).body.said);
  expect(said).toEqual(['Hello Ana.', 'Hello friend.']);
});

it('is stopped: what rings is not called any more, what is spoken goes on', async () => {
  const { start, send, ringing, look } = await world();
  const { id } = await start({ customers: people(3), maxConcurrency: 2 });
  const [first] = await ringing();
  await send('POST', `/sandbox/line/calls/${first.callId}/answer`, {});
  const stopped = await send('PATCH', `/v2/campaign/${id}`, { status: 'cancelled' });
  expect(stopped.body).toMatchObject({
    status: 'cancelled',
    endedReason: 'campaign.in-progress.ended-by-user',
  });
  expect(await ringing()).toEqual([]);
  expect((await look(id)).contactCounters).toMatchObject({ dispatched: 1, skipped: 2 });
  await send('POST', `/sandbox/line/calls/${first.callId}/hang-up`, {});
  expect((await look(id)).contactCounters).toMatchObject({ completed: 1, skipped: 2 });
  expect((await send('DELETE', `/v2/campaign/${id}`)).status).toBe(200);
  expect((await send('GET', `/v2/campaign/${id}`)).status).toBe(404);
});

it('is changed until its first call, and copied whenever', async () => {
  const { start, send, clock, base } = await world();
  const schedulePlan = { earliestAt: new Date(clock.now + 60_000).toISOString() };
  const { id } = await start({ customers: people(2), schedulePlan });
  const later = { earliestAt: new Date(clock.now + 120_000).toISOString() };
  expect((await send('PATCH', `/campaign/${id}`, { schedulePlan: later })).body.schedulePlan).toEqual(later);
  clock.now += 120_000;
  expect((await send('PATCH', `/campaign/${id}`, { schedulePlan })).status).toBe(400);
  expect((await send('PATCH', `/campaign/${id}`, { name: 'Other' })).body.name).toBe('Other');
  const copy = await send('POST', '/campaign', { ...base, name: 'Copy', duplicateFromCampaignId: id });
  expect(copy.body).toMatchObject({ name: 'Copy', customers: people(2), callsCounterScheduled: 2 });
  const all = (await send('GET', '/v2/campaign?sortOrder=ASC')).body.results;
  expect(all.map(({ name }: JsonRecord) => name)).toEqual(['Other', 'Copy']);
  expect((await send('GET', '/v2/campaign?status=ended')).body.results).toEqual([]);
});

it.each([
  ['nobody who speaks', { assistantId: undefined }, 'exactly one of assistantId'],
  ['an assistant that does not exist', { assistantId: NOWHERE }, "Couldn't find assistant"],
  ['no number', { phoneNumberId: undefined }, 'phoneNumberId and dialPlan'],
  ['a number that does not exist', { phoneNumberId: NOWHERE }, 'does not exist'],
  ['nobody to call', { customers: undefined }, 'customers'],
  ['asking before without a server', { predialPlan: {} }, 'predialPlan requires server'],
  ['overrides of another target', { squadOverrides: {} }, 'squadOverrides'],
  ['a retired workflow', { workflowId: NOWHERE }, 'workflowId should not exist'],
  ['an unknown message', { serverMessages: ['campaign.exploded'] }, 'serverMessages.0'],
  ['no lines at all', { maxConcurrency: 0 }, 'maxConcurrency must not be less than 1'],
])('refuses %s', async (_, change, complaint) => {
  const { send, base } = await world();
  const { status, body } = await send('POST', '/campaign', { ...base, customers: people(1), ...change });
  expect(status).toBe(400);
  expect(JSON.stringify(body.message)).toContain(complaint);
});
