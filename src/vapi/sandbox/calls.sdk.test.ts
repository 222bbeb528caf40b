/** Vapi's own client, pointed at the sandbox: what is spoken. Calls, campaigns, chats, sessions, figures. */
import { beforeAll, expect, it } from 'vitest';
import { ASSISTANT, officialClient } from './testing/official-client.ts';

const official = officialClient();
const CUSTOMER = { number: '+33199000001', name: 'Ana' };

let assistantId: string;
let phoneNumberId: string;

beforeAll(async () => {
  const { client } = official();
  assistantId = (await client.assistants.create(structuredClone(ASSISTANT) as never)).id;
  phoneNumberId = (await client.phoneNumbers.list())[0]!.id;
});

it('works with a call and what is left of it', async () => {
  const { client, sandbox } = official();
  const call = (await client.calls.create({ assistantId, phoneNumberId, customer: CUSTOMER })) as {
    id: string;
  };
  expect(await client.calls.get({ id: call.id })).toMatchObject({ status: 'queued' });
  expect((await client.calls.list({ limit: 5, assistantId })).map(({ id }) => id)).toContain(call.id);
  expect(await client.calls.list({ createdAtGt: new Date(Date.now() + 3_600_000).toISOString() })).toEqual(
    [],
  );
  expect(await client.calls.update({ id: call.id, name: 'Rappel' })).toMatchObject({ name: 'Rappel' });
  await sandbox('POST', `/line/calls/${call.id}/answer`, {});
  await sandbox('POST', `/line/calls/${call.id}/hang-up`, {});
  expect(await client.calls.get({ id: call.id })).toMatchObject({
    status: 'ended',
    endedReason: 'customer-ended-call',
  });
  const { calls } = client;
  await calls.callArtifactControllerMonoRecordingDownload({ id: call.id });
  await calls.callArtifactControllerStereoRecordingDownload({ id: call.id });
  await calls.callArtifactControllerCustomerRecordingDownload({ id: call.id });
  await calls.callArtifactControllerAssistantRecordingDownload({ id: call.id });
  await calls.callArtifactControllerPcapDownload({ id: call.id });
  await calls.callArtifactControllerCallLogsDownload({ id: call.id });
  await expect(calls.callArtifactControllerVideoRecordingDownload({ id: call.id })).rejects.toMatchObject({
    statusCode: 404,
  });
  const figures = await client.analytics.get({
    queries: [{ table: 'call', name: 'calls', operations: [{ operation: 'count', column: 'id' }] }],
  });
  expect(figures[0]).toMatchObject({ name: 'calls', result: [{ countId: 1 }] });
  await client.calls.delete({ id: call.id });
  await expect(client.calls.get({ id: call.id })).rejects.toMatchObject({ statusCode: 404 });
});

it('works with many calls at once, and with one in the browser', async () => {
  const { client } = official();
  const batch = await client.calls.create({
    assistantId,
    phoneNumberId,
    customers: [CUSTOMER, { number: '0199000002' }],
  });
  expect(batch).toMatchObject({
    results: [{ status: 'queued' }],
    errors: [{ customer: { number: '0199000002' } }],
    subscriptionLimits: { concurrencyLimit: 10 },
  });
  const web = await client.calls.create({ assistantId, transport: { provider: 'daily' } } as never);
  expect(web).toMatchObject({ type: 'webCall', transport: { provider: 'daily' } });
});

it('works with a campaign', async () => {
  const { client, sandbox } = official();
  const api = client.campaigns;
  const body = { name: 'Rappels', assistantId, phoneNumberId, customers: [CUSTOMER] };
  const { id } = await api.campaignControllerCreateV2(body);
  expect(await api.campaignControllerFindOneV2({ id, includeCounters: true })).toMatchObject({
    status: 'in-progress',
    contactCounters: { dispatched: 1 },
  });
  const contacts = await api.campaignControllerGetCampaignV2Contacts({ id, sortBy: 'status' });
  expect(contacts.results).toMatchObject([{ ...CUSTOMER, status: 'contact.dispatched' }]);
  const [call] = await client.calls.list({ limit: 1 });
  await sandbox('POST', `/line/calls/${call!.id}/decline`, {});
  expect(await api.campaignControllerFindOne({ id })).toMatchObject({
    status: 'ended',
    callsCounterEnded: 1,
  });
  const pages = await api.campaignControllerFindAllV2({ status: 'ended', sortOrder: 'ASC' });
  expect(pages.results.map((one) => one.id)).toEqual([id]);
  expect(await api.campaignControllerUpdateV2({ id, body: { name: 'Autres' } })).toMatchObject({
    name: 'Autres',
  });
  await api.campaignControllerRemoveV2({ id });
  const old = await api.campaignControllerCreate(body);
  expect((await api.campaignControllerFindAll({})).results.map((one) => one.id)).toEqual([old.id]);
  expect(await api.campaignControllerUpdate({ id: old.id, body: { status: 'ended' } })).toMatchObject({
    status: 'ended',
  });
  await api.campaignControllerRemove({ id: old.id });
  await expect(api.campaignControllerFindOneV2({ id })).rejects.toMatchObject({ statusCode: 404 });
});

it('works with chats and sessions', async () => {
  const { client } = official();
  const session = await client.sessions.create({ assistantId });
  expect(await client.sessions.get({ id: session.id })).toMatchObject({ id: session.id, status: 'active' });
  expect(await client.sessions.update({ id: session.id, name: 'Ana' })).toMatchObject({ name: 'Ana' });
  expect((await client.sessions.list({ name: 'Ana' })).results).toHaveLength(1);
  const chat = (await client.chats.create({ sessionId: session.id, input: 'Allô ?' })) as { id: string };
  expect(await client.chats.get({ id: chat.id })).toMatchObject({ sessionId: session.id, input: 'Allô ?' });
  const response = await client.chats.createResponse({ assistantId, input: '', stream: false });
  expect(response).toMatchObject({ object: 'response', output: [{ content: [{ text: 'Bonjour.' }] }] });
  const pages = await client.chats.list({ sessionId: session.id });
  expect(pages.results.map(({ id }) => id)).toEqual([chat.id]);
  await client.chats.delete({ id: chat.id });
  await client.sessions.delete({ id: session.id });
  await expect(client.chats.get({ id: chat.id })).rejects.toMatchObject({ statusCode: 404 });
});

it('is told of every refusal in its own way', async () => {
  const { client, sandbox } = official();
  await expect(client.chats.create({ input: 'x' })).rejects.toMatchObject({
    statusCode: 400,
    body: { message: [expect.stringContaining('exactly one')], error: 'Bad Request', statusCode: 400 },
  });
  for (const [status, retryAfterSeconds] of [
    [402, undefined],
    [429, undefined],
    [429, 7],
    [503, undefined],
  ] as const) {
    const fault = { type: 'status', status, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) };
    await sandbox('PUT', '/control/faults', { rules: [{ path: '/chat', fault }] });
    const refused = await client.chats.create({ assistantId, input: 'x' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ statusCode: status, body: { statusCode: status } });
    const { headers } = (refused as { rawResponse: { headers: Headers } }).rawResponse;
    expect(headers.get('retry-after')).toBe(retryAfterSeconds === undefined ? null : '7');
  }
});
