/** Knowledge bases: their files, the tool that Vapi makes for each, and what a caller hears of them. */
import { expect, it } from 'vitest';
import type { PrintableScript } from '../../script/script.ts';
import { KEY, scriptedAssistant, testSandbox } from '../testing.ts';
import { INDEXING } from './knowledge-bases.ts';

async function world() {
  const { send, clock, sandbox } = testSandbox();
  const upload = async (text: string, name = 'faq.txt', type = 'text/plain') => {
    const form = new FormData();
    form.set('file', new File([text], name, { type }));
    form.set('purpose', 'knowledge-base-v2');
    const headers = { authorization: `Bearer ${KEY}` };
    const request = new Request('http://127.0.0.1:8787/file', { method: 'POST', headers, body: form });
    return (await (await sandbox.fetch(request)).json()) as { id: string };
  };
  const base = (await send('POST', '/v2/knowledge-base', { name: 'Été & tarifs', description: 'Prices' }))
    .body;
  return { send, clock, upload, base };
}

it('comes with a tool, and goes with it', async () => {
  const { send, base } = await world();
  expect((await send('GET', '/v2/knowledge-base')).body).toEqual([base]);
  const { toolId, files } = (await send('GET', `/v2/knowledge-base/${base.id}`)).body;
  expect(files).toEqual([]);
  expect((await send('GET', `/tool/${toolId}`)).body).toMatchObject({
    type: 'knowledgeBase',
    knowledgeBaseId: base.id,
    function: { name: 'search_Ete_tarifs', description: 'Prices' },
  });
  expect((await send('POST', '/tool', { type: 'knowledgeBase', knowledgeBaseId: base.id })).status).toBe(400);
  const renamed = await send('PATCH', `/v2/knowledge-base/${base.id}`, { name: 'Tarifs' });
  expect(renamed.body.name).toBe('Tarifs');
  expect((await send('PATCH', `/tool/${toolId}`, { messages: [] })).body.messages).toEqual([]);
  await send('DELETE', `/v2/knowledge-base/${base.id}`);
  expect((await send('GET', `/v2/knowledge-base/${base.id}`)).status).toBe(404);
  expect((await send('GET', `/tool/${toolId}`)).status).toBe(404);
});

it('takes files, which are ready after a while unless there is no text in them', async () => {
  const { send, clock, upload, base } = await world();
  const path = `/v2/knowledge-base/${base.id}/file`;
  const text = await upload('The shop opens at nine.');
  const picture = await upload('x', 'logo.png', 'image/png');
  expect((await send('POST', path, { fileId: text.id })).body).toMatchObject({
    knowledgeBaseV2Id: base.id,
    fileName: 'faq.txt',
    status: 'indexing',
  });
  await send('POST', path, { fileId: picture.id });
  expect((await send('POST', path, { fileId: text.id })).status).toBe(400);
  expect((await send('POST', path, { fileId: base.id })).status).toBe(400);
  clock.now += INDEXING;
  const statuses = async () => (await send('GET', path)).body.map(({ status }: { status: string }) => status);
  expect(await statuses()).toEqual(['ready', 'failed']);
  expect((await send('POST', `${path}/${picture.id}/retry`)).body.status).toBe('indexing');
  expect((await send('DELETE', `${path}/${picture.id}`)).body.fileId).toBe(picture.id);
  expect(await statuses()).toEqual(['ready']);
});

it('renames a file and nothing else of it', async () => {
  const { send, upload } = await world();
  const { id } = await upload('The shop opens at nine.');
  expect((await send('PATCH', `/file/${id}`, { name: 'Hours' })).body.name).toBe('Hours');
  expect((await send('PATCH', `/file/${id}`, { bytes: 1 })).status).toBe(400);
});

it('is searched by the assistants that have its tool', async () => {
  const { send, upload, base } = await world();
  const { toolId } = (await send('GET', `/v2/knowledge-base/${base.id}`)).body;
  const { id: fileId } = await upload('The shop opens at nine.');
  await send('POST', `/v2/knowledge-base/${base.id}/file`, { fileId });
  const script: PrintableScript = {
    language: 'en',
    begin: { start: 1, opened: false },
    steps: [
      {
        number: 1,
        title: 'Questions',
        instruction: {
          do: 'inform',
          question: 'What would you like to know?',
          facts: [],
          strict: true,
          lookUp: 'search_Ete_tarifs',
          to: { step: 2 },
          unknown: { step: 2 },
        },
      },
      { number: 2, title: 'End', instruction: { do: 'end', tool: 'endCall', closing: 'Goodbye.' } },
    ],
  };
  const assistant = scriptedAssistant('Only', script, { tools: [{ type: 'endCall', messages: [] }] });
  const model = { ...(assistant.model as object), toolIds: [toolId] };
  const opened = (await send('POST', '/chat', { assistant: { ...assistant, model }, input: '' })).body;
  const { output } = (
    await send('POST', '/chat', { previousChatId: opened.id, input: 'When does the shop open?' })
  ).body;
  const said = output.map(({ content }: { content: string }) => content);
  expect(said).toContain('The shop opens at nine.');
});
