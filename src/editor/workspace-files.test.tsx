/** Documents of the workspace in the form of a step that answers questions: added, ticked, removed, and what goes wrong. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../data/testing/fake-backend.ts';
import type { NodeId } from '../flow/document.ts';
import { drawFlow } from '../kinds/testing/play-flow.ts';
import { fail } from '../lib/result.ts';
import { createEditor } from './create-editor.ts';
import { type Editor, EditorProvider } from './editor-context.ts';
import { Inspector } from './inspector/inspector.tsx';
import type { SaveFailure } from './store/save-port.ts';
import { selectNodes } from './store/selection.ts';
import { engineHere } from './testing/engine-here.ts';
import { noDrafts } from './testing/open-editor.tsx';
import { useWorkspaceFiles } from './use-workspace-files.ts';
import '../ui/testing/jsdom-gaps.ts';

const FLOW = '00000000-0000-4000-8000-000000000001';
const MENU = '11111111-1111-4111-8111-111111111111';
const SCAN = '22222222-2222-4222-8222-222222222222';
const GONE = '33333333-3333-4333-8333-333333333333';
const NEW = '44444444-4444-4444-8444-444444444444';

const drawing = (files: readonly unknown[]) =>
  drawFlow('en', {
    answer: {
      kind: 'answer',
      data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
      to: { next: 'faq' },
    },
    faq: {
      kind: 'inform',
      data: { invitation: '', facts: [], strictness: 'only-these', files },
      to: { satisfied: 'bye', 'could-not-answer': 'bye' },
    },
    bye: { kind: 'hang-up', data: { closing: 'Goodbye.', outcome: '' } },
  });

let backend: FakeBackend;
beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

function Form({ editor }: { readonly editor: Editor }) {
  useWorkspaceFiles(editor, 'w', PERSON.id);
  return (
    <EditorProvider value={editor}>
      <Inspector />
    </EditorProvider>
  );
}

/** Opens the form of the step. */
async function start({ role = 'editor', files = [] as readonly unknown[] } = {}) {
  backend = startFakeBackend({
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
    knowledge_files: [
      { id: MENU, name: 'menu.pdf', size: 12_000, state: 'ready' },
      { id: SCAN, name: 'scan.pdf', size: 2_400_000, state: 'unreadable' },
    ],
  });
  // Rows of one workspace, which the answers do not name.
  backend.answer(({ path, method }) =>
    path.endsWith('/rest/v1/knowledge_files') && method === 'GET'
      ? { json: backend.tables.knowledge_files }
      : undefined,
  );
  const never = async () => fail<SaveFailure>('unreachable');
  const editor = createEditor(
    {
      flowId: 'f',
      workspaceId: 'w',
      document: drawing(files),
      revision: 1,
      person: PERSON.id,
      isReadOnly: false,
    },
    {
      save: { save: never, load: never, keepBoth: never, saveCopy: never },
      draft: noDrafts,
      left: [],
      blocked: createStore(() => false),
      engine: engineHere,
      timers: {
        after(milliseconds, callback) {
          const timer = setTimeout(callback, milliseconds);
          return () => clearTimeout(timer);
        },
      },
    },
    (node) => node.kind,
  );
  editor.store.select(selectNodes('faq' as NodeId));
  const user = userEvent.setup({ applyAccept: false });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Form editor={editor} />
    </QueryClientProvider>,
  );
  const field = within(screen.getByRole('group', { name: 'Documents to answer from' }));
  await field.findByText('menu.pdf');
  if (role !== 'viewer') await field.findByRole('button', { name: 'Add documents' });
  const drawn = () => editor.store.state.getState().document.nodes['faq' as NodeId]!.data.files;
  return { user, field, drawn };
}

describe('documents', () => {
  it('are ticked and taken out, with their size and what is wrong with them', async () => {
    const { user, field, drawn } = await start();
    expect(field.getByText('12 kB')).toBeTruthy();
    expect(field.getByText(/Nothing could be read in it/)).toBeTruthy();
    expect((field.getByRole('checkbox', { name: /scan.pdf/ }) as HTMLInputElement).disabled).toBe(true);
    await user.click(field.getByRole('checkbox', { name: /menu.pdf/ }));
    await waitFor(() => expect(drawn()).toEqual([{ id: MENU, name: 'menu.pdf' }]));
    await user.click(field.getByRole('checkbox', { name: /menu.pdf/ }));
    await waitFor(() => expect(drawn()).toEqual([]));
  });

  it('are added to the workspace and the step; what cannot be taken says why', async () => {
    const { user, field, drawn } = await start({ files: [{ id: MENU, name: 'menu.pdf' }] });
    const made = { id: NEW, name: 'prices.csv', size: 5, state: 'ready' };
    backend.answer(({ method, path }) =>
      method === 'POST' && path.endsWith('/api/files') ? { json: made } : undefined,
    );
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    expect(input.accept).toBe('.pdf,.docx,.txt,.md,.csv');
    await user.upload(input, [new File(['a;b;c'], 'prices.csv'), new File(['x'], 'photo.png')]);
    expect((await field.findByRole('alert')).textContent).toMatch(
      /^photo.pngFiles of this kind cannot be read/,
    );
    const files = [
      { id: MENU, name: 'menu.pdf' },
      { id: NEW, name: 'prices.csv' },
    ];
    await waitFor(() => expect(drawn()).toEqual(files));
    const sent = backend.requests.find(({ path }) => path.endsWith('/api/files'))?.body as FormData;
    expect([sent.get('workspaceId'), (sent.get('file') as File).name]).toEqual(['w', 'prices.csv']);
    await user.click(field.getByRole('button', { name: 'Hide photo.png' }));
    expect(field.queryByRole('alert')).toBeNull();
  });

  it('that did not arrive say so', async () => {
    const { user, field } = await start();
    backend.answer(({ method, path }) =>
      method === 'POST' && path.endsWith('/api/files') ? 'offline' : undefined,
    );
    await user.upload(
      document.querySelector<HTMLInputElement>('input[type=file]')!,
      new File(['x'], 'a.txt'),
    );
    expect((await field.findByRole('alert')).textContent).toContain('No connection');
  });

  it('that are gone are a problem, which its button solves', async () => {
    const { user, field, drawn } = await start({ files: [{ id: GONE, name: 'old.pdf' }] });
    expect(field.getByText('It is no longer in the workspace.')).toBeTruthy();
    expect(await screen.findByText('The document old.pdf cannot be used')).toBeTruthy();
    await user.click(field.getByRole('button', { name: 'Take out' }));
    await waitFor(() => expect(screen.queryByText('The document old.pdf cannot be used')).toBeNull());
    await waitFor(() => expect(drawn()).toEqual([]));
  });

  it('are removed after a word on who uses them, and never while calls are answered from them', async () => {
    const { user, field, drawn } = await start({ files: [{ id: MENU, name: 'menu.pdf' }] });
    let isInService = true;
    backend.answer(({ method, path }) => {
      if (path.endsWith(`/files/${MENU}/uses`))
        return { json: { uses: [{ flowId: FLOW, name: 'Desk', isInService }] } };
      if (method !== 'DELETE') return undefined;
      backend.tables.knowledge_files = backend.tables.knowledge_files!.filter(({ id }) => id !== MENU);
      return { json: { removed: true } };
    });
    const remove = () =>
      user.click(field.getByRole('button', { name: 'Remove menu.pdf from the workspace' }));
    await remove();
    const serving = await screen.findByRole('alertdialog');
    expect(serving.textContent).toContain('Calls are answered from it in: Desk.');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());

    isInService = false;
    await remove();
    expect((await screen.findByRole('alertdialog')).textContent).toContain('will answer without it: Desk.');
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(field.queryByText('menu.pdf')).toBeNull());
    await waitFor(() => expect(drawn()).toEqual([]));
    expect(backend.requests.some(({ method, path }) => method === 'DELETE' && path.endsWith(MENU))).toBe(
      true,
    );
  });

  it('are ticked, but neither added nor removed, by those who may not change the workspace', async () => {
    const { field } = await start({ role: 'viewer' });
    expect(field.queryByRole('button')).toBeNull();
  });
});
