/** Vapi's own client, pointed at the sandbox: creates, reads, lists, changes and deletes. */
import { VapiClient, VapiError } from '@vapi-ai/server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './serve.ts';
import { CREDENTIAL, KEY } from './testing.ts';

let running: RunningSandbox;
let client: VapiClient;

beforeAll(async () => {
  running = await startSandbox({ port: 0, key: KEY, webhookSecret: 's', webhookCredentialId: CREDENTIAL });
  client = new VapiClient({ token: KEY, baseUrl: running.url, maxRetries: 0 });
});
afterAll(() => running.stop());

const assistant = {
  name: 'Accueil',
  firstMessage: 'Bonjour.',
  transcriber: { provider: 'deepgram', model: 'nova-3', language: 'fr' },
  voice: { provider: 'azure', voiceId: 'fr-FR-DeniseNeural' },
  model: {
    provider: 'openai',
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: 'Tu réponds.' }],
    tools: [{ type: 'endCall' }, { type: 'dtmf' }],
  },
  voicemailDetection: 'off',
} as const;

describe('the official client', () => {
  it('works with an assistant', async () => {
    const made = await client.assistants.create(structuredClone(assistant) as never);
    expect(made).toMatchObject({ name: 'Accueil', firstMessage: 'Bonjour.' });
    expect(await client.assistants.get({ id: made.id })).toMatchObject({
      id: made.id,
      model: assistant.model,
    });
    expect((await client.assistants.list({ limit: 10 })).map(({ id }) => id)).toContain(made.id);
    expect(await client.assistants.update({ id: made.id, firstMessage: 'Bonsoir.' })).toMatchObject({
      name: 'Accueil',
      firstMessage: 'Bonsoir.',
    });
    await client.assistants.delete({ id: made.id });
    await expect(client.assistants.get({ id: made.id })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('works with a squad', async () => {
    const member = await client.assistants.create({ name: 'Suite' });
    const made = await client.squads.create({
      name: 'Equipe',
      members: [{ assistant: structuredClone(assistant) as never }, { assistantId: member.id }],
      membersOverrides: { 'tools:append': [{ type: 'endCall' }], variableValues: { ville: 'Lyon' } },
    });
    expect(made.members).toHaveLength(2);
    expect(await client.squads.get({ id: made.id })).toMatchObject({ name: 'Equipe' });
    expect((await client.squads.list()).map(({ id }) => id)).toContain(made.id);
    const changed = await client.squads.update({
      id: made.id,
      name: 'Autre',
      members: [{ assistantId: member.id }],
    });
    expect(changed).toMatchObject({ name: 'Autre', members: [{ assistantId: member.id }] });
    await client.squads.delete({ id: made.id });
    await client.assistants.delete({ id: member.id });
    await expect(client.squads.get({ id: made.id })).rejects.toBeInstanceOf(VapiError);
  });

  it('works with a phone number', async () => {
    const member = await client.assistants.create({ name: 'Seul' });
    const made = await client.phoneNumbers.create({
      provider: 'vapi',
      name: 'Ligne',
      numberDesiredAreaCode: '415',
    });
    expect(made).toMatchObject({ provider: 'vapi', name: 'Ligne' });
    expect(await client.phoneNumbers.get({ id: made.id })).toMatchObject({ id: made.id });
    expect((await client.phoneNumbers.list()).map(({ id }) => id)).toContain(made.id);
    const pages = await client.phoneNumbers.phoneNumberControllerFindAllPaginated({ search: 'ligne' });
    expect(pages.results).toHaveLength(1);
    const changed = await client.phoneNumbers.update({
      id: made.id,
      body: { provider: 'vapi', assistantId: member.id },
    });
    expect(changed).toMatchObject({ assistantId: member.id });
    await client.phoneNumbers.delete({ id: made.id });
    await expect(client.phoneNumbers.get({ id: made.id })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('works with a tool and a chat', async () => {
    const tool = await client.tools.create({ type: 'endCall' });
    expect((await client.tools.list()).map(({ id }) => id)).toContain(tool.id);
    const chat = (await client.chats.create({
      input: 'Bonjour',
      assistant: structuredClone(assistant) as never,
    })) as { id: string; output?: unknown[] };
    expect(chat.output).toHaveLength(1);
    expect(await client.chats.get({ id: chat.id })).toMatchObject({ id: chat.id });
    await client.tools.delete({ id: tool.id });
  });

  it('works with sessions and structured outputs', async () => {
    const member = await client.assistants.create(structuredClone(assistant) as never);
    const session = await client.sessions.create({ assistantId: member.id } as never);
    expect(await client.sessions.get({ id: session.id })).toMatchObject({ id: session.id, status: 'active' });
    const chat = await client.chats.create({ sessionId: session.id, input: 'Allô ?' });
    expect(chat).toMatchObject({ sessionId: session.id });
    const output = await client.structuredOutputs.structuredOutputControllerCreate({
      name: 'Motif',
      schema: { type: 'object' },
    } as never);
    const page = await client.structuredOutputs.structuredOutputControllerFindAll({});
    expect(page.results.map(({ id }) => id)).toContain(output.id);
    await client.structuredOutputs.structuredOutputControllerRemove({ id: output.id });
    await client.sessions.delete({ id: session.id });
  });

  it('works with files, calls and figures', async () => {
    const file = await client.files.create({
      file: new File(['Ouvert le lundi.'], 'horaires.txt', { type: 'text/plain' }),
    } as never);
    expect((await client.files.list({} as never)).map(({ id }) => id)).toContain(file.id);
    await client.files.delete({ id: file.id });
    const member = await client.assistants.create(structuredClone(assistant) as never);
    const [number] = await client.phoneNumbers.list();
    const call = (await client.calls.create({
      assistantId: member.id,
      phoneNumberId: number!.id,
      customer: { number: '+33199000001' },
    })) as { id: string };
    expect(await client.calls.get({ id: call.id })).toMatchObject({ status: 'queued' });
    expect((await client.calls.list({ limit: 5 })).map(({ id }) => id)).toContain(call.id);
    expect(await client.calls.update({ id: call.id, name: 'Rappel' })).toMatchObject({ name: 'Rappel' });
    const figures = await client.analytics.get({
      queries: [{ table: 'call', name: 'calls', operations: [{ operation: 'count', column: 'id' }] }],
    });
    expect(figures[0]).toMatchObject({ name: 'calls', result: [{ countId: 1 }] });
    await client.calls.delete({ id: call.id });
  });

  it('is turned away with a wrong key', async () => {
    const stranger = new VapiClient({ token: 'wrong', baseUrl: running.url, maxRetries: 0 });
    await expect(stranger.assistants.list()).rejects.toMatchObject({ statusCode: 401 });
  });
});
