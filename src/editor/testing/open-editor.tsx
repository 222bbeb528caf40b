/** For tests of panels: an editor of the first template without a canvas, and what jsdom lacks. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { vi } from 'vitest';
import { statusQuery } from '../../data/queries.ts';
import type { FlowNode } from '../../flow/document.ts';
import { fail, succeed } from '../../lib/result.ts';
import type { StatusAnswer } from '../../publish/wire.ts';
import { templates } from '../../templates/registry.ts';
import { createEditor } from '../create-editor.ts';
import { type Editor, EditorProvider } from '../editor-context.ts';

/** What browsers have and jsdom has not. */
export function fillJsdomGaps(): void {
  vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => false });
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getBoundingClientRect = () => document.body.getBoundingClientRect();
  window.matchMedia = vi
    .fn()
    .mockReturnValue({ matches: false, addEventListener() {}, removeEventListener() {} });
}

export function openEditor(save: 'well' | 'conflict' = 'well') {
  let revision = 1;
  const document = templates[0]!.build('en', { name: 'Desk' });
  const flow = { flowId: 'f', workspaceId: 'w', document, revision, isReadOnly: false };
  const pending: (() => void)[] = [];
  const editor = createEditor(
    flow,
    {
      save: {
        async save() {
          if (save !== 'well') return fail(save);
          revision += 1;
          return succeed({ revision });
        },
        load: async () => succeed({ document: { ...document, name: 'Theirs' }, revision: 9 }),
        saveCopy: async () => succeed({ flowId: 'copy' }),
      },
      draft: { read: () => undefined, write() {}, clear() {} },
      timers: {
        after(_, callback) {
          pending.push(callback);
          return () => pending.splice(pending.indexOf(callback), 1);
        },
      },
    },
    (node) => node.title ?? node.kind,
  );
  const step = (kind: string) => {
    const { nodes } = editor.store.state.getState().document;
    return (Object.values(nodes) as FlowNode[]).find((node) => node.kind === kind)!;
  };
  return {
    editor,
    step,
    document: () => editor.store.state.getState().document,
    settle: () => act(async () => void (await editor.autosave.flush())),
  };
}

interface InEditorProps {
  readonly editor: Editor;
  /** Whether steps that act during a call reach our server. */
  readonly hasRuntime?: boolean;
  readonly children: ReactNode;
}

/** What panels stand in, with the answers that they would ask the server for. */
export function InEditor({ editor, hasRuntime = true, children }: InEditorProps) {
  const [queries] = useState(() => {
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
    const messages = { sms: 'caught', email: 'caught' } as const;
    const status: StatusAnswer = { sandbox: true, vapi: true, runtime: hasRuntime, messages };
    client.setQueryData(statusQuery.queryKey, status);
    return client;
  });
  return (
    <QueryClientProvider client={queries}>
      <EditorProvider value={editor}>{children}</EditorProvider>
    </QueryClientProvider>
  );
}

export function show(editor: Editor, panel: ReactNode, hasRuntime = true) {
  return render(
    <InEditor editor={editor} hasRuntime={hasRuntime}>
      {panel}
    </InEditor>,
  );
}
