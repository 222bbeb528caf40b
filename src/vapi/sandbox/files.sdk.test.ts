/** Vapi's own client, pointed at the sandbox: what assistants look things up in. Files and knowledge bases. */
import { expect, it } from 'vitest';
import { officialClient } from './testing/official-client.ts';

const official = officialClient();

it('works with files and knowledge bases', async () => {
  const { client } = official();
  const file = await client.files.create({
    file: new File(['Ouvert le lundi.'], 'horaires.txt', { type: 'text/plain' }),
    purpose: 'knowledge-base-v2',
  });
  expect(await client.files.get({ id: file.id })).toMatchObject({
    originalName: 'horaires.txt',
    status: 'done',
  });
  expect((await client.files.list({ purpose: 'knowledge-base-v2' })).map(({ id }) => id)).toEqual([file.id]);
  expect(await client.files.list({ purpose: 'assistant' })).toEqual([]);
  expect(await client.files.update({ id: file.id, name: 'Horaires' })).toMatchObject({ name: 'Horaires' });

  const bases = client.knowledgeBasesV2;
  const { id } = await bases.knowledgeBaseV2ControllerCreate({ name: 'Cabinet', description: 'Horaires' });
  expect((await bases.knowledgeBaseV2ControllerFindAll({ limit: 10 })).map((one) => one.id)).toEqual([id]);
  await bases.knowledgeBaseV2ControllerFileAttach({ id, fileId: file.id });
  expect(await bases.knowledgeBaseV2ControllerFilesGet({ id })).toMatchObject([{ fileId: file.id }]);
  await bases.knowledgeBaseV2ControllerFileRetry({ id, fileId: file.id });
  const whole = await bases.knowledgeBaseV2ControllerFindOne({ id });
  expect(whole).toMatchObject({ files: [{ fileName: 'horaires.txt' }], toolId: expect.any(String) });
  expect((await client.tools.list()).map((tool) => tool.id)).toEqual([whole.toolId]);
  expect(await bases.knowledgeBaseV2ControllerUpdate({ id, name: 'Accueil' })).toMatchObject({
    name: 'Accueil',
  });
  await bases.knowledgeBaseV2ControllerFileDetach({ id, fileId: file.id });
  await bases.knowledgeBaseV2ControllerRemove({ id });
  await client.files.delete({ id: file.id });
  await expect(client.files.get({ id: file.id })).rejects.toMatchObject({ statusCode: 404 });
});
