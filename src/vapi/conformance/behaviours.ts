/**
 * What our product relies on at Vapi, as behaviours over a base URL and a key: each throws when Vapi behaves otherwise. They run
 * unchanged against the sandbox and against a live account. Knows neither.
 */
import { VapiClient, VapiError } from '@vapi-ai/server-sdk';
import { expect } from 'vitest';
import { createVapiClient } from '../client.ts';
import type { AssistantBody } from '../contract/assistant.ts';
import { errorBody } from '../contract/errors.ts';
import { type Answer, MARK, type Marked } from './marked.ts';
import { assistant, handoff } from './payloads.ts';
import type { Target } from './target.ts';

export interface World {
  readonly target: Target;
  readonly marked: Marked;
}

export interface Behaviour {
  readonly name: string;
  run(world: World): Promise<void>;
}

const UNKNOWN = '99999999-9999-4999-8999-999999999999';
const metadata = { app: MARK };

const clientOf = ({ baseUrl, key }: Target) => createVapiClient({ baseUrl, key, timeout: 60_000 });
const sdkOf = ({ baseUrl, key }: Target) => new VapiClient({ token: key, baseUrl, maxRetries: 2 });

/** A refusal in Vapi's own form, one of whose sentences is about this. */
function expectRefusal({ status, body }: Answer, wanted: number, about?: RegExp): void {
  expect(status, JSON.stringify(body)).toBe(wanted);
  const read = errorBody.parse(body);
  if (about) expect([read.message].flat().join('\n')).toMatch(about);
}

/** Creates for other behaviours to work with; the answer's body. */
async function create({ marked }: World, path: string, body: unknown) {
  const answer = await marked.send('POST', path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

const plain = ({ marked }: World, rest = {}) =>
  assistant(marked.name(), 'You are brief.', { metadata, ...rest });

const refusals: readonly Behaviour[] = [
  {
    name: 'an unknown property is refused, with one sentence for each rule that is broken',
    run: async (world) => {
      const answer = await world.marked.send('POST', '/assistant', { ...plain(world), foo: 1, bar: 2 });
      expectRefusal(answer, 400, /foo should not exist/);
      expect(answer.body).toMatchObject({
        message: expect.any(Array),
        error: 'Bad Request',
        statusCode: 400,
      });
      expect(answer.body.message.join()).toContain('bar should not exist');
    },
  },
  {
    name: 'an unknown property deep inside is refused',
    run: async (world) => {
      const body = assistant(world.marked.name(), 'x', { metadata }, [{ type: 'endCall', foo: 1 }]);
      expectRefusal(await world.marked.send('POST', '/assistant', body), 400, /foo/);
    },
  },
  {
    name: 'a name of more than 40 characters is refused, one of 40 is taken',
    run: async (world) => {
      const long = (length: number) => ({ ...plain(world), name: MARK.padEnd(length, 'x') });
      expectRefusal(await world.marked.send('POST', '/assistant', long(41)), 400, /name.*40/);
      await create(world, '/assistant', long(40));
    },
  },
  {
    name: 'the guides’ spelling memberOverrides is refused',
    run: async (world) => {
      const body = { name: world.marked.name(), members: [{ assistant: plain(world) }], memberOverrides: {} };
      expectRefusal(await world.marked.send('POST', '/squad', body), 400, /memberOverrides/);
    },
  },
  {
    name: 'two members of one name are refused, at the latest when somebody speaks to them',
    run: async (world) => {
      const twin = plain(world);
      const squad = { name: world.marked.name(), members: [{ assistant: twin }, { assistant: twin }] };
      const made = await world.marked.send('POST', '/squad', squad);
      const answer =
        made.status < 300
          ? await world.marked.send('POST', '/chat', { squadId: made.body.id, input: 'Hello' })
          : made;
      expectRefusal(answer, 400, /duplicate/i);
    },
  },
  {
    name: 'a wrong key is turned away with 401',
    run: async ({ marked, target }) => {
      const stranger = `${target.key.slice(0, 4)}-not-this-one`;
      expectRefusal(await marked.send('GET', '/assistant', undefined, stranger), 401);
      const refused = await createVapiClient({ baseUrl: target.baseUrl, key: stranger }).listAssistants({
        limit: 1,
      });
      expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused', status: 401 } });
    },
  },
  ...(['assistant', 'squad', 'phone-number', 'call', 'file'] as const).map((collection) => ({
    name: `an unknown ${collection} is not found`,
    run: async ({ marked }: World) =>
      expectRefusal(await marked.send('GET', `/${collection}/${UNKNOWN}`), 404),
  })),
  {
    name: 'a pinned assistant is not deleted while a squad needs it',
    run: async (world) => {
      const used = await create(world, '/assistant', plain(world));
      const squad = await create(world, '/squad', {
        name: world.marked.name(),
        members: [{ assistantId: used.id, assistantVersion: 'v1' }],
      });
      const answer = await world.marked.send('DELETE', `/assistant/${used.id}`);
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({
        error: expect.stringMatching(/_pinned$/),
        message: expect.any(String),
      });
      await world.marked.send('DELETE', `/squad/${squad.id}`);
      expect((await world.marked.send('DELETE', `/assistant/${used.id}`)).status).toBe(200);
    },
  },
];

const resources: readonly Behaviour[] = [
  {
    name: 'our client creates, reads, lists and deletes what it publishes',
    run: async (world) => {
      const { target, marked } = world;
      const vapi = clientOf(target);
      const made = await vapi.createAssistant(plain(world) as unknown as AssistantBody);
      if (!made.ok) throw new Error(JSON.stringify(made.failure));
      marked.note('assistant', made.value.id);
      const squad = await vapi.createSquad({
        name: marked.name(),
        members: [{ assistantId: made.value.id }],
      });
      if (!squad.ok) throw new Error(JSON.stringify(squad.failure));
      marked.note('squad', squad.value.id);
      expect(await vapi.getAssistant(made.value.id)).toMatchObject({ ok: true, value: { metadata } });
      const since = new Date(Date.parse(made.value.createdAt!) - 1000).toISOString();
      const listed = await vapi.listAssistants({ limit: 1000, createdAtGe: since });
      expect(listed.ok && listed.value.map(({ id }) => id)).toContain(made.value.id);
      const squads = await vapi.listSquads({ limit: 1000 });
      expect(squads.ok && squads.value.map(({ id }) => id)).toContain(squad.value.id);
      expect(await vapi.deleteSquad(squad.value.id)).toMatchObject({ ok: true });
      expect(await vapi.deleteAssistant(made.value.id)).toMatchObject({ ok: true });
      expect(await vapi.getAssistant(made.value.id)).toMatchObject({
        failure: { kind: 'refused', status: 404 },
      });
    },
  },
  {
    name: 'the official client reads the answers',
    run: async (world) => {
      const sdk = sdkOf(world.target);
      const made = await sdk.assistants.create(plain(world) as never);
      world.marked.note('assistant', made.id);
      expect(await sdk.assistants.update({ id: made.id, firstMessage: 'Bonsoir.' })).toMatchObject({
        firstMessage: 'Bonsoir.',
      });
      expect(await sdk.assistants.get({ id: made.id })).toMatchObject({ id: made.id });
      await sdk.assistants.delete({ id: made.id });
      await expect(sdk.assistants.get({ id: made.id })).rejects.toBeInstanceOf(VapiError);
      expect(Array.isArray(await sdk.phoneNumbers.list({ limit: 1 }))).toBe(true);
    },
  },
  {
    name: 'a change replaces whole subtrees and leaves the rest alone',
    run: async (world) => {
      const made = await create(world, '/assistant', plain(world));
      const model = { provider: 'openai', model: 'gpt-4.1-mini' };
      const changed = await world.marked.send('PATCH', `/assistant/${made.id}`, { model });
      expect(changed.status, JSON.stringify(changed.body)).toBe(200);
      const { body } = await world.marked.send('GET', `/assistant/${made.id}`);
      expect(body.model.messages ?? []).toEqual([]);
      expect(body).toMatchObject({ firstMessage: made.firstMessage, metadata });
    },
  },
  {
    name: 'a list is as long as it may be, newest first, within its window',
    run: async (world) => {
      const first = await create(world, '/assistant', plain(world));
      const second = await create(world, '/assistant', plain(world));
      const { send } = world.marked;
      const { body } = await send('GET', '/assistant?limit=1');
      expect(body.map(({ id }: { id: string }) => id)).toEqual([second.id]);
      const before = await send(
        'GET',
        `/assistant?limit=1000&createdAtLt=${encodeURIComponent(first.createdAt)}`,
      );
      const ids = before.body.map(({ id }: { id: string }) => id);
      expect(ids).not.toContain(first.id);
      expect(ids).not.toContain(second.id);
    },
  },
  {
    name: 'tools that are added to every member are kept as they were sent',
    run: async (world) => {
      const added = { 'tools:append': [{ type: 'endCall' }], variableValues: { place: 'Lyon' } };
      const made = await create(world, '/squad', {
        name: world.marked.name(),
        members: [{ assistant: plain(world) }],
        membersOverrides: added,
      });
      const { body } = await world.marked.send('GET', `/squad/${made.id}`);
      expect(body.membersOverrides).toMatchObject(added);
    },
  },
  {
    name: 'numbers and calls are listed in shapes that our client reads',
    run: async ({ target, marked }) => {
      const vapi = clientOf(target);
      expect(await vapi.listPhoneNumbers({ limit: 1 })).toMatchObject({ ok: true });
      expect(await vapi.listCalls({ limit: 1 })).toMatchObject({ ok: true });
      const pages = await marked.send('GET', '/v2/phone-number?limit=1');
      expect(pages.body).toMatchObject({ results: expect.any(Array), metadata: { currentPage: 1 } });
    },
  },
  {
    name: 'a structured output is created, read, changed, found on a page and removed',
    run: async (world) => {
      const schema = { type: 'object', properties: { reason: { type: 'string' } } };
      const made = await create(world, '/structured-output', {
        name: world.marked.name(),
        type: 'ai',
        schema,
      });
      const { send } = world.marked;
      expect((await send('GET', `/structured-output/${made.id}`)).body).toMatchObject({
        id: made.id,
        schema,
      });
      const page = await sdkOf(world.target).structuredOutputs.structuredOutputControllerFindAll({
        limit: 100,
      });
      expect(page.results.map(({ id }) => id)).toContain(made.id);
      expect(
        (await send('PATCH', `/structured-output/${made.id}?schemaOverride=false`, { description: 'x' }))
          .status,
      ).toBe(200);
      expect((await send('DELETE', `/structured-output/${made.id}`)).status).toBe(200);
      expectRefusal(await send('GET', `/structured-output/${made.id}`), 404);
    },
  },
  {
    name: 'a file is uploaded, read, listed by its purpose and removed',
    run: async ({ target, marked }) => {
      const vapi = clientOf(target);
      const name = `${MARK}.txt`;
      const bytes = new TextEncoder().encode('Open on Monday.');
      const made = await vapi.createFile({
        name,
        type: 'text/plain',
        bytes,
        metadata: { app: 'allokoli', file: MARK },
      });
      if (!made.ok) throw new Error(JSON.stringify(made.failure));
      marked.note('file', made.value.id);
      expect(await vapi.getFile(made.value.id)).toMatchObject({ ok: true, value: { id: made.value.id } });
      const listed = await vapi.listFiles({ limit: 1000 });
      expect(listed.ok && listed.value.map(({ id }) => id)).toContain(made.value.id);
      expect(await vapi.deleteFile(made.value.id)).toMatchObject({ ok: true });
      expect(await vapi.getFile(made.value.id)).toMatchObject({ failure: { kind: 'refused' } });
    },
  },
];

const conversations: readonly Behaviour[] = [
  {
    name: 'a chat with an assistant written out answers, and goes on by the id of its last turn',
    run: async (world) => {
      const { target, marked } = world;
      const vapi = clientOf(target);
      const body = plain(world) as unknown as AssistantBody;
      const first = await vapi.createChat({ assistant: body, input: 'Hello', name: marked.name() });
      if (!first.ok) throw new Error(JSON.stringify(first.failure));
      marked.note('chat', first.value.id);
      expect(first.value.output?.some(({ role, content }) => role === 'assistant' && content)).toBe(true);
      const next = await vapi.createChat({
        assistant: body,
        input: 'And you?',
        previousChatId: first.value.id,
      });
      if (!next.ok) throw new Error(JSON.stringify(next.failure));
      marked.note('chat', next.value.id);
      expect(next.value.id).not.toBe(first.value.id);
      expect(JSON.stringify(next.value.messages)).toContain('Hello');
    },
  },
  {
    name: 'a chat with a squad takes a handoff, and the other member goes on',
    run: async (world) => {
      const { marked } = world;
      const [front, back] = [marked.name(), marked.name()];
      const description = 'Call this as soon as the caller asks for the kitchen.';
      const prompt = 'You are the front desk. When the caller asks for the kitchen, call to_kitchen at once.';
      const squad = {
        name: marked.name(),
        members: [
          { assistant: assistant(front, prompt, { metadata }, [handoff('to_kitchen', back, description)]) },
          { assistant: assistant(back, 'You are the kitchen.', { metadata }) },
        ],
      };
      const first = await create(world, '/chat', { squad, input: 'Hello', name: marked.name() });
      const second = await create(world, '/chat', {
        squad,
        input: 'Please give me the kitchen.',
        previousChatId: first.id,
        name: marked.name(),
      });
      expect(JSON.stringify(second.output)).toContain('to_kitchen');
      await create(world, '/chat', {
        squad,
        input: 'Are you there?',
        previousChatId: second.id,
        name: marked.name(),
      });
    },
  },
  {
    name: 'a session keeps its chats together',
    run: async (world) => {
      const made = await create(world, '/assistant', plain(world));
      const session = await create(world, '/session', { assistantId: made.id, name: world.marked.name() });
      const chat = await create(world, '/chat', {
        sessionId: session.id,
        input: 'Hello',
        name: world.marked.name(),
      });
      expect(chat.sessionId).toBe(session.id);
      expect((await world.marked.send('DELETE', `/session/${session.id}`)).status).toBe(200);
    },
  },
  {
    name: 'a call in the browser gets an address to join',
    run: async (world) => {
      const vapi = clientOf(world.target);
      const made = await vapi.createWebCall({ assistant: plain(world) as unknown as AssistantBody });
      if (!made.ok) throw new Error(JSON.stringify(made.failure));
      world.marked.note('call', made.value.id);
      expect(made.value.webCallUrl ?? made.value.transport?.callUrl).toMatch(/^https?:/);
    },
  },
];

export const behaviours: readonly Behaviour[] = [...refusals, ...resources, ...conversations];
