/** The API of the sandbox: strict where Vapi is strict, and saying so in Vapi's words. */
import { describe, expect, it } from 'vitest';
import { KEY, testSandbox } from './testing.ts';

const assistant = { name: 'A', model: { provider: 'openai', model: 'gpt-4.1', messages: [] } };
const handoff = (parameters?: unknown) => ({
  type: 'handoff',
  destinations: [{ type: 'assistant', assistantName: 'B' }],
  function: { name: 'go', ...(parameters === undefined ? {} : { parameters }) },
});
const withTools = (...tools: unknown[]) => ({ ...assistant, model: { ...assistant.model, tools } });
const UNKNOWN = '99999999-9999-4999-8999-999999999999';

describe('the door', () => {
  it('wants the key, and says what it is', async () => {
    const { send } = testSandbox();
    expect((await send('GET', '/assistant', undefined, 'wrong')).status).toBe(401);
    expect((await send('GET', '/assistant', undefined, null)).status).toBe(401);
    const front = await send('GET', '/', undefined, null);
    expect(front.body).toMatchObject({ sandbox: true });
    expect(front.headers.get('x-allokoli-sandbox')).toBe('1');
    expect((await send('GET', '/nowhere')).status).toBe(404);
  });
});

describe('what is refused, and in which words', () => {
  const cases: readonly (readonly [string, string, unknown, string])[] = [
    ['an unknown property', '/assistant', { ...assistant, foo: 1 }, 'property foo should not exist'],
    [
      'one deep inside',
      '/assistant',
      withTools({ type: 'endCall', foo: 1 }),
      'model.tools.0.property foo should not exist',
    ],
    [
      'a dead property',
      '/assistant',
      { ...assistant, serverUrl: 'x' },
      'property serverUrl should not exist',
    ],
    [
      'a long name',
      '/assistant',
      { ...assistant, name: 'x'.repeat(41) },
      'name must be shorter than or equal to 40 characters',
    ],
    [
      'a bad function name',
      '/assistant',
      withTools({ type: 'function', function: { name: 'réserver' } }),
      'model.tools.0.function.name must match',
    ],
    [
      'a handoff that offers nothing',
      '/assistant',
      withTools(handoff({ type: 'object', properties: { age: { type: 'number' } } })),
      'must contain a destination property',
    ],
    [
      'an unknown tool',
      '/assistant',
      { ...assistant, model: { ...assistant.model, toolIds: [UNKNOWN] } },
      `tool ${UNKNOWN} does not exist`,
    ],
    ['a body that is no JSON', '/assistant', '{', 'body must be an object'],
    [
      'the wrong spelling',
      '/squad',
      { members: [{ assistant }], memberOverrides: {} },
      'property memberOverrides',
    ],
    [
      'fields put straight into a member',
      '/squad',
      { members: [{ firstMessage: 'x' }] },
      'members.0.property firstMessage should not exist',
    ],
    ['twins', '/squad', { members: [{ assistant }, { assistant }] }, 'Duplicate Assistant Name: A'],
    ['a stranger', '/squad', { members: [{ assistantId: UNKNOWN }] }, `assistant ${UNKNOWN} does not exist`],
    ['a member that is nobody', '/squad', { members: [{}] }, 'either assistantId or assistant'],
    ['an empty squad', '/squad', { members: [] }, 'members should not be empty'],
    [
      'a number for two',
      '/phone-number',
      { provider: 'vapi', assistantId: UNKNOWN, squadId: UNKNOWN },
      'only one of assistantId and squadId',
    ],
    [
      'a French area code',
      '/phone-number',
      { provider: 'vapi', numberDesiredAreaCode: '0145' },
      'numberDesiredAreaCode',
    ],
    [
      'metadata of a number',
      '/phone-number',
      { provider: 'vapi', metadata: {} },
      'property metadata should not exist',
    ],
    ['metadata of a call', '/call/web', { assistant, metadata: {} }, 'property metadata should not exist'],
    ['two targets', '/chat', { input: 'x', assistant, squadId: UNKNOWN }, 'exactly one of'],
    ['a chat with nobody', '/chat', { input: 'x', squadId: UNKNOWN }, `squad ${UNKNOWN}`],
  ];
  it.each(cases)('%s', async (_name, path, body, sentence) => {
    const { send } = testSandbox();
    const { status, body: answer } = await send('POST', path, body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: 'Bad Request', statusCode: 400 });
    expect([answer.message].flat().join('\n')).toContain(sentence);
  });
});

describe('saved resources', () => {
  it('come back as they were sent, with ids and times', async () => {
    const { send } = testSandbox();
    const made = await send('POST', '/assistant', { ...assistant, metadata: { flow: 'f' } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ...assistant,
      metadata: { flow: 'f' },
      createdAt: '2026-11-25T09:00:00.000Z',
    });
    expect(made.body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await send('GET', `/assistant/${made.body.id}`)).body).toEqual(made.body);
  });

  it('have the same ids on every run of a seed', async () => {
    const ids = async () => (await testSandbox().send('POST', '/assistant', assistant)).body.id;
    expect(await ids()).toBe(await ids());
  });

  it('change key by key: what is sent replaces, what is absent stays', async () => {
    const { send, clock } = testSandbox();
    const { body } = await send('POST', '/assistant', {
      ...assistant,
      firstMessage: 'Hello',
      metadata: { a: 1, b: 2 },
    });
    clock.now += 1000;
    const changed = await send('PATCH', `/assistant/${body.id}`, { metadata: { c: 3 } });
    expect(changed.body).toMatchObject({
      firstMessage: 'Hello',
      metadata: { c: 3 },
      createdAt: body.createdAt,
    });
    expect(changed.body.metadata).toEqual({ c: 3 });
    expect(changed.body.updatedAt).not.toBe(body.updatedAt);
  });

  it('take null where the published description says so, and nowhere else', async () => {
    const { send } = testSandbox();
    const assistant = (await send('POST', '/assistant', { name: 'A' })).body;
    const member = { assistantId: assistant.id };
    const squad = (await send('POST', '/squad', { members: [member] })).body;
    const change = async (path: string, body: object) => (await send('PATCH', path, body)).status;
    const silent = { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: null }] };
    const outcome = { name: 'O', schema: { type: 'object' }, type: 'ai', conditions: null };
    expect(await change(`/assistant/${assistant.id}`, { model: silent })).toBe(200);
    expect(
      await change(`/assistant/${assistant.id}`, { artifactPlan: { structuredOutputs: [outcome] } }),
    ).toBe(200);
    expect(await change(`/squad/${squad.id}`, { members: [{ ...member, assistantVersion: null }] })).toBe(
      200,
    );
    for (const body of [{ hooks: null }, { endCallMessage: null }, { model: null }])
      expect(await change(`/assistant/${assistant.id}`, body), JSON.stringify(body)).toBe(400);
  });

  it('are listed newest first, within limits and times', async () => {
    const { send, clock } = testSandbox();
    for (const name of ['a', 'b', 'c']) {
      await send('POST', '/assistant', { ...assistant, name });
      clock.now += 60_000;
    }
    const names = async (query: string) =>
      (await send('GET', `/assistant${query}`)).body.map((one: { name: string }) => one.name);
    expect(await names('')).toEqual(['c', 'b', 'a']);
    expect(await names('?limit=2')).toEqual(['c', 'b']);
    expect(await names('?createdAtGe=2026-11-25T09:01:00.000Z')).toEqual(['c', 'b']);
    expect(await names('?createdAtLt=2026-11-25T09:01:00.000Z')).toEqual(['a']);
  });

  it('cannot be deleted while something needs them', async () => {
    const { send } = testSandbox();
    const tool = (await send('POST', '/tool', { type: 'endCall' })).body;
    const saved = (
      await send('POST', '/assistant', { ...assistant, model: { ...assistant.model, toolIds: [tool.id] } })
    ).body;
    const squad = (await send('POST', '/squad', { name: 'S', members: [{ assistantId: saved.id }] })).body;
    const [number] = (await send('GET', '/phone-number')).body;
    await send('PATCH', `/phone-number/${number.id}`, { provider: 'vapi', squadId: squad.id });

    expect((await send('DELETE', `/tool/${tool.id}`)).body).toMatchObject({ error: 'tool_pinned' });
    expect((await send('DELETE', `/assistant/${saved.id}`)).body).toMatchObject({
      error: 'assistant_pinned',
    });
    expect((await send('DELETE', `/squad/${squad.id}`)).status).toBe(409);
    await send('PATCH', `/phone-number/${number.id}`, { squadId: null });
    for (const path of [`/squad/${squad.id}`, `/assistant/${saved.id}`, `/tool/${tool.id}`]) {
      expect((await send('DELETE', path)).status).toBe(200);
      expect((await send('GET', path)).status).toBe(404);
    }
  });
});

describe('phone numbers', () => {
  it('one is there from the start; a new one rings after a while', async () => {
    const { send, clock } = testSandbox();
    const [first] = (await send('GET', '/phone-number')).body;
    expect(first).toMatchObject({ provider: 'vapi', status: 'active', number: '+14155550100' });
    const made = await send('POST', '/phone-number', {
      provider: 'vapi',
      numberDesiredAreaCode: '202',
      name: 'Mine',
    });
    expect(made.body).toMatchObject({ status: 'activating', number: '+12025550100' });
    clock.now += 2000;
    expect((await send('GET', `/phone-number/${made.body.id}`)).body.status).toBe('active');
    const pages = (await send('GET', '/v2/phone-number?search=mine')).body;
    expect(pages.results).toHaveLength(1);
    expect(pages.metadata).toMatchObject({ totalItems: 1, currentPage: 1, hasNextPage: false });
  });

  it('are switched from an assistant to a squad by one change with an explicit null', async () => {
    const { send } = testSandbox();
    const [number] = (await send('GET', '/phone-number')).body;
    const saved = (await send('POST', '/assistant', assistant)).body;
    const squad = (await send('POST', '/squad', { members: [{ assistantId: saved.id }] })).body;
    const path = `/phone-number/${number.id}`;
    await send('PATCH', path, { assistantId: saved.id });
    expect((await send('PATCH', path, { squadId: squad.id })).status).toBe(400);
    await send('PATCH', path, { squadId: squad.id, assistantId: null });
    const after = (await send('GET', path)).body;
    expect(after.squadId).toBe(squad.id);
    expect(after).not.toHaveProperty('assistantId');
  });
});

describe('web calls', () => {
  it('have a room and never the key', async () => {
    const { send } = testSandbox();
    const made = await send('POST', '/call/web', { assistant });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ type: 'webCall', webCallUrl: expect.stringContaining(made.body.id) });
    expect(JSON.stringify(made.body)).not.toContain(KEY);
    expect((await send('GET', `/call/${made.body.id}`)).body.id).toBe(made.body.id);
  });
});
