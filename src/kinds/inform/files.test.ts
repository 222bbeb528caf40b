/** Answers from files: looked up where the facts say nothing, through the sandbox's upload and its query tool. */
import { describe, expect, it } from 'vitest';
import { createVapiClient } from '../../vapi/client.ts';
import { createSandbox } from '../../vapi/sandbox/sandbox.ts';
import { emptyState } from '../../vapi/sandbox/store.ts';
import { checkFlow, compileFlow } from '../registry.ts';
import { drawFlow, playFlow } from '../testing/play-flow.ts';

const TEXT = `# Animaux

Les chiens tenus en laisse sont acceptés en terrasse.

# Parking

Un parking gratuit se trouve derrière le restaurant.
`;

const MINE = '22222222-2222-4222-8222-222222222222';
const THEIRS = '33333333-3333-4333-8333-333333333333';
const AT_VAPI = '44444444-4444-4444-8444-444444444444';

/** A file uploaded through the client, in a state that conversations go on with. */
async function upload() {
  const state = emptyState();
  const sandbox = createSandbox({ key: 'key', seed: 5, state });
  const vapi = createVapiClient({
    baseUrl: 'http://sandbox',
    key: 'key',
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  });
  const made = await vapi.createFile({
    name: 'infos.md',
    type: 'text/markdown',
    bytes: new TextEncoder().encode(TEXT),
    metadata: { app: 'allokoli', file: MINE },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return { state, vapi, file: made.value };
}

function drawn(id: string, facts: readonly unknown[] = []) {
  return drawFlow('fr', {
    answer: {
      kind: 'answer',
      data: { greeting: 'Bonjour.', disclosure: 'Je suis un assistant automatique.', assistantName: '' },
      to: { next: 'faq' },
    },
    faq: {
      kind: 'inform',
      data: {
        invitation: 'Que souhaitez-vous savoir ?',
        facts,
        strictness: 'only-these',
        files: [{ id, name: 'infos.md' }],
      },
      to: { satisfied: 'bye', 'could-not-answer': 'sorry' },
    },
    bye: { kind: 'hang-up', data: { closing: 'Au revoir.', outcome: '' } },
    sorry: { kind: 'hang-up', data: { closing: 'Je ne sais pas.', outcome: '' } },
  });
}

describe('files', () => {
  it('are uploaded, listed, read and deleted', async () => {
    const { vapi, file } = await upload();
    expect(file).toMatchObject({ status: 'done', originalName: 'infos.md', purpose: 'assistant' });
    expect(file).not.toHaveProperty('text');
    const listed = await vapi.listFiles();
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual([file.id]);
    expect((await vapi.deleteFile(file.id)).ok).toBe(true);
    expect(await vapi.getFile(file.id)).toMatchObject({ ok: false, failure: { status: 404 } });
  });

  it('of others are left out, whatever the document says', () => {
    const compiled = (files?: Readonly<Record<string, string>>) =>
      JSON.stringify(
        compileFlow(drawn(THEIRS, []), { mode: 'publish', ...(files ? { files } : {}) }).payload,
      );
    expect(compiled()).toContain(THEIRS);
    expect(compiled({ [MINE]: AT_VAPI })).not.toContain(THEIRS);
    expect(compiled({ [MINE]: AT_VAPI })).not.toContain('"query"');
  });

  it('are known to Vapi by its own id, not by the one in the drawing', () => {
    const { payload } = compileFlow(drawn(MINE), { mode: 'publish', files: { [MINE]: AT_VAPI } });
    expect(JSON.stringify(payload)).toContain(`"fileIds":["${AT_VAPI}"]`);
    expect(JSON.stringify(payload)).not.toContain(MINE);
  });

  const facts = [{ id: 'a', question: 'Où êtes-vous ?', answer: 'Au 3 rue de la Paix.' }];
  it.each([
    ['while it is not known which there are', [], undefined, undefined],
    ['when it is there', [], [THEIRS], undefined],
    ['when it is gone and nothing else answers', [], [MINE], 'error'],
    ['when it is gone and something is written', facts, [MINE], 'warning'],
  ] as const)('%s', (_, written, files, severity) => {
    const document = drawn(THEIRS, written);
    const found = checkFlow(document, files && { files: new Set<string>(files) }).filter(
      ({ at }) => at.node === 'faq',
    );
    expect(found).toEqual(
      severity === undefined
        ? []
        : [
            {
              code: 'inform/file-unusable',
              severity,
              at: { node: 'faq', field: 'files.0' },
              params: { name: 'infos.md' },
              fix: { command: 'edit-field', args: { node: 'faq', path: 'files', value: [] } },
            },
          ],
    );
  });

  it('that come and go are seen without an edit', () => {
    const document = drawn(THEIRS);
    const found = (files?: readonly string[]) =>
      checkFlow(document, files && { files: new Set(files) }).filter(
        ({ code }) => code === 'inform/file-unusable',
      ).length;
    expect([found(), found([MINE]), found([THEIRS]), found([]), found()]).toEqual([0, 1, 0, 1, 0]);
  });

  it('answer what is not written, then nothing more', async () => {
    const { state, file } = await upload();
    const facts = [{ id: 'a', question: 'Où êtes-vous ?', answer: 'Au 3 rue de la Paix.' }];
    const { turns, visited, tools } = await playFlow(
      drawn(file.id, facts),
      ['Acceptez-vous les chiens ?', 'Où êtes-vous ?', 'Non merci, c’est tout.'],
      { state },
    );
    expect(turns[1]!.join(' ')).toContain('chiens tenus en laisse');
    expect(turns[2]!.join(' ')).toContain('rue de la Paix');
    expect(tools.filter(({ tool }) => tool.startsWith('look_up'))).toHaveLength(1);
    expect(visited).toEqual(['answer', 'faq', 'bye']);
  });

  it('do not make the assistant invent', async () => {
    const { state, file } = await upload();
    const lines = ['Vendez-vous des bicyclettes ?', 'Des bicyclettes !'];
    expect((await playFlow(drawn(file.id), lines, { state })).visited.at(-1)).toBe('sorry');
  });

  it('that are gone answer nothing', async () => {
    const lines = ['Acceptez-vous les chiens ?', 'Les chiens, oui.'];
    const { visited } = await playFlow(drawn(THEIRS), lines);
    expect(visited.at(-1)).toBe('sorry');
  });
});
