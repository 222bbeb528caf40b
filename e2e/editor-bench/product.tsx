/** The real editor on the drawing: stores, canvas, inspector, all panels. Nothing but the server is missing. */

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { statusQuery } from '../../src/data/queries.ts';
import { cardAt } from '../../src/editor/canvas/card-at.ts';
import { createEditor } from '../../src/editor/create-editor.ts';
import { EditorFrame } from '../../src/editor/editor-frame.tsx';
import { EMPTY_HISTORY } from '../../src/editor/store/history.ts';
import { selectNodes } from '../../src/editor/store/selection.ts';
import { engineHere } from '../../src/editor/testing/engine-here.ts';
import type { FlowDocument } from '../../src/flow/document.ts';
import { succeed } from '../../src/lib/result.ts';
import type { StatusAnswer } from '../../src/publish/wire.ts';
import { createMemoryHistory } from '../../src/router/history.ts';
import { Router } from '../../src/router/router.tsx';
import { historyFigures, work } from './history-figures.ts';
import { playRehearsals } from './played-rehearsal.ts';
import { lookAt, middleOf, type Scene } from './scene.ts';

export function showProduct(root: HTMLElement, document: FlowDocument): Scene {
  let revision = 1;
  const editor = createEditor(
    { flowId: 'bench', workspaceId: 'bench', document, revision, person: 'me', isReadOnly: false },
    {
      save: {
        async save() {
          revision += 1;
          return succeed({ revision });
        },
        load: async () => succeed({ document, revision }),
        keepBoth: async () => succeed(null),
        saveCopy: async () => succeed({ flowId: 'copy' }),
      },
      draft: { write() {}, clear() {}, hurry() {}, settled: async () => {} },
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
    (node) => node.title ?? node.kind,
  );
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const status: StatusAnswer = {
    sandbox: true,
    vapi: true,
    runtime: true,
    messages: { sms: 'caught', email: 'caught' },
  };
  queries.setQueryData(statusQuery.queryKey, status);
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <Router history={createMemoryHistory('/')}>
        <ReactFlowProvider>
          <EditorFrame editor={editor} />
        </ReactFlowProvider>
      </Router>
    </QueryClientProvider>,
  );
  const target = middleOf(document);
  return {
    target: target.id,
    ready: () => editor.canvas.current !== null && root.querySelector('.react-flow__node, canvas') !== null,
    look: (x, y, zoom) =>
      void editor.canvas.current?.setViewport({
        x: window.innerWidth / 2 - x * zoom,
        y: window.innerHeight / 2 - y * zoom,
        zoom,
      }),
    place: () => editor.canvas.current!.getViewport(),
    isPainted(x, y) {
      const { nodes } = editor.view.state.getState();
      const isOverview = root.querySelector('.flow-canvas canvas') !== null;
      return isOverview && cardAt(nodes, editor.canvas.current!.screenToFlowPosition({ x, y })) !== undefined;
    },
    async edit() {
      void editor.canvas.current?.setViewport(lookAt(target, 1));
      editor.store.select(selectNodes(target.id));
      const field = await found<HTMLTextAreaElement>(
        'section textarea, section [role="textbox"], section header input',
      );
      field.focus();
    },
    figures: () => historyFigures(editor.store),
    work: (edits) => work(editor.store, edits),
    rehearse() {
      playRehearsals(document, target.id);
      // So that the steps of the next turns are seen.
      void editor.canvas.current?.setViewport({ ...lookAt(target, 0.6), x: 24 - target.position.x * 0.6 });
      editor.store.select(selectNodes());
      editor.panels.setState({ rehearsal: true });
    },
    forget: () => editor.store.state.setState({ history: EMPTY_HISTORY }),
  };
}

async function found<Found extends Element>(selector: string): Promise<Found> {
  for (;;) {
    const element = document.querySelector<Found>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
}
