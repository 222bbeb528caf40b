/** Needs a page: the drawing is shown whole afterwards. */

import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { NodeId } from '../../flow/document.ts';
import { layout } from '../../flow/layout/layout.ts';
import { cardShape } from '../../kinds/card-size.ts';
import { largeFlow } from '../../kinds/testing/large-flow.ts';
import { fail, succeed } from '../../lib/result.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { createEditor } from '../create-editor.ts';
import { engineHere } from '../testing/engine-here.ts';
import { noDrafts } from '../testing/open-editor.tsx';
import { layoutOf } from './asked-layout.ts';
import { type LayoutRequest, layoutRequest, type Points } from './layout-request.ts';
import type { LayoutJob } from './start-layout.ts';
import { stopTidying, tidyUp } from './tidy-up.ts';

function openLarge(steps: number) {
  const document = largeFlow(steps);
  const editor = createEditor(
    { flowId: 'f', workspaceId: 'w', document, revision: 1, person: 'me', isReadOnly: false },
    {
      save: {
        save: async () => succeed({ revision: 2 }),
        load: async () => fail('refused'),
        keepBoth: async () => fail('refused'),
        saveCopy: async () => fail('refused'),
      },
      draft: noDrafts,
      left: [],
      blocked: createStore(() => false),
      engine: engineHere,
      timers: { after: () => () => {} },
    },
    (node) => node.kind,
  );
  return { editor, at: (id: string) => editor.store.state.getState().document.nodes[id as NodeId]!.position };
}

/** A worker whose answer the test gives. */
function waitingJob() {
  const asked: LayoutRequest[] = [];
  let settle: { resolve(points: Points): void; reject(error: Error): void } | undefined;
  let cancelled = 0;
  const start = (request: LayoutRequest): LayoutJob => {
    asked.push(request);
    const points = new Promise<Points>((resolve, reject) => {
      settle = { resolve, reject };
    });
    return {
      points,
      cancel() {
        cancelled += 1;
      },
    };
  };
  return {
    start,
    asked,
    answer: () => settle!.resolve(layoutOf(asked.at(-1)!)),
    break: () => settle!.reject(new Error('no worker')),
    cancelled: () => cancelled,
  };
}

test('the worker gives the very places that the page would', () => {
  const document = largeFlow(400);
  const request = structuredClone(layoutRequest(document, cardShape));
  expect(layoutOf(request)).toEqual(layout(document, cardShape));
});

test('a small drawing is tidied at once, without a worker', async () => {
  const { editor, at } = openLarge(50);
  const job = waitingJob();
  await tidyUp(editor, job.start);
  expect(job.asked).toEqual([]);
  expect(at('answer')).toEqual(layout(editor.store.state.getState().document, cardShape)['answer' as NodeId]);
});

test('a step that is moved meanwhile stays there; the rest is one entry that can be undone', async () => {
  const { editor, at } = openLarge(400);
  const before = editor.store.state.getState().document;
  const job = waitingJob();
  const done = tidyUp(editor, job.start);
  expect(editor.panels.getState().tidying).not.toBeNull();
  editor.store.run(moveSteps, { positions: { ['say3' as NodeId]: { x: -777, y: 555 } } });
  job.answer();
  await done;
  expect(editor.panels.getState().tidying).toBeNull();
  expect(at('say3')).toEqual({ x: -777, y: 555 });
  expect(at('end39')).toEqual(layout(before, cardShape)['end39' as NodeId]);
  editor.store.undo();
  expect(at('end39')).toEqual(before.nodes['end39' as NodeId]!.position);
  expect(at('say3')).toEqual({ x: -777, y: 555 });
});

test('it can be stopped, and then changes nothing', async () => {
  const { editor } = openLarge(400);
  const before = editor.store.state.getState().document;
  const job = waitingJob();
  const done = tidyUp(editor, job.start);
  stopTidying(editor);
  job.answer();
  await done;
  expect(job.cancelled()).toBe(1);
  expect(editor.store.state.getState().document).toBe(before);
});

test('where there is no worker, the page does it', async () => {
  const { editor, at } = openLarge(400);
  const job = waitingJob();
  const done = tidyUp(editor, job.start);
  job.break();
  await done;
  expect(at('end39')).toEqual(layout(largeFlow(400), cardShape)['end39' as NodeId]);
});
