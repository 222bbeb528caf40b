/** Vapi's own client, pointed at the sandbox: what is saved. Creates, reads, lists, changes and deletes. */
import { VapiError } from '@vapi-ai/server-sdk';
import { describe, expect, it } from 'vitest';
import { ASSISTANT, officialClient } from './testing/official-client.ts';

const official = officialClient();

const model = (toolIds: string[]) => ({ provider: 'openai' as const, model: 'gpt-4.1' as const, toolIds });

describe('the official client', () => {
  it('works with an assistant', async () => {
    const { client } = official();
    const made = await client.assistants.create(structuredClone(ASSISTANT) as never);
    expect(made).toMatchObject({ name: 'Accueil', firstMessage: 'Bonjour.' });
    expect(await client.assistants.get({ id: made.id })).toMatchObject({
      id: made.id,
      model: ASSISTANT.model,
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
    const { client } = official();
    const member = await client.assistants.create({ name: 'Suite' });
    const made = await client.squads.create({
      name: 'Equipe',
      members: [{ assistant: structuredClone(ASSISTANT) as never }, { assistantId: member.id }],
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
    const { client } = official();
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

  it('works with a tool', async () => {
    const { client } = official();
    const made = await client.tools.create({ type: 'endCall' });
    expect(await client.tools.get({ id: made.id })).toMatchObject({ type: 'endCall' });
    expect((await client.tools.list()).map(({ id }) => id)).toContain(made.id);
    const messages = [{ type: 'request-start' as const, content: 'Au revoir.' }];
    expect(await client.tools.update({ id: made.id, body: { type: 'endCall', messages } })).toMatchObject({
      messages,
    });
    const user = await client.assistants.create({ name: 'Outil', model: model([made.id]) });
    await expect(client.tools.delete({ id: made.id })).rejects.toMatchObject({
      statusCode: 409,
      body: { error: 'tool_pinned' },
    });
    await client.assistants.delete({ id: user.id });
    await client.tools.delete({ id: made.id });
    await expect(client.assistants.create({ name: 'Sans', model: model([made.id]) })).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('works with structured outputs', async () => {
    const { client } = official();
    const api = client.structuredOutputs;
    const { id } = await api.structuredOutputControllerCreate({ name: 'Motif', schema: { type: 'object' } });
    expect(await api.structuredOutputControllerFindOne({ id })).toMatchObject({ name: 'Motif', type: 'ai' });
    const page = await api.structuredOutputControllerFindAll({ name: 'Motif' });
    expect(page.results.map((one) => one.id)).toEqual([id]);
    expect(page.metadata).toMatchObject({ totalItems: 1, currentPage: 1 });
    await api.structuredOutputControllerUpdate({ id, schemaOverride: 'false', name: 'Raison' });
    await api.structuredOutputControllerRemove({ id });
    await expect(api.structuredOutputControllerFindOne({ id })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('is turned away with a wrong key', async () => {
    const { stranger } = official();
    await expect(stranger().assistants.list()).rejects.toMatchObject({ statusCode: 401 });
  });
});
