/** For tests of panels: an editor, of the first template unless told otherwise, without a canvas, and what jsdom lacks. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { statusQuery } from '../../data/queries.ts';
import type { FlowDocument, FlowNode } from '../../flow/document.ts';
import { fail, succeed } from '../../lib/result.ts';
import type { StatusAnswer } from '../../publish/wire.ts';
import { createMemoryHistory } from '../../router/history.ts';
import { Router } from '../../router/router.tsx';
import { templates } from '../../templates/registry.ts';
import { createEditor } from '../create-editor.ts';
import { type Editor, EditorProvider } from '../editor-context.ts';
import type { DraftPort } from '../store/save-port.ts';
import { engineHere } from './engine-here.ts';

/** A place for drafts that keeps none. */
export const noDrafts: DraftPort = { write() {}, clear() {}, hurry() {}, settled: async () => {} };

/** What browsers have and jsdom has not. */
export function fillJsdomGaps(): void {
  vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => false });
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getBoundingClientRect = () => document.body.getBoundingClientRect();
  window.matchMedia = vi
    .fn()
    .mockReturnValue({ matches: false, addEventListener() {}, removeEventListener() {} });
}

/** Nothing has a size and no size changes: what React Flow asks for is never answered. */
export function forgetSizes(): void {
  const Observer = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  vi.stubGlobal('ResizeObserver', Observer);
}

/** `busy`, `unreachable`: so is the server. `conflict`: somebody has renamed the flow to “Theirs” since it was opened. */
export function openEditor(
  save: 'well' | 'conflict' | 'busy' | 'unreachable' = 'well',
  document: FlowDocument = templates[0]!.build('en', { name: 'Desk' }),
) {
  const server =
    save === 'conflict'
      ? { document: { ...document, name: 'Theirs' }, revision: 9 }
      : { document, revision: 1 };
  const setAside: FlowDocument[] = [];
  const flow = { flowId: 'f', workspaceId: 'w', document, revision: 1, person: 'me', isReadOnly: false };
  const pending: (() => void)[] = [];
  const editor = createEditor(
    flow,
    {
      save: {
        async save(next, base) {
          if (save === 'busy' || save === 'unreachable') return fail(save);
          if (base !== server.revision) return fail('conflict');
          server.document = next;
          server.revision += 1;
          return succeed({ revision: server.revision });
        },
        load: async () => succeed({ ...server }),
        keepBoth: async (...both) => {
          setAside.push(...both);
          return succeed(null);
        },
        saveCopy: async () => succeed({ flowId: 'copy' }),
      },
      draft: noDrafts,
      left: [],
      blocked: createStore(() => false),
      engine: engineHere,
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
    server,
    setAside,
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
  const [history] = useState(() => createMemoryHistory('/'));
  const [queries] = useState(() => {
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
    const messages = { sms: 'caught', email: 'caught' } as const;
    const status: StatusAnswer = { sandbox: true, vapi: true, runtime: hasRuntime, messages };
    client.setQueryData(statusQuery.queryKey, status);
    return client;
  });
  return (
    <QueryClientProvider client={queries}>
      <Router history={history}>
        <EditorProvider value={editor}>{children}</EditorProvider>
      </Router>
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
