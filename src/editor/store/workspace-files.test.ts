/** Documents on their way to the workspace: in turn, with their progress, and each with its own failure. */
import { expect, it } from 'vitest';
import type { NodeId } from '../../flow/document.ts';
import { fail, succeed } from '../../lib/result.ts';
import {
  createUploads,
  createWorkspaceFiles,
  dismissUpload,
  type UploadPorts,
  usableFiles,
} from './workspace-files.ts';

const place = { node: 'n' as NodeId, path: 'files' };
const fileOf = (name: string) => new File(['x'], name);

function open(send: UploadPorts['send']) {
  const store = createWorkspaceFiles();
  const added: string[] = [];
  let ids = 0;
  const upload = createUploads(store, {
    newId: () => `u${++ids}`,
    refusal: (file) => (file.name.endsWith('.png') ? 'file-type' : undefined),
    send,
    added: (_, file) => added.push(file.id),
  });
  return { store, added, upload };
}
const ready = (name: string) => ({ id: `id of ${name}`, name, size: 1, state: 'ready' }) as const;

it('goes one after the other, those of a later choice last', async () => {
  const running: string[] = [];
  let most = 0;
  const { added, upload } = open(async ({ name }) => {
    running.push(name);
    most = Math.max(most, running.length);
    await Promise.resolve();
    running.pop();
    return succeed(ready(name));
  });
  void upload(place, [fileOf('a.txt'), fileOf('b.txt')]);
  await upload(place, [fileOf('c.txt')]);
  expect(added).toEqual(['id of a.txt', 'id of b.txt', 'id of c.txt']);
  expect(most).toBe(1);
});

it('shows how far it is, then the document', async () => {
  const seen: number[] = [];
  const { store, upload } = open(async ({ name }, onProgress) => {
    onProgress(0.5);
    seen.push(store.getState().uploads[0]?.progress ?? -1);
    return succeed(ready(name));
  });
  await upload(place, [fileOf('a.txt')]);
  expect(seen).toEqual([0.5]);
  expect(store.getState()).toMatchObject({ uploads: [], all: [ready('a.txt')] });
});

it('what is refused or fails stays with its reason, and stops nobody', async () => {
  const { store, added, upload } = open(async ({ name }) =>
    name === 'bad.txt' ? fail({ code: 'offline' }) : succeed(ready(name)),
  );
  await upload(place, [fileOf('photo.png'), fileOf('bad.txt'), fileOf('good.txt')]);
  expect(store.getState().uploads.map(({ name, failure }) => [name, failure])).toEqual([
    ['photo.png', 'file-type'],
    ['bad.txt', 'offline'],
  ]);
  expect(added).toEqual(['id of good.txt']);
  for (const { id } of store.getState().uploads) dismissUpload(store, id);
  expect(store.getState().uploads).toEqual([]);
});

it('calls are not answered from what never arrived or cannot be read', () => {
  const states = ['uploading', 'processing', 'ready', 'interrupted', 'unreadable'] as const;
  const all = states.map((state) => ({ ...ready(state), id: state, state }));
  expect([...(usableFiles({ all, uploads: [] }).files ?? [])]).toEqual(['uploading', 'processing', 'ready']);
  expect(usableFiles({ all: null, uploads: [] })).toEqual({});
});
